package io.clv.scenario;

import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * When a number of orders is first passed: another day in each future, and in some of them none. It is as fine as the
 * periods of the forecast: of weeks or months the day is the first of the period. Immutable.
 */
public final class DayPassed {

    private static final int NEVER = Integer.MAX_VALUE;

    private final String what;
    private final OrderForecast forecast;
    private final int[] sorted;

    /** The periods in which the futures pass, {@link #NEVER} where they do not. */
    private DayPassed(String what, OrderForecast forecast, int[] periods) {
        this.what = what;
        this.forecast = forecast;
        sorted = periods;
        Arrays.sort(sorted);
    }

    private interface Reached {
        /** Whether a period does, of so many orders in it and so many up to its end. */
        boolean in(long orders, long through);
    }

    static DayPassed capacity(OrderForecast forecast, long capacity) {
        String what = String.format(
                Locale.ROOT,
                "more than %s a %s",
                Wording.count(capacity, "order"),
                Wording.singular(forecast.grid().unit()));
        return of(what, forecast, (orders, through) -> orders > capacity);
    }

    static DayPassed order(OrderForecast forecast, long number) {
        String what = String.format(Locale.ROOT, "order number %,d", number);
        return of(what, forecast, (orders, through) -> through >= number);
    }

    private static DayPassed of(String what, OrderForecast forecast, Reached reached) {
        int[] periods = new int[forecast.futures()];
        Arrays.fill(periods, NEVER);
        for (int future = 0; future < periods.length; future++) {
            long through = 0;
            for (int period = 0; period < forecast.periods() && periods[future] == NEVER; period++) {
                long orders = forecast.ordersIn(future, period);
                through += orders;
                periods[future] = reached.in(orders, through) ? period : NEVER;
            }
        }
        return new DayPassed(what, forecast, periods);
    }

    /**
     * The day by which it has been passed with a probability: that of 5% is early, and one must be ready for it.
     *
     * @param percentile the probability, such as 5%
     * @return the first day of the period; empty if it is passed with a lower probability within the forecast
     * @throws IllegalArgumentException if the percentile is not above 0% and below 100%, or there are too few futures
     *     for it
     */
    public Optional<LocalDate> day(Ratio percentile) {
        int period = sorted[Percentile.place(percentile, sorted.length)];
        return period == NEVER ? Optional.empty() : Optional.of(forecast.from(period));
    }

    /**
     * How probable it is that it is not passed within the forecast.
     *
     * @return the share of the futures that never pass
     */
    public Ratio never() {
        return Ratio.of(
                (double) Arrays.stream(sorted).filter(each -> each == NEVER).count() / sorted.length);
    }

    /**
     * The days in words.
     *
     * @return a line of English
     */
    public String explain() {
        return what + ": " + text(5) + ", " + text(50) + ", " + text(95) + "; "
                + (never().value() > 0
                        ? String.format(Locale.ROOT, "in %.1f%% of futures never", 100 * never().value())
                        : "in all futures")
                + "\n";
    }

    private String text(int percent) {
        return "with " + percent + "% "
                + day(Ratio.percent(percent)).map(day -> "by " + day).orElse("never");
    }

    @Override
    public String toString() {
        return explain().strip();
    }
}
