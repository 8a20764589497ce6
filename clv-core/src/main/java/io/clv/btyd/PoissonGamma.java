package io.clv.btyd;

import io.clv.numerics.RandomStream;

/**
 * The time to the next purchase at a Gamma(r, alpha) distributed rate: Lomax distributed, {@code P(> t) = (1 +
 * t/alpha)^-r}.
 */
final class PoissonGamma {

    private PoissonGamma() {}

    static double purchase(double r, double alpha, double t) {
        return -Math.expm1(-r * Math.log1p(t / alpha));
    }

    static double time(double r, double alpha, double share) {
        return alpha * Math.expm1(-Math.log1p(-share) / r);
    }

    static double meanTime(double r, double alpha) {
        return r > 1 ? alpha / (r - 1) : Double.POSITIVE_INFINITY;
    }

    /**
     * Draws how long a purchase is waited for by one whose rate is Gamma(shape, scale) distributed. The rate need not
     * be drawn: given the wait it is Gamma(shape + 1, scale + wait), from which the next one is drawn again.
     */
    static double wait(RandomStream random, double shape, double scale) {
        return scale * Math.expm1(random.exponential() / shape);
    }

    /** Draws the purchases up to a time. */
    static void purchases(RandomStream random, double shape, double scale, double end, PurchaseTimes times) {
        double time = wait(random, shape, scale);
        for (int n = 1; time <= end; n++) {
            times.add(time);
            time += wait(random, shape + n, scale + time);
        }
    }
}
