package io.clv.numerics;

/**
 * A race between two exponential clocks, the first at a rate that is Gamma(r, alpha) distributed, the second at one
 * that is Gamma(s, beta). With {@code k = alpha / beta} the second's share of both rates depends on a Beta(s, r)
 * distributed v alone: the first wins with probability {@code (1 - v) / (1 - v + k v)}.
 */
public final class GammaRace {

    private static final LogitExpectation.Function FIRST_WINS = (v, rest, k, unused, none) -> rest / (rest + k * v);

    private static final LogitExpectation.Function TIME_OF_WIN = (v, rest, k, unused, none) -> {
        double rates = rest + k * v;
        return rest / (rates * rates);
    };

    private GammaRace() {}

    /**
     * The probability that the first clock strikes first.
     *
     * @param r positive
     * @param alpha positive
     * @param s positive
     * @param beta positive
     * @return the probability, within a relative 1e-12
     */
    public static double firstWins(double r, double alpha, double s, double beta) {
        double k = alpha / beta;
        return LogitExpectation.of(FIRST_WINS, s, r, k, k, 0, 0);
    }

    /**
     * The mean time of the first clock's strike, given that it strikes first: {@code alpha E[(1 - v) / (1 - v + k v)^2]
     * / ((r + s - 1) P(win))}.
     *
     * @param r positive
     * @param alpha positive
     * @param s positive
     * @param beta positive
     * @return the mean, within a relative 1e-12; infinite if r + s is not above 1
     */
    public static double meanTimeOfWin(double r, double alpha, double s, double beta) {
        double both = r + s - 1;
        if (!(both > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double k = alpha / beta;
        return alpha / both * LogitExpectation.of(TIME_OF_WIN, s, r, k, k, 0, 0) / firstWins(r, alpha, s, beta);
    }
}
