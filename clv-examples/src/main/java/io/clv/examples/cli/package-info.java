/** The command line {@code clv}: a thin layer over the public API of the library, one class for each command. */
@NullMarked
package io.clv.examples.cli;

import org.jspecify.annotations.NullMarked;
