package io.clv.btyd;

import io.clv.numerics.BetaFunctions;
import io.clv.numerics.GammaFunctions;

/** The Gamma-Gamma likelihood by p, q and v. */
final class GammaGammaTerms implements RowTerms {

    private final SpendTally tally;

    GammaGammaTerms(SpendTally tally) {
        this.tally = tally;
    }

    @Override
    public void add(double[] parameters, int from, int to, DerivativeSum sum) {
        double p = parameters[0];
        double q = parameters[1];
        double v = parameters[2];
        double[] g = sum.gradient;
        double[] h = sum.hessian;
        int known = 0;
        double shape = 0;
        double logBeta = 0;
        double byShape = 0;
        double byQ = 0;
        double byShapeTwice = 0;
        double byQTwice = 0;
        double byBoth = 0;
        for (int row = from; row < to; row++) {
            int x = tally.x(row);
            double weight = tally.weight(row);
            if (x != known) {
                known = x;
                shape = p * x;
                logBeta = BetaFunctions.logBeta(shape, q);
                byShape = GammaFunctions.harmonicSum(shape, q);
                byQ = GammaFunctions.harmonicSum(q, shape);
                byShapeTwice = -GammaFunctions.harmonicSquares(shape, q);
                byQTwice = -GammaFunctions.harmonicSquares(q, shape);
                byBoth = GammaFunctions.trigamma(shape + q);
            }
            double mean = tally.mean(row);
            double total = x * mean;
            double both = v + total;
            double small = Math.log1p(v / total);
            double large = Math.log1p(total / v);
            double share = total / (v * both);
            sum.value.add(weight * (-logBeta - q * large - shape * small - Math.log(mean)));
            g[0] += weight * x * (byShape - small);
            g[1] += weight * (byQ - large);
            g[2] += weight * (q * share - shape / both);
            h[0] += weight * x * x * byShapeTwice;
            h[1] += weight * x * byBoth;
            h[2] -= weight * x / both;
            h[4] += weight * byQTwice;
            h[5] += weight * share;
            h[8] += weight * (shape / (both * both) - q * share * (v + both) / (v * both));
        }
    }
}
