package io.clv.btyd;

import io.clv.numerics.ParetoMoments;

/**
 * The Pareto/NBD likelihood by r, alpha, s and beta. The time tau of leaving is latent: it has an atom at T, for one
 * who is still there, and a density on (t_x, T). Given tau the log-likelihood is {@code ln (r)_x + r ln alpha - (r + x)
 * ln(alpha + tau) + s ln beta - s ln(beta + tau)}, and {@code + ln s - ln(beta + tau)} if he has left; the gradient is
 * the mean of its gradient, the Hessian the mean of its Hessian plus the covariance of its gradient.
 */
final class ParetoTerms implements RowTerms {

    private final Tally tally;

    ParetoTerms(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void add(double[] parameters, int from, int to, DerivativeSum sum) {
        NbdTerms.PurchaseTerms purchases = new NbdTerms.PurchaseTerms(parameters[0]);
        ParetoMoments moments = new ParetoMoments();
        for (int row = from; row < to; row++) {
            purchases.at(tally.x(row));
            row(parameters, row, purchases, moments, sum);
        }
    }

    private void row(
            double[] parameters, int row, NbdTerms.PurchaseTerms purchases, ParetoMoments m, DerivativeSum sum) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        int x = tally.x(row);
        double tx = tally.last(row);
        double age = tally.age(row);
        double weight = tally.weight(row);
        double shape = r + x;
        double a = alpha + tx;
        double b = beta + tx;
        double logA = Math.log1p(tx / alpha);
        double logB = Math.log1p(tx / beta);
        double silenceA = Math.log1p((age - tx) / a);
        double silenceB = Math.log1p((age - tx) / b);
        double inverseA = 1 / (alpha + age);
        double inverseB = 1 / (beta + age);
        double stayed = -shape * silenceA - s * silenceB;
        boolean silent = age > tx;
        double odds = Double.NEGATIVE_INFINITY;
        if (silent) {
            m.integrate(a, shape, b, s + 1, age - tx);
            odds = Math.log(s / b) + m.log() - stayed;
        }
        double alive = 1 / (1 + Math.exp(odds));
        double left = 1 / (1 + Math.exp(-odds));
        double either = stayed + (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
        sum.value.add(weight * (purchases.log - x * Math.log(a) - r * logA - s * logB + either));

        // What one who has left adds to the means of A = ln((alpha + tau) / a), B alike, R = 1 / (alpha + tau) and S
        // alike, beside their values for one who is still there.
        double offA = silent ? left * m.mean(0) : 0;
        double offB = silent ? left * m.mean(1) : 0;
        double offR = silent ? left * m.mean(2) : 0;
        double offS = silent ? left * m.mean(3) : 0;
        double varA = silent ? left * m.product(0) - offA * offA : 0;
        double covAb = silent ? left * m.product(1) - offA * offB : 0;
        double covAr = silent ? left * m.product(2) - offA * offR : 0;
        double covAs = silent ? left * m.product(3) - offA * offS : 0;
        double varB = silent ? left * m.product(4) - offB * offB : 0;
        double covBr = silent ? left * m.product(5) - offB * offR : 0;
        double covBs = silent ? left * m.product(6) - offB * offS : 0;
        double squareR = silent ? left * m.product(7) : 0;
        double varR = squareR - offR * offR;
        double covRs = silent ? left * m.product(8) - offR * offS : 0;
        double squareS = silent ? left * m.product(9) : 0;
        double varS = squareS - offS * offS;
        double spread = left * alive;
        double offRr = 2 * inverseA * offR + squareR;
        double offSs = 2 * inverseB * offS + squareS;
        // 1/alpha - 1/(alpha + T) and its like, taken by hand: large parameters would leave rounding of them.
        double ratioA = age / alpha;
        double ratioB = age / beta;
        double grownA = ratioA * inverseA;
        double grownB = ratioB * inverseB;

        double[] g = sum.gradient;
        g[0] += weight * (purchases.first - logA - silenceA - offA);
        g[1] += weight * (r * grownA - x * inverseA - shape * offR);
        g[2] += weight * (left / s - silenceB - offB - logB);
        g[3] += weight * (s * (grownB - offS) - left * inverseB - offS);
        double[] h = sum.hessian;
        h[0] += weight * (purchases.second + varA);
        h[1] += weight * (grownA - offR + shape * covAr);
        h[2] += weight * (covAb - alive * offA / s);
        h[3] += weight * ((s + 1) * covAs + inverseB * alive * offA);
        h[5] += weight * (inverseA * inverseA * (x - r * ratioA * (2 + ratioA)) + shape * offRr + shape * shape * varR);
        h[6] += weight * shape * (covBr - alive * offR / s);
        h[7] += weight * shape * ((s + 1) * covRs + inverseB * alive * offR);
        h[10] += weight * ((spread - left) / (s * s) - 2 * alive * offB / s + varB);
        h[11] += weight
                * (grownB
                        - offS
                        - ((s + 1) * alive * offS + inverseB * spread) / s
                        + (s + 1) * covBs
                        + inverseB * alive * offB);
        h[15] += weight
                * (inverseB * inverseB * (left - s * ratioB * (2 + ratioB))
                        + (s + 1) * offSs
                        + (s + 1) * (s + 1) * varS
                        + 2 * (s + 1) * inverseB * alive * offS
                        + inverseB * inverseB * spread);
    }
}
