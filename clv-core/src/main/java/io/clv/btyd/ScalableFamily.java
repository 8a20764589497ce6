package io.clv.btyd;

import java.util.List;
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
}
