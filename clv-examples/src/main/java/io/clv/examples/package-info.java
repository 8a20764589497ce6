/** Runnable examples, one for each job. Run one with {@code java -cp clv-examples/target/clv.jar CLASS}. */
@NullMarked
package io.clv.examples;

import org.jspecify.annotations.NullMarked;
