package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.numerics.BetaQuantile;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How many of those who bought come back for service. Only who bought a full window ago can have failed to come back
 * within it; who bought later is counted apart, and so is who comes for service and did not buy here.
 *
 * @param cameBack of those who could, how many did
 * @param of who could: bought at least a window ago
 * @param tooNew bought since then, and are not judged yet
 * @param strangers came for service within the window and did not buy here
 */
public record ReturnShare(long cameBack, long of, long tooNew, long strangers) {

    /**
     * Checks the counts.
     *
     * @param cameBack of those who could, how many did
     * @param of who could
     * @param tooNew who is not judged yet
     * @param strangers who came and did not buy here
     * @throws IllegalArgumentException if nobody could come back, more came than could, or a count is negative
     */
    public ReturnShare {
        if (of < 1) {
            throw new IllegalArgumentException("customers who could come back must be at least 1, but were " + of);
        }
        if (cameBack < 0 || cameBack > of) {
            throw new IllegalArgumentException(
                    "customers who came back must be between 0 and " + of + ", those who could, but were " + cameBack);
        }
        if (tooNew < 0 || strangers < 0) {
            throw new IllegalArgumentException("customers beside those who could come back must not be fewer than 0,"
                    + " but were " + tooNew + " and " + strangers);
        }
    }

    /**
     * A share that was counted elsewhere.
     *
     * @param cameBack how many came back
     * @param of how many could
     * @return the share
     * @throws IllegalArgumentException if nobody could come back, more came than could, or the count is negative
     */
    public static ReturnShare of(long cameBack, long of) {
        return new ReturnShare(cameBack, of, 0, 0);
    }

    /**
     * Counts who came back within a window that ends with the observation.
     *
     * @param bought who bought, a car for example
     * @param visited who came for service, by the same ids
     * @param window such as a year; taken as whole days, at least one
     * @return the share
     * @throws IllegalArgumentException if the tables end on different days, the window is shorter than a day, or nobody
     *     bought at least a window ago
     */
    public static ReturnShare measure(CustomerTable bought, CustomerTable visited, Span window) {
        LocalDate end = bought.observedThrough();
        if (!end.equals(visited.observedThrough())) {
            throw new IllegalArgumentException("visits must be observed through " + end
                    + ", as purchases are, but were through " + visited.observedThrough());
        }
        long days = Math.round(window.in(ChronoUnit.DAYS));
        if (days < 1 || days > end.toEpochDay() - LocalDate.MIN.toEpochDay()) {
            throw new IllegalArgumentException(
                    "window must be at least a day, and within the calendar, but was " + window);
        }
        LocalDate before = end.minusDays(days);
        long came = 0;
        long could = 0;
        for (int row = 0; row < bought.size(); row++) {
            if (!bought.firstPurchase(row).isAfter(before)) {
                could++;
                int visit = visited.indexOf(bought.id(row));
                came += visit >= 0 && visited.lastPurchase(visit).isAfter(before) ? 1 : 0;
            }
        }
        long strangers = 0;
        for (int row = 0; row < visited.size(); row++) {
            strangers += visited.lastPurchase(row).isAfter(before) && bought.indexOf(visited.id(row)) < 0 ? 1 : 0;
        }
        if (could == 0) {
            throw new IllegalArgumentException("nobody had bought by " + before + ", a window of " + window
                    + " before the end of observation, and could have come back");
        }
        return new ReturnShare(came, could, bought.size() - could, strangers);
    }

    /**
     * The share that came back.
     *
     * @return from 0% to 100%
     */
    public Ratio share() {
        return Ratio.of((double) cameBack / of);
    }

    /**
     * How sure the share is: the quantiles of Beta(k + 1/2, n - k + 1/2) for k of n who came back (Jeffreys; Brown, Cai
     * and DasGupta 2001). From nobody it begins at 0, up to everybody it ends at 1.
     *
     * @param level the probability, above 0% and below 100%
     * @return the interval of the mean share
     * @throws IllegalArgumentException if the level is not between
     */
    public Interval interval(Ratio level) {
        double tail = (1 - TriggerWording.requireLevel(level).value()) / 2;
        double a = cameBack + 0.5;
        double b = of - cameBack + 0.5;
        return new Interval(
                cameBack == 0 ? 0 : BetaQuantile.at(tail, a, b),
                cameBack == of ? 1 : BetaQuantile.at(1 - tail, a, b),
                level,
                Interval.Of.MEAN);
    }

    @Override
    public String toString() {
        return TriggerWording.percent(share().value()) + " came back, " + TriggerWording.count(cameBack) + " of "
                + TriggerWording.count(of);
    }
}
