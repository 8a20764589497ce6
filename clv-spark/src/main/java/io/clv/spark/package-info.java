/**
 * The same jobs on Apache Spark, for those who outgrow one machine: Spark moves the data, {@code clv-core} does the
 * work. {@link ClvSpark} is the front door.
 *
 * <p>Nothing runs until an action asks for it, as ever in Spark, unless a method says so. What is refused while a job
 * runs reaches the caller as Spark's own exception, with this library's as a cause.
 */
@NullMarked
package io.clv.spark;

import org.jspecify.annotations.NullMarked;
