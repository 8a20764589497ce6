package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
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
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    public static LtvFitting fit(CustomerTable customers) {
        return new LtvFitting(customers);
    }

    /**
     * Starts from models that were fitted before: loaded, made by hand, or both.
     *
     * @param transactions how customers buy and leave
     * @param spend what they spend on a purchase
     * @return a builder of the valuation
     */
    public static LtvValuation of(Fit<? extends TransactionModel> transactions, Fit<? extends SpendModel> spend) {
        return new LtvValuation(transactions, CustomerModels.same(transactions.model()), spend);
    }

    /**
     * Starts from models that were fitted before, that of purchases with covariates.
     *
     * @param transactions how customers buy and leave, by {@link #COVARIATES}
     * @param spend what they spend on a purchase
     * @return a builder of the valuation
     */
    public static LtvValuation withCovariates(
            Fit<? extends WithCovariates<? extends TransactionModel>> transactions, Fit<? extends SpendModel> spend) {
        return new LtvValuation(transactions, CustomerModels.by(transactions.model()), spend);
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
     * What is past, and with it P(alive), stays as it is. Shocks on a model under a shock multiply. The doubt about the
     * parameters, and with it the intervals, is that of the model without; how large the shock is, is not in doubt.
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
                transactions, shocked, spend, spending.times(shock.spending()), terms, parallelism, posteriors, wanted);
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

    /**
     * A text that {@link #parse} reads back to a model with the same values and intervals, anywhere: both fits, what
     * was set, and where intervals were asked for, the draws of the parameters; nothing of a customer. Those draws are
     * sought if they were not before.
     *
     * @return some lines, the first naming the format and its version
     * @throws IllegalStateException if the model has covariates or is under a shock
     */
    public String toText() {
        return LtvText.of(this);
    }

    /**
     * Reads what {@link #toText} wrote. Families are found by name, so one of your own must be declared to
     * {@link java.util.ServiceLoader}. The model values on the calling thread.
     *
     * @param text the text form
     * @return the model
     * @throws IllegalArgumentException if the text is something else, or names a family that is not there
     */
    public static FittedLtv parse(String text) {
        return LtvText.parse(text);
    }

    @Override
    public String toString() {
        return transactions + "; " + spend + "; " + terms;
    }
}
