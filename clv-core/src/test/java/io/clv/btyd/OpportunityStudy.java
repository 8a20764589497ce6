package io.clv.btyd;

/**
 * BG/BB against {@link SlowBgBb}, on inputs drawn over many orders of magnitude: parameters from 1e-3 to 1e3 and 1e5,
 * up to 3000 opportunities and now and then a hundred thousand or 1e12, discounts from 1e-6 to 10, and the special
 * values gamma = 1, t_x = T, x = t_x, no time and no horizon. Run with a number of draws and a seed; the test runs a
 * shorter one.
 */
final class OpportunityStudy extends TwoWays {

    private double alpha;
    private double beta;
    private double gamma;
    private double delta;

    OpportunityStudy(long seed) {
        super(seed);
    }

    /** Prints what disagrees. */
    public static void main(String[] arguments) {
        int draws = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        new OpportunityStudy(seed).print(draws);
    }

    @Override
    void once() {
        alpha = draw.next(1e-3, 1e3);
        beta = draw.next(1e-3, 1e5);
        gamma = draw.next(1e-3, 1e3);
        delta = draw.next(1e-3, 1e5);
        int kind = draw.choice(2000);
        double age = draw.whole(kind < 4 ? 100_000 : kind < 500 ? 3000 : 100);
        double tx = draw.choice(3) == 0 ? 0 : draw.choice(5) == 0 ? age : Math.min(age, draw.whole(3000));
        int x = tx == 0 ? 0 : draw.choice(5) == 0 ? (int) tx : Math.max(1, (int) Math.min(tx, draw.whole(3000)));
        double horizon = draw.whole(kind < 4 ? 100_000 : kind < 500 ? 3000 : 100);
        everyDay(x, tx, age, horizon);
        if (kind == 4) {
            farAhead(x, tx, Math.min(age, 200));
        }
    }

    private void everyDay(int x, double tx, double age, double horizon) {
        BgBb model = BgBb.of(alpha, beta, gamma, delta);
        SlowBgBb slow = new SlowBgBb(alpha, beta, gamma, delta);
        SlowBgBb ahead = slow.after(x, age);
        double rate = draw.next(1e-6, 10);
        String at = model + " x=" + x + " t_x=" + tx + " T=" + age + " horizon=" + horizon + " delta=" + rate;
        double[] logs = slow.logLikelihood(x, tx, age);
        logs("log-likelihood " + at, model.logLikelihood(x, tx, age), logs[0]);
        double alive = Math.exp(logs[1] - logs[0]);
        plain("alive " + at, model.probabilityAlive(x, tx, age), alive);
        double buying = (alpha + x) / (alpha + beta + age);
        int n = draw.whole((int) Math.min(1000, horizon + 2));
        double expected = alive * Math.exp(ahead.logCount(n, horizon));
        if (n > 0) {
            plain("count of " + n + " " + at, model.probabilityOfCount(x, tx, age, n, horizon), expected);
        }
        plain(
                "none or some " + at,
                model.probabilityOfCount(x, tx, age, 0, horizon) + model.probabilityOfPurchase(x, tx, age, horizon),
                1);
        if (draw.choice(10) == 0) {
            double undiscounted = horizon == 0 ? 0 : ahead.opportunities(0, horizon);
            plain("expected " + at, model.expectedTransactions(x, tx, age, horizon), alive * buying * undiscounted);
            plain(
                    "discounted " + at,
                    model.discountedExpectedTransactions(x, tx, age, rate),
                    alive * buying * ahead.opportunities(rate, Double.POSITIVE_INFINITY));
            plain(
                    "lifetime to horizon " + at,
                    model.discountedExpectedLifetime(x, tx, age, rate, horizon),
                    horizon == 0 ? 0 : alive * ahead.opportunities(rate, horizon));
        }
        double never = model.probabilityOfNoFurtherPurchase(x, tx, age);
        probability("never " + at, never);
        double share = draw.share() * (1 - never);
        if (share > 1e-12) {
            model.timeToNextPurchase(x, tx, age, share).ifPresent(time -> {
                double by = model.probabilityOfPurchase(x, tx, age, time);
                double before = model.probabilityOfPurchase(x, tx, age, time - 1);
                plain("share " + at, Math.max(by, share), by);
                plain("share before " + at, Math.min(before, share), before);
            });
        }
    }

    /** Sums of so many terms that they are integrals. */
    private void farAhead(int x, double tx, double age) {
        if (tx > age) {
            return;
        }
        BgBb model = BgBb.of(alpha, beta, gamma, delta);
        SlowBgBb ahead = new SlowBgBb(alpha, beta, gamma, delta).after(x, age);
        String at = model + " x=" + x + " t_x=" + tx + " T=" + age;
        double alive = model.probabilityAlive(x, tx, age);
        double horizon = draw.whole(1_000_000) * (double) draw.whole(1_000_000);
        if (horizon > 0) {
            double purchase = Math.exp(ahead.logPurchase(horizon));
            plain(
                    "purchase by " + horizon + " " + at,
                    model.probabilityOfPurchase(x, tx, age, horizon),
                    alive * purchase);
            if (purchase < 0.9999) {
                BgBb newcomer = BgBb.of(alpha + x, beta + (age - x), gamma, delta + age);
                logs("silence of " + horizon + " " + at, newcomer.logLikelihood(0, 0, horizon), Math.log1p(-purchase));
            }
        }
        double ever = Math.exp(ahead.logPurchase(Double.POSITIVE_INFINITY));
        plain("ever " + at, model.everIfAlive(x, age), ever);
        if (alpha + x + gamma > 1.01) {
            plain(
                    "mean time " + at,
                    model.meanTimeToNextPurchase(x, tx, age).orElseThrow(),
                    Math.exp(ahead.logMeanTime()) / ever);
        }
    }
}
