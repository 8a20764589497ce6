package io.clv.btyd;

import io.clv.numerics.GammaFunctions;

/** The NBD likelihood by r and alpha. */
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
            double grown = Math.log1p(age / alpha);
            double inverse = 1 / (alpha + age);
            sum.value.add(weight * (purchases.log - shape * grown - x * logAlpha));
            g[0] += weight * (purchases.first - grown);
            g[1] += weight * (r / alpha - shape * inverse);
            h[0] += weight * purchases.second;
            h[1] += weight * (1 / alpha - inverse);
            h[3] += weight * (shape * inverse * inverse - r / (alpha * alpha));
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
