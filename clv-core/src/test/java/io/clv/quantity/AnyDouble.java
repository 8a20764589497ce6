package io.clv.quantity;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** Finite doubles of every size and with every last bit, and the short decimals that people write. */
final class AnyDouble implements ArbitrarySupplier<Double> {

    @Override
    public Arbitrary<Double> get() {
        Arbitrary<Double> bits = Arbitraries.longs()
                .withoutEdgeCases()
                .map(Double::longBitsToDouble)
                .filter(Double::isFinite);
        Arbitrary<Double> edges = Arbitraries.of(
                0.0, -0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, 1.0, -1.0);
        return Arbitraries.oneOf(bits, edges, Arbitraries.doubles().ofScale(6));
    }
}
