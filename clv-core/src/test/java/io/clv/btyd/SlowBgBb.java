package io.clv.btyd;

import io.clv.numerics.BetaFunctions;
import io.clv.numerics.LogConcave;

/**
 * BG/BB a second time: in logs over every opportunity, as the paper writes it, and where there are too many of them by
 * quadrature over the chances to buy and to leave.
 */
final class SlowBgBb {

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double delta;

    SlowBgBb(double alpha, double beta, double gamma, double delta) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.delta = delta;
    }

    /** One who is there after such a history, as a newcomer. */
    SlowBgBb after(int x, double age) {
        return new SlowBgBb(alpha + x, beta + (age - x), gamma, delta + age);
    }

    /** A sum of logs that carries what rounding took off. */
    private static final class Logs {
        private double sum;
        private double lost;

        void add(double term) {
            double next = sum + term;
            lost += (sum - next) + term;
            sum = next;
        }

        double value() {
            return sum + lost;
        }
    }

    private static double plus(double log, double other) {
        double larger = Math.max(log, other);
        return larger == Double.NEGATIVE_INFINITY
                ? larger
                : larger + Math.log1p(Math.exp(Math.min(log, other) - larger));
    }

    private void buys(Logs logs, int x) {
        for (int i = 0; i < x; i++) {
            logs.add(-Math.log1p(beta / (alpha + i)));
        }
    }

    private void passes(Logs logs, int x, double from, double to) {
        for (double y = from; y < to; y++) {
            logs.add(-Math.log1p((alpha + x) / (beta + (y - x))));
        }
    }

    private void stays(Logs logs, double from, double to) {
        for (double y = from; y < to; y++) {
            logs.add(-Math.log1p(gamma / (delta + y)));
        }
    }

    /** The logs of the probability of the history, and of the history of one who is still there. */
    double[] logLikelihood(int x, double tx, double age) {
        Logs logs = new Logs();
        buys(logs, x);
        passes(logs, x, x, tx);
        stays(logs, 0, tx);
        double left = Double.NEGATIVE_INFINITY;
        for (double y = tx; y < age; y++) {
            left = plus(left, logs.value() + Math.log(gamma / (gamma + delta + y)));
            passes(logs, x, y, y + 1);
            stays(logs, y, y + 1);
        }
        return new double[] {plus(left, logs.value()), logs.value()};
    }

    double alive(int x, double tx, double age) {
        double[] logs = logLikelihood(x, tx, age);
        return Math.exp(logs[1] - logs[0]);
    }

    /** The log of the probability of n purchases among m opportunities. */
    double logCount(int n, double m) {
        if (n > m) {
            return Double.NEGATIVE_INFINITY;
        }
        Logs logs = new Logs();
        buys(logs, n);
        stays(logs, 0, n);
        double left = Double.NEGATIVE_INFINITY;
        for (double i = n; i < m; i++) {
            left = plus(left, logs.value() + Math.log(gamma / (gamma + delta + i)));
            logs.add(n == 0 ? 0 : Math.log1p(n / (i + 1 - n)));
            passes(logs, n, i, i + 1);
            stays(logs, i, i + 1);
        }
        return plus(left, logs.value());
    }

    private static double logShare(double y) {
        return y < 0 ? y - Math.log1p(Math.exp(y)) : -Math.log1p(Math.exp(-y));
    }

    /** {@code ln E[e^f]} for a chance of the given Beta distribution, f by the logs of the chance and of its rest. */
    private static double logMean(double a, double b, LogOfChance f) {
        return LogConcave.logIntegral(
                        (y, u1, u2, u3, u4, u5) -> {
                            double log = logShare(y);
                            double logRest = logShare(-y);
                            return a * log + b * logRest + f.at(log, logRest);
                        },
                        Math.log(a / b),
                        Double.POSITIVE_INFINITY,
                        0,
                        0,
                        0,
                        0,
                        0)
                - BetaFunctions.logBeta(a, b);
    }

    /** A function of a chance. */
    private interface LogOfChance {
        double at(double log, double logRest);
    }

    /** {@code ln (1 - e^(m x))} for x not above 0 and given {@code ln -x}, which outlives x where it is tiny. */
    private static double logSome(double m, double x, double logOfMinusX) {
        if (m == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return x > -1e-300 ? Math.log(m) + logOfMinusX : Math.log(-Math.expm1(m * x));
    }

    /** The discounted opportunities to be there for among m, by the sum of a geometric series for each chance. */
    double opportunities(double rate, double m) {
        double logDiscount = rate == 0 ? Double.NEGATIVE_INFINITY : Math.log(-Math.expm1(-rate));
        return Math.exp(logMean(gamma, delta, (logLeaves, logStays) -> {
            double some = logSome(m, logStays - rate, logLeaves);
            return logStays - rate + some - plus(logDiscount, logLeaves - rate);
        }));
    }

    /** The log of the probability of a purchase among m opportunities, by quadrature over both chances. */
    double logPurchase(double m) {
        return twice((logBuys, logPasses, logLeaves, logStays) -> {
            double logAgain = logPasses + logStays;
            double some = logSome(m, logAgain, plus(logBuys, logLeaves));
            return logBuys + logStays + some - plus(logBuys, logLeaves + logPasses);
        });
    }

    /** The log of the mean opportunity of the next purchase, 0 where there is none. */
    double logMeanTime() {
        return twice((logBuys, logPasses, logLeaves, logStays) ->
                logBuys + logStays - 2 * plus(logBuys, logLeaves + logPasses));
    }

    private double twice(LogOfChances f) {
        return logMean(
                gamma,
                delta,
                (logLeaves, logStays) ->
                        logMean(alpha, beta, (logBuys, logPasses) -> f.at(logBuys, logPasses, logLeaves, logStays)));
    }

    /** A function of both chances. */
    private interface LogOfChances {
        double at(double logBuys, double logPasses, double logLeaves, double logStays);
    }
}
