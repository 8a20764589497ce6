package io.clv.btyd;

import static io.clv.btyd.RenewalMoment.JUST_AFTER;
import static io.clv.btyd.RenewalMoment.JUST_BEFORE;
import static io.clv.ltv.DiscountConvention.FIRST_EXCLUDED;
import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.ltv.DiscountedLtv;
import io.clv.ltv.RetentionCurve;
import io.clv.ltv.SubscriptionLtv;
import io.clv.quantity.Basis;
import io.clv.quantity.Estimate;
import io.clv.quantity.GrowthRate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The curve of a model, taken by the formulas, gives what the model gives. */
class ContractCurveTest {

    private static final double MARGIN = 1e9;

    /** Estimates are rounded to the cent. */
    private static final double HALF_A_CENT = 0.005;

    static List<ContractModel> models() {
        return List.of(
                ShiftedBetaGeometric.fit(ContractFiguresTest.REGULAR).model(),
                ShiftedBetaGeometric.of(0.1, 0.2),
                BetaDiscreteWeibull.fit(ContractFiguresTest.HIGH_END).model(),
                BetaDiscreteWeibull.of(0.3, 2, 40));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aNewcomersValueIsMarginTimesDel(ContractModel model) {
        Estimate estimate = SubscriptionLtv.builder()
                .revenue("USD 2000000000", YEARS)
                .grossMargin(percent(50))
                .retention(model.retentionCurve(YEARS))
                .discountedAt(annually(percent(10)))
                .forever()
                .estimate();
        double expected = MARGIN * model.discountedExpectedLifetime(0.1);
        assertThat(estimate.value().toDouble()).isCloseTo(expected, within(HALF_A_CENT + 1e-12 * expected));
        assertThat(estimate.basis()).isEqualTo(Basis.LIFETIME_FROM_ACQUISITION);
        assertThat(estimate.explain()).contains(model + " per year");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aKnownCustomersValueIsMarginTimesDerl(ContractModel model) {
        Estimate estimate = DiscountedLtv.builder()
                .revenue("USD 1000000000", MONTHS)
                .grossMargin(percent(100))
                .retention(model.retentionCurve(MONTHS, 3))
                .discountedAt(annually(percent(10)))
                .convention(FIRST_EXCLUDED)
                .forever()
                .estimate();
        double d = annually(percent(10)).effective(MONTHS);
        double expected = MARGIN * model.discountedExpectedResidualLifetime(3, d, JUST_AFTER);
        assertThat(estimate.value().toDouble()).isCloseTo(expected, within(HALF_A_CENT + 2e-12 * expected));
        assertThat(estimate.basis()).isEqualTo(Basis.RESIDUAL_AFTER_OBSERVATION);
    }

    /**
     * Prices that grow nearly as fast as waiting costs leave a discount of a thousandth: the tail is followed so far.
     */
    @Test
    void theTailIsFollowedWithoutEnd() {
        ContractModel model = ShiftedBetaGeometric.of(0.5, 1);
        GrowthRate growth = percent(4.9).growthPer(YEARS);
        double d = 1.05 / 1.049 - 1;
        Estimate estimate = SubscriptionLtv.builder()
                .revenue("USD 1000000000", YEARS)
                .grossMargin(percent(100))
                .retention(model.retentionCurve(YEARS))
                .expansion(growth)
                .discountedAt(annually(percent(5)))
                .forever()
                .estimate();
        double expected = MARGIN * model.discountedExpectedLifetime(d);
        assertThat(estimate.value().toDouble()).isCloseTo(expected, within(HALF_A_CENT + 1e-11 * expected));
        assertThat(model.discountedExpectedResidualLifetime(0, d, JUST_BEFORE)).isGreaterThan(40);
    }

    @Test
    void curvesOfEqualModelsAreEqual() {
        RetentionCurve curve = ShiftedBetaGeometric.of(0.7, 1.2).retentionCurve(YEARS, 2);
        assertThat(curve).isEqualTo(ShiftedBetaGeometric.of(0.7, 1.2).retentionCurve(YEARS, 2));
        assertThat(curve).isNotEqualTo(ShiftedBetaGeometric.of(0.7, 1.2).retentionCurve(YEARS));
        assertThat(curve).hasToString("sbg{alpha=0.7, beta=1.2} after 2 renewals per year");
        assertThat(ShiftedBetaGeometric.of(0.7, 1.2).retentionCurve(YEARS, 1))
                .hasToString("sbg{alpha=0.7, beta=1.2} after 1 renewal per year");
        assertThat(curve.retention(1).value()).isCloseTo(3.2 / 3.9, within(1e-15));
        assertThat(curve.survival(Integer.MAX_VALUE)).isBetween(0.0, 1e-5);
    }

    @Test
    void otherUnitsAndNumbersAreRefused() {
        ContractModel model = ShiftedBetaGeometric.of(0.7, 1.2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.retentionCurve(HOURS))
                .withMessage("unit must be one of DAYS, WEEKS, MONTHS, YEARS, but was HOURS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.retentionCurve(YEARS, -1))
                .withMessage("renewals must not be negative, but were -1");
    }
}
