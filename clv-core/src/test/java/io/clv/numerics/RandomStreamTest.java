package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    private static final int DRAWS = 100_000;

    /** Mean and variance over many customers' first draws, within four standard errors. */
    private static void assertMoments(
            ToDoubleFunction<RandomStream> draw, double mean, double variance, double fourth) {
        double sum = 0;
        double squares = 0;
        for (int customer = 0; customer < DRAWS; customer++) {
            double x = draw.applyAsDouble(RandomStream.of(7, customer)) - mean;
            sum += x;
            squares += x * x;
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(4 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(variance, within(4 * Math.sqrt((fourth - variance * variance) / DRAWS)));
    }

    @Test
    void drawsHaveTheirMoments() {
        assertMoments(RandomStream::uniform, 0.5, 1.0 / 12, 1.0 / 80);
        assertMoments(RandomStream::exponential, 1, 1, 9);
        assertMoments(RandomStream::normal, 0, 1, 3);
        for (double shape : new double[] {0.3, 1, 4.5}) {
            assertMoments(stream -> Math.exp(stream.logGamma(shape)), shape, shape, 3 * shape * shape + 6 * shape);
        }
        // Beta(0.8, 2.4): fourth central moment by its recurrence
        double mean = 0.25;
        double variance = 0.8 * 2.4 / (3.2 * 3.2 * 4.2);
        double excess = 6 * (1.6 * 1.6 * 4.2 - 0.8 * 2.4 * 5.2) / (0.8 * 2.4 * 5.2 * 6.2);
        assertMoments(stream -> stream.beta(0.8, 2.4), mean, variance, (3 + excess) * variance * variance);
    }

    @Test
    void aTinyShapeGivesAFiniteLog() {
        for (int customer = 0; customer < 1000; customer++) {
            assertThat(RandomStream.of(1, customer).logGamma(1e-6)).isFinite();
            assertThat(RandomStream.of(1, customer).beta(1e-6, 1e-6)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void streamsAreTheSameForTheSameKeyAndOthersForOthers() {
        assertThat(RandomStream.of(3, 5).uniform())
                .isEqualTo(RandomStream.of(3, 5).uniform());
        assertThat(RandomStream.of(3, 5).uniform())
                .isNotEqualTo(RandomStream.of(5, 3).uniform());
        assertThat(RandomStream.of(3, 5).uniform())
                .isNotEqualTo(RandomStream.of(3, 6).uniform());
        assertThat(RandomStream.of(3, 5).uniform())
                .isNotEqualTo(RandomStream.of(4, 5).uniform());
    }

    @Test
    void aStreamTurnsToAnother() {
        RandomStream stream = RandomStream.of(3, 5);
        double first = stream.uniform();
        stream.restart(3, 6);
        assertThat(stream.uniform()).isEqualTo(RandomStream.of(3, 6).uniform());
        stream.restart(3, 5);
        assertThat(stream.uniform()).isEqualTo(first);
    }

    /** The bits are those the JDK's generator of the same algorithm gives. */
    @Test
    void bitsAreSplitMix64s() {
        long start = new SplittableRandom(3).nextLong() ^ new SplittableRandom(~5L).nextLong();
        SplittableRandom other = new SplittableRandom(start);
        RandomStream stream = RandomStream.of(3, 5);
        for (int i = 0; i < 100; i++) {
            assertThat(stream.bits()).isEqualTo(other.nextLong());
        }
    }
}
