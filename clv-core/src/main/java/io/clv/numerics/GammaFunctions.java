package io.clv.numerics;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The log-gamma function, its derivatives, and their differences over a step, which is what likelihoods are made of.
 *
 * <p>A difference such as {@code ln Gamma(a + n) - ln Gamma(a)} loses its digits when it is taken of two library values
 * and {@code n} is small beside {@code a}; here the step stays a factor of every term. Arguments are positive and steps
 * are not negative throughout; a step need not be whole.
 */
public final class GammaFunctions {

    /** {@code ln(2 pi) / 2}. */
    static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    /** From here on the asymptotic series below reach double precision with the terms they have. */
    static final double ASYMPTOTIC = 10;

    /** A sum over single steps is both faster and more accurate than a difference, up to about here. */
    private static final int FEW_STEPS = 16;

    private static final double DIGAMMA_ROOT = 1.4616321449683622;
    /** What the root has beyond its double. */
    private static final double DIGAMMA_ROOT_REST = 9.549995429965697e-17;

    /** Taylor's coefficients of psi at its root, psi^(k)/k! from k = 1. */
    private static final double[] DIGAMMA_AT_ROOT = {
        0.9676722454476212,
        -0.4427631689835921,
        0.258499760955651,
        -0.16394270544240652,
        0.10782405069126237,
        -0.07219956125645471,
        0.04880428816414311,
        -0.03316112647484736,
        0.022597648232218104,
        -0.01542476590494896,
        0.010538791616612175,
        -0.007204534386356869,
        0.004926781395729853,
        -0.003369801655439328,
        0.002305126326734928,
        -0.0015769367714301972,
        0.0010788252019162967
    };

    /** Stirling's series of ln Gamma in 1/z^2: B(2k) / (2k (2k - 1)). */
    private static final double[] STIRLING_SERIES = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    /** The series of psi in 1/z^2, after ln z - 1/2z: -B(2k) / 2k, from k = 1. */
    private static final double[] DIGAMMA_SERIES = {
        0, -1.0 / 12, 1.0 / 120, -1.0 / 252, 1.0 / 240, -1.0 / 132, 691.0 / 32760, -1.0 / 12, 3617.0 / 8160
    };

    /** The series of psi' in 1/z^2, after 1/z: B(2k). */
    private static final double[] TRIGAMMA_SERIES = {
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
    };

    /** u - ln(1 + u) = u^2 (1/2 - u/3 + ...). */
    private static final double[] EXCESS_SERIES = {
        1.0 / 2, -1.0 / 3, 1.0 / 4, -1.0 / 5, 1.0 / 6, -1.0 / 7, 1.0 / 8, -1.0 / 9
    };

    private GammaFunctions() {}

    /**
     * {@code ln Gamma(a)}, by Apache Commons Numbers (Boost's method).
     *
     * @param a positive
     * @return the value, within 4e-16 of max(1, |value|)
     */
    public static double logGamma(double a) {
        return LogGamma.value(a);
    }

    /**
     * {@code psi(a) = d/da ln Gamma(a)}: Taylor's series about its root 1.4616..., elsewhere the recurrence up to 10
     * and then the asymptotic series (DLMF 5.11.2). The libraries at hand reach 1e-10, too little for a gradient.
     *
     * @param a positive
     * @return the value, within 1e-15 of itself or, away from the root, of 1
     */
    public static double digamma(double a) {
        if (Math.abs(a - DIGAMMA_ROOT) < 0.1) {
            double step = a - DIGAMMA_ROOT - DIGAMMA_ROOT_REST;
            return step * Polynomial.at(step, DIGAMMA_AT_ROOT);
        }
        double shift = 0;
        double z = a;
        while (z < ASYMPTOTIC) {
            shift += 1 / z;
            z++;
        }
        double y = 1 / (z * z);
        return Math.log(z) - 0.5 / z + Polynomial.at(y, DIGAMMA_SERIES) - shift;
    }

    /**
     * {@code psi'(a)}: the recurrence up to 10 and then the asymptotic series (DLMF 5.15.8).
     *
     * @param a positive
     * @return the value, within a relative 1e-15
     */
    public static double trigamma(double a) {
        double shift = 0;
        double z = a;
        while (z < ASYMPTOTIC) {
            shift += 1 / (z * z);
            z++;
        }
        double u = 1 / z;
        double y = u * u;
        return shift + u + y / 2 + u * y * Polynomial.at(y, TRIGAMMA_SERIES);
    }

    /**
     * The log of Pochhammer's symbol, {@code ln (a)_n = ln Gamma(a + n) - ln Gamma(a)}. Few whole steps are multiplied
     * out; otherwise {@code a} is shifted to 10 and the difference of Stirling's formula taken with {@code ln(1 + n/a)}
     * as a factor.
     *
     * @param a positive
     * @param n the step, not negative
     * @return the value, within 1e-15 of max(1, |value|)
     */
    public static double logPochhammer(double a, double n) {
        if (n == 0) {
            return 0;
        }
        if (n <= FEW_STEPS && n == Math.rint(n) && a < 1e15) {
            double product = a;
            for (int i = 1; i < n; i++) {
                product *= a + i;
            }
            return Math.log(product);
        }
        double ratio = 1;
        double logs = 0;
        double z = a;
        while (z < ASYMPTOTIC) {
            if (n < 0.5 * z) {
                logs += Math.log1p(n / z);
            } else {
                ratio *= z / (z + n);
            }
            z++;
        }
        return logPochhammerFar(z, n) + Math.log(ratio) - logs;
    }

    private static double logPochhammerFar(double a, double n) {
        double u = n / a;
        double rest = stirlingDifference(a, n);
        if (u < 0.1) {
            return n * Math.log(a + n) - 0.5 * Math.log1p(u) - a * excessOverLog1p(u) + rest;
        }
        return (a - 0.5) * Math.log1p(u) + n * (Math.log(a + n) - 1) + rest;
    }

    /**
     * {@code psi(a + n) - psi(a)}, which for a whole step is {@code 1/a + ... + 1/(a + n - 1)}.
     *
     * @param a positive
     * @param n the step, not negative
     * @return the value, within a relative 2e-15
     */
    public static double harmonicSum(double a, double n) {
        double sum = 0;
        if (n <= FEW_STEPS && n == Math.rint(n)) {
            for (int i = 0; i < n; i++) {
                sum += 1 / (a + i);
            }
            return sum;
        }
        double z = a;
        while (z < ASYMPTOTIC) {
            sum += n / (z * (z + n));
            z++;
        }
        double u = 1 / z;
        double w = 1 / (z + n);
        double step = n * u * w;
        return sum + Math.log1p(n * u) + step * (0.5 - (u + w) * Polynomial.slope(w * w, u * u, DIGAMMA_SERIES));
    }

    /**
     * {@code psi'(a) - psi'(a + n)}, which for a whole step is {@code 1/a^2 + ... + 1/(a + n - 1)^2}.
     *
     * @param a positive
     * @param n the step, not negative
     * @return the value, within a relative 2e-15
     */
    public static double harmonicSquares(double a, double n) {
        double sum = 0;
        if (n <= FEW_STEPS && n == Math.rint(n)) {
            for (int i = 0; i < n; i++) {
                sum += 1 / ((a + i) * (a + i));
            }
            return sum;
        }
        double z = a;
        while (z < ASYMPTOTIC) {
            double product = z * (z + n);
            sum += n / product * ((2 * z + n) / product);
            z++;
        }
        double u = 1 / z;
        double w = 1 / (z + n);
        double y = u * u;
        double x = w * w;
        double step = n * u * w;
        // 1/z + 1/2z^2 + u^3 P(u^2), each as a multiple of the step u - w
        double cubes = (y + u * w + x) * Polynomial.at(x, TRIGAMMA_SERIES)
                + u * y * (u + w) * Polynomial.slope(x, y, TRIGAMMA_SERIES);
        return sum + step * (1 + (u + w) / 2 + cubes);
    }

    /**
     * What Stirling's formula leaves of {@code ln Gamma(z)}: the series 1/12z - ..., after a shift of small z to 10.
     * The library's log-gamma, which would do there too, leaves an object to collect.
     */
    static double stirling(double z) {
        double shifts = 0;
        double y = z;
        while (y < ASYMPTOTIC) {
            shifts += (y + 0.5) * Math.log1p(1 / y) - 1;
            y++;
        }
        double u = 1 / y;
        return shifts + u * Polynomial.at(u * u, STIRLING_SERIES);
    }

    /** {@code stirling(a + n) - stirling(a)} for a of at least 10. */
    private static double stirlingDifference(double a, double n) {
        double u = 1 / a;
        double w = 1 / (a + n);
        double y = u * u;
        return -n
                * u
                * w
                * (Polynomial.at(y, STIRLING_SERIES) + w * (u + w) * Polynomial.slope(w * w, y, STIRLING_SERIES));
    }

    /** {@code u - ln(1 + u)} for u in [0, 0.1]. */
    private static double excessOverLog1p(double u) {
        if (u > 0.01) {
            return u - Math.log1p(u);
        }
        return u * u * Polynomial.at(u, EXCESS_SERIES);
    }
}
