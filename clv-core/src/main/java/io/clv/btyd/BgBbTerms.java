package io.clv.btyd;

import io.clv.numerics.BetaFunctions;
import io.clv.numerics.GammaFunctions;

/**
 * The BG/BB likelihood by alpha, beta, gamma and delta. When a customer left, after t_x or later, or that he is still
 * there, is latent: the gradient is the mean of its gradient, the Hessian the mean of its Hessian plus the covariance
 * of its gradient.
 *
 * <p>Rows stand in order of x, t_x and T, so that the sums of one row begin with those of the row before wherever only
 * T differs.
 */
final class BgBbTerms implements RowTerms {

    private final Tally tally;

    BgBbTerms(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void add(double[] parameters, int from, int to, DerivativeSum sum) {
        Silence silence = new Silence();
        UntilLast until = new UntilLast();
        for (int row = from; row < to; row++) {
            int x = tally.x(row);
            double tx = tally.last(row);
            boolean another = row == from || x != tally.x(row - 1) || tx != tally.last(row - 1);
            if (another) {
                until.at(parameters, x, tx);
                silence.begin(parameters, x, tx);
            }
            silence.extend((int) (tally.age(row) - tx));
            until.add(tally.weight(row), sum);
            silence.add(tally.weight(row), parameters[2], sum);
        }
    }

    /** Up to the last purchase: he was there, and what he did is known. */
    private static final class UntilLast {
        private double log;
        private double byAlpha;
        private double byBeta;
        private double byGamma;
        private double byDelta;
        private double alphas;
        private double betas;
        private double alphaBeta;
        private double gammas;
        private double deltas;

        void at(double[] parameters, int x, double tx) {
            double alpha = parameters[0];
            double beta = parameters[1];
            double gamma = parameters[2];
            double delta = parameters[3];
            log = BetaFunctions.logBetaRatio(beta, alpha, x)
                    + BetaFunctions.logBetaRatio(alpha + x, beta, tx - x)
                    + BetaFunctions.logBetaRatio(gamma, delta, tx);
            double all = GammaFunctions.harmonicSum(alpha + beta, tx);
            byAlpha = GammaFunctions.harmonicSum(alpha, x) - all;
            byBeta = GammaFunctions.harmonicSum(beta, tx - x) - all;
            byGamma = -GammaFunctions.harmonicSum(gamma + delta, tx);
            byDelta = GammaFunctions.harmonicSum(delta, tx) + byGamma;
            alphaBeta = GammaFunctions.harmonicSquares(alpha + beta, tx);
            alphas = alphaBeta - GammaFunctions.harmonicSquares(alpha, x);
            betas = alphaBeta - GammaFunctions.harmonicSquares(beta, tx - x);
            gammas = GammaFunctions.harmonicSquares(gamma + delta, tx);
            deltas = gammas - GammaFunctions.harmonicSquares(delta, tx);
        }

        void add(double weight, DerivativeSum sum) {
            sum.value.add(weight * log);
            double[] g = sum.gradient;
            g[0] += weight * byAlpha;
            g[1] += weight * byBeta;
            g[2] += weight * byGamma;
            g[3] += weight * byDelta;
            double[] h = sum.hessian;
            h[0] += weight * alphas;
            h[1] += weight * alphaBeta;
            h[5] += weight * betas;
            h[10] += weight * gammas;
            h[11] += weight * gammas;
            h[15] += weight * deltas;
        }
    }

    /**
     * After the last purchase: sums over when he left, so many opportunities later, of the probability, of the first
     * derivatives of its log and their products, and of the harmonic squares in the second ones. The {@code 1 / gamma}
     * of having left is not in them.
     */
    private static final class Silence {
        private double a;
        private double b;
        private double c;
        private double d;
        private int reached;
        /** Of leaving right now, and of being there and not having bought. */
        private double leaves;

        private double stays;
        private double left;
        private final double[] first = new double[4];
        private final double[] squares = new double[4];
        private final double[] leftFirst = new double[4];
        private final double[] leftSquares = new double[4];
        private final double[] leftProducts = new double[16];
        private final double[] mean = new double[4];

        void begin(double[] parameters, int x, double tx) {
            b = parameters[1] + (tx - x);
            a = parameters[0] + x + b;
            d = parameters[3] + tx;
            c = parameters[2] + d;
            reached = 0;
            leaves = parameters[2] / c;
            stays = 1;
            left = 0;
            java.util.Arrays.fill(first, 0);
            java.util.Arrays.fill(squares, 0);
            java.util.Arrays.fill(leftFirst, 0);
            java.util.Arrays.fill(leftSquares, 0);
            java.util.Arrays.fill(leftProducts, 0);
        }

        /** Sums on to so many opportunities of silence. */
        void extend(int silent) {
            for (; reached < silent; reached++) {
                double inverseA = 1 / (a + reached);
                double inverseB = 1 / (b + reached);
                double inverseC = 1 / (c + reached);
                double inverseD = 1 / (d + reached);
                // One who leaves now was not there for this opportunity, but might have been.
                first[2] -= inverseC;
                first[3] -= inverseC;
                squares[2] += inverseC * inverseC;
                squares[3] += inverseC * inverseC;
                addLeaving();
                first[0] -= inverseA;
                first[1] += inverseB - inverseA;
                first[3] += inverseD;
                squares[0] += inverseA * inverseA;
                squares[1] += inverseA * inverseA - inverseB * inverseB;
                squares[3] -= inverseD * inverseD;
                double passes = (b + reached) * inverseA;
                double remains = (d + reached) * inverseC;
                stays *= passes * remains;
                leaves *= passes * (d + reached) / (c + reached + 1);
            }
        }

        private void addLeaving() {
            left += leaves;
            for (int i = 0; i < 4; i++) {
                double weighted = leaves * first[i];
                leftFirst[i] += weighted;
                leftSquares[i] += leaves * squares[i];
                for (int j = i; j < 4; j++) {
                    leftProducts[4 * i + j] += weighted * first[j];
                }
            }
        }

        void add(double weight, double gamma, DerivativeSum sum) {
            double all = stays + left;
            sum.value.add(weight * Math.log(all));
            double gone = left / all;
            double perGamma = gone / gamma;
            double[] g = sum.gradient;
            double[] h = sum.hessian;
            for (int i = 0; i < 4; i++) {
                mean[i] = (stays * first[i] + leftFirst[i]) / all;
                g[i] += weight * mean[i];
            }
            g[2] += weight * perGamma;
            for (int i = 0; i < 4; i++) {
                for (int j = i; j < 4; j++) {
                    double product = (stays * first[i] * first[j] + leftProducts[4 * i + j]) / all;
                    h[4 * i + j] += weight * (product - mean[i] * mean[j]);
                }
                double square = (stays * squares[i] + leftSquares[i]) / all;
                h[5 * i] += weight * square;
                if (i % 2 == 0) {
                    // The harmonic squares of alpha + beta, and of gamma + delta, are in the mixed derivative too.
                    h[5 * i + 1] += weight * square;
                }
                // The covariance with having left, whose derivative by gamma is 1 / gamma.
                double withLeft = weight * (leftFirst[i] / all - gone * mean[i]) / gamma;
                h[i <= 2 ? 4 * i + 2 : 11] += i == 2 ? 2 * withLeft : withLeft;
            }
            h[10] -= weight * perGamma * perGamma;
        }
    }
}
