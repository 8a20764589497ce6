package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.numerics.ChiSquare;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelihoodRatioTest {

    private static final String BESIDE =
            " with parameters held inside their range, but on its boundary or beside it, where the ratio is not"
                    + " chi-square distributed; use LikelihoodRatio.bootstrap";

    private static final Tally TALLY = PathologicalFitTest.simulated(BgNbd.of(1, 8, 0.8, 2.5), 2000, 27, 39);

    private static FitOptions holding(String parameter, double value) {
        return FitOptions.defaults().fixing(parameter, value);
    }

    private static void assertRefused(Fit<?> restricted, Fit<?> full, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.test(restricted, full))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.05, 3.841458820694124",
        "1, 0.01, 6.634896601021213",
        "1, 0.001, 10.827566170662733",
        "2, 0.05, 5.991464547107979",
        "2, 0.01, 9.21034037197618",
        "3, 0.05, 7.814727903251179",
        "4, 0.05, 9.487729036781154",
        "10, 0.05, 18.307038053275146"
    })
    void theTailOfChiSquareIsThatOfItsTable(int degrees, double tail, double quantile) {
        assertThat(ChiSquare.tail(quantile, degrees)).isCloseTo(tail, within(1e-14 * tail));
        assertThat(ChiSquare.tail(0, degrees)).isEqualTo(1);
    }

    @Test
    void aRestrictionInsideTheRangeIsTestedByChiSquare() {
        Fit<BgNbd> full = BgNbd.family().fit(TALLY);
        Fit<BgNbd> restricted = BgNbd.family().fit(TALLY, holding("r", 1));
        LikelihoodRatio ratio = LikelihoodRatio.test(restricted, full);
        assertThat(ratio.statistic()).isPositive().isEqualTo(2 * (full.logLikelihood() - restricted.logLikelihood()));
        assertThat(ratio.degrees()).isEqualTo(1);
        assertThat(ratio.replications()).isZero();
        assertThat(ratio.pValue())
                .isEqualTo(ChiSquare.tail(ratio.statistic(), 1))
                .isGreaterThan(0.05);
        assertThat(ratio)
                .hasToString("likelihood ratio " + ratio.statistic() + ", p = " + ratio.pValue()
                        + " by chi-square with 1 degree of freedom");
        Fit<BgNbd> uniform =
                BgNbd.family().fit(TALLY, holding("r", 1).fixing("a", 3).fixing("b", 3));
        LikelihoodRatio rejected = LikelihoodRatio.test(uniform, restricted);
        assertThat(rejected.degrees()).isEqualTo(2);
        assertThat(rejected.pValue()).isLessThan(1e-6);
        assertThat(rejected.toString()).endsWith(" by chi-square with 2 degrees of freedom");
    }

    @Test
    void atTheFittedValueThereIsNothingToReject() {
        Fit<BgNbd> full = BgNbd.family().fit(TALLY);
        Fit<BgNbd> held = BgNbd.family().fit(TALLY, holding("a", full.parameter("a")));
        LikelihoodRatio ratio = LikelihoodRatio.test(held, full);
        assertThat(ratio.statistic()).isBetween(0.0, 1e-8);
        assertThat(ratio.pValue()).isCloseTo(1, within(1e-4));
    }

    /** 21 of 200 is exceeded by a binomial of 5% once in 1,400; 2 is not reached once in 2,600. */
    @ParameterizedTest
    @CsvSource({"r, 1", "alpha, 8"})
    void atFivePercentATrueRestrictionIsRejectedAboutOnceInTwenty(String parameter, double value) {
        Nbd truth = Nbd.of(1, 8);
        int rejected = 0;
        for (int set = 0; set < 200; set++) {
            Tally tally = PathologicalFitTest.simulated(truth, 300L * set, 300, 27, 39);
            Fit<Nbd> restricted = Nbd.family().fit(tally, holding(parameter, value));
            if (LikelihoodRatio.test(restricted, Nbd.family().fit(tally)).pValue() < 0.05) {
                rejected++;
            }
        }
        assertThat(rejected).isBetween(2, 21);
    }

    @Test
    void withLeavingTheSizeIsThatTooForTwoParametersAtOnce() {
        BgNbd truth = BgNbd.of(1, 8, 0.8, 2.5);
        int rejected = 0;
        for (int set = 0; set < 200; set++) {
            Tally tally = PathologicalFitTest.simulated(truth, 300L * set, 300, 27, 39);
            Fit<BgNbd> restricted = BgNbd.family().fit(tally, holding("r", 1).fixing("b", 2.5));
            Fit<BgNbd> full = BgNbd.family().fit(tally);
            if (LikelihoodRatio.test(restricted, full).pValue() < 0.05) {
                rejected++;
            }
        }
        assertThat(rejected).isBetween(2, 21);
    }

    @Test
    void aNullOnTheBoundaryIsRefusedNamingTheBootstrap() {
        Fit<Nbd> nbd = Nbd.family().fit(TALLY);
        assertRefused(nbd, BgNbd.family().fit(TALLY), "nbd is not bg-nbd" + BESIDE);
        assertRefused(nbd, MbgNbd.family().fit(TALLY), "nbd is not mbg-nbd" + BESIDE);
        assertRefused(nbd, ParetoNbd.family().fit(TALLY), "nbd is not pareto-nbd" + BESIDE);
        assertRefused(BgNbd.family().fit(TALLY), ParetoNbd.family().fit(TALLY), "bg-nbd is not pareto-nbd" + BESIDE);
        Fit<BgNbd> full = BgNbd.family().fit(TALLY);
        assertRefused(
                BgNbd.family().fit(TALLY, holding("a", 1e-18).fixing("b", 1)),
                full,
                "a must be held inside its range, but was held at 1.0E-18, which is as good as a boundary beside the"
                        + " fitted " + full.parameter("a") + "; use LikelihoodRatio.bootstrap");
        Tally stay = PathologicalFitTest.allJustBought();
        assertRefused(
                BgNbd.family().fit(stay, holding("r", 2)),
                BgNbd.family().fit(stay),
                "restricted must have converged for the ratio to be chi-square distributed, but was"
                        + " at-boundary (a -> 0, b -> infinity); use LikelihoodRatio.bootstrap");
    }

    @Test
    void fitsThatDoNotCompareAreRefused() {
        Fit<BgNbd> full = BgNbd.family().fit(TALLY);
        Fit<BgNbd> held = BgNbd.family().fit(TALLY, holding("r", 1));
        Tally other = PathologicalFitTest.simulated(BgNbd.of(1, 8, 0.8, 2.5), 1000, 27, 39);
        assertRefused(
                BgNbd.family().fit(other, holding("r", 1)),
                full,
                "fits must be of the same data, but the number of customers was 1000.0 and 2000.0");
        assertRefused(
                Nbd.family().fit(tally(2, 20, 39), holding("r", 1)),
                Nbd.family().fit(tally(3, 20, 39)),
                "fits must be of the same data, but the number of purchases was 4.0 and 5.0");
        assertRefused(
                Nbd.family().fit(tally(2, 20, 39), holding("r", 1)),
                Nbd.family().fit(tally(2, 20, 43)),
                "fits must be of the same data, but the mean of T was 39.0 and 41.0");
        Tally days = Tally.of(new double[] {2}, new double[] {20}, new double[] {39}, ChronoUnit.DAYS);
        assertRefused(Nbd.family().fit(days), full, "fits must be in the same unit, but were in days and weeks");
        assertRefused(full, held, "restricted must hold more parameters than full, but they hold [] and [r]");
        assertRefused(
                BgNbd.family().fit(TALLY, holding("r", 1).fixing("b", 2)),
                BgNbd.family().fit(TALLY, holding("b", 3)),
                "b must be held at the same value in both fits, but was at 2.0 and 3.0");
        FitOptions weak = FitOptions.defaults().prior(Prior.WEAK);
        String message = " must be none, since the ratio is one of maxima of the likelihood, but was weak";
        assertRefused(BgNbd.family().fit(TALLY, weak.fixing("r", 1)), full, "prior of restricted" + message);
        assertRefused(held, BgNbd.family().fit(TALLY, weak), "prior of full" + message);
        assertRefused(
                Nbd.family().parse(text(-20, " held")),
                Nbd.family().parse(text(-21, "")),
                "the log-likelihood of full must not be below that of restricted, but was -21.0 and -20.0");
    }

    private static Tally tally(double x, double last, double age) {
        return Tally.of(new double[] {x, 2}, new double[] {last, 20}, new double[] {age, 39}, ChronoUnit.WEEKS);
    }

    private static String text(double logLikelihood, String held) {
        return "clv-fit 2\nmodel nbd\nparameter r 0.5" + held + "\nparameter alpha 2\nunit weeks\ncustomers 10\n"
                + "purchases 4\nlog-likelihood " + logLikelihood + "\ndiagnosis converged\nprior none\nevaluations 9\n";
    }

    @Test
    void spendIsTestedToo() {
        GammaGamma truth = GammaGamma.of(6, 4, 15);
        double[] x = new double[500];
        double[] mean = new double[500];
        double[] weight = new double[500];
        for (int i = 0; i < x.length; i++) {
            double[] amounts = truth.simulate(4, i, 1 + i % 3);
            x[i] = amounts.length;
            mean[i] = java.util.Arrays.stream(amounts).average().orElseThrow();
            weight[i] = 1;
        }
        SpendTally tally = SpendTally.of(x, mean, weight);
        Fit<GammaGamma> full = GammaGamma.family().fit(tally);
        assertThat(LikelihoodRatio.test(GammaGamma.family().fit(tally, holding("p", 6)), full)
                        .pValue())
                .isGreaterThan(0.05);
        assertThat(LikelihoodRatio.test(GammaGamma.family().fit(tally, holding("p", 1)), full)
                        .pValue())
                .isLessThan(1e-9);
        mean[0] += 1;
        Fit<GammaGamma> moved = GammaGamma.family().fit(SpendTally.of(x, mean, weight), holding("p", 6));
        assertRefused(
                moved,
                full,
                "fits must be of the same data, but the mean amount was "
                        + SpendTally.of(x, mean, weight).moments().meanScale() + " and "
                        + tally.moments().meanScale());
    }
}
