package io.clv.btyd;

import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fitted pair of models, of purchases and of spend, where a formula could stand: the value of one customer, of a
 * base, or of a newcomer.
 *
 * <pre>{@code
 * CustomerValues values = Clv.fit(customers).transactions(BgNbd.family()).spend(GammaGamma.family())
 *         .grossMargin(percent(30)).discountedAt(annually(percent(15))).over(years(1)).value();
 * }</pre>
 *
 * <p>A known customer's value is what he is still to bring ({@link io.clv.quantity.Basis#RESIDUAL_AFTER_OBSERVATION}):
 *
 * <pre>{@code
 * margin x E[spend] x DERT - cost to serve x discounted expected lifetime
 * }</pre>
 *
 * <p>(Fader, Hardie and Lee 2005), each up to the horizon, with the continuous discount rate {@code delta = ln(1 + d)}
 * per time unit of the fit; the cost of acquisition is spent and no part of it. A newcomer's is the whole life
 * ({@link io.clv.quantity.Basis#LIFETIME_FROM_ACQUISITION}): the first order, the same of one without a history, and
 * the cost of acquisition as a part of its own. The two do not compare.
 *
 * <p>Customers of whose spend nothing is known, without a repeat purchase or with a mean that is not above 0, get the
 * mean spend of all. Without a gross margin the values are revenue, and costs are refused.
 *
 * <p>Gross margin, cost to serve, discount and horizon that were not set come from the base or the profile, where all
 * but the horizon may differ by customer. A horizon there must be, and one without end needs a discount rate above 0.
 *
 * <p>A base in columns is worth exactly what its customers are one by one, whatever the number of threads. Immutable
 * and safe to share between threads.
 */
public final class FittedLtv implements LtvModel {

    /**
     * What the profile of a customer must hold where the model was fitted with covariates; of a base,
     * {@link CustomerBase#withEach} gives each customer his own.
     */
    public static final Input<Covariates> COVARIATES = Input.of("covariates", Covariates::parse);

    private static final Set<Input<?>> TERMS = Set.of(
            Input.GROSS_MARGIN, Input.COST_TO_SERVE, Input.DISCOUNT, Input.HORIZON, Input.ACQUISITION_COST, COVARIATES);

    private final Fit<?> transactions;
    private final CustomerModels models;
    private final Fit<? extends SpendModel> spend;
    private final Spending spending;
    private final ChronoUnit unit;
    private final Terms terms;
    private final Parallelism parallelism;
    private final Posteriors posteriors;
    private final Optional<IntervalRequest> wanted;

    FittedLtv(
            Fit<?> transactions,
            CustomerModels models,
            Fit<? extends SpendModel> spend,
            boolean firstIncluded,
            Terms terms,
            Parallelism parallelism,
            Posteriors posteriors,
            Optional<IntervalRequest> wanted) {
        this(
                transactions,
                models,
                spend,
                Spending.of(spend.model(), firstIncluded),
                terms,
                parallelism,
                posteriors,
                wanted);
    }

    private FittedLtv(
            Fit<?> transactions,
            CustomerModels models,
            Fit<? extends SpendModel> spend,
            Spending spending,
            Terms terms,
            Parallelism parallelism,
            Posteriors posteriors,
            Optional<IntervalRequest> wanted) {
        this.transactions = transactions;
        this.models = models;
        this.spend = spend;
        this.spending = spending;
        this.unit = transactions
                .unit()
                .orElseThrow(() -> new IllegalArgumentException("the " + transactions.family()
                        + " fit must be in a unit of time, but was in " + transactions.unitText()));
        // Rates of money and discount are known per day, week, month and year.
        Span.of(0, unit);
        this.terms = terms;
        this.parallelism = parallelism;
        this.posteriors = posteriors;
        this.wanted = wanted;
        terms.currency().ifPresent(this::requireCurrency);
    }

    /**
     * Starts to fit models to the customers of a table.
     *
     * @param customers the table
     * @return a builder
     */
    public static Builder fit(CustomerTable customers) {
        return new Builder(customers);
    }

    /**
     * Starts from models that were fitted before: loaded, made by hand, or both.
     *
     * @param transactions how customers buy and leave
     * @param spend what they spend on a purchase
     * @return a builder of the valuation
     */
    public static Valuation of(Fit<? extends TransactionModel> transactions, Fit<? extends SpendModel> spend) {
        return new Valuation(transactions, CustomerModels.same(transactions.model()), spend);
    }

    /**
     * Starts from models that were fitted before, that of purchases with covariates.
     *
     * @param transactions how customers buy and leave, by {@link #COVARIATES}
     * @param spend what they spend on a purchase
     * @return a builder of the valuation
     */
    public static Valuation withCovariates(
            Fit<? extends WithCovariates<? extends TransactionModel>> transactions, Fit<? extends SpendModel> spend) {
        return new Valuation(transactions, CustomerModels.by(transactions.model()), spend);
    }

    /**
     * How customers buy and leave.
     *
     * @return the fit
     */
    public Fit<?> transactions() {
        return transactions;
    }

    /**
     * This model with customers whom something befalls from now on: they leave, buy or spend so many times as much.
     * What is past, and with it P(alive), stays as it is. Shocks on a model under a shock multiply. There are no
     * intervals under a shock.
     *
     * @param shock what befalls them
     * @return the model
     * @throws IllegalArgumentException if the shock is of leaving or buying, and the model of purchases is none of the
     *     library's
     */
    public FittedLtv under(Shock shock) {
        CustomerModels shocked = models.under(shock);
        shocked.base();
        return new FittedLtv(
                transactions,
                shocked,
                spend,
                spending.times(shock.spending()),
                terms,
                parallelism,
                Posteriors.absent("how sure a model is under a shock is not drawn"),
                wanted);
    }

    CustomerModels models() {
        return models;
    }

    /**
     * What they spend on a purchase.
     *
     * @return the fit
     */
    public Fit<? extends SpendModel> spend() {
        return spend;
    }

    /**
     * The time unit of the fit, which that of a base must be.
     *
     * @return days, weeks, months or years
     */
    public ChronoUnit unit() {
        return unit;
    }

    /** The name that values are given under. */
    String name() {
        return transactions.family();
    }

    Spending spending() {
        return spending;
    }

    Terms terms() {
        return terms;
    }

    Parallelism parallelism() {
        return parallelism;
    }

    Posteriors posteriors() {
        return posteriors;
    }

    /** The intervals that values are to have. */
    Optional<IntervalRequest> wanted() {
        return wanted;
    }

    /** Frequency, recency, age, and the horizon unless it is set; one with a repeat purchase needs its value too. */
    @Override
    public Set<Input<?>> requires() {
        Set<Input<?>> inputs = new LinkedHashSet<>(Set.of(Input.FREQUENCY, Input.RECENCY, Input.AGE));
        if (!terms.has(Input.HORIZON)) {
            inputs.add(Input.HORIZON);
        }
        return Set.copyOf(inputs);
    }

    /** Gross margin, cost to serve, discount, horizon and cost of acquisition, unless they are set in the model. */
    @Override
    public boolean reads(Input<?> input) {
        return TERMS.contains(input) && !terms.has(input);
    }

    /**
     * What a known customer is still to bring, from x, t_x, T and the mean of the repeat purchases.
     *
     * @throws IllegalArgumentException if the profile lacks one of them or the horizon, all of which the message names;
     *     if they are impossible together; if its currency is another; or if the horizon is without end and there is no
     *     discount
     */
    @Override
    public Estimate estimate(CustomerProfile profile) {
        requireCurrency(profile.currency());
        return new ProfileValuation(this, profile).residual();
    }

    /**
     * What every customer of a base is still to bring, with columns for P(alive), the purchases expected (where the
     * horizon has an end) and the spend expected.
     *
     * @throws IllegalArgumentException if the base is in another time unit or currency than the fits, there is no
     *     horizon, or the horizon is without end and there is no discount
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    @Override
    public CustomerValues value(CustomerBase base) {
        requireSame(base);
        return new BaseValuation(this, base).values();
    }

    /**
     * How sure the model is of every customer of a base and of the base as a whole: see {@link #intervals(CustomerBase,
     * Groups, Interval.Of, Ratio)}.
     *
     * @param base the customers
     * @param of the mean, where the parameters alone are in doubt, or the outcome
     * @param level the probability, such as {@code percent(90)}
     * @return the intervals, with all customers as one group
     * @throws IllegalArgumentException as with groups
     * @throws ArithmeticException as with groups
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public CustomerIntervals intervals(CustomerBase base, Interval.Of of, Ratio level) {
        return intervals(base, Groups.of(new int[base.size()], List.of("all")), of, level);
    }

    /**
     * How sure the model is of every customer of a base, of groups of them and of the base as a whole. The posteriors
     * of both models are sought when this is asked first; the draws of their parameters are shared by all customers.
     * The same seed gives the same draws for any number of threads.
     *
     * <p>Each draw of a base takes its own time: with a year ahead, a million customers and 400 draws some tens of
     * seconds. Outcomes over a horizon without end are drawn until a purchase counts less than a millionth.
     *
     * @param base the customers
     * @param groups one for each row of the base
     * @param of the mean, where the parameters alone are in doubt, or the outcome
     * @param level the probability, such as {@code percent(90)}
     * @return the intervals
     * @throws IllegalArgumentException as {@link #value(CustomerBase)}; if the groups are not of the base's rows, the
     *     level is not between 0% and 100% or needs more draws than there are; or if nothing is known of the
     *     parameters' posterior, as of models that were fitted elsewhere
     * @throws ArithmeticException if the draws of the parameters are not to be trusted, with their diagnosis, or an
     *     interval is beyond all numbers
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public CustomerIntervals intervals(CustomerBase base, Groups groups, Interval.Of of, Ratio level) {
        requireSame(base);
        if (groups.size() != base.size()) {
            throw new IllegalArgumentException("groups must be of the " + base.size()
                    + " customers of the base, but were of " + groups.size() + " rows");
        }
        return new BaseValuation(this, base).intervals(groups, new IntervalRequest(of, level));
    }

    private void requireSame(CustomerBase base) {
        if (base.customers().unit() != unit) {
            throw new IllegalArgumentException("the " + transactions.family() + " fit is in "
                    + FitText.unit(unit) + ", but the customers are in "
                    + FitText.unit(base.customers().unit()));
        }
        requireCurrency(base.currency());
    }

    /**
     * The lifetime value of a customer who makes the first purchase now.
     *
     * @return the estimate, in the currency of the spend fit or else of the money that was set
     * @throws IllegalArgumentException if there is no such currency, as where spend was fitted to bare numbers; or as
     *     {@link #newcomer(CustomerProfile)}
     */
    public Estimate newcomer() {
        Currency currency = FitText.currency(spend.unitText())
                .or(terms::currency)
                .orElseThrow(
                        () -> new IllegalArgumentException("a newcomer's value needs a currency: the spend fit is in "
                                + spend.unitText() + ", and no money was set; give newcomer(currency)"));
        return newcomer(currency);
    }

    /**
     * The lifetime value of a customer who makes the first purchase now.
     *
     * @param currency the currency of the spend fit; of its amounts, if it has none
     * @return the estimate
     * @throws IllegalArgumentException as {@link #newcomer(CustomerProfile)}
     */
    public Estimate newcomer(Currency currency) {
        return newcomer(CustomerProfile.builder(currency).build());
    }

    /**
     * The lifetime value of a customer who makes the first purchase now, with what was not set taken from a profile:
     * gross margin, cost to serve, discount, horizon and acquisition cost. The first order brings what was set, or else
     * the mean spend of all customers.
     *
     * @param profile the profile; a history in it is not read
     * @return the estimate
     * @throws IllegalArgumentException if there is no horizon, it is without end and there is no discount, there are
     *     costs and no margin, or the currency is another than the fit's
     */
    public Estimate newcomer(CustomerProfile profile) {
        requireCurrency(profile.currency());
        return new ProfileValuation(this, profile).newcomer();
    }

    /**
     * The values of a base, each to be explained by what moves it away from the average.
     *
     * @param base the base
     * @return the values and their reasons
     * @throws IllegalArgumentException as {@link #value(CustomerBase)}
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public ValueExplanations explain(CustomerBase base) {
        requireSame(base);
        return new ValueExplanations(this, base, new BaseValuation(this, base));
    }

    /**
     * Why a customer of a base is worth what he is; for many customers, {@link #explain(CustomerBase)} values the base
     * once.
     *
     * @param base the base
     * @param id the customer
     * @return by how much money his history moves the value away from the base's average
     * @throws IllegalArgumentException if the base has no such customer, and as {@link #value(CustomerBase)}
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public ValueExplanation explain(CustomerBase base, String id) {
        return explain(base).of(id);
    }

    private void requireCurrency(Currency currency) {
        FitText.currency(spend.unitText()).filter(own -> !own.equals(currency)).ifPresent(own -> {
            throw new IllegalArgumentException("the " + spend.family() + " fit is in " + own.getCurrencyCode()
                    + ", but the money is in " + currency.getCurrencyCode());
        });
        terms.currency().filter(own -> !own.equals(currency)).ifPresent(own -> {
            throw new IllegalArgumentException("the model's inputs are in " + own.getCurrencyCode()
                    + ", but the customers are in " + currency.getCurrencyCode());
        });
    }

    /** What is ahead, up to the horizon that was found; its absence is the message. */
    Ahead ahead(Optional<Horizon> horizon) {
        return Ahead.of(
                models.base(),
                horizon.orElseThrow(() -> new IllegalArgumentException(
                        "the " + transactions.family() + " model still needs: " + NO_HORIZON)),
                unit);
    }

    static final String NO_HORIZON = "horizon (a span, or forever with a discount above 0)";

    @Override
    public String toString() {
        return transactions + "; " + spend + "; " + terms;
    }

    /** Says what turns the purchases of models fitted before into money. Not safe to share between threads. */
    public static final class Valuation extends ValuationBuilder<Valuation> {

        private final Fit<?> transactions;
        private final CustomerModels models;
        private final Fit<? extends SpendModel> spend;
        private @Nullable Posteriors posteriors;

        private Valuation(Fit<?> transactions, CustomerModels models, Fit<? extends SpendModel> spend) {
            this.transactions = transactions;
            this.models = models;
            this.spend = spend;
        }

        @Override
        Valuation self() {
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
        public Valuation posteriors(Posterior<?> transactions, Posterior<? extends SpendModel> spend) {
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
         * @throws IllegalArgumentException if the unit of the fit is no day, week, month or year, or money that was set
         *     is of another currency than the spend fit
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

    /** Says what to fit, and what turns purchases into money. Not safe to share between threads. */
    public static final class Builder extends ValuationBuilder<Builder> {

        private final CustomerTable customers;
        private @Nullable TransactionFamily<?> transactions;
        private @Nullable SpendFamily<?> spend;
        private @Nullable Acquisition acquisition;
        private @Nullable FitOptions options;
        private @Nullable PosteriorOptions posteriorOptions;
        private @Nullable Known known;

        /** What is known of the customers beside their histories. */
        private record Known(JoinedAttributes attributes, CovariateEncoding encoding) {}

        private Builder(CustomerTable customers) {
            this.customers = customers;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets how customers buy and leave.
         *
         * @param family such as {@code BgNbd.family()}
         * @return this builder
         * @throws IllegalArgumentException if it was set before
         */
        public Builder transactions(TransactionFamily<?> family) {
            requireUnset("transactions", transactions);
            transactions = family;
            return this;
        }

        /**
         * Lets what is known of customers beside their histories move how they buy and leave: numbers, counted in
         * standard deviations from the mean, and categories ({@link CovariateFamily}). The model needs
         * {@link FittedLtv#COVARIATES} of every customer whom it values later.
         *
         * @param attributes of the customers of the table that is fitted
         * @param columns which of them
         * @return this builder
         * @throws IllegalArgumentException if it was set before; the attributes are of other customers; there is no
         *     such column or it holds neither numbers nor categories; or a customer has no value in it, or all the same
         */
        public Builder covariates(JoinedAttributes attributes, List<String> columns) {
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
        public Builder spend(SpendFamily<?> family) {
            requireUnset("spend", spend);
            spend = family;
            return this;
        }

        /**
         * Says whose history is whole. Those whose history the log cuts off are left out of the fits and valued by what
         * was seen of them; the fit notes how many. Without it everybody came with the first purchase in the log, and
         * the fit notes if that looks doubtful.
         *
         * @param acquired when customers came
         * @return this builder
         * @throws IllegalArgumentException if it was set before
         */
        public Builder acquired(Acquisition acquired) {
            requireUnset("acquired", acquisition);
            acquisition = acquired;
            return this;
        }

        /**
         * Sets how both models are fitted; maximum likelihood on the calling thread without it. A parameter that is
         * held is held in the model that has it.
         *
         * @param value prior, threads and listener
         * @return this builder
         * @throws IllegalArgumentException if it was set before
         */
        public Builder fitOptions(FitOptions value) {
            requireUnset("fit options", options);
            options = value;
            return this;
        }

        /**
         * Sets how the posteriors are drawn from, which {@link #intervals} need; 400 draws with seed 1 and the threads
         * of the fits without it. Their prior is that of the fits; where the fits have none, that of these options.
         *
         * @param value draws, seed, threads and listener
         * @return this builder
         * @throws IllegalArgumentException if it was set before
         */
        public Builder posteriorOptions(PosteriorOptions value) {
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
         * @throws IllegalArgumentException if a family is missing; if no customer can be used; if the unit of the table
         *     is no day, week, month or year; or if money that was set is of another currency than the table
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
         * @throws IllegalArgumentException as {@link #model()}, and if there is no horizon, or it is without end and
         *     there is no discount
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
                            COVARIATES, row -> Optional.of(with.encoding().of(with.attributes(), row)));
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
                missing.add(NO_HORIZON);
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
                    fitting,
                    fit,
                    CustomerModels.by(fit.model()),
                    options -> family.posterior(tally, options),
                    spend,
                    how);
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
}
