package io.clv.ledger;

import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A log cut in two for a hold-out test: the table that a model is fitted to, and what each of its customers did in the
 * time after it, up to the end of observation. Rows are those of {@link #calibration()}.
 *
 * <p>Hold-out frequency is the number of purchase periods in the hold-out, so that calibration and hold-out frequency
 * sum to the frequency at the end. On a grid of weeks or longer the first date may cut a period in two: purchases on
 * both sides of it are one, counted in the calibration. Customers whose first purchase is in the hold-out are no part
 * of the test; they are counted as newcomers.
 */
public final class Split {

    private final CustomerTable calibration;
    private final LocalDate observedThrough;
    private final int[] frequency;
    private final long[] total;
    private final int newcomers;
    private final long newcomerPurchases;
    private final Money newcomerTotal;
    private final Exclusions exclusions;

    Split(
            CustomerTable calibration,
            LocalDate observedThrough,
            int[] frequency,
            long[] total,
            int newcomers,
            long newcomerPurchases,
            Money newcomerTotal,
            Exclusions exclusions) {
        this.calibration = calibration;
        this.observedThrough = observedThrough;
        this.frequency = frequency;
        this.total = total;
        this.newcomers = newcomers;
        this.newcomerPurchases = newcomerPurchases;
        this.newcomerTotal = newcomerTotal;
        this.exclusions = exclusions;
    }

    /**
     * The customers as of the first date: the ledger's summary at that date, later rows left out.
     *
     * @return the table to fit a model to
     */
    public CustomerTable calibration() {
        return calibration;
    }

    /**
     * The first date.
     *
     * @return the last date of the calibration
     */
    public LocalDate calibratedThrough() {
        return calibration.observedThrough();
    }

    /**
     * The end of observation.
     *
     * @return the last date of the hold-out
     */
    public LocalDate observedThrough() {
        return observedThrough;
    }

    /**
     * The length of the hold-out, in whole periods of the grid and the table's unit of time: the horizon over which a
     * model is to predict the hold-out.
     *
     * @return 39 weeks from 1997-09-30 through 1998-06-30
     */
    public Span duration() {
        LedgerOptions options = calibration.options();
        long periods =
                (long) options.grid().indexOf(observedThrough) - options.grid().indexOf(calibratedThrough());
        return Span.of(options.time(periods), options.unit());
    }

    /**
     * The purchase periods of a customer in the hold-out.
     *
     * @param row a row of the calibration
     * @return 0 or more
     */
    public int holdoutFrequency(int row) {
        return frequency[row];
    }

    /**
     * What a customer brought in the hold-out; refunds may make it negative.
     *
     * @param row a row of the calibration
     * @return the exact sum
     */
    public Money holdoutTotal(int row) {
        return Money.ofMinor(total[row], calibration.currency());
    }

    /**
     * The purchase periods of all customers of the calibration in the hold-out.
     *
     * @return the sum of the hold-out frequencies
     */
    public long holdoutPurchases() {
        return Arrays.stream(frequency).asLongStream().sum();
    }

    /**
     * The customers whose first purchase period is in the hold-out.
     *
     * @return how many
     */
    public int newcomers() {
        return newcomers;
    }

    /**
     * The purchase periods of the newcomers, their first included.
     *
     * @return not below the number of newcomers
     */
    public long newcomerPurchases() {
        return newcomerPurchases;
    }

    /**
     * What the newcomers brought in the hold-out.
     *
     * @return the exact sum
     */
    public Money newcomerTotal() {
        return newcomerTotal;
    }

    /**
     * What was left out of the hold-out: rows after the end of observation, ignored refunds of the hold-out, and the
     * hold-out refunds of customers who have not purchased by its end.
     *
     * @return counts and sums
     */
    public Exclusions exclusions() {
        return exclusions;
    }

    @Override
    public String toString() {
        return calibration.size() + " customers calibrated through " + calibratedThrough() + ", with "
                + holdoutPurchases() + " purchases in " + duration() + " through " + observedThrough + "; " + newcomers
                + " newcomers";
    }
}
