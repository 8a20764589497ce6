package io.clv.scenario;

import io.clv.quantity.Ratio;
import io.clv.scenario.OrderForecast.Part;
import java.util.Locale;

/** A forecast of orders in words. */
final class ForecastText {

    private final OrderForecast forecast;

    ForecastText(OrderForecast forecast) {
        this.forecast = forecast;
    }

    String heading() {
        return "orders by " + Wording.singular(forecast.grid().unit()) + " from " + forecast.from(0) + " through "
                + forecast.through(forecast.periods() - 1) + ", in " + Wording.count(forecast.futures(), "future");
    }

    String explain() {
        StringBuilder text = new StringBuilder(heading()).append('\n');
        double all = forecast.meanTotal();
        text.append(whole(all))
                .append(" expected in all, nine in ten futures from ")
                .append(whole(forecast.total(Ratio.percent(5))))
                .append(" to ")
                .append(whole(forecast.total(Ratio.percent(95))))
                .append('\n');
        for (Part part : Part.values()) {
            double own = forecast.meanTotal(part);
            if (own > 0) {
                text.append(part.label())
                        .append(": ")
                        .append(whole(own))
                        .append(String.format(Locale.ROOT, " (%.1f%%)", 100 * own / all))
                        .append('\n');
            }
        }
        int peak = strongest();
        text.append("strongest ")
                .append(Wording.singular(forecast.grid().unit()))
                .append(": ")
                .append(forecast.from(peak))
                .append(" with ")
                .append(whole(forecast.mean(peak)))
                .append(" expected, and at most ")
                .append(whole(forecast.orders(peak, Ratio.percent(95))))
                .append(" in 95% of futures\n");
        forecast.assumptions()
                .forEach(each -> text.append("assumes ").append(each).append('\n'));
        return text.toString();
    }

    private int strongest() {
        int strongest = 0;
        double most = -1;
        for (int period = 0; period < forecast.periods(); period++) {
            double mean = forecast.mean(period);
            if (mean > most) {
                strongest = period;
                most = mean;
            }
        }
        return strongest;
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}
