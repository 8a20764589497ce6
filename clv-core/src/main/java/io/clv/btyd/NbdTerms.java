package io.clv.btyd;

import io.clv.numerics.GammaFunctions;

/**
 * The NBD likelihood by r and alpha. In {@code r / alpha - (r + x) / (alpha + T)} the difference is taken by hand: as
 * customers grow alike r and alpha grow without end, and what is left of it would be rounding.
 */
final class NbdTerms implements RowTerms {

    private final Tally tally;

    NbdTerms(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void add(double[] parameters, int from, int to, DerivativeSum sum) {
        double r = parameters[0];
        double alpha = parameters[1];
        PurchaseTerms purchases = new PurchaseTerms(r);
        double[] g = sum.gradient;
        double[] h = sum.hessian;
        double logAlpha = Math.log(alpha);
        for (int row = from; row < to; row++) {
            int x = tally.x(row);
            double weight = tally.weight(row);
            purchases.at(x);
            double age = tally.age(row);
            double shape = r + x;
            double ratio = age / alpha;
            double grown = Math.log1p(ratio);
            double inverse = 1 / (alpha + age);
            sum.value.add(weight * (purchases.log - shape * grown - x * logAlpha));
            g[0] += weight * (purchases.first - grown);
            g[1] += weight * inverse * (r * ratio - x);
            h[0] += weight * purchases.second;
            h[1] += weight * inverse * ratio;
            h[3] += weight * inverse * inverse * (x - r * ratio * (2 + ratio));
        }
    }

    /** {@code ln [Gamma(r + x) / Gamma(r)]} and its derivatives by r; rows come sorted by x, so it changes seldom. */
    static final class PurchaseTerms {
        private final double r;
        private int x = -1;
        double log;
        double first;
        double second;

        PurchaseTerms(double r) {
            this.r = r;
        }

        void at(int next) {
            if (next != x) {
                x = next;
                log = GammaFunctions.logPochhammer(r, x);
                first = GammaFunctions.harmonicSum(r, x);
                second = -GammaFunctions.harmonicSquares(r, x);
            }
        }
    }
}
