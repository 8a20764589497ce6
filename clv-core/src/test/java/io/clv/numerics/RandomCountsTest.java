package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomCountsTest {

    private static final int DRAWS = 40_000;

    private interface Probability {
        double of(int count);
    }

    /** Pearson's statistic over the counts to be expected at least 20 times, against its mean and deviation. */
    private static void assertDistribution(LongSupplier draw, Probability probability, int most) {
        int[] seen = new int[most + 1];
        for (int i = 0; i < DRAWS; i++) {
            seen[(int) Math.min(most, draw.getAsLong())]++;
        }
        double statistic = 0;
        int cells = 0;
        double restExpected = DRAWS;
        int restSeen = DRAWS;
        for (int count = 0; count < most; count++) {
            double expected = DRAWS * probability.of(count);
            if (expected >= 20) {
                statistic += (seen[count] - expected) * (seen[count] - expected) / expected;
                restExpected -= expected;
                restSeen -= seen[count];
                cells++;
            }
        }
        statistic += (restSeen - restExpected) * (restSeen - restExpected) / Math.max(20, restExpected);
        assertThat(statistic).isLessThan(cells + 4 * Math.sqrt(2.0 * cells));
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 5, 12.5, 60, 400})
    void poissonCountsHaveTheirProbabilities(double mean) {
        RandomStream random = RandomStream.of(5, (long) mean);
        assertDistribution(
                () -> RandomCounts.poisson(random, mean),
                n -> Math.exp(n * Math.log(mean) - mean - logFactorial(n)),
                1000);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.3", "40, 0.5", "200, 0.03", "900, 0.9"})
    void binomialCountsHaveTheirProbabilities(int trials, double share) {
        RandomStream random = RandomStream.of(6, trials);
        assertDistribution(
                () -> RandomCounts.binomial(random, trials, share),
                n -> n > trials
                        ? 0
                        : Math.exp(logFactorial(trials)
                                - logFactorial(n)
                                - logFactorial(trials - n)
                                + n * Math.log(share)
                                + (trials - n) * Math.log1p(-share)),
                trials + 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e9, 1e13})
    void largeCountsHaveMeanAndVariance(double mean) {
        RandomStream random = RandomStream.of(7, (long) mean);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double distance = (RandomCounts.poisson(random, mean) - mean) / Math.sqrt(mean);
            sum += distance;
            squares += distance * distance;
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(1, within(4 * Math.sqrt(2.0 / DRAWS)));
    }

    @Test
    void nothingComesOfNothing() {
        RandomStream random = RandomStream.of(1, 1);
        assertThat(RandomCounts.poisson(random, 0)).isZero();
        assertThat(RandomCounts.poisson(random, -1)).isZero();
        assertThat(RandomCounts.binomial(random, 0, 0.5)).isZero();
        assertThat(RandomCounts.binomial(random, 1_000_000, 0)).isZero();
        assertThat(RandomCounts.binomial(random, 1_000_000, 1)).isEqualTo(1_000_000);
        assertThat(RandomCounts.factor(random, 0)).isEqualTo(1);
    }

    @Property(tries = 300)
    void successesAreNoMoreThanTrials(
            @ForAll long seed,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long trials,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        assertThat(RandomCounts.binomial(RandomStream.of(seed, 0), trials, share))
                .isBetween(0L, trials);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 2})
    void factorsHaveMeanOneAndTheirDeviation(double deviation) {
        RandomStream random = RandomStream.of(8, 1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double factor = RandomCounts.factor(random, deviation);
            sum += factor;
            squares += (factor - 1) * (factor - 1);
        }
        assertThat(sum / DRAWS).isCloseTo(1, within(4 * deviation / Math.sqrt(DRAWS)));
        // The kurtosis of a Gamma draw is 3 + 6 c^2.
        double error = Math.sqrt((2 + 6 * deviation * deviation) / DRAWS);
        assertThat(squares / DRAWS / (deviation * deviation)).isCloseTo(1, within(4 * error));
    }
}
