package io.clv.btyd;

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
}
