package io.clv.btyd;

import static io.clv.btyd.RenewalMoment.JUST_AFTER;
import static io.clv.btyd.RenewalMoment.JUST_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Ratio;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractModelTest {

    private static final ShiftedBetaGeometric SORTED = ShiftedBetaGeometric.of(0.7, 1.2);
    private static final BetaDiscreteWeibull CHANGING = BetaDiscreteWeibull.of(0.26, 1.72, 1.58);

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void retentionOfTheSortedRises() {
        assertThat(SORTED.retention(1)).isCloseTo(1.2 / 1.9, within(1e-15));
        assertThat(SORTED.retention(2)).isCloseTo(2.2 / 2.9, within(1e-15));
        assertThat(SORTED.renewalProbability(1)).isEqualTo(SORTED.retention(2));
        assertThat(SORTED.survival(2)).isCloseTo(1.2 / 1.9 * 2.2 / 2.9, within(1e-15));
        assertThat(SORTED.survival(1, 1)).isEqualTo(SORTED.retention(2));
        assertThat(SORTED.probabilityOfLeaving(1)).isCloseTo(0.7 / 1.9, within(1e-15));
        assertThat(SORTED.probabilityOfLeaving(2)).isCloseTo(1.2 / 1.9 * 0.7 / 2.9, within(1e-15));
    }

    @Test
    void retentionOfTheChangingFallsAtFirst() {
        assertThat(CHANGING.retention(2)).isLessThan(CHANGING.retention(1));
        assertThat(CHANGING.retention(12)).isGreaterThan(CHANGING.retention(2));
        assertThat(CHANGING.survival(0)).isEqualTo(1);
        assertThat(CHANGING.logSurvival(0)).isZero();
    }

    @Test
    void farAheadNothingIsLostInRounding() {
        assertThat(ShiftedBetaGeometric.of(500, 1).survival(Integer.MAX_VALUE)).isZero();
        assertThat(ShiftedBetaGeometric.of(500, 1).logSurvival(Integer.MAX_VALUE))
                .isBetween(-9000.0, -8000.0);
        assertThat(BetaDiscreteWeibull.of(1e-3, 2, 50).logSurvival(1_000_000))
                .isCloseTo(-1e-3 * 50 * Math.log(1e6), within(1e-2));
        // the far form joins the near one
        BetaDiscreteWeibull steep = BetaDiscreteWeibull.of(0.3, 2, 100);
        assertThat(steep.logSurvival(10) - steep.logSurvival(9)).isCloseTo(-30 * Math.log(10.0 / 9), within(1e-12));
        assertThat(steep.logSurvival(11) - steep.logSurvival(10)).isCloseTo(-30 * Math.log(1.1), within(1e-12));
        assertThat(steep.retention(12)).isCloseTo(Math.pow(11.0 / 12, 30), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0.259, 1.722, 1.584, 0, 0.1, 5.9985228196679169732, 7.6341608888220055633",
        "0.259, 1.722, 1.584, 4, 0.0018, 109.36359163144132078, 344.9470036060071545",
        "0.523, 0.894, 1.196, 2, 0.01, 17.976840951525332654, 48.919045685360420006",
        "5, 40, 0.3, 7, 1e-6, 32716.345178689439798, 338421.50397401775855",
        "0.8, 1e4, 3, 1, 1e-4, 30.749090063201369194, 36.441744851033490464"
    })
    void sumsAgreeWithReferencesOfManyDigits(
            double alpha, double beta, double c, int renewals, double d, double lifetime, double elasticity) {
        BetaDiscreteWeibull model = BetaDiscreteWeibull.of(alpha, beta, c);
        assertThat(model.lifetime(renewals, d)).isCloseTo(lifetime, within(1e-13 * lifetime));
        assertThat(1 + model.duration(renewals, d)).isCloseTo(elasticity, within(1e-13 * elasticity));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 5, 0.8, 0, 12.161260504654729154",
        "3, 1, 0.5, 10, 42.334194257718276712",
        "0.5, 1.5, 3, 2, 4.8097751264316493077"
    })
    void lifetimesAgreeWithReferencesOfManyDigits(double alpha, double beta, double c, int renewals, double lifetime) {
        assertThat(BetaDiscreteWeibull.of(alpha, beta, c).lifetime(renewals, 0))
                .isCloseTo(lifetime, within(1e-12 * lifetime));
    }

    @Test
    void someLifetimesHaveNoEnd() {
        assertThat(SORTED.expectedLifetime()).isEmpty();
        assertThat(SORTED.expectedResidualLifetime(40)).isEmpty();
        assertThat(ShiftedBetaGeometric.of(1, 5).expectedLifetime()).isEmpty();
        assertThat(ShiftedBetaGeometric.of(3, 5).expectedLifetime()).hasValue(3.5);
        assertThat(ShiftedBetaGeometric.of(3, 5).expectedResidualLifetime(2).orElseThrow())
                .isCloseTo(3.5, within(1e-14));
        assertThat(BetaDiscreteWeibull.of(2, 5, 0.5).expectedLifetime()).isEmpty();
        assertThat(BetaDiscreteWeibull.of(3, 5, 1).expectedLifetime().orElseThrow())
                .isCloseTo(3.5, within(1e-13));
        // finite, but no double holds it: customers leave like t^-0.002 up to a time of 1e5000
        assertThat(BetaDiscreteWeibull.of(1e4, 1e10, 2e-4).expectedLifetime()).isEmpty();
    }

    @Test
    void momentsAreAPeriodsDiscountApart() {
        for (ContractModel model : new ContractModel[] {SORTED, CHANGING}) {
            double before = model.discountedExpectedResidualLifetime(3, 0.1, JUST_BEFORE);
            double after = model.discountedExpectedResidualLifetime(3, 0.1, JUST_AFTER);
            assertThat(before).isEqualTo(after * 1.1, offset(1e-14));
            double newcomer = model.discountedExpectedResidualLifetime(0, 0.1, JUST_AFTER);
            assertThat(model.discountedExpectedLifetime(0.1)).isCloseTo(1 + newcomer, within(1e-13));
        }
        assertThat(JUST_AFTER).hasToString("just after the last renewal");
    }

    @Test
    void oneRateForAllIsTheTextbooksCase() {
        ShiftedBetaGeometric alike = ShiftedBetaGeometric.of(0.2e12, 0.8e12);
        assertThat(alike.discountedExpectedResidualLifetime(7, 0.1, JUST_AFTER)).isCloseTo(0.8 / 0.3, within(1e-10));
        assertThat(alike.retentionElasticity(7, 0.1)).isCloseTo(1.1 / 0.3, within(1e-10));
        RetentionBias none = RetentionBias.of(alike, Survivors.of(100, 80), Ratio.percent(80), 0.1, JUST_AFTER);
        assertThat(none.constant()).isCloseTo(80 * 0.8 / 0.3, within(1e-10));
        assertThat(none.bias().value()).isCloseTo(0, within(1e-10));
    }

    @Test
    void elasticityIsTheSlopeOfTheLogOfValue() {
        for (ContractModel model : new ContractModel[] {SORTED, CHANGING}) {
            double step = 1e-5;
            double slope = (logValue(model, 2, 0.1, 1 + step) - logValue(model, 2, 0.1, 1 - step))
                    / (Math.log1p(step) - Math.log1p(-step));
            assertThat(model.retentionElasticity(2, 0.1)).isCloseTo(slope, within(1e-6));
        }
    }

    /** Of the payments to come, if each retention rate to come is multiplied by a factor. */
    private static double logValue(ContractModel model, int renewals, double d, double factor) {
        double stay = 1;
        double sum = 0;
        for (int k = 1; k < 1000; k++) {
            stay *= factor * model.retention(renewals + k) / (1 + d);
            sum += stay;
        }
        return Math.log(sum);
    }

    @Test
    void customersOwnElasticitiesAreLowerInTheMean() {
        double own = 1 + SORTED.discountedExpectedResidualLifetime(2, 0.1, JUST_AFTER);
        assertThat(SORTED.retentionElasticity(2, 0.1)).isGreaterThan(own);
    }

    @Test
    void whereNobodyIsThereNothingIsWorth() {
        RetentionBias bias = RetentionBias.of(SORTED, Survivors.of(100, 0), Ratio.percent(50), 0.1, JUST_BEFORE);
        assertThat(bias.model()).isZero();
        assertThat(bias.bias()).isEqualTo(Ratio.ZERO);
    }

    @Test
    void drawsFollowTheModel() {
        for (ContractModel model : new ContractModel[] {SORTED, CHANGING}) {
            int customers = 100_000;
            int[] made = new int[customers];
            boolean[] active = new boolean[customers];
            for (int i = 0; i < customers; i++) {
                made[i] = model.simulate(5, i, 6);
                active[i] = made[i] == 6;
            }
            Survivors drawn = Survivors.ofCustomers(made, active);
            for (int renewal = 1; renewal <= 6; renewal++) {
                assertThat(drawn.retention(renewal).orElseThrow()).isCloseTo(model.retention(renewal), within(0.01));
            }
        }
        assertThat(ShiftedBetaGeometric.of(1e-9, 1e9).simulate(1, 1, 12)).isEqualTo(12);
        assertThat(ShiftedBetaGeometric.of(1e9, 1e-9).simulate(1, 1, 12)).isZero();
    }

    @Test
    void modelsAreValues() {
        assertThat(SORTED)
                .isEqualTo(ShiftedBetaGeometric.of(0.7, 1.2))
                .hasSameHashCodeAs(ShiftedBetaGeometric.of(0.7, 1.2));
        assertThat(SORTED).isNotEqualTo(ShiftedBetaGeometric.of(0.7, 1.3)).isNotEqualTo(CHANGING);
        assertThat(SORTED).hasToString("sbg{alpha=0.7, beta=1.2}");
        assertThat(CHANGING.name()).isEqualTo("bdw");
        assertThat(CHANGING.parameters()).isEqualTo(Map.of("alpha", 0.26, "beta", 1.72, "c", 1.58));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        refused(() -> ShiftedBetaGeometric.of(0, 1), "alpha must be finite and above 0, but was 0.0");
        refused(() -> ShiftedBetaGeometric.of(1, Double.NaN), "beta must be finite and above 0, but was NaN");
        refused(() -> BetaDiscreteWeibull.of(1, 1, -1), "c must be finite and above 0, but was -1.0");
        refused(() -> SORTED.survival(-1), "renewals must not be negative, but were -1");
        refused(() -> SORTED.survival(1, -2), "renewals must not be negative, but were -2");
        refused(() -> SORTED.retention(0), "renewal must be at least 1, but was 0");
        refused(() -> SORTED.probabilityOfLeaving(0), "renewal must be at least 1, but was 0");
        refused(() -> SORTED.discountedExpectedLifetime(0), "d must be finite and above 0, but was 0.0");
        refused(
                () -> SORTED.discountedExpectedResidualLifetime(1, Double.NaN, JUST_AFTER),
                "d must be finite and above 0, but was NaN");
        refused(() -> SORTED.retentionElasticity(1, -0.1), "d must be finite and above 0, but was -0.1");
        refused(() -> SORTED.simulate(1, 1, -1), "renewals must not be negative, but were -1");
        Survivors base = Survivors.of(100, 80);
        refused(
                () -> RetentionBias.of(SORTED, base, Ratio.percent(101), 0.1, JUST_BEFORE),
                "retention must be between 0% and 100%, but was 101%");
        refused(
                () -> RetentionBias.of(SORTED, base, Ratio.percent(80), 0, JUST_BEFORE),
                "d must be finite and above 0, but was 0.0");
    }
}
