package io.clv.validation;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.Split;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts that need no model, beside which a model must show what it is worth: a model that loses to a rule of thumb
 * should be seen to lose.
 */
public final class Baselines {

    private Baselines() {}

    /**
     * All of them.
     *
     * @param ledger the log that was cut
     * @param split the cut
     * @return the forecasts "zero", "last period", "own rate" and "base rate"; "last period" only where the calibration
     *     is longer than the hold-out
     */
    public static List<Forecast> of(Ledger ledger, Split split) {
        List<Forecast> all = new ArrayList<>();
        all.add(zero(split));
        LocalDate before = before(split);
        if (ledger.firstDate().filter(first -> !first.isAfter(before)).isPresent()) {
            all.add(lastPeriod(ledger, split));
        }
        all.add(ownRate(split));
        all.add(baseRate(split));
        return List.copyOf(all);
    }

    /**
     * Nobody buys.
     *
     * @param split the log cut in two
     * @return the forecast "zero"
     */
    public static Forecast zero(Split split) {
        return Forecast.of("zero", new double[split.calibration().size()]);
    }

    /**
     * Everybody does again what he did in as long a time before: his repeat purchases in the last so many days of the
     * calibration.
     *
     * @param ledger the log that was cut
     * @param split the cut
     * @return the forecast "last period", with amounts
     */
    public static Forecast lastPeriod(Ledger ledger, Split split) {
        CustomerTable calibration = split.calibration();
        Split earlier = ledger.split(before(split), split.calibratedThrough(), calibration.options());
        double[] purchases = new double[calibration.size()];
        double[] amounts = new double[calibration.size()];
        CustomerTable known = earlier.calibration();
        for (int row = 0; row < purchases.length; row++) {
            int then = known.indexOf(calibration.id(row));
            if (then >= 0) {
                purchases[row] = earlier.holdoutFrequency(then);
                amounts[row] = earlier.holdoutTotal(then).toDouble();
            } else {
                // One who came within the period: all his repeats are in it.
                purchases[row] = calibration.frequency(row);
                amounts[row] = calibration.frequency(row) * calibration.monetaryValue(row);
            }
        }
        return Forecast.of("last period", purchases).withAmounts(amounts);
    }

    private static LocalDate before(Split split) {
        long days =
                split.observedThrough().toEpochDay() - split.calibratedThrough().toEpochDay();
        return split.calibratedThrough().minusDays(days);
    }

    /**
     * Everybody goes on at his own pace: x / T of the calibration, 0 for one who came on its last day.
     *
     * @param split the log cut in two
     * @return the forecast "own rate", with amounts at the customer's mean
     */
    public static Forecast ownRate(Split split) {
        CustomerTable calibration = split.calibration();
        double horizon = split.duration().in(calibration.unit());
        double[] purchases = new double[calibration.size()];
        double[] amounts = new double[calibration.size()];
        for (int row = 0; row < purchases.length; row++) {
            double age = calibration.age(row);
            purchases[row] = age > 0 ? calibration.frequency(row) / age * horizon : 0;
            amounts[row] = purchases[row] * calibration.monetaryValue(row);
        }
        return Forecast.of("own rate", purchases).withAmounts(amounts);
    }

    /**
     * Everybody goes on at the pace of the whole base: all repeat purchases over all time observed.
     *
     * @param split the log cut in two
     * @return the forecast "base rate"
     */
    public static Forecast baseRate(Split split) {
        CustomerTable calibration = split.calibration();
        double ages = 0;
        for (int row = 0; row < calibration.size(); row++) {
            ages += calibration.age(row);
        }
        double horizon = split.duration().in(calibration.unit());
        double each = ages > 0 ? calibration.repeatPurchases() / ages * horizon : 0;
        double[] purchases = new double[calibration.size()];
        Arrays.fill(purchases, each);
        return Forecast.of("base rate", purchases);
    }
}
