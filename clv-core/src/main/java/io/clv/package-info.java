/** The front door: everything else is reached from {@link io.clv.Clv}. */
@NullMarked
package io.clv;

import org.jspecify.annotations.NullMarked;
