package io.clv.btyd;

import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.quantity.Estimate;
import io.clv.task.Parallelism;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what to fit, and what turns purchases into money. Not safe to share between threads. */
public final class LtvFitting extends ValuationBuilder<LtvFitting> {

    private final CustomerTable customers;
    private @Nullable TransactionFamily<?> transactions;
    private @Nullable SpendFamily<?> spend;
    private @Nullable Acquisition acquisition;
    private @Nullable FitOptions options;
    private @Nullable PosteriorOptions posteriorOptions;
    private @Nullable Known known;

    /** What is known of the customers beside their histories. */
    private record Known(JoinedAttributes attributes, CovariateEncoding encoding) {}

    LtvFitting(CustomerTable customers) {
        this.customers = customers;
    }

    @Override
    LtvFitting self() {
        return this;
    }

    /**
     * Sets how customers buy and leave.
     *
     * @param family such as {@code BgNbd.family()}
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public LtvFitting transactions(TransactionFamily<?> family) {
        requireUnset("transactions", transactions);
        transactions = family;
        return this;
    }

    /**
     * Lets what is known of customers beside their histories move how they buy and leave: numbers, counted in standard
     * deviations from the mean, and categories ({@link CovariateFamily}). The model needs {@link FittedLtv#COVARIATES}
     * of every customer whom it values later.
     *
     * @param attributes of the customers of the table that is fitted
     * @param columns which of them
     * @return this builder
     * @throws IllegalArgumentException if it was set before; the attributes are of other customers; there is no such
     *     column or it holds neither numbers nor categories; or a customer has no value in it, or all the same
     */
    public LtvFitting covariates(JoinedAttributes attributes, List<String> columns) {
        if (known != null) {
            throw new IllegalArgumentException("covariates were already set to "
                    + String.join(", ", known.encoding().covariates()));
        }
        if (!attributes.customers().equals(customers)) {
            throw new IllegalArgumentException(
                    "attributes must be of the customers that are fitted, but were of " + attributes.customers());
        }
        known = new Known(attributes, CovariateEncoding.of(attributes, columns));
        return self();
    }

    /**
     * Sets how spend differs between customers and purchases.
     *
     * @param family such as {@code GammaGamma.family()}
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public LtvFitting spend(SpendFamily<?> family) {
        requireUnset("spend", spend);
        spend = family;
        return this;
    }

    /**
     * Says whose history is whole. Those whose history the log cuts off are left out of the fits and valued by what was
     * seen of them; the fit notes how many. Without it everybody came with the first purchase in the log, and the fit
     * notes if that looks doubtful.
     *
     * @param acquired when customers came
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public LtvFitting acquired(Acquisition acquired) {
        requireUnset("acquired", acquisition);
        acquisition = acquired;
        return this;
    }

    /**
     * Sets how both models are fitted; maximum likelihood on the calling thread without it. A parameter that is held is
     * held in the model that has it.
     *
     * @param value prior, threads and listener
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public LtvFitting fitOptions(FitOptions value) {
        requireUnset("fit options", options);
        options = value;
        return this;
    }

    /**
     * Sets how the posteriors are drawn from, which {@link #intervals} need; 400 draws with seed 1 and the threads of
     * the fits without it. Their prior is that of the fits; where the fits have none, that of these options.
     *
     * @param value draws, seed, threads and listener
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public LtvFitting posteriorOptions(PosteriorOptions value) {
        requireUnset("posterior options", posteriorOptions);
        posteriorOptions = value;
        return this;
    }

    private static void requireUnset(String name, @Nullable Object before) {
        if (before != null) {
            throw new IllegalArgumentException(
                    name + " was already set to " + (before instanceof ModelFamily<?> f ? f.name() : before));
        }
    }

    /**
     * Fits the models.
     *
     * @return the model, which later changes of this builder do not reach
     * @throws IllegalArgumentException if a family is missing; if no customer can be used; if the unit of the table is
     *     no day, week, month or year; or if money that was set is of another currency than the table
     * @throws ArithmeticException if the mean spend of all customers is infinite, as it is for q not above 1 in the
     *     Gamma-Gamma model
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    @Override
    public FittedLtv model() {
        return fitted(false);
    }

    /**
     * Fits the models and values the customers they were fitted to: what each is still to bring.
     *
     * @return the values, in the rows of the table
     * @throws IllegalArgumentException as {@link #model()}, and if there is no horizon, or it is without end and there
     *     is no discount
     * @throws ArithmeticException as {@link #model()}
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public CustomerValues value() {
        return fitted(true).value(base());
    }

    private CustomerBase base() {
        CustomerBase base = CustomerBase.of(customers);
        Known with = known;
        return with == null
                ? base
                : base.withEach(
                        FittedLtv.COVARIATES, row -> Optional.of(with.encoding().of(with.attributes(), row)));
    }

    /** Checks all that can be checked before the fits, which take longer. */
    private FittedLtv fitted(boolean ahead) {
        List<String> missing = new ArrayList<>();
        if (transactions == null) {
            missing.add("transactions");
        }
        if (spend == null) {
            missing.add("spend");
        }
        if (ahead && !terms().has(Input.HORIZON)) {
            missing.add(FittedLtv.NO_HORIZON);
        }
        if (transactions == null || spend == null || !missing.isEmpty()) {
            throw new IllegalArgumentException("the fitted model still needs: " + String.join(", ", missing));
        }
        terms().currency().filter(own -> !own.equals(customers.currency())).ifPresent(own -> {
            throw new IllegalArgumentException("the model's inputs are in " + own.getCurrencyCode()
                    + ", but the customers are in " + customers.currency().getCurrencyCode());
        });
        FitOptions how =
                options == null ? FitOptions.defaults().parallelism(threads(Parallelism.sequential())) : options;
        PosteriorOptions draws = posteriorOptions == null
                ? PosteriorOptions.defaults().parallelism(how.parallelism())
                : posteriorOptions;
        wanted().ifPresent(request -> IntervalPass.require(request.level(), draws.draws()));
        Acquisition acquired = acquisition == null ? Acquisition.inLog() : acquisition;
        Fitting fitting = new Fitting(customers, acquired, how, draws);
        return known == null
                ? fitted(fitting, transactions, spend, how)
                : fitted(fitting, CovariateFamily.of(transactions, known.encoding()), known, spend, how);
    }

    private <M extends TransactionModel, S extends SpendModel> FittedLtv fitted(
            Fitting fitting, TransactionFamily<M> family, SpendFamily<S> spend, FitOptions how) {
        fitting.requireNames(family, spend);
        Tally tally = fitting.tally();
        Fit<M> fit = fitting.transactions(family, tally);
        return fitted(
                fitting,
                fit,
                CustomerModels.same(fit.model()),
                options -> family.posterior(tally, options),
                spend,
                how);
    }

    private <M extends TransactionModel, S extends SpendModel> FittedLtv fitted(
            Fitting fitting, CovariateFamily<M> family, Known known, SpendFamily<S> spend, FitOptions how) {
        fitting.requireNames(family, spend);
        CovariateTally tally = fitting.tally(known.attributes(), known.encoding());
        Fit<WithCovariates<M>> fit = fitting.transactions(family, tally);
        return fitted(
                fitting, fit, CustomerModels.by(fit.model()), options -> family.posterior(tally, options), spend, how);
    }

    private <S extends SpendModel> FittedLtv fitted(
            Fitting fitting,
            Fit<?> fit,
            CustomerModels models,
            Function<PosteriorOptions, Posterior<?>> posterior,
            SpendFamily<S> spend,
            FitOptions how) {
        SpendTally amounts = fitting.amounts(firstIncluded());
        Fit<S> spendFit = fitting.spend(spend, amounts);
        return new FittedLtv(
                fit,
                models,
                spendFit,
                firstIncluded(),
                terms().copy(),
                threads(how.parallelism()),
                fitting.posteriors(fit, posterior, spendFit, options -> spend.posterior(amounts, options)),
                wanted());
    }

    @Override
    public Estimate newcomer() {
        return fitted(true).newcomer();
    }
}
