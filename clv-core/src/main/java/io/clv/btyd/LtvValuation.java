package io.clv.btyd;

import io.clv.task.Parallelism;
import org.jspecify.annotations.Nullable;

/** Says what turns the purchases of models fitted before into money. Not safe to share between threads. */
public final class LtvValuation extends ValuationBuilder<LtvValuation> {

    private final Fit<?> transactions;
    private final CustomerModels models;
    private final Fit<? extends SpendModel> spend;
    private @Nullable Posteriors posteriors;

    LtvValuation(Fit<?> transactions, CustomerModels models, Fit<? extends SpendModel> spend) {
        this.transactions = transactions;
        this.models = models;
        this.spend = spend;
    }

    @Override
    LtvValuation self() {
        return this;
    }

    /**
     * Says what the parameters may be, which intervals need.
     *
     * @param transactions the posterior of how customers buy and leave, with covariates where the fit has them
     * @param spend the posterior of what they spend
     * @return this builder
     * @throws IllegalArgumentException if they were set before, or are of other models or units than the fits
     */
    public LtvValuation posteriors(Posterior<?> transactions, Posterior<? extends SpendModel> spend) {
        if (posteriors != null) {
            throw new IllegalArgumentException("posteriors were already set");
        }
        requireSame(this.transactions, transactions.mode());
        requireSame(this.spend, spend.mode());
        posteriors = Posteriors.of(transactions, spend);
        return this;
    }

    private static void requireSame(Fit<?> fit, Fit<?> mode) {
        String own = fit.family() + " in " + fit.unitText();
        String given = mode.family() + " in " + mode.unitText();
        if (!given.equals(own)) {
            throw new IllegalArgumentException("posterior must be of " + own + ", but was of " + given);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the unit of the fit is no day, week, month or year, or money that was set is
     *     of another currency than the spend fit
     * @throws ArithmeticException if the mean spend of all customers is infinite, as it is for q not above 1 in the
     *     Gamma-Gamma model
     */
    @Override
    public FittedLtv model() {
        Posteriors known = posteriors == null
                ? Posteriors.absent("the posteriors of the models were not given, and the customers whom they were"
                        + " fitted to are not known")
                : posteriors;
        return new FittedLtv(
                transactions,
                models,
                spend,
                firstIncluded(),
                terms().copy(),
                threads(Parallelism.sequential()),
                known,
                wanted());
    }
}
