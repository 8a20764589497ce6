/**
 * What the library costs, measured with JMH beside what else a Java engineer would reach for. All data is simulated
 * from a seed, and contenders must agree on every customer before the clock starts.
 */
@NullMarked
package io.clv.benchmarks;

import org.jspecify.annotations.NullMarked;
