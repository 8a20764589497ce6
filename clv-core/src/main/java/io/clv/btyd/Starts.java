package io.clv.btyd;

import java.util.Arrays;
import java.util.List;

/** First guesses, by the method of moments; a fit tries another beside them. */
final class Starts {

    /** A share or rate of leaving so small that 1 plus it is 1: nobody leaves. */
    static final double NEVER = 1e-18;

    /** Fewer customers than this may leave a likelihood with two maxima. */
    static final double FEW = 1000;

    private Starts() {}

    /** r and alpha from the mean and variance of x, for customers who are there for 1/haste of the time. */
    static double[] purchases(Moments moments, double haste) {
        double mean = Math.max(moments.meanX(), 0.05);
        double variance = Math.max(moments.varianceX(), 1.05 * mean);
        double r = Math.min(Math.max(mean * mean / (variance - mean), 0.1), 10);
        return new double[] {r, r * moments.meanScale() / (haste * mean)};
    }

    /**
     * r and alpha where some, who buy often, have been observed for next to no time, and where all are alike: at both
     * the likelihood of purchases of few customers may have a maximum beside that about the moments. There is none
     * beside it without a purchase.
     */
    static List<double[]> remotePurchases(Moments moments) {
        if (!(moments.x() > 0) || moments.customers() >= FEW) {
            return List.of();
        }
        double age = moments.meanScale();
        return List.of(new double[] {0.1, 0.003 * age}, new double[] {1e4, 1e4 * age / moments.meanX()});
    }

    static double[] with(double[] purchases, double third, double fourth) {
        double[] all = Arrays.copyOf(purchases, 4);
        all[2] = third;
        all[3] = fourth;
        return all;
    }

    /** alpha and beta whose mean is the share of renewals that were not made: customers who differ much, and little. */
    static List<double[]> leaving(Moments moments) {
        double share = Math.min(Math.max(1 - moments.meanX() / moments.meanScale(), 0.01), 0.99);
        return List.of(new double[] {share, 1 - share}, new double[] {10 * share, 10 * (1 - share)});
    }
}
