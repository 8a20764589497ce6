package io.clv.btyd;

/**
 * The models against {@link SlowModels}, on inputs drawn over many orders of magnitude: parameters from 1e-3 to 1e3 and
 * 1e5, up to 1e5 purchases, ages from 0 to 1e5, tiny and huge horizons, mortality that grows at 1e-6 to 1e2, and the
 * special values a = 1, s = 1, alpha = beta, t_x = T. Run with a number of draws and a seed; the test runs a shorter
 * one.
 */
final class TwoWayStudy extends TwoWays {

    TwoWayStudy(long seed) {
        super(seed);
    }

    /** Prints what disagrees. */
    public static void main(String[] arguments) {
        int draws = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        new TwoWayStudy(seed).print(draws);
    }

    @Override
    void once() {
        double age = draw.choice(20) == 0 ? 0 : draw.next(1e-4, 1e5);
        int x = age == 0 || draw.choice(3) == 0 ? 0 : Math.max(1, draw.whole(100_000));
        double tx = x == 0 ? 0 : draw.choice(5) == 0 ? age : age * Math.max(1e-9, near(draw.share()));
        double horizon = draw.choice(20) == 0 ? 0 : draw.next(1e-6, 1e6);
        double delta = draw.next(1e-6, 10);
        switch (draw.choice(6)) {
            case 0 -> gompertz(x, tx, age, horizon, delta);
            case 1, 2 -> pareto(x, tx, age, horizon, delta);
            default -> geometric(draw.choice(2), x, tx, age, horizon, delta);
        }
    }

    /** Half of the shares near 0 or 1. */
    private double near(double share) {
        return switch (draw.choice(4)) {
            case 0 -> 1 - draw.next(1e-9, 1);
            case 1 -> draw.next(1e-9, 1);
            default -> share;
        };
    }

    private void pareto(int x, double tx, double age, double horizon, double delta) {
        double r = draw.next(1e-3, 1e3);
        double alpha = draw.next(1e-3, 1e5);
        double s = draw.next(1e-3, 1e3);
        double beta = draw.choice(10) == 0 ? alpha : draw.next(1e-3, 1e5);
        ParetoNbd model = ParetoNbd.of(r, alpha, s, beta);
        String at = model + " x=" + x + " t_x=" + tx + " T=" + age + " horizon=" + horizon + " delta=" + delta;
        logs(
                "log-likelihood " + at,
                model.logLikelihood(x, tx, age),
                SlowModels.paretoLogLikelihood(r, alpha, s, beta, x, tx, age));
        double alive = SlowModels.paretoAlive(r, alpha, s, beta, x, tx, age);
        plain("alive " + at, model.probabilityAlive(x, tx, age), alive);
        double rate = (r + x) / (alpha + age);
        plain(
                "expected " + at,
                model.expectedTransactions(x, tx, age, horizon),
                alive * rate * (horizon == 0 ? 0 : SlowModels.paretoLifetime(s, beta + age, horizon)));
        finite("discounted " + at, model.discountedExpectedTransactions(x, tx, age, delta));
        finite("discounted lifetime " + at, model.discountedExpectedLifetime(x, tx, age, delta));
        finite("discounted to horizon " + at, model.discountedExpectedTransactions(x, tx, age, delta, horizon));
        int n = draw.whole(100);
        double count = model.probabilityOfCount(x, tx, age, n, horizon);
        probability("count " + at, count);
        double purchase = model.probabilityOfPurchase(x, tx, age, horizon);
        plain("none or some " + at, model.probabilityOfCount(x, tx, age, 0, horizon) + purchase, 1);
        probability("never " + at, model.probabilityOfNoFurtherPurchase(x, tx, age));
    }

    private void gompertz(int x, double tx, double age, double horizon, double delta) {
        double r = draw.next(1e-3, 1e3);
        double alpha = draw.next(1e-3, 1e5);
        double b = draw.next(1e-6, 1e2);
        double s = draw.next(1e-3, 1e3);
        double beta = draw.next(1e-3, 1e3);
        GGompertzNbd model = GGompertzNbd.of(r, alpha, b, s, beta);
        String at = model + " x=" + x + " t_x=" + tx + " T=" + age + " horizon=" + horizon + " delta=" + delta;
        logs(
                "log-likelihood " + at,
                model.logLikelihood(x, tx, age),
                SlowModels.gompertzLogLikelihood(r, alpha, b, s, beta, x, tx, age));
        double alive = SlowModels.gompertzAlive(r, alpha, b, s, beta, x, tx, age);
        plain("alive " + at, model.probabilityAlive(x, tx, age), alive);
        double later = SlowModels.gompertzLater(b, beta, age);
        double rate = (r + x) / (alpha + age);
        if (horizon > 0) {
            plain(
                    "expected " + at,
                    model.expectedTransactions(x, tx, age, horizon),
                    alive * rate * SlowModels.gompertzLifetime(b, s, later, 0, horizon));
        }
        switch (draw.choice(4)) {
            case 0 -> {
                plain(
                        "discounted " + at,
                        model.discountedExpectedTransactions(x, tx, age, delta),
                        alive * rate * SlowModels.gompertzLifetime(b, s, later, delta, Double.POSITIVE_INFINITY));
                if (horizon > 0) {
                    plain(
                            "discounted lifetime to horizon " + at,
                            model.discountedExpectedLifetime(x, tx, age, delta, horizon),
                            alive * SlowModels.gompertzLifetime(b, s, later, delta, horizon));
                }
            }
            case 1 -> {
                double ever = 1 - model.probabilityOfNoFurtherPurchase(x, tx, age);
                probability("ever " + at, ever);
                double slow =
                        alive * SlowModels.gompertzPurchase(r + x, alpha + age, b, s, later, Double.POSITIVE_INFINITY);
                logs("ever " + at, ever, slow);
            }
            case 2 -> {
                int n = draw.whole(100);
                double count = model.probabilityOfCount(x, tx, age, n, horizon);
                probability("count " + at, count);
                if (n > 0 && horizon > 0) {
                    plain(
                            "count " + n + " " + at,
                            count,
                            alive * SlowModels.gompertzCount(r + x, alpha + age, b, s, later, n, horizon));
                }
            }
            default -> model.meanTimeToNextPurchase(x, tx, age).ifPresent(mean -> finite("mean time " + at, mean));
        }
        double purchase = model.probabilityOfPurchase(x, tx, age, horizon);
        plain("none or some " + at, model.probabilityOfCount(x, tx, age, 0, horizon) + purchase, 1);
    }

    private void geometric(int first, int x, double tx, double age, double horizon, double delta) {
        double r = draw.next(1e-3, 1e3);
        double alpha = draw.next(1e-3, 1e5);
        double a = draw.next(1e-3, 1e3);
        double b = draw.next(1e-3, 1e3);
        TransactionModel model = first == 0 ? BgNbd.of(r, alpha, a, b) : MbgNbd.of(r, alpha, a, b);
        String at = model + " x=" + x + " t_x=" + tx + " T=" + age + " horizon=" + horizon + " delta=" + delta;
        logs(
                "log-likelihood " + at,
                model.logLikelihood(x, tx, age),
                SlowModels.geometricLogLikelihood(r, alpha, a, b, first, x, tx, age));
        double alive = model.probabilityAlive(x, tx, age);
        probability("alive " + at, alive);
        double ahead = b + x + first;
        double scale = alpha + age;
        plain(
                "expected " + at,
                model.expectedTransactions(x, tx, age, horizon),
                alive * (horizon == 0 ? 0 : SlowModels.geometricPurchases(r + x, a, ahead, horizon / scale)));
        if (draw.choice(10) == 0) {
            plain(
                    "discounted " + at,
                    model.discountedExpectedTransactions(x, tx, age, delta),
                    alive * SlowModels.geometricDiscounted(r + x, a, ahead, delta * scale));
            if (horizon > 0) {
                plain(
                        "discounted to horizon " + at,
                        model.discountedExpectedTransactions(x, tx, age, delta, horizon),
                        alive * SlowModels.geometricDiscounted(r + x, a, ahead, delta * scale, horizon / scale));
            }
            plain(
                    "discounted lifetime " + at,
                    model.discountedExpectedLifetime(x, tx, age, delta),
                    alive * scale * SlowModels.geometricLifetime(r + x, a, ahead, delta * scale));
            finite("lifetime to horizon " + at, model.discountedExpectedLifetime(x, tx, age, 0, horizon));
        }
        probability("count " + at, model.probabilityOfCount(x, tx, age, draw.whole(100), horizon));
        double purchase = model.probabilityOfPurchase(x, tx, age, horizon);
        plain("none or some " + at, model.probabilityOfCount(x, tx, age, 0, horizon) + purchase, 1);
    }
}
