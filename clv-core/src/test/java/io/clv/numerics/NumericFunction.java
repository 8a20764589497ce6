package io.clv.numerics;

import java.util.function.ToDoubleFunction;

/** Each function with its rows in the reference files, the way its error is scored and the largest one accepted. */
@SuppressWarnings("ImmutableEnumChecker") // its functions capture nothing
public enum NumericFunction {
    DIGAMMA("digamma", false, 2e-15, row -> GammaFunctions.digamma(row.at(0))),
    TRIGAMMA("trigamma", false, 1e-15, row -> GammaFunctions.trigamma(row.at(0))),
    LOG_GAMMA("lgamma", true, 4e-16, row -> GammaFunctions.logGamma(row.at(0))),
    LOG_POCHHAMMER("log_pochhammer", true, 1e-15, row -> GammaFunctions.logPochhammer(row.at(0), row.at(1))),
    LOG_POCHHAMMER_PUBLISHED("logpoch", true, 1e-15, row -> GammaFunctions.logPochhammer(row.at(0), row.at(1))),
    HARMONIC_SUM("harmonic_sum", false, 2e-15, row -> GammaFunctions.harmonicSum(row.at(0), row.at(1))),
    HARMONIC_SQUARES("harmonic_squares", false, 2e-15, row -> GammaFunctions.harmonicSquares(row.at(0), row.at(1))),
    LOG_BETA("logbeta", true, 1e-15, row -> BetaFunctions.logBeta(row.at(0), row.at(1))),
    LOG_BETA_RATIO("log_beta_ratio", false, 2e-15, row -> BetaFunctions.logBetaRatio(row.at(0), row.at(1), row.at(2))),
    SBG_LOG_SURVIVAL("sbg_logs", false, 2e-15, row -> BetaFunctions.logBetaRatio(row.at(0), row.at(1), row.at(2))),
    EXPONENTIAL_INTEGRAL("expint", false, 5e-15, row -> ExponentialIntegral.scaled(row.at(0), row.at(1))),
    EXPONENTIAL_INTEGRAL_PUBLISHED("expint_s", false, 5e-15, row -> ExponentialIntegral.scaled(row.at(0), row.at(1))),
    EXPONENTIAL_INTEGRAL_UP_TO(
            "expint_up_to", false, 5e-15, row -> ExponentialIntegral.scaledUpTo(row.at(0), row.at(1), row.at(2))),
    HYPERGEOMETRIC("hypergeometric", false, 5e-14, row -> Hypergeometric.oneB(row.at(0), row.at(1), row.at(2))),
    HYPERGEOMETRIC_PUBLISHED("hyp2f1_1bc", false, 5e-14, row -> Hypergeometric.oneB(row.at(0), row.at(1), row.at(2))),
    PARETO_INTEGRAL(
            "log_pareto_integral",
            true,
            5e-15,
            row -> ParetoIntegral.log(row.at(0), row.at(1), row.at(2), row.at(3), row.at(4))),
    GOMPERTZ_LEAVING(
            "gompertz_leaving",
            true,
            5e-15,
            row -> GompertzIntegral.logLeaving(row.at(0), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5))),
    GOMPERTZ_STAYING(
            "gompertz_staying",
            true,
            5e-15,
            row -> GompertzIntegral.logStaying(
                    row.at(0), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5), row.at(6))),
    BETA_PURCHASES(
            "beta_purchases", false, 2e-13, row -> BetaMixture.purchases(row.at(0), row.at(1), row.at(2), row.at(3))),
    KERNEL_J("kernel_j", false, 2e-13, row -> BetaMixture.purchases(row.at(0), row.at(1), row.at(2), row.at(3))),
    DISCOUNTED_LIFETIME(
            "discounted_lifetime",
            false,
            1e-14,
            row -> BetaMixture.discountedLifetime(row.at(0), row.at(1), row.at(2), row.at(3))),
    DISCOUNTED_PURCHASES(
            "discounted_purchases",
            false,
            1e-14,
            row -> BetaMixture.discountedPurchases(row.at(0), row.at(1), row.at(2), row.at(3))),
    DISCOUNTED_LIFETIME_UP_TO(
            "discounted_lifetime_up_to",
            false,
            1e-14,
            row -> BetaMixture.discountedLifetime(row.at(0), row.at(1), row.at(2), row.at(3), row.at(4))),
    DISCOUNTED_PURCHASES_UP_TO(
            "discounted_purchases_up_to",
            false,
            1e-14,
            row -> BetaMixture.discountedPurchases(row.at(0), row.at(1), row.at(2), row.at(3), row.at(4))),
    RACE_FIRST_WINS(
            "race_first_wins", false, 5e-15, row -> GammaRace.firstWins(row.at(0), row.at(1), row.at(2), row.at(3))),
    RACE_MEAN_TIME(
            "race_mean_time", false, 1e-13, row -> GammaRace.meanTimeOfWin(row.at(0), row.at(1), row.at(2), row.at(3))),
    BETA_SERIES(
            "beta_series",
            true,
            5e-14,
            row -> BetaSeries.logSum(row.whole(0), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5), row.at(6))),
    BETA_BINOMIAL(
            "beta_binomial",
            true,
            2e-15,
            row -> BetaBinomial.logProbability(row.at(0), row.at(1), row.at(2), row.at(3))),
    BETA_OPPORTUNITIES(
            "beta_opportunities", false, 5e-15, row -> BetaGeometric.opportunities(row.at(0), row.at(1), row.at(2))),
    BETA_DISCOUNTED("beta_discounted", false, 5e-14, row -> BetaGeometric.discounted(row.at(0), row.at(1), row.at(2))),
    BETA_DISCOUNTED_UP_TO(
            "beta_discounted_up_to",
            false,
            5e-14,
            row -> BetaGeometric.discounted(row.at(0), row.at(1), row.at(2), row.at(3))),
    NEGATIVE_BINOMIAL(
            "negative_binomial",
            true,
            1e-15,
            row -> NegativeBinomial.logProbability(row.at(0), row.at(1), row.at(2), row.at(3))),
    NEGATIVE_BINOMIAL_AT_LEAST(
            "negative_binomial_at_least",
            false,
            1e-13,
            row -> NegativeBinomial.atLeast(row.at(0), row.at(1), row.at(2), row.at(3))),
    CHI_SQUARE_TAIL("chi_square_tail", false, 1e-15, row -> ChiSquare.tail(row.at(0), row.whole(1)));

    public final String row;
    final double accepted;
    private final boolean log;
    private final ToDoubleFunction<ReferenceRow> function;

    NumericFunction(String row, boolean log, double accepted, ToDoubleFunction<ReferenceRow> function) {
        this.row = row;
        this.log = log;
        this.accepted = accepted;
        this.function = function;
    }

    double error(ReferenceRow reference) {
        double actual = function.applyAsDouble(reference);
        return log ? reference.logError(actual) : reference.relativeError(actual);
    }
}
