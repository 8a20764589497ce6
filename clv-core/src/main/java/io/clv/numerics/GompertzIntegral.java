package io.clv.numerics;

import org.jspecify.annotations.Nullable;

/**
 * Integrals over a lifetime of {@link GompertzLife}, weighted by what purchases at a Gamma distributed rate have to do
 * with it: {@code (u / (a + u))^n (1 + u/a)^-p}, a silence of length u, or n purchases in it. Times are in units of
 * 1/b.
 *
 * <p>With {@code e^u - 1 = m (e^w - 1)} and m the least of 1, beta and {@code 1 - e^-a}, no singularity of the
 * integrand is nearer to the real line of w than pi, whatever the parameters, and its logarithm never rises faster than
 * w. It may have two peaks, if some leave at once and the others when mortality has grown; so no peak is looked for.
 * The range is walked through in pieces that grow with the distance from the singularities, and over which the
 * logarithm falls by no more than 16; what cannot matter is jumped over. Each piece takes a rule of
 * {@link GaussLegendre}. No term is negative, so nothing cancels. Measured against 50-digit references the error is
 * below 2e-15 of max(1, |value|).
 */
public final class GompertzIntegral {

    private static final double NEGLIGIBLE = 42;
    private static final double PIECE = 4;
    private static final double FALL = 16;

    /** A piece as many times as long as its distance from a singularity behind it needs no more nodes than another. */
    private static final double AHEAD = 2;

    /** e^-36 is lost in rounding beside 1. */
    private static final double FAR = 36;

    private static final LogConcave.Exponent LEAVES_EARLY = (z, n, p, a, s, beta) -> {
        double u = softplus(z);
        return z - n * Math.log1p(a / u) - p * Math.log1p(u / a) - (s + 1) * softplus(z - Math.log(beta));
    };

    private static final LogConcave.Exponent STAYS_EARLY = (z, n, p, a, s, beta) -> {
        double u = softplus(z);
        return -softplus(-z) - n * Math.log1p(a / u) - p * Math.log1p(u / a) - s * softplus(z - Math.log(beta));
    };

    private GompertzIntegral() {}

    /**
     * The log of the integral of {@code (u / (a + u))^n (1 + u/a)^-p f(u)} over u up to a length, f the density of the
     * lifetime.
     *
     * @param n not negative
     * @param p positive
     * @param a positive
     * @param s positive
     * @param beta positive
     * @param length not negative, or infinite
     * @return the log, within 5e-15 of max(1, |value|); minus infinity for a length of 0
     */
    public static double logLeaving(double n, double p, double a, double s, double beta, double length) {
        return Math.log(s / beta) + log(true, n, p, a, 0, s, beta, length);
    }

    /**
     * The log of the integral of {@code (u / (a + u))^n (1 + u/a)^-p e^(-d u) S(u)} over u up to a length.
     *
     * @param n not negative; 0 if d is above 0
     * @param p not negative
     * @param a positive, or infinite
     * @param d not negative
     * @param s positive
     * @param beta positive
     * @param length not negative, or infinite
     * @return the log, within 5e-15 of max(1, |value|); minus infinity for a length of 0
     */
    public static double logStaying(double n, double p, double a, double d, double s, double beta, double length) {
        return log(false, n, p, a, d, s, beta, length);
    }

    private static double log(
            boolean leaving, double n, double p, double a, double d, double s, double beta, double length) {
        if (!(length > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double m = origin(a, beta);
        double end = GompertzLife.lift(1 / m, length);
        if (n == 0) {
            return Math.log(m) + walk(leaving, false, 0, end, 0, p, a, d, s, beta, m, null);
        }
        // Up to the time at which n purchases are likeliest the logarithm is concave by ln(e^u - 1), with its peak
        // there
        // or before; after that time they only grow less likely.
        double likeliest = Math.min(a * (n / p), length);
        double top = likeliest + Math.log(-Math.expm1(-likeliest));
        LogConcave.Exponent phi = leaving ? LEAVES_EARLY : STAYS_EARLY;
        double peak = LogConcave.peak(phi, Math.min(top, 0), top, n, p, a, s, beta);
        double height = phi.exponent(peak, n, p, a, s, beta);
        double nothing = LogConcave.flank(phi, peak, height, -1, Double.NEGATIVE_INFINITY, n, p, a, s, beta);
        double first = peak;
        // The logarithm rises by n + 1 a unit at most.
        double fine = Math.max(1 / (n + 1), 1e-12 * Math.abs(peak));
        while (first - nothing > fine) {
            double between = 0.5 * (first + nothing);
            if (height - phi.exponent(between, n, p, a, s, beta) < NEGLIGIBLE) {
                first = between;
            } else {
                nothing = between;
            }
        }
        double middle = Math.min(end, softplus(peak - Math.log(m)));
        double up = walk(leaving, true, softplus(first - Math.log(m)), middle, n, p, a, d, s, beta, m, null);
        double down = walk(leaving, false, middle, end, n, p, a, d, s, beta, m, null);
        double larger = Math.max(up, down);
        return Math.log(m) + larger + Math.log1p(Math.exp(Math.min(up, down) - larger));
    }

    /** m: where the first of the scales lies. */
    static double origin(double a, double beta) {
        return Math.min(Math.min(1, beta), -Math.expm1(-a));
    }

    /** A piece over which the exponent falls by no more than it may if its slope at w = 0 lasts. */
    private static double firstPiece(double p, double a, double d, double s, double beta, double m) {
        return Math.min(PIECE, FALL / (1 + m * (p / a + d + s / beta)));
    }

    /** How far a piece may reach: its distance to the places near which singularities lie must remain in proportion. */
    private static double reach(double w, double early, double late) {
        if (w > late) {
            return Math.max(PIECE, AHEAD * (w - late));
        }
        return Math.max(PIECE, Math.min(AHEAD * (w - early), 0.5 * (late - w)));
    }

    /** The nodes for a piece that lies so far below the sum: there its digits count for less. */
    private static GaussLegendre rule(double length, double fall, double below) {
        if (length <= 1 && fall < 2) {
            return GaussLegendre.eight();
        }
        return fall < 6 || below > 16 ? GaussLegendre.sixteen() : GaussLegendre.thirtyTwo();
    }

    /** {@code w - ln(1 + k (e^w - 1))}, given that log: what growth of the measure leaves of the exponent. */
    private static double gain(double k, double w, double lifted) {
        return w < FAR ? w - lifted : -Math.log(k + (1 - k) * Math.exp(-w));
    }

    private static double exponent(
            boolean leaving, double w, double n, double p, double a, double d, double s, double beta, double m) {
        double u = GompertzLife.lift(m, w);
        return exponent(leaving, w, u, exposure(w, u, beta, m), p > 0 ? Math.log1p(u / a) : 0, n, p, a, d, s, beta, m);
    }

    private static double exponent(
            boolean leaving,
            double w,
            double u,
            double exposed,
            double silence,
            double n,
            double p,
            double a,
            double d,
            double s,
            double beta,
            double m) {
        double value = (leaving ? gain(m / beta, w, exposed) : gain(m, w, u)) - s * exposed - p * silence;
        if (n > 0) {
            value -= n * Math.log1p(a / u);
        }
        return d > 0 ? value - d * u : value;
    }

    private static double exposure(double w, double u, double beta, double m) {
        return beta == 1 ? u : GompertzLife.lift(m / beta, w);
    }

    /**
     * The log of the integral over w; the nodes, if asked for, are told of every place and its share of the sum. On the
     * way up to n purchases the exponent may rise faster than w, and nothing is jumped over.
     */
    static double walk(
            boolean leaving,
            boolean climbing,
            double from,
            double end,
            double n,
            double p,
            double a,
            double d,
            double s,
            double beta,
            double m,
            @Nullable GompertzNodes nodes) {
        double early = Math.log(Math.max(Math.min(1, beta), -Math.expm1(-a)) / m);
        double late = Math.log(Math.max(1, beta) / m);
        double rarest = Math.log(Math.min(1, s + d));
        double piece = firstPiece(p, a, d, s, beta, m);
        double w = from;
        double here = exponent(leaving, w, n, p, a, d, s, beta, m);
        // Up to the last of those places the exponent rises no faster than w, so that much of the sum is sure to come.
        double risen = Math.min(late, end);
        double sure = !climbing && risen > from + 1
                ? exponent(leaving, risen, n, p, a, d, s, beta, m) - 1
                : Double.NEGATIVE_INFINITY;
        double height = here;
        double sum = 0;
        while (w < end) {
            double gap = Math.max(height + Math.log(sum), sure) - NEGLIGIBLE - here;
            if (!climbing && w > late && gap > -rarest) {
                break;
            }
            if (!climbing && gap > Math.max(0, w > late ? Math.log(piece) : 0)) {
                w = Math.min(end, w + (w > late ? piece : gap + 1));
                here = exponent(leaving, w, n, p, a, d, s, beta, m);
                piece = reach(w, early, late);
                continue;
            }
            double next = Math.min(end, Math.max(w + piece, Math.nextUp(w)));
            double there = exponent(leaving, next, n, p, a, d, s, beta, m);
            double middle = 0.5 * (w + next);
            if (Math.abs(here - there) > FALL && middle > w && middle < next) {
                piece = middle - w;
                continue;
            }
            if (Math.max(here, there) > height) {
                double higher = Math.max(here, there);
                double factor = Math.exp(height - higher);
                sum *= factor;
                height = higher;
                if (nodes != null) {
                    nodes.rescale(factor);
                }
            }
            double length = next - w;
            GaussLegendre rule = rule(length, Math.abs(here - there), NEGLIGIBLE + gap - Math.max(0, there - here));
            for (int i = 0; i < rule.size(); i++) {
                double at = w + length * rule.node(i);
                double u = GompertzLife.lift(m, at);
                double exposed = exposure(at, u, beta, m);
                double silence = p > 0 ? Math.log1p(u / a) : 0;
                double value = exponent(leaving, at, u, exposed, silence, n, p, a, d, s, beta, m);
                double share = length * rule.weight(i) * Math.exp(value - height);
                sum += share;
                if (nodes != null) {
                    nodes.add(u, exposed, silence, share);
                }
            }
            w = next;
            here = there;
            piece = Math.min(AHEAD * piece, reach(w, early, late));
        }
        return height + Math.log(sum);
    }

    private static double softplus(double z) {
        return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    }
}
