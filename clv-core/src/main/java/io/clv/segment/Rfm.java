package io.clv.segment;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import java.util.function.IntToDoubleFunction;

/**
 * Scores of recency, frequency and money, from 1 to 5 unless told otherwise, 5 for the best: who bought last, most
 * often, and for most. A score says how many customers are worse:
 *
 * <pre>{@code score = 1 + floor(5 x the share of customers who are strictly worse)}</pre>
 *
 * so that customers with equal figures have equal scores, whatever the order of the log. Where many are equal, classes
 * are uneven: if every second customer bought once, all of these score 1 for frequency, those who bought twice 3, and
 * nobody 2. Tools that cut a sorted list into five equal parts (Hughes 1994) give equal customers different scores.
 *
 * <p>Recency is here what practice calls it, the days since the last purchase, and the fewer the better; models of
 * purchases mean the time from the first to the last one, {@link CustomerTable#recency}.
 *
 * <p>Immutable and safe to share between threads. An accessor given a row that the table does not have throws
 * {@link IndexOutOfBoundsException}.
 */
public final class Rfm {

    private static final int QUINTILES = 5;

    /** What the score of money is of. */
    public enum Monetary {
        /** All that the customer has brought, the first purchase included. Who buys often also brings much. */
        TOTAL,
        /** The mean of a purchase period, the first included: it says what the frequency does not. */
        MEAN
    }

    private final CustomerTable customers;
    private final int scores;
    private final byte[] recency;
    private final byte[] frequency;
    private final byte[] monetary;

    private Rfm(CustomerTable customers, int scores, Monetary monetary) {
        this.customers = customers;
        this.scores = scores;
        long end = customers.observedThrough().toEpochDay();
        recency = scores(row -> customers.lastPurchase(row).toEpochDay() - end);
        frequency = scores(customers::frequency);
        this.monetary = scores(
                monetary == Monetary.TOTAL
                        ? customers::totalAmount
                        : row -> customers.totalAmount(row) / (customers.frequency(row) + 1));
    }

    private byte[] scores(IntToDoubleFunction figure) {
        double[] figures = new double[customers.size()];
        for (int row = 0; row < figures.length; row++) {
            figures[row] = figure.applyAsDouble(row);
        }
        Floors floors = Floors.equal(figures, scores);
        byte[] result = new byte[figures.length];
        for (int row = 0; row < result.length; row++) {
            result[row] = (byte) (1 + floors.classOf(figures[row]));
        }
        return result;
    }

    /**
     * Scores from 1 to 5, of money for the total.
     *
     * @param customers the table
     * @return the scores
     */
    public static Rfm of(CustomerTable customers) {
        return of(customers, QUINTILES, Monetary.TOTAL);
    }

    /**
     * Scores.
     *
     * @param customers the table
     * @param scores the highest score, from 2 to 9
     * @param monetary what the score of money is of
     * @return the scores
     * @throws IllegalArgumentException if the highest score is not from 2 to 9
     */
    public static Rfm of(CustomerTable customers, int scores, Monetary monetary) {
        RfmScheme.requireScores(scores);
        return new Rfm(customers, scores, monetary);
    }

    /**
     * The table.
     *
     * @return the customers in whose rows the scores are
     */
    public CustomerTable customers() {
        return customers;
    }

    /**
     * The highest score.
     *
     * @return from 2 to 9
     */
    public int scores() {
        return scores;
    }

    /**
     * The days from a customer's last purchase to the end of observation; on a grid of weeks or longer, from the first
     * day of the last purchase period.
     *
     * @param row from 0
     * @return 0 or more
     */
    public long daysSinceLastPurchase(int row) {
        return customers.observedThrough().toEpochDay()
                - customers.lastPurchase(row).toEpochDay();
    }

    /**
     * The score of recency: the fewer days since the last purchase, the higher.
     *
     * @param row from 0
     * @return from 1 to the highest score
     */
    public int recency(int row) {
        return recency[row];
    }

    /**
     * The score of frequency: the more purchase periods, the higher.
     *
     * @param row from 0
     * @return from 1 to the highest score
     */
    public int frequency(int row) {
        return frequency[row];
    }

    /**
     * The score of money: the more, the higher.
     *
     * @param row from 0
     * @return from 1 to the highest score
     */
    public int monetary(int row) {
        return monetary[row];
    }

    /**
     * The three scores side by side: recency, frequency, money.
     *
     * @param row from 0
     * @return such as "543"
     */
    public String code(int row) {
        return "" + recency[row] + frequency[row] + monetary[row];
    }

    /**
     * The customers by named segments.
     *
     * @param scheme which scores have which name
     * @return one segment for each row
     * @throws IllegalArgumentException if the scheme is of another highest score
     */
    public Groups groups(RfmScheme scheme) {
        if (scheme.scores() != scores) {
            throw new IllegalArgumentException(
                    "the scheme must be of scores from 1 to " + scores + ", but was from 1 to " + scheme.scores());
        }
        int[] codes = new int[customers.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = scheme.code(recency[row], frequency[row], monetary[row]);
        }
        return Groups.of(codes, scheme.labels());
    }

    @Override
    public String toString() {
        return "scores from 1 to " + scores + " of " + Wording.customers(customers.size()) + " through "
                + customers.observedThrough();
    }
}
