package io.clv.btyd;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the families of {@link GeometricDropout} share: all but whether the first purchase may be the last. */
abstract class GeometricFamily<M extends GeometricDropout> extends NamedFamily<M> implements TransactionFamily<M> {

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
    public final Map<String, Double> nested(Moments moments) {
        return Map.of("a", Starts.NEVER, "b", 1.0);
    }

    @Override
    public final FitObjective objective(Tally tally, FitOptions options) {
        return new BlockObjective(
                tally.moments(), 4, tally.rows(), new DropoutTerms(tally, first), options.parallelism());
    }
}
