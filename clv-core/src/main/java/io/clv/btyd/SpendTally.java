package io.clv.btyd;

import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;
import io.clv.numerics.CompensatedSum;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a fit of spend consumes: the number x of purchases and their mean amount, each with a weight. Customers without
 * a repeat purchase, and those whose mean is not above 0 (all refunded, or free), cannot be used and are counted.
 */
public final class SpendTally {

    private final @Nullable Currency currency;
    private final int[] x;
    private final double[] mean;
    private final double[] weight;
    private final Moments moments;
    private final double withoutPurchases;
    private final double withoutSpend;

    private SpendTally(@Nullable Currency currency, DistinctRows rows, double withoutPurchases, double withoutSpend) {
        this.currency = currency;
        this.x = rows.x();
        this.mean = rows.second();
        this.weight = rows.weight();
        this.withoutPurchases = withoutPurchases;
        this.withoutSpend = withoutSpend;
        this.moments = Moments.of(x, mean, weight);
    }

    /**
     * The repeat purchases of a table's customers, as the authors of the Gamma-Gamma model count them: the first is
     * left out, since it often differs.
     *
     * @param customers the table
     * @return the tally
     */
    public static SpendTally ofRepeatPurchases(CustomerTable customers) {
        return of(customers, 0, row -> true);
    }

    /**
     * All purchases of a table's customers, the first included.
     *
     * @param customers the table
     * @return the tally
     */
    public static SpendTally ofAllPurchases(CustomerTable customers) {
        return of(customers, 1, row -> true);
    }

    /**
     * As {@link #ofRepeatPurchases(CustomerTable)}, of those customers whose history is whole.
     *
     * @param customers the table
     * @param acquired when customers came
     * @return the tally, without those whose history the log cuts off
     * @throws IllegalArgumentException if acquisition dates were joined to another table
     */
    public static SpendTally ofRepeatPurchases(CustomerTable customers, Acquisition acquired) {
        return of(customers, 0, row -> acquired.isWhole(customers, row));
    }

    /**
     * As {@link #ofAllPurchases(CustomerTable)}, of those customers whose history is whole.
     *
     * @param customers the table
     * @param acquired when customers came
     * @return the tally, without those whose history the log cuts off
     * @throws IllegalArgumentException if acquisition dates were joined to another table
     */
    public static SpendTally ofAllPurchases(CustomerTable customers, Acquisition acquired) {
        return of(customers, 1, row -> acquired.isWhole(customers, row));
    }

    /** Some rows of a table, with so many purchases more than the repeats. */
    static SpendTally of(CustomerTable customers, int first, IntPredicate kept) {
        int rows = customers.size();
        double[] x = new double[rows];
        double[] mean = new double[rows];
        double[] weight = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = customers.frequency(row) + first;
            mean[row] = first == 0 ? customers.monetaryValue(row) : customers.totalAmount(row) / x[row];
            weight[row] = kept.test(row) ? 1 : 0;
        }
        return of(x, mean, weight, customers.currency());
    }

    /**
     * Customers in columns.
     *
     * @param x purchases whose amounts are known
     * @param mean their mean amount, in major units; not used where x is 0
     * @param weight how many customers; 0 for none
     * @return the tally
     * @throws IllegalArgumentException if the columns differ in length; or if a row is impossible, naming the row (from
     *     1) and the value: x below 0 or not whole, a mean that is not finite, a weight that is negative or not finite
     */
    public static SpendTally of(double[] x, double[] mean, double[] weight) {
        return of(x, mean, weight, null);
    }

    private static SpendTally of(double[] x, double[] mean, double[] weight, @Nullable Currency currency) {
        int rows = x.length;
        if (mean.length != rows || weight.length != rows) {
            throw new IllegalArgumentException("columns must be of one length, but x had " + rows + " rows, the mean "
                    + mean.length + " and the weight " + weight.length);
        }
        int[] keptX = new int[rows];
        double[] keptMean = new double[rows];
        double[] keptWeight = new double[rows];
        int kept = 0;
        double withoutPurchases = 0;
        double withoutSpend = 0;
        for (int row = 0; row < rows; row++) {
            String fault = fault(x[row], mean[row], weight[row]);
            if (fault != null) {
                throw new IllegalArgumentException("row " + (row + 1) + ": " + fault);
            }
            if (x[row] == 0) {
                withoutPurchases += weight[row];
            } else if (!(mean[row] > 0)) {
                withoutSpend += weight[row];
            } else if (weight[row] > 0) {
                keptX[kept] = (int) x[row];
                keptMean[kept] = mean[row];
                keptWeight[kept++] = weight[row];
            }
        }
        DistinctRows distinct = DistinctRows.of(
                Arrays.copyOf(keptX, kept),
                Arrays.copyOf(keptMean, kept),
                new double[kept],
                Arrays.copyOf(keptWeight, kept));
        return new SpendTally(currency, distinct, withoutPurchases, withoutSpend);
    }

    private static @Nullable String fault(double x, double mean, double weight) {
        if (!(x >= 0 && x <= Integer.MAX_VALUE && x == Math.rint(x))) {
            return "x must be a whole number and not negative, but was " + x;
        }
        if (!Double.isFinite(mean)) {
            return "mean must be finite, but was " + mean;
        }
        if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
            return "weight must be finite and not negative, but was " + weight;
        }
        return null;
    }

    /**
     * The currency of the amounts, where the tally comes from a table.
     *
     * @return the currency, or empty
     */
    public Optional<Currency> currency() {
        return Optional.ofNullable(currency);
    }

    /**
     * What a fit tells of the data beside the likelihood.
     *
     * @return currency, correlation and who was left out
     */
    public SpendFacts facts() {
        return new SpendFacts(currency(), correlation(), withoutPurchases, withoutSpend);
    }

    /**
     * How many distinct rows there are.
     *
     * @return the number of rows
     */
    public int rows() {
        return x.length;
    }

    /**
     * How many customers are used, by weight.
     *
     * @return the sum of the weights
     */
    public double customers() {
        return moments.customers();
    }

    /**
     * How many customers are left out for want of a purchase to count.
     *
     * @return by weight
     */
    public double withoutPurchases() {
        return withoutPurchases;
    }

    /**
     * How many customers are left out because their mean amount is not above 0.
     *
     * @return by weight
     */
    public double withoutSpend() {
        return withoutSpend;
    }

    /**
     * The moments of the rows.
     *
     * @return the sums over all customers used
     */
    public Moments moments() {
        return moments;
    }

    /**
     * The correlation of x and the mean amount over customers, which the Gamma-Gamma model takes for 0: by it frequent
     * buyers spend no more and no less on a purchase than others.
     *
     * @return between -1 and 1; empty if either does not vary
     */
    public OptionalDouble correlation() {
        double centreX = moments.meanX();
        double centre = moments.meanScale();
        CompensatedSum products = new CompensatedSum();
        CompensatedSum squaresX = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (int row = 0; row < x.length; row++) {
            double fromX = x[row] - centreX;
            double from = mean[row] / centre - 1;
            products.add(weight[row] * fromX * from);
            squaresX.add(weight[row] * fromX * fromX);
            squares.add(weight[row] * from * from);
        }
        double scale = Math.sqrt(squaresX.value()) * Math.sqrt(squares.value());
        return scale > 1e-12 * moments.customers()
                ? OptionalDouble.of(products.value() / scale)
                : OptionalDouble.empty();
    }

    /**
     * The purchases of a row.
     *
     * @param row from 0
     * @return x, at least 1
     */
    public int x(int row) {
        return x[row];
    }

    /**
     * The mean amount of a row.
     *
     * @param row from 0
     * @return above 0
     */
    public double mean(int row) {
        return mean[row];
    }

    /**
     * How many customers a row stands for.
     *
     * @param row from 0
     * @return above 0
     */
    public double weight(int row) {
        return weight[row];
    }

    @Override
    public String toString() {
        return rows() + " rows of " + customers() + " customers, " + withoutPurchases + " without purchases and "
                + withoutSpend + " without spend left out";
    }
}
