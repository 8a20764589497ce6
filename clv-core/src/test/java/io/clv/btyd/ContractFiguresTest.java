package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Ratio;
import org.junit.jupiter.api.Test;

/** What the papers on contracts print, and what was recomputed from their data; to one unit in the last digit given. */
class ContractFiguresTest {

    /** Fader and Hardie (2007), table 1: per mille of customers who survive the first seven years. */
    static final Survivors REGULAR = Survivors.of(1000, 631, 468, 382, 326, 289, 262, 241);

    static final Survivors HIGH_END = Survivors.of(1000, 869, 743, 653, 593, 551, 517, 491);

    /** And the years after, in percent, which the fit has not seen. */
    private static final double[] REGULAR_LATER = {22.3, 20.7, 19.4, 18.3, 17.3};

    private static final double[] HIGH_END_LATER = {46.8, 44.5, 42.7, 40.9, 39.4};

    /** Fader and Hardie (2010): a third of a cohort leaves with a chance of 10% a year, two thirds with 50%. */
    private static final double[] COHORT = {10_000, 6_334, 4_367, 3_264, 2_604};

    private static final double D = 0.1;

    private static void assertFit(Fit<?> fit, double logLikelihood, double... parameters) {
        assertThat(fit.diagnosis().converged()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(0.01));
        Double[] values = fit.parameters().values().toArray(new Double[0]);
        for (int i = 0; i < parameters.length; i++) {
            assertThat(values[i]).isCloseTo(parameters[i], within(1e-3));
        }
    }

    @Test
    void shiftedBetaGeometricOnSevenRenewals() {
        assertFit(ShiftedBetaGeometric.fit(REGULAR), -1680.27, 0.704, 1.182);
        assertFit(ShiftedBetaGeometric.fit(HIGH_END), -1611.16, 0.668, 3.806);
    }

    @Test
    void betaDiscreteWeibullOnFourRenewals() {
        assertFit(BetaDiscreteWeibull.fit(Survivors.of(1000, 631, 468, 382, 326)), -1401.38, 0.523, 0.894, 1.196);
        assertFit(BetaDiscreteWeibull.fit(Survivors.of(1000, 869, 743, 653, 593)), -1222.75, 0.259, 1.723, 1.584);
    }

    @Test
    void theYearsThatWereHeldOut() {
        assertLater(ShiftedBetaGeometric.fit(REGULAR).model(), REGULAR_LATER, 0.4, 22.0, 20.4, 19.1, 18.0, 17.0);
        assertLater(ShiftedBetaGeometric.fit(HIGH_END).model(), HIGH_END_LATER, 1.7, 46.0, 43.6, 41.4, 39.5, 37.8);
        assertLater(
                BetaDiscreteWeibull.fit(Survivors.of(1000, 631, 468, 382, 326)).model(),
                REGULAR_LATER,
                0.5,
                21.9,
                20.4,
                19.1,
                18.1,
                17.1);
        assertLater(
                BetaDiscreteWeibull.fit(Survivors.of(1000, 869, 743, 653, 593)).model(),
                HIGH_END_LATER,
                1.2,
                45.7,
                43.6,
                41.8,
                40.3,
                38.9);
    }

    /** The model's percentages after 8 to 12 renewals, which miss the actual ones by less than {@code miss} points. */
    private static void assertLater(ContractModel model, double[] actual, double miss, double... expected) {
        for (int i = 0; i < actual.length; i++) {
            double percent = 100 * model.survival(8 + i);
            assertThat(percent).isCloseTo(expected[i], within(0.1)).isCloseTo(actual[i], within(miss));
        }
    }

    @Test
    void fewRenewalsMisleadWhoseCustomersDoNotChange() {
        double actual = HIGH_END_LATER[4];
        Survivors four = Survivors.of(1000, 869, 743, 653, 593);
        double sorted = 100 * ShiftedBetaGeometric.fit(four).model().survival(12);
        double changing = 100 * BetaDiscreteWeibull.fit(four).model().survival(12);
        assertThat(Math.abs(changing - actual)).isLessThan(0.25 * Math.abs(sorted - actual));
    }

    @Test
    void residualLifetimesOfTheRegularCustomers() {
        ShiftedBetaGeometric rounded = ShiftedBetaGeometric.of(0.704, 1.182);
        double[] expected = {2.965, 4.103, 4.870, 5.442, 5.894};
        for (int n = 1; n <= expected.length; n++) {
            assertThat(rounded.discountedExpectedResidualLifetime(n - 1, D, RenewalMoment.JUST_BEFORE))
                    .isCloseTo(expected[n - 1], within(1e-3));
        }
        assertThat(ShiftedBetaGeometric.fit(REGULAR)
                        .model()
                        .discountedExpectedResidualLifetime(0, D, RenewalMoment.JUST_BEFORE))
                .isCloseTo(2.964, within(5e-4));
    }

    /** Five yearly cohorts, the latest of which has just come; all are valued just before their next renewal. */
    @Test
    void oneRateForAllUnderstatesAMixedBase() {
        double[][] cohorts = new double[5][];
        for (int renewals = 0; renewals < 5; renewals++) {
            cohorts[renewals] = java.util.Arrays.copyOf(COHORT, renewals + 1);
        }
        Survivors base = Survivors.ofCohorts(cohorts);
        Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(base);
        assertFit(fit, -44644.12, 1.667, 2.857);
        assertThat(fit.notes())
                .containsExactly("customers who have not come to a renewal yet, and tell nothing: 10000");

        Ratio retention = base.latestRetention().orElseThrow();
        assertThat(retention.value()).isCloseTo(0.6914, within(1e-4));
        RetentionBias bias = RetentionBias.of(fit.model(), base, retention, D, RenewalMoment.JUST_BEFORE);
        assertThat(bias.model()).isCloseTo(73_342, within(1.0));
        assertThat(bias.constant()).isCloseTo(49_450, within(1.0));
        assertThat(bias)
                .hasToString("69.1% at all times: 49450 payments, -32.6% of the model's 73342,"
                        + " just before the next renewal");
        assertThat(generatingMix()).isCloseTo(79_409, within(1.0)).isGreaterThan(bias.model());
    }

    /** The same by the mix that made the cohorts, with its own survivors before rounding. */
    private static double generatingMix() {
        double sum = 0;
        for (int renewals = 0; renewals < 5; renewals++) {
            sum += 10_000.0 / 3 * Math.pow(0.9, renewals) * payments(0.9);
            sum += 20_000.0 / 3 * Math.pow(0.5, renewals) * payments(0.5);
        }
        return sum;
    }

    private static double payments(double retention) {
        return retention * (1 + D) / (1 + D - retention);
    }
}
