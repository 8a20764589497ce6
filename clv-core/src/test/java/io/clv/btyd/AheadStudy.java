package io.clv.btyd;

import io.clv.numerics.GammaFunctions;

/**
 * What lies ahead of a customer who is there against {@link SlowAhead}, on the inputs of {@link TwoWayStudy}: counts,
 * purchases, discounted sums and lifetimes with and without an end, times to the next purchase.
 */
final class AheadStudy extends TwoWays {

    AheadStudy(long seed) {
        super(seed);
    }

    /** Prints what disagrees. */
    public static void main(String[] arguments) {
        int draws = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        new AheadStudy(seed).print(draws);
    }

    @Override
    void once() {
        double age = draw.choice(20) == 0 ? 0 : draw.next(1e-4, 1e5);
        int x = age == 0 || draw.choice(3) == 0 ? 0 : Math.max(1, draw.whole(100_000));
        double horizon = draw.next(1e-6, 1e6);
        double delta = draw.next(1e-6, 10);
        // t_x = T, so that the customer is there but for the coin after his last purchase
        switch (draw.choice(3)) {
            case 0 -> pareto(x, age, horizon, delta);
            case 1 -> geometric(draw.choice(2), x, age, horizon, delta);
            default -> nbd(x, age, horizon, delta);
        }
    }

    private void pareto(int x, double age, double horizon, double delta) {
        double r = draw.next(1e-3, 1e3);
        double alpha = draw.next(1e-3, 1e5);
        double s = draw.next(1e-3, 1e3);
        double beta = draw.choice(10) == 0 ? alpha : draw.next(1e-3, 1e5);
        ParetoNbd model = ParetoNbd.of(r, alpha, s, beta);
        double tx = x == 0 ? 0 : age;
        String at = model + " x=" + x + " T=" + age + " horizon=" + horizon + " delta=" + delta;
        double alive = SlowModels.paretoAlive(r, alpha, s, beta, x, tx, age);
        double p = r + x;
        double a = alpha + age;
        double b = beta + age;
        switch (draw.choice(4)) {
            case 0 -> {
                double life = alive * SlowAhead.paretoLifetime(s, b, delta, Double.POSITIVE_INFINITY);
                plain("lifetime " + at, model.discountedExpectedLifetime(x, tx, age, delta), life);
                plain("discounted " + at, model.discountedExpectedTransactions(x, tx, age, delta), p / a * life);
            }
            case 1 -> {
                double life = alive * SlowAhead.paretoLifetime(s, b, delta, horizon);
                plain("lifetime to horizon " + at, model.discountedExpectedLifetime(x, tx, age, delta, horizon), life);
                plain(
                        "discounted to horizon " + at,
                        model.discountedExpectedTransactions(x, tx, age, delta, horizon),
                        p / a * life);
            }
            case 2 -> {
                int n = draw.whole(100);
                plain(
                        "count " + n + " " + at,
                        n == 0 ? 0 : model.probabilityOfCount(x, tx, age, n, horizon),
                        n == 0 ? 0 : alive * SlowAhead.paretoCount(p, a, s, b, n, horizon));
            }
            default -> {
                plain(
                        "purchase " + at,
                        model.probabilityOfPurchase(x, tx, age, horizon),
                        alive * SlowAhead.paretoPurchase(p, a, s, b, horizon));
                logs(
                        "never " + at,
                        model.probabilityOfNoFurtherPurchase(x, tx, age),
                        1 - alive * SlowAhead.paretoPurchase(p, a, s, b, Double.POSITIVE_INFINITY));
                if (p + s > 1.1) {
                    plain(
                            "mean time " + at,
                            model.meanTimeToNextPurchase(x, tx, age).orElseThrow(),
                            SlowAhead.paretoMeanTime(p, a, s, b));
                }
                time(at, model, x, tx, age, horizon);
            }
        }
    }

    private void geometric(int first, int x, double age, double horizon, double delta) {
        double r = draw.next(1e-3, 1e3);
        double alpha = draw.next(1e-3, 1e5);
        double a = draw.next(1e-3, 1e3);
        double b = draw.next(1e-3, 1e3);
        TransactionModel model = first == 0 ? BgNbd.of(r, alpha, a, b) : MbgNbd.of(r, alpha, a, b);
        double tx = x == 0 ? 0 : age;
        String at = model + " x=" + x + " T=" + age + " horizon=" + horizon + " delta=" + delta;
        double alive = model.probabilityAlive(x, tx, age);
        double ahead = b + x + first;
        double scale = alpha + age;
        int n = draw.whole(100);
        if (n > 0) {
            plain(
                    "count " + n + " " + at,
                    model.probabilityOfCount(x, tx, age, n, horizon),
                    alive * SlowAhead.geometricCount(r + x, scale, a, ahead, n, horizon));
        }
        time(at, model, x, tx, age, horizon);
        if (draw.choice(4) == 0) {
            plain(
                    "lifetime to horizon " + at,
                    model.discountedExpectedLifetime(x, tx, age, delta, horizon),
                    alive * scale * SlowAhead.geometricLifetime(r + x, a, ahead, delta * scale, horizon / scale));
        }
    }

    /** The time by which a purchase has come with a probability is that at which it has. */
    private void time(String at, TransactionModel model, int x, double tx, double age, double horizon) {
        double share = draw.share() * model.probabilityOfPurchase(x, tx, age, horizon);
        if (share > 1e-290) {
            double time = model.timeToNextPurchase(x, tx, age, share).orElseThrow();
            plain("time to " + share + " " + at, model.probabilityOfPurchase(x, tx, age, time), share);
        }
    }

    private void nbd(int x, double age, double horizon, double delta) {
        double r = draw.next(1e-3, 1e3);
        double alpha = draw.next(1e-3, 1e5);
        Nbd model = Nbd.of(r, alpha);
        double tx = x == 0 ? 0 : age;
        String at = model + " x=" + x + " T=" + age + " horizon=" + horizon + " delta=" + delta;
        double p = r + x;
        double a = alpha + age;
        double none = 1e300;
        logs(
                "log-likelihood " + at,
                model.logLikelihood(x, tx, age),
                GammaFunctions.logGamma(p)
                        - GammaFunctions.logGamma(r)
                        - r * Math.log1p(age / alpha)
                        - x * Math.log(a));
        plain(
                "purchase " + at,
                model.probabilityOfPurchase(x, tx, age, horizon),
                SlowAhead.paretoPurchase(p, a, 0, none, horizon));
        double life = SlowAhead.paretoLifetime(0, none, delta, horizon);
        plain("lifetime to horizon " + at, model.discountedExpectedLifetime(x, tx, age, delta, horizon), life);
        plain(
                "discounted to horizon " + at,
                model.discountedExpectedTransactions(x, tx, age, delta, horizon),
                p / a * life);
        plain(
                "discounted " + at,
                model.discountedExpectedTransactions(x, tx, age, delta),
                p / a * SlowAhead.paretoLifetime(0, none, delta, Double.POSITIVE_INFINITY));
        int n = draw.whole(100);
        plain(
                "count " + n + " " + at,
                model.probabilityOfCount(x, tx, age, n, horizon),
                SlowAhead.count(p, a, n, horizon));
        time(at, model, x, tx, age, horizon);
    }
}
