/**
 * Immutable value types: exact money, typed rates and lengths of time, and the estimate that is made of them.
 *
 * <p>Every type is safe to share between threads, refuses NaN and infinities at construction, and has a text form that
 * {@code parse} reads back.
 */
@NullMarked
package io.clv.quantity;

import org.jspecify.annotations.NullMarked;
