package io.clv.btyd;

import io.clv.numerics.RandomStream;
import io.clv.task.Parallelism;
import java.util.Arrays;

/**
 * The repeat purchases of those who are to come, future by future. Of a period's newcomers so many are drawn that all
 * periods together have no more than a bound; with n newcomers, k of them drawn, the sum over all is
 *
 * <pre>{@code
 * n m + sqrt(n / k) (sum over the k drawn - k m)
 * }</pre>
 *
 * <p>where m is the expectation of one: the sum itself if k = n, and else of the same mean, variance and covariance.
 */
final class NewcomerDraws {

    /** How many are drawn in a future at most, but for one a period. */
    static final int MOST = 20_000;

    private static final long NEWCOMERS = 0x434F4D45L;

    private final TransactionModel[] models;
    private final long[][] coming;
    private final double[][] ends;
    private final int most;
    private final long seed;

    NewcomerDraws(TransactionModel[] models, long[][] coming, double[][] ends, int most, long seed) {
        this.models = models;
        this.coming = coming;
        this.ends = ends;
        this.most = most;
        this.seed = seed;
    }

    long[][] run(Parallelism parallelism) {
        long[][] counts = new long[ends.length][];
        parallelism.run(ends.length, future -> counts[future] = draw(future));
        return counts;
    }

    private long[] draw(int future) {
        double[] end = ends[future];
        double[] sums = new double[end.length];
        double all = 0;
        for (long each : coming[future]) {
            all += each;
        }
        if (all == 0) {
            return new long[end.length];
        }
        TransactionModel model = models[FuturePurchases.model(future, ends.length, models.length)];
        FutureDraws draws = FutureDraws.of(model);
        // Under MBG/NBD some leave right after their first purchase.
        double stays = model.probabilityAlive(0, 0, 0);
        Expectation expectation = all > most ? new Expectation(model, end) : Expectation.NONE;
        RandomStream random = RandomStream.of(seed ^ NEWCOMERS, future);
        PurchaseTimes times = new PurchaseTimes();
        double[] drawn = new double[end.length];
        for (int from = 0; from < end.length; from++) {
            long newcomers = coming[future][from];
            if (newcomers == 0) {
                continue;
            }
            long sampled = all > most ? Math.min(newcomers, (long) Math.ceil(newcomers * (most / all))) : newcomers;
            Arrays.fill(drawn, 0);
            double start = from == 0 ? 0 : end[from - 1];
            for (long each = 0; each < sampled; each++) {
                double came = start + random.uniform() * (end[from] - start);
                double unused = draws.draw(random, 0, 0, 0, stays, end[end.length - 1] - came, times);
                for (int purchase = 0; purchase < times.size(); purchase++) {
                    drawn[KnownDraws.period(end, came + times.get(purchase))]++;
                }
            }
            add(sums, drawn, from, newcomers, sampled, expectation, end, 0.5 * (start + end[from]));
        }
        long[] counts = new long[end.length];
        for (int period = 0; period < counts.length; period++) {
            counts[period] = Math.max(0, Math.round(sums[period]));
        }
        return counts;
    }

    private static void add(
            double[] sums,
            double[] drawn,
            int from,
            long newcomers,
            long sampled,
            Expectation expectation,
            double[] end,
            double came) {
        double scale = sampled == newcomers ? 1 : Math.sqrt((double) newcomers / sampled);
        double expected = newcomers - scale * sampled;
        double before = 0;
        for (int period = from; period < sums.length; period++) {
            sums[period] += scale * drawn[period];
            if (sampled < newcomers) {
                double through = expectation.at(end[period] - came);
                sums[period] += expected * (through - before);
                before = through;
            }
        }
    }

    /** The purchases to be expected of a newcomer by age, tabulated. */
    private static final class Expectation {

        static final Expectation NONE = new Expectation();

        /** Two places a period, so that half periods are exact where all are as long. */
        private final double[] expected;

        private final double perUnit;

        private Expectation() {
            expected = new double[2];
            perUnit = 0;
        }

        Expectation(TransactionModel model, double[] end) {
            int steps = Math.max(256, 2 * end.length);
            double length = end[end.length - 1];
            expected = new double[steps + 2];
            for (int step = 1; step <= steps; step++) {
                expected[step] = model.expectedTransactionsOfNewCustomer(length * step / steps);
            }
            expected[steps + 1] = expected[steps];
            perUnit = length > 0 ? steps / length : 0;
        }

        double at(double age) {
            double place = age * perUnit;
            int step = (int) place;
            return expected[step] + (place - step) * (expected[step + 1] - expected[step]);
        }
    }
}
