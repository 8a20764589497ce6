package io.clv.quantity;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.RandomDistribution;

/**
 * Numbers to try properties on. Left alone, jqwik draws most of its numbers near zero and with two decimals; these
 * spread over the whole range and down to the last bit.
 */
final class Draw {

    private Draw() {}

    static Arbitrary<Double> uniform(double from, double to) {
        return Arbitraries.doubles().between(from, to).ofScale(18).withDistribution(RandomDistribution.uniform());
    }

    /** Every order of magnitude is as likely as another. */
    static Arbitrary<Double> powersOfTen(double from, double to) {
        return uniform(from, to).map(exponent -> Math.pow(10, exponent));
    }

    /** Finite doubles of every size, the outermost, and short decimals such as people write. */
    static final class AnyDouble implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            Arbitrary<Double> bits = Arbitraries.longs()
                    .withDistribution(RandomDistribution.uniform())
                    .map(Double::longBitsToDouble)
                    .filter(Double::isFinite);
            Arbitrary<Double> edges = Arbitraries.of(
                    0.0, -0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, 1.0, -1.0);
            return Arbitraries.oneOf(bits, edges, Arbitraries.doubles().ofScale(6));
        }
    }

    /** Longs of every length, the outermost and their neighbours among them. */
    static final class AnyLong implements ArbitrarySupplier<Long> {
        @Override
        public Arbitrary<Long> get() {
            Arbitrary<Long> uniform = Arbitraries.longs().withDistribution(RandomDistribution.uniform());
            Arbitrary<Long> everyLength = uniform.flatMap(
                    bits -> Arbitraries.integers().between(0, 63).map(shift -> bits >> shift));
            Arbitrary<Long> edges =
                    Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, Long.MAX_VALUE - 1, Long.MAX_VALUE);
            return Arbitraries.oneOf(everyLength, everyLength, edges);
        }
    }

    /** Shares from 1e-30 to 1 - 1e-15, as many of them near either end as between. */
    static final class Share implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            return Arbitraries.oneOf(
                    powersOfTen(-30, -1),
                    uniform(0.01, 0.99),
                    powersOfTen(-15, -1).map(rest -> 1 - rest));
        }
    }

    /** Gains and losses from -90% to tenfold, tiny ones of either sign among them. */
    static final class Rate implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            Arbitrary<Double> tiny = powersOfTen(-30, -1);
            return Arbitraries.oneOf(tiny, tiny.map(rate -> -rate), uniform(-0.9, 1), uniform(1, 10));
        }
    }

    /** Up to thirty years. */
    static final class Wait implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            return uniform(0, 30);
        }
    }

    /** From a thousandth to a thousand. */
    static final class Length implements ArbitrarySupplier<Double> {
        @Override
        public Arbitrary<Double> get() {
            return powersOfTen(-3, 3);
        }
    }

    /** Days of more than 10,000 years before and after 1970. */
    static final class Day implements ArbitrarySupplier<Integer> {
        @Override
        public Arbitrary<Integer> get() {
            return Arbitraries.integers().between(-4_000_000, 4_000_000).withDistribution(RandomDistribution.uniform());
        }
    }
}
