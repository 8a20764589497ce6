/** How long work reports on itself, is interrupted, and is spread over threads. */
@NullMarked
package io.clv.task;

import org.jspecify.annotations.NullMarked;
