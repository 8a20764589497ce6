package io.clv.btyd;

import io.clv.numerics.ReferenceRow;
import java.util.function.ToDoubleFunction;

/**
 * Each model's functions with their rows in the reference file, the way an error is scored and the largest accepted.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions capture nothing
enum ModelFunction {
    PARETO_LOG_LIKELIHOOD("pnbd_ll", true, row -> pareto(row).logLikelihood(row.whole(4), row.at(5), row.at(6))),
    PARETO_ALIVE("pnbd_palive", false, row -> pareto(row).probabilityAlive(row.whole(4), row.at(5), row.at(6))),
    PARETO_EXPECTED(
            "pnbd_cet", false, row -> pareto(row).expectedTransactions(row.whole(4), row.at(5), row.at(6), row.at(7))),
    PARETO_DISCOUNTED(
            "pnbd_dert",
            false,
            row -> pareto(row).discountedExpectedTransactions(row.whole(4), row.at(5), row.at(6), row.at(7))),
    PARETO_MEAN("pnbd_mean", false, row -> pareto(row).expectedTransactionsOfNewCustomer(row.at(4))),
    PARETO_COUNT("pnbd_pmf", false, row -> pareto(row).probabilityOfCount(row.whole(5), row.at(4))),
    BG_LOG_LIKELIHOOD("bgnbd_ll", true, row -> bg(row).logLikelihood(row.whole(4), row.at(5), row.at(6))),
    BG_ALIVE("bgnbd_palive", false, row -> bg(row).probabilityAlive(row.whole(4), row.at(5), row.at(6))),
    BG_EXPECTED("bgnbd_cet", false, row -> bg(row).expectedTransactions(row.whole(4), row.at(5), row.at(6), row.at(7))),
    BG_DISCOUNTED(
            "bgnbd_dert",
            false,
            row -> bg(row).discountedExpectedTransactions(row.whole(4), row.at(5), row.at(6), row.at(7))),
    BG_MEAN("bgnbd_mean", false, row -> bg(row).expectedTransactionsOfNewCustomer(row.at(4))),
    BG_COUNT("bgnbd_pmf", false, row -> bg(row).probabilityOfCount(row.whole(5), row.at(4))),
    MBG_LOG_LIKELIHOOD("mbgnbd_ll", true, row -> mbg(row).logLikelihood(row.whole(4), row.at(5), row.at(6))),
    MBG_ALIVE("mbgnbd_palive", false, row -> mbg(row).probabilityAlive(row.whole(4), row.at(5), row.at(6))),
    MBG_EXPECTED(
            "mbgnbd_cet", false, row -> mbg(row).expectedTransactions(row.whole(4), row.at(5), row.at(6), row.at(7))),
    MBG_MEAN("mbgnbd_mean", false, row -> mbg(row).expectedTransactionsOfNewCustomer(row.at(4))),
    MBG_COUNT("mbgnbd_pmf", false, row -> mbg(row).probabilityOfCount(row.whole(5), row.at(4))),
    BG_BB_LOG_LIKELIHOOD("bgbb_ll", true, row -> bb(row).logLikelihood(row.whole(4), row.at(5), row.at(6))),
    BG_BB_ALIVE_AT_NEXT(
            "bgbb_palive", false, row -> bb(row).probabilityAliveAtNextOpportunity(row.whole(4), row.at(5), row.at(6))),
    BG_BB_EXPECTED(
            "bgbb_cet", false, row -> bb(row).expectedTransactions(row.whole(4), row.at(5), row.at(6), row.at(7))),
    BG_BB_DISCOUNTED(
            "bgbb_dert",
            false,
            row -> bb(row).discountedExpectedTransactions(row.whole(4), row.at(5), row.at(6), Math.log1p(row.at(7)))),
    BG_BB_COUNT("bgbb_pmf", false, row -> bb(row).probabilityOfCount(row.whole(5), row.at(4))),
    GGOMPERTZ_LOG_LIKELIHOOD(
            "ggomnbd_ll", true, row -> ggompertz(row).logLikelihood(row.whole(5), row.at(6), row.at(7))),
    GGOMPERTZ_ALIVE(
            "ggomnbd_palive", false, row -> ggompertz(row).probabilityAlive(row.whole(5), row.at(6), row.at(7))),
    GGOMPERTZ_EXPECTED(
            "ggomnbd_cet",
            false,
            row -> ggompertz(row).expectedTransactions(row.whole(5), row.at(6), row.at(7), row.at(8))),
    GAMMA_GAMMA_LOG_LIKELIHOOD(
            "gamgam_ll",
            true,
            row -> GammaGamma.of(row.at(0), row.at(1), row.at(2)).logLikelihood(row.whole(3), row.at(4))),
    SBG_LOG_SURVIVAL("sbg_logs", false, row -> sbg(row).logSurvival(row.whole(2))),
    SBG_LEAVING("sbg_pmf", false, row -> sbg(row).probabilityOfLeaving(row.whole(2))),
    SBG_RESIDUAL(
            "sbg_derl",
            false,
            row -> sbg(row).discountedExpectedResidualLifetime(row.whole(2) - 1, row.at(3), RenewalMoment.JUST_BEFORE)),
    BDW_LOG_SURVIVAL("bdw_logs", false, row -> bdw(row).logSurvival(row.whole(3))),
    BDW_LEAVING("bdw_pmf", false, row -> bdw(row).probabilityOfLeaving(row.whole(3)));

    final String row;
    final double accepted = 1e-12;
    private final boolean log;
    private final ToDoubleFunction<ReferenceRow> function;

    ModelFunction(String row, boolean log, ToDoubleFunction<ReferenceRow> function) {
        this.row = row;
        this.log = log;
        this.function = function;
    }

    private static ParetoNbd pareto(ReferenceRow row) {
        return ParetoNbd.of(row.at(0), row.at(1), row.at(2), row.at(3));
    }

    private static BgNbd bg(ReferenceRow row) {
        return BgNbd.of(row.at(0), row.at(1), row.at(2), row.at(3));
    }

    private static MbgNbd mbg(ReferenceRow row) {
        return MbgNbd.of(row.at(0), row.at(1), row.at(2), row.at(3));
    }

    private static ShiftedBetaGeometric sbg(ReferenceRow row) {
        return ShiftedBetaGeometric.of(row.at(0), row.at(1));
    }

    private static BetaDiscreteWeibull bdw(ReferenceRow row) {
        return BetaDiscreteWeibull.of(row.at(0), row.at(1), row.at(2));
    }

    private static BgBb bb(ReferenceRow row) {
        return BgBb.of(row.at(0), row.at(1), row.at(2), row.at(3));
    }

    private static GGompertzNbd ggompertz(ReferenceRow row) {
        return GGompertzNbd.of(row.at(0), row.at(1), row.at(2), row.at(3), row.at(4));
    }

    double error(ReferenceRow reference) {
        double actual = function.applyAsDouble(reference);
        return log ? reference.logError(actual) : reference.relativeError(actual);
    }
}
