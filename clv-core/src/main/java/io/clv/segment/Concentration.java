package io.clv.segment;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of the whole few customers hold. With n customers and their amounts from the highest down, y_1 &ge; y_2 &ge;
 * ..., the cumulative share is
 *
 * <pre>{@code C(m) = (y_1 + ... + y_m) / (y_1 + ... + y_n)}</pre>
 *
 * and linear between whole numbers of customers: of 2,357 customers the top 20% are 471.4, who hold what 471 do and
 * four tenths of what the next one does. Equal amounts need no order.
 *
 * <p>Amounts below 0 are allowed as long as the total is above 0: the curve then rises beyond 100% before it comes
 * down, the whale that shows how much the best bring and the rest eat up. The Lorenz curve and the Gini coefficient are
 * of amounts of 0 or more only (Lorenz 1905, Gini 1912).
 *
 * <p>Expected values are less concentrated than what customers will really bring, as chance has been averaged out of
 * them; {@link ConcentrationContrast} shows both. Immutable and safe to share between threads.
 */
public final class Concentration {

    private static final double TOLERANCE = 1e-12;

    private final CustomerAmounts amounts;
    private final double[] ascending;

    /** What the best 0, 1, 2 ... customers hold together. */
    private final double[] cumulative;

    private final int losing;
    private final double lost;
    private final int peak;
    private final OptionalDouble gini;

    private Concentration(CustomerAmounts amounts) {
        this.amounts = amounts;
        ascending = amounts.ascending();
        int n = ascending.length;
        cumulative = new double[n + 1];
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum area = new CompensatedSum();
        CompensatedSum below = new CompensatedSum();
        int negative = 0;
        int positive = 0;
        for (int best = 0; best < n; best++) {
            double amount = ascending[n - 1 - best];
            sum.add(amount);
            cumulative[best + 1] = sum.value();
            area.add(amount * (n - 1 - 2.0 * best));
            if (amount < 0) {
                below.add(amount);
                negative++;
            } else if (amount > 0) {
                positive++;
            }
        }
        losing = negative;
        lost = below.value();
        peak = positive;
        gini = negative > 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, area.value() / n / total()));
    }

    /**
     * A point of a curve of concentration.
     *
     * @param customers a share of the customers
     * @param value the share of the total that they hold together; above 100% on a whale curve
     */
    public record Point(Ratio customers, Ratio value) {}

    /**
     * Measures concentration.
     *
     * @param amounts what each customer is worth
     * @return the concentration
     * @throws IllegalArgumentException if the total is not above 0, because there are no shares of it
     */
    public static Concentration of(CustomerAmounts amounts) {
        amounts.requireTotalAboveZero("concentration");
        return new Concentration(amounts);
    }

    private int customers() {
        return cumulative.length - 1;
    }

    private double total() {
        return cumulative[customers()];
    }

    /**
     * What is concentrated.
     *
     * @return the amounts
     */
    public CustomerAmounts amounts() {
        return amounts;
    }

    /**
     * The share of the total that the best customers hold.
     *
     * @param customers which share of the customers, as 20%
     * @return their share of the total, with a part of the last customer where the number is no whole one
     * @throws IllegalArgumentException if the share is not between 0% and 100%
     */
    public Ratio top(Ratio customers) {
        requireShare("share of customers", customers);
        return Ratio.of(held(customers.value() * customers()) / total());
    }

    private static void requireShare(String name, Ratio share) {
        if (!(share.value() >= 0 && share.value() <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0% and 100%, but was " + share);
        }
    }

    private double held(double best) {
        int whole = (int) Math.min(customers(), Math.floor(best));
        return whole == customers()
                ? cumulative[whole]
                : cumulative[whole] + (best - whole) * (cumulative[whole + 1] - cumulative[whole]);
    }

    /**
     * The fewest customers who hold a share of the total.
     *
     * @param value which share of the total, as 80%
     * @return the share of the customers, with a part of the last one where he is not needed whole
     * @throws IllegalArgumentException if the share is not between 0% and 100%
     */
    public Ratio holding(Ratio value) {
        requireShare("share of value", value);
        double wanted = value.value() * total();
        int whole = needed(wanted);
        if (whole == 0) {
            return Ratio.ZERO;
        }
        double before = cumulative[whole - 1];
        double part = Math.min(1, (wanted - before) / (cumulative[whole] - before));
        return Ratio.of((whole - 1 + part) / customers());
    }

    /** How many of the best hold an amount together; the curve rises up to its peak, which is not below the total. */
    private int needed(double amount) {
        int low = 0;
        int high = peak;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] >= amount) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The amount of the last of those who are needed to hold a share, above 0. */
    double leastAmountOfThoseHolding(double share) {
        int whole = Math.max(1, needed(share * total() * (1 - TOLERANCE)));
        return ascending[customers() - whole];
    }

    /**
     * The Gini coefficient in the form of a population: half the mean absolute difference between two customers, over
     * the mean; 0 where all are equal and (n - 1) / n where one has all.
     *
     * <pre>{@code G = sum over i of (n + 1 - 2 i) y_i / (n sum of y), y_1 the highest}</pre>
     *
     * @return the coefficient; empty if an amount is below 0, for which it has no such bounds
     */
    public OptionalDouble gini() {
        return gini;
    }

    /**
     * The Gini coefficient in the form of a sample, {@code G n / (n - 1)}, which reaches 1 where one has all. Some
     * peers print this one.
     *
     * @return the coefficient; empty if an amount is below 0, or there is one customer only
     */
    public OptionalDouble giniOfSample() {
        int n = customers();
        return gini.isEmpty() || n < 2 ? OptionalDouble.empty() : OptionalDouble.of(gini.getAsDouble() * n / (n - 1));
    }

    /**
     * The Lorenz curve: the share of the total that the poorest customers hold, convex from 0 to 1.
     *
     * @param steps into how many equal steps the customers are divided, from 1
     * @return a point more than steps, from 0% of the customers to 100%
     * @throws IllegalArgumentException if there are fewer steps than 1, or an amount is below 0
     */
    public List<Point> lorenz(int steps) {
        if (losing > 0) {
            throw new IllegalArgumentException("a Lorenz curve must be of amounts of 0 or more, but "
                    + Wording.count(losing) + " of " + Wording.customers(customers())
                    + " were below; the whale curve shows them");
        }
        List<Point> points = new ArrayList<>();
        for (int step = 0; step <= requireSteps(steps); step++) {
            double best = (double) (steps - step) / steps * customers();
            points.add(new Point(Ratio.of((double) step / steps), Ratio.of(1 - held(best) / total())));
        }
        return List.copyOf(points);
    }

    /**
     * The curve of cumulative profit: the share of the total that the best customers hold, above 100% where others
     * lose. Its highest point is the {@linkplain #peak peak}.
     *
     * @param steps into how many equal steps the customers are divided, from 1
     * @return a point more than steps, from 0% of the customers to 100%
     * @throws IllegalArgumentException if there are fewer steps than 1
     */
    public List<Point> whale(int steps) {
        List<Point> points = new ArrayList<>();
        for (int step = 0; step <= requireSteps(steps); step++) {
            Ratio customers = Ratio.of((double) step / steps);
            points.add(new Point(customers, top(customers)));
        }
        return List.copyOf(points);
    }

    private static int requireSteps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, but were " + steps);
        }
        return steps;
    }

    /**
     * Where the whale curve is highest: the customers worth more than nothing, and what they hold.
     *
     * @return 100% of the total where nobody is below 0
     */
    public Point peak() {
        return new Point(Ratio.of((double) peak / customers()), Ratio.of(cumulative[peak] / total()));
    }

    /**
     * The customers whose amount is below 0.
     *
     * @return how many
     */
    public int losing() {
        return losing;
    }

    /**
     * What the customers below 0 take away together.
     *
     * @return their sum, 0 or negative
     */
    public Money lost() {
        return amounts.money(lost);
    }

    /**
     * The concentration in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        Ratio fifth = Ratio.of(0.2);
        Ratio most = Ratio.of(0.8);
        Ratio few = holding(most);
        StringBuilder text = new StringBuilder();
        text.append(amounts)
                .append("\nthe top 20% of customers (")
                .append(Wording.decimal(fifth.value() * customers(), 1))
                .append(") hold ")
                .append(Wording.percent(top(fifth)))
                .append("; 80% is held by the top ")
                .append(Wording.percent(few))
                .append(" (")
                .append(Wording.decimal(few.value() * customers(), 1))
                .append(")\n");
        if (gini.isPresent()) {
            text.append("Gini coefficient ")
                    .append(Wording.decimal(gini.getAsDouble(), 3))
                    .append(", from 0 where all are equal to nearly 1 where one has all\n");
        } else {
            text.append(Wording.percent(peak().customers()))
                    .append(" of customers bring ")
                    .append(Wording.percent(peak().value()))
                    .append(" of the total; ")
                    .append(Wording.customers(losing))
                    .append(losing == 1 ? " loses " : " lose ")
                    .append(lost().negated())
                    .append(" of it, so that there is no Gini coefficient\n");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "the top 20% of customers hold " + Wording.percent(top(Ratio.of(0.2))) + " of " + amounts;
    }
}
