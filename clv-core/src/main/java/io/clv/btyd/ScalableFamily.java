package io.clv.btyd;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A family of models some of whose parameters covariates may scale. */
abstract class ScalableFamily<M extends TransactionModel> extends NamedFamily<M> implements TransactionFamily<M> {

    ScalableFamily(String name, String description, List<String> parameterNames, Set<String> scaledParameters) {
        super(name, description, parameterNames, scaledParameters);
    }

    /** The likelihood of a tally's rows. */
    abstract RowTerms terms(Tally tally);

    /** What covariates act on. */
    abstract List<Effect> effects();

    @Override
    public final FitObjective objective(Tally tally, FitOptions options) {
        return new BlockObjective(
                tally.moments(), parameterNames().size(), tally.rows(), terms(tally), options.parallelism());
    }

    /** NBD, from where its own fits begin as well. */
    @Override
    public final List<SimplerModel> furtherSimplerModels(Moments moments) {
        Map<String, Double> staying = nested(moments);
        if (staying.isEmpty()) {
            return List.of();
        }
        double[] start = starts(moments).get(0);
        return Starts.remotePurchases(moments).stream()
                .map(purchases -> {
                    double[] remote = start.clone();
                    System.arraycopy(purchases, 0, remote, 0, purchases.length);
                    return SimplerModel.from(remote, staying);
                })
                .toList();
    }
}
