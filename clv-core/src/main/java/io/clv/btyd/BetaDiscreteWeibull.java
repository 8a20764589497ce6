package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.numerics.BetaFunctions;
import io.clv.numerics.GammaFunctions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The beta-discrete-Weibull model, BdW (Fader, Hardie, Liu, Davin and Steenburgh 2018): the sBG model with customers
 * whose own chance to leave changes with time, {@code S(n | theta) = (1 - theta)^(n^c)} with theta Beta(alpha, beta)
 * distributed. With c above 1 a customer leaves more easily the longer he stays, with c below 1 less easily; with c = 1
 * it is {@link ShiftedBetaGeometric}. Where a cohort's retention falls at first, or rises slower than sorting alone
 * would let it, sBG is biased and this is not. A likelihood-ratio test against c held at 1 tells whether customers
 * change.
 *
 * <pre>{@code
 * S(n) = B(alpha, beta + n^c) / B(alpha, beta)
 * }</pre>
 *
 * <p>Expected lifetimes are infinite unless alpha c is above 1. Discounted ones are sums over renewals: one by one, and
 * once they have become smooth by an integral. Measured against 50-digit references the log of survival is within a
 * relative 1e-14, everything else within 1e-12.
 */
public final class BetaDiscreteWeibull extends BetaContract {

    private static final String NAME = "bdw";

    /** Where n^c is beyond this, survival is a power of n to double precision. */
    static final double LOG_FAR = 230;

    private final double alpha;
    private final double beta;
    private final double c;

    private BetaDiscreteWeibull(double alpha, double beta, double c) {
        super(NAME, ImmutableMap.of("alpha", alpha, "beta", beta, "c", c), alpha, beta, c);
        this.alpha = alpha;
        this.beta = beta;
        this.c = c;
    }

    /**
     * A model with given parameters.
     *
     * @param alpha the first parameter of the chance to leave at the first renewal, whose mean is alpha / (alpha +
     *     beta)
     * @param beta the second
     * @param c how that chance changes: above 1 it grows with every renewal, below 1 it falls
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite or not above 0
     */
    public static BetaDiscreteWeibull of(double alpha, double beta, double c) {
        return new BetaDiscreteWeibull(alpha, beta, c);
    }

    /**
     * Fits by maximum likelihood.
     *
     * @param survivors who renewed, and who cancelled
     * @return the fit
     * @throws IllegalArgumentException if there is no customer
     */
    public static Fit<BetaDiscreteWeibull> fit(Survivors survivors) {
        return family().fit(survivors);
    }

    /**
     * The family of these models.
     *
     * @return the family
     */
    public static ContractFamily<BetaDiscreteWeibull> family() {
        return Family.INSTANCE;
    }

    @Override
    double logStay(double renewals, double more) {
        return more == 0 ? 0 : logStay(renewals, Math.log(renewals), more, Math.log(renewals + more));
    }

    /** By the logs of both times, so that the later one may be beyond a double. */
    double logStay(double from, double logFrom, double more, double logTo) {
        double growth = c * (more <= Double.MAX_VALUE ? Math.log1p(more / from) : logTo - logFrom);
        if (c * logFrom > LOG_FAR) {
            return -alpha * growth;
        }
        double start = Math.pow(from, c);
        if (c * logTo > LOG_FAR) {
            return GammaFunctions.logPochhammer(beta + start, alpha) - alpha * c * logTo;
        }
        double to = from + more;
        double end = to <= Double.MAX_VALUE ? Math.pow(to, c) : Math.exp(c * logTo);
        // A small step of a large power would be lost in the difference.
        double step = growth < 0.5 ? start * Math.expm1(growth) : end - start;
        return BetaFunctions.logBetaRatio(alpha, beta + start, step);
    }

    /** The log of the time at which survival has become a power of time, {@code t^(-alpha c)}. */
    double logTimeOfPower() {
        return (41 + Math.log1p(alpha) + Math.log1p(alpha + 2 * beta)) / c;
    }

    /** What survival falls by for each e-fold of time in the end. */
    double power() {
        return alpha * c;
    }

    /** The time from which on n^c changes but little from one renewal to the next, or is beyond mattering. */
    double smoothAfter() {
        return Math.min(c / RenewalSum.SMOOTH, Math.exp(LOG_FAR / c));
    }

    @Override
    double lifetime(double renewals, double d) {
        return d == 0 && !(alpha * c > 1) ? Double.POSITIVE_INFINITY : new RenewalSum(this, renewals, d, 0).value();
    }

    @Override
    double duration(double renewals, double d) {
        return new RenewalSum(this, renewals, d, 1).value() / lifetime(renewals, d);
    }

    /** The family, as a service. */
    public static final class Family extends NamedFamily<BetaDiscreteWeibull>
            implements ContractFamily<BetaDiscreteWeibull> {

        private static final Family INSTANCE = new Family();

        /** A family; {@link #family} gives the same. */
        public Family() {
            super(
                    NAME,
                    "beta-discrete-Weibull: contracts, each customer with his own chance to leave, which changes",
                    List.of("alpha", "beta", "c"),
                    Set.of());
        }

        @Override
        BetaDiscreteWeibull model(double[] parameters) {
            return new BetaDiscreteWeibull(parameters[0], parameters[1], parameters[2]);
        }

        @Override
        public List<double[]> starts(Moments moments) {
            return Starts.leaving(moments).stream()
                    .map(start -> new double[] {start[0], start[1], 1.2})
                    .toList();
        }

        @Override
        public Map<String, Double> nested(Moments moments) {
            return Map.of("c", 1.0);
        }

        @Override
        public FitObjective objective(Survivors survivors, FitOptions options) {
            return ContractTerms.objective(survivors, 3, options);
        }
    }
}
