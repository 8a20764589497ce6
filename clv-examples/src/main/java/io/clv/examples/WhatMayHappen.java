package io.clv.examples;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a customer may do in the next year, drawn many times: an expectation says nothing of how far it may be missed.
 */
public final class WhatMayHappen {

    private static final int FUTURES = 10_000;

    private WhatMayHappen() {}

    /**
     * Prints how often the customer buys, what he may spend, and the expectations beside.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        BgNbd purchases = BgNbd.of(0.243, 4.414, 0.793, 2.426);
        GammaGamma spend = GammaGamma.of(6.25, 3.74, 15.44);

        // 4 repeat purchases of 30 dollars on average, the last after 35 weeks, seen for 39 weeks.
        int[] counts = new int[4];
        double[] sums = new double[FUTURES];
        for (int future = 0; future < FUTURES; future++) {
            double[] times = purchases.simulate(1, future, 4, 35, 39, 52);
            counts[Math.min(times.length, 3)]++;
            sums[future] = Arrays.stream(spend.simulate(1, future, 4, 30, times.length))
                    .sum();
        }
        Arrays.sort(sums);

        System.out.println("purchases  drawn  by formula");
        for (int n = 0; n < 3; n++) {
            System.out.printf(
                    Locale.ROOT,
                    "%9d  %.3f  %10.3f%n",
                    n,
                    (double) counts[n] / FUTURES,
                    purchases.probabilityOfCount(4, 35, 39, n, 52));
        }
        System.out.printf(Locale.ROOT, "  or more  %.3f%n", (double) counts[3] / FUTURES);
        System.out.printf(
                Locale.ROOT,
                "spends USD %.2f on average, expected USD %.2f; in nine of ten futures between USD %.2f and USD %.2f%n",
                Arrays.stream(sums).average().orElseThrow(),
                purchases.expectedTransactions(4, 35, 39, 52) * spend.expectedSpend(4, 30),
                sums[FUTURES / 20],
                sums[FUTURES - FUTURES / 20]);
    }
}
