package io.clv.numerics;

/**
 * A race between two exponential clocks, the first at a rate that is Gamma(r, alpha) distributed, the second at one
 * that is Gamma(s, beta). With {@code k = alpha / beta} the second's share of both rates depends on a Beta(s, r)
 * distributed v alone: the first wins with probability {@code (1 - v) / (1 - v + k v)}. For k below 1 the mean is taken
 * over the first's share instead, so that 0 is where the function may be steep.
 */
public final class GammaRace {

    private static final LogitExpectation.Function FIRST_WINS =
            (other, own, k, second, third, fourth) -> own / (own + k * other);

    private static final LogitExpectation.Function FIRST_WINS_BY_OWN =
            (own, other, inverse, second, third, fourth) -> inverse * own / (inverse * own + other);

    private static final LogitExpectation.Function TIME_OF_WIN = (other, own, k, second, third, fourth) -> {
        double rates = own + k * other;
        return own / (rates * rates);
    };

    private static final LogitExpectation.Function TIME_OF_WIN_BY_OWN =
            (own, other, inverse, second, third, fourth) -> {
                double rates = inverse * own + other;
                return inverse * inverse * own / (rates * rates);
            };

    private GammaRace() {}

    /**
     * The probability that the first clock strikes first.
     *
     * @param r positive
     * @param alpha positive
     * @param s positive
     * @param beta positive
     * @return the probability, within a relative 5e-15
     */
    public static double firstWins(double r, double alpha, double s, double beta) {
        double k = alpha / beta;
        return k >= 1
                ? LogitExpectation.of(FIRST_WINS, s, r, k, 1, k, 0, 0, 0)
                : LogitExpectation.of(FIRST_WINS_BY_OWN, r, s, 1 / k, 1, 1 / k, 0, 0, 0);
    }

    /**
     * The mean time of the first clock's strike, given that it strikes first: {@code alpha E[(1 - v) / (1 - v + k v)^2]
     * / ((r + s - 1) P(win))}.
     *
     * @param r positive
     * @param alpha positive
     * @param s positive
     * @param beta positive
     * @return the mean, within a relative 1e-13; infinite if r + s is not above 1
     */
    public static double meanTimeOfWin(double r, double alpha, double s, double beta) {
        double both = r + s - 1;
        if (!(both > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double k = alpha / beta;
        double mean = k >= 1
                ? LogitExpectation.of(TIME_OF_WIN, s, r, k, 2, k, 0, 0, 0)
                : LogitExpectation.of(TIME_OF_WIN_BY_OWN, r, s, 1 / k, 2, 1 / k, 0, 0, 0);
        return alpha / both * mean / firstWins(r, alpha, s, beta);
    }
}
