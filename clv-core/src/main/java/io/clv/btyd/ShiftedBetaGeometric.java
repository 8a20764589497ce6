package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.numerics.BetaFunctions;
import io.clv.numerics.Hypergeometric;
import java.util.List;
import java.util.Set;

/**
 * The shifted beta-geometric model, sBG (Fader and Hardie 2007, 2010): each customer has a chance to leave that is the
 * same at all his renewals, and Beta(alpha, beta) distributed over customers. Retention rises with every renewal,
 * {@code r(t) = (beta + t - 1) / (alpha + beta + t - 1)}, because those who leave easily leave first, not because
 * anybody changes.
 *
 * <pre>{@code
 * S(n) = B(alpha, beta + n) / B(alpha, beta)
 * DERL just before the next renewal = r(n + 1) 2F1(1, beta + n + 1; alpha + beta + n + 1; 1 / (1 + d))
 * }</pre>
 *
 * <p>Expected lifetimes are infinite unless alpha is above 1. Measured against 50-digit references the log of survival
 * is within a relative 2e-15, everything else within 2e-14.
 *
 * <p>Fader and Hardie (2010) number a customer by n, the renewal before which he stands; he has made n - 1. What some
 * packages call retention elasticity, {@code 2F1(1, beta + n; alpha + beta + n; 1 / (1 + d))} for one who has made n
 * renewals, is the mean of the customers' own elasticities; it is 1 + DERL just after the last renewal.
 */
public final class ShiftedBetaGeometric extends BetaContract {

    private static final String NAME = "sbg";

    /** Below this the argument of 2F1 is so near to 1 that rounding it costs digits, and the fraction many steps. */
    private static final double SMALL_DISCOUNT = 1e-2;

    private final double alpha;
    private final double beta;
    /** The same model, by sums. */
    private final BetaDiscreteWeibull summed;

    private ShiftedBetaGeometric(double alpha, double beta) {
        super(NAME, ImmutableMap.of("alpha", alpha, "beta", beta), alpha, beta, 1);
        this.alpha = alpha;
        this.beta = beta;
        this.summed = BetaDiscreteWeibull.of(alpha, beta, 1);
    }

    /**
     * A model with given parameters.
     *
     * @param alpha the first parameter of the chance to leave, whose mean is alpha / (alpha + beta)
     * @param beta the second
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite or not above 0
     */
    public static ShiftedBetaGeometric of(double alpha, double beta) {
        return new ShiftedBetaGeometric(alpha, beta);
    }

    /**
     * Fits by maximum likelihood.
     *
     * @param survivors who renewed, and who cancelled
     * @return the fit
     * @throws IllegalArgumentException if there is no customer
     */
    public static Fit<ShiftedBetaGeometric> fit(Survivors survivors) {
        return family().fit(survivors);
    }

    /**
     * The family of these models.
     *
     * @return the family
     */
    public static ContractFamily<ShiftedBetaGeometric> family() {
        return Family.INSTANCE;
    }

    @Override
    double logStay(double renewals, double more) {
        return BetaFunctions.logBetaRatio(alpha, beta + renewals, more);
    }

    @Override
    double lifetime(double renewals, double d) {
        double stays = beta + renewals;
        if (d == 0) {
            return alpha > 1 ? 1 + stays / (alpha - 1) : Double.POSITIVE_INFINITY;
        }
        return d < SMALL_DISCOUNT
                ? summed.lifetime(renewals, d)
                : Hypergeometric.oneB(stays, alpha + stays, 1 / (1 + d));
    }

    @Override
    double duration(double renewals, double d) {
        return summed.duration(renewals, d);
    }

    /** The family, as a service. */
    public static final class Family extends NamedFamily<ShiftedBetaGeometric>
            implements ContractFamily<ShiftedBetaGeometric> {

        private static final Family INSTANCE = new Family();

        /** A family; {@link #family} gives the same. */
        public Family() {
            super(
                    NAME,
                    "shifted beta-geometric: contracts, each customer with his own chance to leave",
                    List.of("alpha", "beta"),
                    Set.of());
        }

        @Override
        ShiftedBetaGeometric model(double[] parameters) {
            return new ShiftedBetaGeometric(parameters[0], parameters[1]);
        }

        @Override
        public List<double[]> starts(Moments moments) {
            return Starts.leaving(moments);
        }

        @Override
        public FitObjective objective(Survivors survivors, FitOptions options) {
            return ContractTerms.objective(survivors, 2, options);
        }
    }
}
