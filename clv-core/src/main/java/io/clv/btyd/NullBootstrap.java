package io.clv.btyd;

import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.util.concurrent.atomic.AtomicInteger;

/** Simulates data from the null of a likelihood-ratio test and fits both models to them. */
final class NullBootstrap {

    /** Statistics that differ by rounding alone are the same: at a boundary many are 0. */
    private static final double ROUNDING = 1e-6;

    private final TransactionFamily<?> restricted;
    private final FitOptions restrictedOptions;
    private final TransactionFamily<?> full;
    private final FitOptions fullOptions;
    private final Tally tally;

    NullBootstrap(
            TransactionFamily<?> restricted,
            FitOptions restrictedOptions,
            TransactionFamily<?> full,
            FitOptions fullOptions,
            Tally tally) {
        this.restricted = restricted;
        this.restrictedOptions = restrictedOptions;
        this.full = full;
        this.fullOptions = fullOptions;
        this.tally = tally;
    }

    LikelihoodRatio run(int replications, long seed) {
        if (replications < 1) {
            throw new IllegalArgumentException("replications must be at least 1, but was " + replications);
        }
        double[] ages = agesOfCustomers();
        Fit<? extends TransactionModel> nullFit = restricted.fit(tally, restrictedOptions);
        Fit<?> fullFit = full.fit(tally, fullOptions);
        double observed = LikelihoodRatio.statistic(nullFit, fullFit);
        double[] simulated = new double[replications];
        FitOptions restrictedAlone = alone(restrictedOptions);
        FitOptions fullAlone = alone(fullOptions);
        AtomicInteger done = new AtomicInteger();
        fullOptions.parallelism().run(replications, replication -> {
            Tally drawn = draw(nullFit.model(), ages, seed, (long) replication * ages.length);
            simulated[replication] =
                    LikelihoodRatio.statistic(restricted.fit(drawn, restrictedAlone), full.fit(drawn, fullAlone));
            fullOptions.progress().at("bootstrap", done.incrementAndGet(), replications);
        });
        int reached = 0;
        for (double statistic : simulated) {
            if (statistic >= observed - ROUNDING) {
                reached++;
            }
        }
        int degrees = fullFit.freeParameters() - nullFit.freeParameters();
        double statistic = Math.abs(observed) < ROUNDING ? 0 : observed;
        return new LikelihoodRatio(statistic, degrees, replications, (1.0 + reached) / (1.0 + replications));
    }

    /** Replications are spread over the threads, so that each of their fits has one. */
    private static FitOptions alone(FitOptions options) {
        return options.parallelism(Parallelism.sequential()).progress(Progress.none());
    }

    private double[] agesOfCustomers() {
        if (tally.customers() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("customers must be at most " + (Integer.MAX_VALUE - 8)
                    + " for a bootstrap, but were " + tally.customers());
        }
        double[] ages = new double[(int) tally.customers()];
        int customer = 0;
        for (int row = 0; row < tally.rows(); row++) {
            double weight = tally.weight(row);
            if (weight != Math.rint(weight)) {
                throw new IllegalArgumentException("weights must be whole for a bootstrap, but the history x = "
                        + tally.x(row) + ", t_x = " + tally.last(row) + ", T = " + tally.age(row) + " has " + weight);
            }
            for (int i = 0; i < weight; i++) {
                ages[customer++] = tally.age(row);
            }
        }
        return ages;
    }

    private Tally draw(TransactionModel model, double[] ages, long seed, long firstCustomer) {
        double[] x = new double[ages.length];
        double[] last = new double[ages.length];
        for (int i = 0; i < ages.length; i++) {
            double[] times = model.simulate(seed, firstCustomer + i, ages[i]);
            x[i] = times.length;
            last[i] = times.length == 0 ? 0 : times[times.length - 1];
        }
        return Tally.of(x, last, ages, tally.unit());
    }
}
