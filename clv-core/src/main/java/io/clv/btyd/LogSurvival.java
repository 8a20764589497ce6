package io.clv.btyd;

import io.clv.numerics.GammaFunctions;

/**
 * The derivatives of {@code ln [B(alpha, beta + n^c) / B(alpha, beta)]} by alpha, beta and c at one n after the other.
 * Where n^c is so large that survival is a power of n, they are those of that power.
 */
final class LogSurvival {

    private final double alpha;
    private final double beta;
    private final double c;
    final double[] first = new double[3];
    /** The upper triangle. */
    final double[][] second = new double[3][3];

    LogSurvival(double alpha, double beta, double c) {
        this.alpha = alpha;
        this.beta = beta;
        this.c = c;
    }

    void at(double n) {
        double log = Math.log(n);
        if (n == 0) {
            set(0, 0, 0);
            set(0, 0, 0, 0, 0, 0);
        } else if (c * log > BetaDiscreteWeibull.LOG_FAR) {
            double slope = GammaFunctions.digamma(alpha + beta);
            double bend = GammaFunctions.trigamma(alpha + beta);
            set(slope - c * log, GammaFunctions.harmonicSum(beta, alpha), -alpha * log);
            set(bend, bend, -log, -GammaFunctions.harmonicSquares(beta, alpha), 0, 0);
        } else {
            near(Math.pow(n, c), log);
        }
    }

    private void near(double x, double log) {
        double both = alpha + beta;
        // psi(beta + x) - psi(both + x) - psi(beta) + psi(both), by the smaller of its two steps
        double byBeta = x < alpha
                ? GammaFunctions.harmonicSum(beta, x) - GammaFunctions.harmonicSum(both, x)
                : GammaFunctions.harmonicSum(beta, alpha) - GammaFunctions.harmonicSum(beta + x, alpha);
        double byTime = -GammaFunctions.harmonicSum(beta + x, alpha);
        double byTimeTwice = GammaFunctions.harmonicSquares(beta + x, alpha);
        double squares = GammaFunctions.harmonicSquares(both, x);
        double rise = x * log;
        set(-GammaFunctions.harmonicSum(both, x), byBeta, byTime * rise);
        set(
                squares,
                squares,
                -GammaFunctions.trigamma(both + x) * rise,
                x < alpha
                        ? squares - GammaFunctions.harmonicSquares(beta, x)
                        : byTimeTwice - GammaFunctions.harmonicSquares(beta, alpha),
                byTimeTwice * rise,
                byTimeTwice * rise * rise + byTime * rise * log);
    }

    private void set(double byAlpha, double byBeta, double byC) {
        first[0] = byAlpha;
        first[1] = byBeta;
        first[2] = byC;
    }

    private void set(double alphas, double alphaBeta, double alphaC, double betas, double betaC, double cs) {
        second[0][0] = alphas;
        second[0][1] = alphaBeta;
        second[0][2] = alphaC;
        second[1][1] = betas;
        second[1][2] = betaC;
        second[2][2] = cs;
    }
}
