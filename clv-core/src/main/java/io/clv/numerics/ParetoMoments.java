package io.clv.numerics;

import java.util.Arrays;

/**
 * {@link ParetoIntegral} with its derivatives: the integral I of {@code f(t) = (1 + t/a)^-p (1 + t/b)^-q} over t from 0
 * to a length, and the means under f/I of {@code A = ln(1 + t/a)}, {@code B = ln(1 + t/b)}, {@code R = 1/(a + t)},
 * {@code S = 1/(b + t)} and of their products, all from the same nodes. A likelihood's gradient and Hessian are such
 * means and covariances. A workspace, not safe to share between threads.
 */
public final class ParetoMoments {

    private double log;
    private double sum;
    private final double[] sums = new double[14];

    /** An empty workspace. */
    public ParetoMoments() {}

    /**
     * Integrates.
     *
     * @param a positive
     * @param p not negative
     * @param b positive
     * @param q not negative
     * @param length positive
     */
    public void integrate(double a, double p, double b, double q, double length) {
        boolean first = a <= b;
        double min = first ? a : b;
        double max = first ? b : a;
        double k = min / max;
        double power = (first ? p : q) - 1;
        double other = first ? q : p;
        double end = Math.log1p(length / min);
        double low = 0;
        double high = end;
        double floor = 0;
        double fall = power * end + other * Math.log1p(k * Math.expm1(end));
        if (power + other * k < 0) {
            double peak = ConvexExponent.minimum(ParetoIntegral.EXPONENT, end, power, other, k);
            floor = ParetoIntegral.EXPONENT.value(peak, power, other, k);
            low = ConvexExponent.cut(ParetoIntegral.EXPONENT, peak, 0, floor, power, other, k);
            high = ConvexExponent.cut(ParetoIntegral.EXPONENT, peak, end, floor, power, other, k);
            fall = Math.max(-floor, fall - floor);
        } else if (fall > ConvexExponent.NEGLIGIBLE) {
            high = ConvexExponent.cut(ParetoIntegral.EXPONENT, 0, end, 0, power, other, k);
        }
        double grownAtEnd = Math.expm1(end);
        double lateAtEnd = Math.log1p(k * grownAtEnd);
        double inverseMinAtEnd = 1 / (min * (1 + grownAtEnd));
        double inverseMaxAtEnd = 1 / (max * (1 + k * grownAtEnd));
        double[] m = sums;
        Arrays.fill(m, 0);
        sum = 0;
        GaussLegendre rule = ConvexExponent.rule(high - low, fall);
        int pieces = ConvexExponent.pieces(high - low);
        double step = (high - low) / pieces;
        for (int piece = 0; piece < pieces; piece++) {
            for (int i = 0; i < rule.size(); i++) {
                double w = low + (piece + rule.node(i)) * step;
                double grown = Math.expm1(w);
                double late = Math.log1p(k * grown);
                double f = rule.weight(i) * Math.exp(floor - power * w - other * late);
                double earlier = min * (grownAtEnd - grown);
                double offMin = w - end;
                double offMax = late - lateAtEnd;
                double inverseMin = earlier * inverseMinAtEnd / (min * (1 + grown));
                double inverseMax = earlier * inverseMaxAtEnd / (max * (1 + k * grown));
                double logA = first ? offMin : offMax;
                double logB = first ? offMax : offMin;
                double inverseA = first ? inverseMin : inverseMax;
                double inverseB = first ? inverseMax : inverseMin;
                sum += f;
                double fA = f * logA;
                double fB = f * logB;
                double fR = f * inverseA;
                double fS = f * inverseB;
                m[0] += fA;
                m[1] += fB;
                m[2] += fR;
                m[3] += fS;
                m[4] += fA * logA;
                m[5] += fA * logB;
                m[6] += fA * inverseA;
                m[7] += fA * inverseB;
                m[8] += fB * logB;
                m[9] += fB * inverseA;
                m[10] += fB * inverseB;
                m[11] += fR * inverseA;
                m[12] += fR * inverseB;
                m[13] += fS * inverseB;
            }
        }
        log = Math.log(min * step * sum) - floor;
    }

    /**
     * ln I.
     *
     * @return the log of the integral
     */
    public double log() {
        return log;
    }

    /**
     * The mean of A, B, R or S, less its value at the end.
     *
     * @param i 0 to 3
     * @return the mean
     */
    public double mean(int i) {
        return sums[i] / sum;
    }

    /**
     * The mean of a product of two of those differences, in the order AA, AB, AR, AS, BB, BR, BS, RR, RS, SS.
     *
     * @param i 0 to 9
     * @return the mean
     */
    public double product(int i) {
        return sums[4 + i] / sum;
    }
}
