package io.clv.btyd;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the families of {@link GeometricDropout} share: all but whether the first purchase may be the last. */
abstract class GeometricFamily<M extends GeometricDropout> extends ScalableFamily<M> {

    /** Coins tossed at the first purchase: 0 or 1. */
    private final int first;

    GeometricFamily(String name, String description, int first) {
        super(name, description, List.of("r", "alpha", "a", "b"), Set.of("alpha"));
        this.first = first;
    }

    @Override
    public final List<double[]> starts(Moments moments) {
        return List.of(
                Starts.with(Starts.purchases(moments, 1.5), 0.8, 2.5), new double[] {1, moments.meanScale(), 1, 1});
    }

    @Override
    public final List<double[]> furtherStarts(Moments moments) {
        double[] purchases = Starts.purchases(moments, 1);
        return List.of(
                Starts.with(purchases, 0.05, 0.5), Starts.with(purchases, 1e-3, 1e-3), Starts.with(purchases, 50, 500));
    }

    @Override
    public final Map<String, Double> nested(Moments moments) {
        return Map.of("a", Starts.NEVER, "b", 1.0);
    }

    @Override
    final RowTerms terms(Tally tally) {
        return new DropoutTerms(tally, first);
    }

    /** a and b apart: scaled together they could not move the mean chance to leave, a / (a + b). */
    @Override
    final List<Effect> effects() {
        return List.of(Effect.purchases(1), Effect.on("a", 2), Effect.on("b", 3));
    }
}
