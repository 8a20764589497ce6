package io.clv.btyd;

import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why a known customer's value is what it is: by how much money the chance to be active, the purchases ahead, the spend
 * and the costs move it away from the average of the base, and which history moved them. With
 *
 * <pre>{@code
 * value = P(alive) x (margin x spend x purchases - cost to serve)
 * }</pre>
 *
 * <p>where purchases and cost are those ahead of one who is active, discounted, a {@linkplain Contribution
 * contribution} is the factor's Shapley value: the mean, over all orders in which the factors may go from the base's
 * average to the customer's own, of what its step changes. The contributions therefore do not depend on an order; the
 * base's average and they sum to the value, to the last minor unit; and a factor that is the average's contributes
 * nothing.
 *
 * <p>The averages are those whose product is the average value: P(alive) over all customers, purchases and cost over
 * those who are active, each as far as he is, spend over the purchases that are expected, margin over the revenue that
 * is. Plain means over customers would count what departed customers would buy if they were there, and leave a
 * remainder that belongs to no factor.
 *
 * <p>Immutable and safe to share between threads. Sources: Shapley 1953; for the factors Fader, Hardie and Lee 2005.
 */
public final class ValueExplanation {

    /** A factor of a customer's value. */
    public enum Driver {
        /** The chance that the customer is still active. */
        P_ALIVE("P(alive)"),
        /** The purchases ahead of one who is active, discounted where the value is. */
        PURCHASES("purchases"),
        /** The revenue of a purchase. */
        SPEND("spend"),
        /** What is left of revenue; told where it differs by customer. */
        MARGIN("margin"),
        /** What it costs to have one who is active, discounted where the value is; told where there is such a cost. */
        COST_TO_SERVE("cost to serve");

        private final String label;

        Driver(String label) {
            this.label = label;
        }

        /**
         * The factor in words.
         *
         * @return the words, in English
         */
        public String label() {
            return label;
        }
    }

    /**
     * What a factor adds to the value.
     *
     * @param driver the factor
     * @param own the customer's: a probability, a number of purchases, a share, or money in major units
     * @param average the base's
     * @param amount what it adds, in major units, unrounded
     * @param money what it adds, rounded so that the base's average and all contributions sum to the value
     * @param because the history or the terms that the factor comes from, in words
     * @param shares where the model knows covariates and they move this factor, what the history adds and what each
     *     covariate does, which sum to the money; empty elsewhere
     */
    public record Contribution(
            Driver driver, double own, double average, double amount, Money money, String because, List<Share> shares) {

        /**
         * Keeps a copy of the shares.
         *
         * @param driver the factor
         * @param own the customer's
         * @param average the base's
         * @param amount what it adds, in major units, unrounded
         * @param money what it adds, rounded
         * @param because the history or the terms that the factor comes from, in words
         * @param shares what the history adds and what each covariate does
         */
        public Contribution {
            shares = List.copyOf(shares);
        }
    }

    /**
     * What the history, or one covariate, adds by way of a factor.
     *
     * @param name "history", or the covariate with its value, such as "channel=web"
     * @param amount what it adds, in major units, unrounded; of a covariate, against the typical one, the mean of
     *     numbers and the most frequent label
     * @param money what it adds, rounded so that the shares sum to the contribution
     */
    public record Share(String name, double amount, Money money) {}

    /**
     * What was seen of a customer, or on average of the base.
     *
     * @param frequency repeat purchases, x
     * @param recency the time of the last of them, t_x
     * @param age the time observed, T
     * @param spend the mean amount of the purchases that tell of spend; of the base, over all such purchases. Empty
     *     where there is none
     */
    public record History(double frequency, double recency, double age, OptionalDouble spend) {}

    private final ExplainedRow row;
    private final List<Contribution> contributions;
    private final String text;

    ValueExplanation(ExplainedRow row, List<Contribution> contributions, String text) {
        this.row = row;
        this.contributions = List.copyOf(contributions);
        this.text = text;
    }

    /**
     * Whose value this is.
     *
     * @return the id
     */
    public String id() {
        return row.id();
    }

    /**
     * The model that made the value.
     *
     * @return its name
     */
    public String model() {
        return row.values().model();
    }

    /**
     * The customer's value.
     *
     * @return rounded half to even
     */
    public Money value() {
        return row.values().value(row.row());
    }

    /**
     * The customer's value, unrounded.
     *
     * @return in major units
     */
    public double amount() {
        return row.values().amount(row.row());
    }

    /**
     * The interval of the customer's value.
     *
     * @return the interval, in major units; empty unless the model was asked for intervals and could give them
     */
    public Optional<Interval> interval() {
        return row.values().interval(row.row());
    }

    /**
     * The base's value over the number of its customers.
     *
     * @return rounded half to even
     */
    public Money average() {
        return row.averageMoney();
    }

    /**
     * The base's value over the number of its customers, unrounded.
     *
     * @return in major units
     */
    public double averageAmount() {
        return row.averageAmount();
    }

    /**
     * How many customers the average is of.
     *
     * @return at least 1
     */
    public int customers() {
        return row.values().size();
    }

    /**
     * What the factors add: P(alive), purchases and spend always, the margin where it differs by customer, the cost to
     * serve where there is one.
     *
     * @return in the order of {@link Driver}
     */
    public List<Contribution> contributions() {
        return contributions;
    }

    /**
     * What one factor adds.
     *
     * @param driver the factor
     * @return its contribution; empty if the factor is not told
     */
    public Optional<Contribution> contribution(Driver driver) {
        return contributions.stream().filter(each -> each.driver() == driver).findFirst();
    }

    /**
     * What was seen of the customer.
     *
     * @return in the time unit of the base
     */
    public History history() {
        return row.history();
    }

    /**
     * What was seen of the base's customers on average.
     *
     * @return in the time unit of the base
     */
    public History averageHistory() {
        return row.average();
    }

    /**
     * Whether this is a newcomer's whole life or what a known customer is still to bring.
     *
     * @return the basis
     */
    public Basis basis() {
        return row.values().basis();
    }

    /**
     * Whether the money is revenue or profit.
     *
     * @return the measure
     */
    public Measure measure() {
        return row.values().measure();
    }

    /**
     * How far ahead the value counts.
     *
     * @return the horizon
     */
    public Horizon horizon() {
        return row.values().horizon();
    }

    /**
     * What waiting takes off the customer's value.
     *
     * @return the discount rate
     */
    public DiscountRate discount() {
        return row.terms().discount();
    }

    /**
     * What the values of the base rest on.
     *
     * @return sentences without a full stop, in English
     */
    public List<String> assumptions() {
        return row.values().assumptions();
    }

    /**
     * The explanation in words for a reader who knows the business and not the formula.
     *
     * @return a few lines of English
     */
    public String explain() {
        return text;
    }

    @Override
    public String toString() {
        return value() + " for customer " + id() + ", against " + average() + " on average";
    }
}
