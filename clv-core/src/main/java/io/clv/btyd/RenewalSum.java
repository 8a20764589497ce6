package io.clv.btyd;

import io.clv.numerics.CompensatedSum;
import io.clv.numerics.GaussKronrod;

/**
 * The sum of {@code k^p S(n + k) / S(n) / (1 + d)^k} over all k from 0, for p of 0 or 1. Terms are added one by one
 * until what remains is below rounding, or until they change so little from one to the next that the rest is an
 * integral with the corrections of Gregory's formula: a discount of a millionth, or none, takes no longer than one of a
 * percent. The integral is taken in the log of k, up to where survival is a power of k and the remainder known.
 */
final class RenewalSum {

    /** Terms are smooth if neither they nor n^c change by a larger share from one to the next. */
    static final double SMOOTH = 0.02;

    private static final double NEGLIGIBLE = 1e-18;
    private static final int FIRST_LOOK = 256;

    /** The coefficients of Gregory's formula for the differences of order 0, 1, 2 ... (Hildebrand 1974, 5.9). */
    private static final double[] GREGORY = {
        1.0 / 2,
        -1.0 / 12,
        1.0 / 24,
        -19.0 / 720,
        3.0 / 160,
        -863.0 / 60480,
        275.0 / 24192,
        -33953.0 / 3628800,
        8183.0 / 1036800
    };

    private final BetaDiscreteWeibull model;
    private final double renewals;
    private final double logRenewals;
    private final double discount;
    private final int power;

    RenewalSum(BetaDiscreteWeibull model, double renewals, double d, int power) {
        this.model = model;
        this.renewals = renewals;
        this.logRenewals = Math.log(renewals);
        this.discount = Math.log1p(d);
        this.power = power;
    }

    private double term(double k) {
        double weight = Math.exp(model.logStay(renewals, k) - discount * k);
        return power == 0 ? weight : k * weight;
    }

    double value() {
        CompensatedSum sum = new CompensatedSum();
        double rest = discount > 0 ? 1 / Math.expm1(discount) : Double.POSITIVE_INFINITY;
        double before = 0;
        for (int k = 0; ; k++) {
            double term = term(k);
            // Each later term is below the one before, discounted; weighted by k they grow by 1 + 1/k at most.
            boolean small = term * rest * (power == 0 ? 1 : 2 + rest / Math.max(1, k)) <= NEGLIGIBLE * sum.value();
            if (k > power && (term == 0 || small)) {
                return sum.value();
            }
            boolean look = k >= FIRST_LOOK && k % FIRST_LOOK == 0;
            if (look && renewals + k > model.smoothAfter() && before - term < SMOOTH * term) {
                return sum.value() + corrections(k) + integral(k);
            }
            sum.add(term);
            before = term;
        }
    }

    /** From the integral over all k from here to the sum. */
    private double corrections(int from) {
        double[] differences = new double[GREGORY.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = term(from + i);
        }
        double sum = 0;
        for (int order = 0; order < GREGORY.length; order++) {
            sum += GREGORY[order] * differences[0];
            for (int i = 0; i + 1 < differences.length - order; i++) {
                differences[i] = differences[i + 1] - differences[i];
            }
        }
        return sum;
    }

    private double integral(int from) {
        GaussKronrod.Integrand terms = (w, a, b, c, d, e, height) -> Math.exp(exponent(w) - height);
        double low = Math.log(from);
        double height = exponent(low);
        double end = discount > 0 ? Math.log(60 / discount + 2.0 * from) : Double.POSITIVE_INFINITY;
        double known = Math.max(model.logTimeOfPower(), logRenewals + 41);
        double width = 1;
        double sum = 0;
        while (low < end) {
            double high = Math.min(low + width, end);
            double piece = GaussKronrod.integrate(terms, low, high, 1e-14 * Math.max(sum, 1), 0, 0, 0, 0, 0, height);
            sum += piece;
            boolean falls = exponent(high) < exponent(low);
            if (falls && piece <= NEGLIGIBLE * sum) {
                break;
            }
            if (discount == 0 && high > known) {
                sum += Math.exp(exponent(high) - height) / (model.power() - 1 - power);
                break;
            }
            low = high;
            width *= 1.5;
        }
        return Math.exp(height) * sum;
    }

    /** The log of a term times k, by the log of k. */
    private double exponent(double w) {
        double more = Math.exp(w);
        double logTo = w > logRenewals ? w + Math.log1p(renewals / more) : logRenewals + Math.log1p(more / renewals);
        double discounted = discount > 0 ? discount * more : 0;
        return (power + 1) * w + model.logStay(renewals, logRenewals, more, logTo) - discounted;
    }
}
