package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How sure a fitted model is of its customers: credible intervals for each of them, for groups of them and for the
 * whole base, from equally likely draws of the parameters, each shared by all customers.
 *
 * <pre>{@code
 * CustomerIntervals sure = model.intervals(base, groups, Interval.Of.OUTCOME, percent(90));
 * Interval next = sure.base(Quantity.VALUE);
 * double overBudget = Arrays.stream(sure.baseDraws(Quantity.VALUE)).filter(value -> value > 50_000).count() / 400.0;
 * }</pre>
 *
 * <p>Intervals of the {@linkplain io.clv.quantity.Interval.Of#MEAN mean} are of expectations: the parameters are in
 * doubt, and nothing else. Intervals of the {@linkplain io.clv.quantity.Interval.Of#OUTCOME outcome} are of what will
 * happen: given the parameters, whether a customer is there, the purchases and their amounts are drawn too (the
 * posterior predictive). What a customer's draws are depends on the seed and the id, not on who else is in the base.
 *
 * <p>A group's draws are its customers' added up draw by draw, so that what the customers have in common, the
 * parameters, stays common; a group's interval is not the sum of its customers' intervals.
 *
 * <p>An interval reaches from the kth smallest to the kth largest of n draws, {@code k = floor((n + 1) (1 - level) /
 * 2)}: one more draw lies in it with a probability of {@code (n + 1 - 2k) / (n + 1)}, at least the level. Of counts,
 * which are whole, it holds more.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class CustomerIntervals {

    /** What an interval may be of. */
    public enum Quantity {
        /**
         * Of a customer the probability to be still there, or the outcome: 1 there, 0 gone. Of a group how many of its
         * customers are there.
         */
        P_ALIVE("p_alive"),
        /** The purchases up to the horizon, not discounted; not there where the horizon is without end. */
        TRANSACTIONS("transactions"),
        /**
         * What a purchase brings, in major units: the expectation, or the outcome, the amount of the next purchase. Of
         * a group the mean over its customers.
         */
        SPEND("spend"),
        /** What is still to come up to the horizon, in major units: the values of {@link FittedLtv#value}. */
        VALUE("value");

        private final String label;

        Quantity(String label) {
            this.label = label;
        }

        /**
         * The quantity in a word.
         *
         * @return such as "p_alive"
         */
        public String label() {
            return label;
        }
    }

    private final CustomerTable customers;
    private final Groups groups;
    private final Set<Quantity> quantities;
    private final IntervalPass pass;
    private final String diagnosis;

    CustomerIntervals(
            CustomerTable customers, Groups groups, Set<Quantity> quantities, IntervalPass pass, String diagnosis) {
        this.customers = customers;
        this.groups = groups;
        this.quantities = Set.copyOf(quantities);
        this.pass = pass;
        this.diagnosis = diagnosis;
    }

    /**
     * The customers in whose rows the intervals stand.
     *
     * @return the table
     */
    public CustomerTable customers() {
        return customers;
    }

    /**
     * The groups.
     *
     * @return the groups that were asked for
     */
    public Groups groups() {
        return groups;
    }

    /**
     * What the intervals are about.
     *
     * @return the mean or the outcome
     */
    public Interval.Of of() {
        return pass.range().of();
    }

    /**
     * With what probability they hold it.
     *
     * @return the level
     */
    public Ratio level() {
        return pass.range().level();
    }

    /**
     * How many draws there are.
     *
     * @return the length of {@link #baseDraws}
     */
    public int draws() {
        return pass.range().draws();
    }

    /**
     * The interval of a customer.
     *
     * @param quantity of what
     * @param row from 0
     * @return the interval
     * @throws IllegalArgumentException if there is none of the quantity, as of transactions for ever
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Interval customer(Quantity quantity, int row) {
        require(quantity);
        Objects.checkIndex(row, customers.size());
        return new Interval(pass.low(quantity)[row], pass.high(quantity)[row], level(), of());
    }

    /**
     * The interval of a group.
     *
     * @param quantity of what
     * @param code the group's
     * @return the interval
     * @throws IllegalArgumentException as {@link #groupDraws}
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public Interval group(Quantity quantity, int code) {
        return pass.range().of(groupDraws(quantity, code));
    }

    /**
     * The interval of the whole base.
     *
     * @param quantity of what
     * @return the interval
     * @throws IllegalArgumentException as {@link #baseDraws}
     */
    public Interval base(Quantity quantity) {
        return pass.range().of(baseDraws(quantity));
    }

    /**
     * The whole base in each draw, all equally likely.
     *
     * @param quantity of what
     * @return a number for each draw; of the mean, each is an expectation
     * @throws IllegalArgumentException if there is none of the quantity, or it is spend and there is no customer
     */
    public double[] baseDraws(Quantity quantity) {
        require(quantity);
        requireSpender("the base", quantity, customers.size());
        return pass.ofBase(quantity);
    }

    /**
     * A group in each draw, all equally likely.
     *
     * @param quantity of what
     * @param code the group's
     * @return a number for each draw, in the order of {@link #baseDraws}
     * @throws IllegalArgumentException if there is none of the quantity, or it is spend and the group has no customer
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public double[] groupDraws(Quantity quantity, int code) {
        require(quantity);
        requireSpender("group " + groups.labels().get(code), quantity, groups.count(code));
        return pass.ofGroup(quantity, code);
    }

    private static void requireSpender(String name, Quantity quantity, int customers) {
        if (quantity == Quantity.SPEND && customers == 0) {
            throw new IllegalArgumentException(name + " must have a customer to have a mean spend, but has none");
        }
    }

    private void require(Quantity quantity) {
        if (!quantities.contains(quantity)) {
            throw new IllegalArgumentException("there is no interval of " + quantity.label()
                    + " over a horizon without end; there are those of "
                    + quantities.stream().sorted().map(Quantity::label).collect(Collectors.joining(", ")));
        }
    }

    /**
     * What the draws are and how far they can be trusted: the prior, the effective sample size and k-hat of both
     * posteriors.
     *
     * @return a few sentences without full stops, joined by semicolons, in English
     */
    public String diagnosis() {
        return diagnosis;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s intervals of the %s for %,d customers, by %,d draws",
                level(),
                of().label(),
                customers.size(),
                draws());
    }
}
