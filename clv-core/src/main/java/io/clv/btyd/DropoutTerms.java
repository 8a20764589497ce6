package io.clv.btyd;

import io.clv.numerics.BetaFunctions;
import io.clv.numerics.GammaFunctions;

/**
 * The BG/NBD and MBG/NBD likelihoods by r, alpha, a and b. With q for the probability of having left the gradient is
 * that of one who is still there plus q times that of the log odds o of having left, and the Hessian adds {@code q o''
 * + q (1 - q) o' o'}.
 */
final class DropoutTerms implements RowTerms {

    private final Tally tally;
    private final int first;

    DropoutTerms(Tally tally, int first) {
        this.tally = tally;
        this.first = first;
    }

    @Override
    public void add(double[] parameters, int from, int to, DerivativeSum sum) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        double logAlpha = Math.log(alpha);
        double[] g = sum.gradient;
        double[] h = sum.hessian;
        NbdTerms.PurchaseTerms purchases = new NbdTerms.PurchaseTerms(r);
        int known = -1;
        double stays = 0;
        double staysByB = 0;
        double bothByA = 0;
        double staysByBb = 0;
        double bothByAa = 0;
        double logOddsOfLastCoin = 0;
        double inverseLast = 0;
        for (int row = from; row < to; row++) {
            int x = tally.x(row);
            double weight = tally.weight(row);
            int coins = x + first;
            if (x != known) {
                known = x;
                purchases.at(x);
                stays = BetaFunctions.logBetaRatio(a, b, coins);
                bothByA = GammaFunctions.harmonicSum(a + b, coins);
                staysByB = GammaFunctions.harmonicSum(b, coins) - bothByA;
                bothByAa = GammaFunctions.harmonicSquares(a + b, coins);
                staysByBb = bothByAa - GammaFunctions.harmonicSquares(b, coins);
                double last = b + (coins - 1);
                inverseLast = coins == 0 ? 0 : 1 / last;
                logOddsOfLastCoin = coins == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / last);
            }
            double age = tally.age(row);
            double tx = tally.last(row);
            double shape = r + x;
            double ratio = age / alpha;
            double grown = Math.log1p(ratio);
            double inverse = 1 / (alpha + age);
            double value = purchases.log - shape * grown - x * logAlpha + stays;
            double gR = purchases.first - grown;
            double gAlpha = inverse * (r * ratio - x);
            double gA = -bothByA;
            double gB = staysByB;
            double hRr = purchases.second;
            double hRalpha = inverse * ratio;
            double hAlphaAlpha = inverse * inverse * (x - r * ratio * (2 + ratio));
            double hAa = bothByAa;
            double hAb = bothByAa;
            double hBb = staysByBb;
            if (coins > 0) {
                double silence = Math.log1p((age - tx) / (alpha + tx));
                double odds = logOddsOfLastCoin + shape * silence;
                double left = 1 / (1 + Math.exp(-odds));
                value += odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
                double early = 1 / (alpha + tx);
                double oAlpha = shape * (inverse - early);
                double oA = 1 / a;
                double oB = -inverseLast;
                double spread = left / (1 + Math.exp(odds));
                gR += left * silence;
                gAlpha += left * oAlpha;
                gA += left * oA;
                gB += left * oB;
                hRr += spread * silence * silence;
                hRalpha += left * (inverse - early) + spread * silence * oAlpha;
                hAlphaAlpha += left * shape * (early * early - inverse * inverse) + spread * oAlpha * oAlpha;
                h[2] += weight * spread * silence * oA;
                h[3] += weight * spread * silence * oB;
                h[6] += weight * spread * oAlpha * oA;
                h[7] += weight * spread * oAlpha * oB;
                hAa += (spread - left) * oA * oA;
                hAb += spread * oA * oB;
                hBb += (spread + left) * oB * oB;
            }
            sum.value.add(weight * value);
            g[0] += weight * gR;
            g[1] += weight * gAlpha;
            g[2] += weight * gA;
            g[3] += weight * gB;
            h[0] += weight * hRr;
            h[1] += weight * hRalpha;
            h[5] += weight * hAlphaAlpha;
            h[10] += weight * hAa;
            h[11] += weight * hAb;
            h[15] += weight * hBb;
        }
    }
}
