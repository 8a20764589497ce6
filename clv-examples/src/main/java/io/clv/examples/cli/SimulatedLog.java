package io.clv.examples.cli;

import io.clv.ledger.Ledger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A log for those who have none at hand, the same on every run: customers who come during two years, each buying at a
 * pace of their own until they leave without a word, and spending around a mean of their own.
 */
final class SimulatedLog {

    static final LocalDate START = LocalDate.of(2024, 1, 1);
    static final LocalDate END = LocalDate.of(2025, 12, 31);

    private static final long SEED = 20240101;
    private static final int CUSTOMERS = 300;

    // Gamma shapes and means: purchases a day, days until the customer leaves, the mean of an order.
    private static final double PACE_SHAPE = 1.2;
    private static final double MEAN_PACE = 1 / 30.0;
    private static final double LEAVING_SHAPE = 1.5;
    private static final double MEAN_LEAVING = 1 / 240.0;
    private static final double SPEND_SHAPE = 6;
    private static final double MEAN_SPEND = 40;
    private static final double ORDER_SHAPE = 4;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Ledger.Builder log;
    private final double minorPerMajor;

    private SimulatedLog(Currency currency) {
        log = Ledger.builder(currency);
        minorPerMajor = Math.pow(10, currency.getDefaultFractionDigits());
    }

    static Ledger of(Currency currency) {
        SimulatedLog simulated = new SimulatedLog(currency);
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            simulated.customer(String.format(Locale.ROOT, "C%03d", customer));
        }
        return simulated.log.build();
    }

    private void customer(String id) {
        int end = Math.toIntExact(END.toEpochDay()) + 1;
        int start = Math.toIntExact(START.toEpochDay());
        double pace = gamma(PACE_SHAPE) * MEAN_PACE / PACE_SHAPE;
        double leaving = gamma(LEAVING_SHAPE) * MEAN_LEAVING / LEAVING_SHAPE;
        double spend = gamma(SPEND_SHAPE) * MEAN_SPEND / SPEND_SHAPE;
        double day = start + random.nextDouble() * (end - start);
        double last = Math.min(end, day + exponential(leaving));
        // The first purchase is what makes a customer.
        while (day < last) {
            double amount = spend * gamma(ORDER_SHAPE) / ORDER_SHAPE;
            log.add(id, (int) day, StrictMath.round(amount * minorPerMajor));
            day += exponential(pace);
        }
    }

    private double exponential(double rate) {
        return -StrictMath.log1p(-random.nextDouble()) / rate;
    }

    /** Marsaglia and Tsang (2000), for shapes of 1 and more; strict mathematics, so that every machine agrees. */
    private double gamma(double shape) {
        double d = shape - 1 / 3.0;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                double u = random.nextDouble();
                if (StrictMath.log(u) < 0.5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
                    return d * cube;
                }
            }
        }
    }

    /** Box and Muller (1958). */
    private double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }
}
