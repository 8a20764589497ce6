/**
 * Immutable value types: exact money, typed rates and lengths of time, and the estimate that is made of them.
 *
 * <p>Every type is safe to share between threads and refuses NaN and infinities at construction. The quantities and the
 * grid have a text form that {@code parse} reads back; an estimate has words.
 */
@NullMarked
package io.clv.quantity;

import org.jspecify.annotations.NullMarked;
