package io.clv.cohort;

import io.clv.numerics.GammaFunctions;
import io.clv.numerics.InverseNormal;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.Optional;
import java.util.OptionalDouble;

/** Two shares of different customers: a of m, then b of n, neither 0. */
record TwoShares(int a, int m, int b, int n) {

    /** Probabilities that differ by less, relative to one another, are equal. */
    private static final double ROUNDING = 1e-9;

    Change change(PeriodMeasure measure, Ratio level) {
        return new Change(
                measure,
                (double) a / m,
                (double) b / n,
                interval(level),
                OptionalDouble.empty(),
                Optional.empty(),
                pValue());
    }

    /**
     * The interval of the difference of two shares from the Wilson intervals of each (Newcombe, "Interval estimation
     * for the difference between independent proportions", Statistics in Medicine 17, 1998, method 10).
     */
    private Interval interval(Ratio level) {
        double z = InverseNormal.at(0.5 + level.value() / 2);
        double p = (double) a / m;
        double q = (double) b / n;
        double low = Math.hypot(q - wilson(q, n, -z), wilson(p, m, z) - p);
        double high = Math.hypot(wilson(q, n, z) - q, p - wilson(p, m, -z));
        return new Interval(q - p - low, q - p + high, level, Interval.Of.MEAN);
    }

    /** An end of Wilson's interval of a share. */
    private static double wilson(double share, int of, double z) {
        double half = z / (2 * of) * Math.sqrt(4 * of * share * (1 - share) + z * z);
        return Math.min(1, Math.max(0, (share + z * z / (2 * of) + half) / (1 + z * z / of)));
    }

    /**
     * Fisher's exact test: given how many there are in both together, the chance of a split that is as unlikely as the
     * observed one or more.
     */
    double pValue() {
        int all = a + b;
        double observed = logProbability(a, all);
        double sum = 0;
        for (int k = Math.max(0, all - n); k <= Math.min(m, all); k++) {
            double each = logProbability(k, all);
            if (each <= observed + ROUNDING) {
                sum += Math.exp(each);
            }
        }
        return Math.min(1, sum);
    }

    /** The hypergeometric chance of k among m, of all among m + n. */
    private double logProbability(int k, int all) {
        return logChoose(m, k) + logChoose(n, all - k) - logChoose(m + n, all);
    }

    private static double logChoose(int of, int chosen) {
        return GammaFunctions.logGamma(of + 1.0)
                - GammaFunctions.logGamma(chosen + 1.0)
                - GammaFunctions.logGamma(of - chosen + 1.0);
    }
}
