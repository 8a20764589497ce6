package io.clv.ltv;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.DiscountRate.none;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiscountedLtvTest {

    private static DiscountedLtv.Builder hundred() {
        return DiscountedLtv.builder().revenue("USD 100", YEARS).grossMargin(Ratio.ONE);
    }

    @Test
    void explainsACurve() {
        Estimate estimate = DiscountedLtv.builder()
                .revenue("USD 100", YEARS)
                .grossMargin(percent(80))
                .costToServe("USD 10", YEARS)
                .retention(RetentionCurve.of(YEARS, List.of(percent(60), percent(70)), percent(80)))
                .discountedAt(annually(percent(10)))
                .over(years(3))
                .acquisitionCost("USD 40")
                .estimate();

        // 70 (1 + 0.6/1.1 + 0.42/1.21) - 40
        assertThat(estimate.explain()).isEqualTo("""
                        USD 92.48: profit, lifetime from acquisition, by the discounted model
                        over 3 years, discounted at 10% per year
                        made up of margin USD 151.41, cost to serve USD -18.93, acquisition cost USD -40.00
                        from revenue USD 100.00 per year, gross margin 80%, cost to serve USD 10.00 per year, \
                        acquisition cost USD 40.00, retention 60%, 70% then 80% per year, discount 10% per year, \
                        horizon 3 years
                        assumes one payment each year, always the same
                        assumes first payment now: each payment counts at the start of its period, the first at once
                        """);
    }

    @Test
    void explainsACustomerWhoHasJustPaid() {
        Estimate estimate = DiscountedLtv.builder()
                .averageOrderValue("USD 50")
                .orders(Pace.perYear(2))
                .churn(percent(20).lossPer(YEARS))
                .discountedAt(annually(percent(10)))
                .convention(DiscountConvention.FIRST_EXCLUDED)
                .estimate();

        assertThat(estimate.basis()).isEqualTo(Basis.RESIDUAL_AFTER_OBSERVATION);
        assertThat(estimate.explain()).isEqualTo("""
                        USD 266.67: revenue, residual after observation, by the discounted model
                        without end, discounted at 10% per year
                        from average order value USD 50.00, orders 2 per year, churn 20% per year, \
                        discount 10% per year, convention first excluded
                        assumes one payment each year, always the same
                        assumes first excluded: the customer has just paid, and that payment is left out
                        assumes churn stays the same
                        assumes no costs, as no margin was given: this is revenue and not profit
                        """);
    }

    /** First now counts t < H, the others t <= H. */
    @ParameterizedTest
    @CsvSource({
        "FIRST_PAYMENT_NOW, 1, 1", "FIRST_PAYMENT_NOW, 1.01, 2", "FIRST_PAYMENT_NOW, 0.2, 1",
        "PERIOD_END, 1, 1", "PERIOD_END, 0.99, 0", "PERIOD_END, 2.5, 2",
        "MID_PERIOD, 0.49, 0", "MID_PERIOD, 0.5, 1", "MID_PERIOD, 2.4, 2",
        "FIRST_EXCLUDED, 0.99, 0", "FIRST_EXCLUDED, 1, 1", "FIRST_EXCLUDED, 3.5, 3",
        "CONTINUOUS, 0.25, 0.25", "CONTINUOUS, 2.75, 2.75"
    })
    void paymentsCountUpToTheHorizon(DiscountConvention convention, double horizon, double payments) {
        Estimate estimate = hundred()
                .churn(percent(0).lossPer(YEARS))
                .discountedAt(none())
                .convention(convention)
                .over(years(horizon))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(100 * payments, within(1e-9));
        assertThat(estimate.assumptions().contains("no payment falls within the horizon"))
                .isEqualTo(payments == 0);
    }

    /** 21 days are 3 weeks, whatever 1/7 is in binary. */
    @Test
    void horizonsInAnotherUnitCountWholePayments() {
        for (int n = 1; n <= 60; n++) {
            Estimate estimate = DiscountedLtv.builder()
                    .revenue("USD 1", WEEKS)
                    .churn(percent(0).lossPer(WEEKS))
                    .discountedAt(none())
                    .convention(DiscountConvention.PERIOD_END)
                    .over(days(7 * n))
                    .estimate();

            assertThat(estimate.amount()).isEqualTo(n);
        }
    }

    @Test
    void aCurveThatEndsBoundsTheSum() {
        RetentionCurve threeYears = RetentionCurve.of(YEARS, List.of(Ratio.ONE, Ratio.ONE), Ratio.ZERO);

        assertThat(hundred()
                        .retention(threeYears)
                        .discountedAt(none())
                        .estimate()
                        .amount())
                .isEqualTo(300);
        assertThat(hundred()
                        .retention(threeYears)
                        .discountedAt(none())
                        .convention(DiscountConvention.FIRST_EXCLUDED)
                        .estimate()
                        .amount())
                .isEqualTo(200);
        assertThat(hundred()
                        .retention(threeYears)
                        .discountedAt(none())
                        .convention(DiscountConvention.CONTINUOUS)
                        .estimate()
                        .amount())
                .isEqualTo(200);
    }

    /**
     * A contract of n years is paid in 12 n + 1 months, the last on its last day, and in as many weeks as begin in it.
     */
    @Test
    void aCurveThatEndsKeepsThePaymentOnItsLastDay() {
        for (int years = 1; years <= 40; years++) {
            RetentionCurve contract = RetentionCurve.of(YEARS, Collections.nCopies(years, Ratio.ONE), Ratio.ZERO);
            Estimate monthly = DiscountedLtv.builder()
                    .revenue("USD 1", MONTHS)
                    .retention(contract)
                    .discountedAt(none())
                    .estimate();

            assertThat(monthly.amount()).isEqualTo(12 * years + 1);
        }
    }

    @Test
    void churnOfEverybodyLeavesOnePayment() {
        assertThat(hundred()
                        .churn(percent(100).lossPer(YEARS))
                        .discountedAt(none())
                        .estimate()
                        .amount())
                .isEqualTo(100);
    }

    /** Survival 1/(1+k) at a discount: sum v^k/(1+k) = -ln(1-v)/v. */
    @Test
    void anOpenEndedCurveIsFollowedToItsLimit() {
        double v = 1 / 1.1;
        Estimate estimate = hundred()
                .retention(RetentionCurve.ofSurvival(YEARS, k -> 1.0 / (1 + k)))
                .discountedAt(annually(percent(10)))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(-100 * Math.log1p(-v) / v, within(1e-9));
    }

    @Test
    void anOpenEndedCurveNeedsADiscountOrAHorizon() {
        RetentionCurve harmonic = RetentionCurve.ofSurvival(YEARS, k -> 1.0 / (1 + k));

        assertThatThrownBy(
                        () -> hundred().retention(harmonic).discountedAt(none()).estimate())
                .hasMessage(
                        "the discounted model's value has no limit: each year a survival function says how many stay"
                                + " and waiting takes nothing off: without an end to it only a discount that outruns the growth"
                                + " bounds the sum; give a horizon, or a discount above 0% per year");
        assertThat(hundred()
                        .retention(harmonic)
                        .discountedAt(none())
                        .over(years(4))
                        .estimate()
                        .amount())
                .isCloseTo(100 * (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0), within(1e-9));
    }

    @Test
    void anOpenEndedCurveThatFadesTooSlowlyIsRefused() {
        RetentionCurve faithful = RetentionCurve.ofSurvival(DAYS, k -> 1);

        assertThatThrownBy(() -> DiscountedLtv.builder()
                        .revenue("USD 1", DAYS)
                        .retention(faithful)
                        .discountedAt(DiscountRate.annually(percent(0.01)))
                        .estimate())
                .hasMessage("the discounted model's sum fades too slowly: 4000000 payments do not bound it; give a"
                        + " horizon or a higher discount");
    }

    @Test
    void aRisingSurvivalIsRefused() {
        RetentionCurve rising = RetentionCurve.ofSurvival(YEARS, k -> k == 0 ? 1 : k == 1 ? 0.5 : 0.6);

        assertThatThrownBy(() -> hundred()
                        .retention(rising)
                        .discountedAt(annually(percent(10)))
                        .estimate())
                .hasMessage("survival must never rise, but was 0.5 after 1 periods and 0.6 after 2");
    }

    @Test
    void noChurnAndNoDiscountHaveNoLimit() {
        assertThatThrownBy(() -> hundred()
                        .churn(percent(0).lossPer(YEARS))
                        .discountedAt(none())
                        .estimate())
                .hasMessage(
                        "the discounted model's value has no limit: each year 100% of the customers stay and waiting"
                                + " takes nothing off: (1 - c)/(1 + d) is 1 and must be below 1; give a horizon, or a discount"
                                + " above 0% per year");
    }

    @Test
    void sumsBeyondANumberAreRefused() {
        assertThatThrownBy(() -> hundred()
                        .churn(percent(0).lossPer(YEARS))
                        .discountedAt(annually(percent(-50)))
                        .over(years(5000))
                        .estimate())
                .hasMessage(
                        "the discounted model's payments over 5000 years add up to more than a number can hold; give"
                                + " a shorter horizon");
    }

    @ParameterizedTest
    @EnumSource(DiscountConvention.class)
    void aYearlyCurveServesMonthlyPayments(DiscountConvention convention) {
        RetentionCurve yearly = RetentionCurve.of(YEARS, List.of(percent(60)), percent(80));
        double first = Math.pow(0.6, 1 / 12.0);
        double later = Math.pow(0.8, 1 / 12.0);
        List<Ratio> year = Collections.nCopies(12, Ratio.of(first));
        RetentionCurve monthly = RetentionCurve.of(MONTHS, year, Ratio.of(later));
        DiscountedLtv.Builder byYear =
                DiscountedLtv.builder().revenue("USD 10", MONTHS).retention(yearly);
        DiscountedLtv.Builder byMonth =
                DiscountedLtv.builder().revenue("USD 10", MONTHS).retention(monthly);

        assertThat(byYear.discountedAt(annually(percent(10)))
                        .convention(convention)
                        .estimate()
                        .amount())
                .isCloseTo(
                        byMonth.discountedAt(annually(percent(10)))
                                .convention(convention)
                                .estimate()
                                .amount(),
                        within(1e-9));
    }

    /** Money that flows all the time does not care in which unit its rate is stated. */
    @Test
    void theContinuousFormIsFreeOfUnits() {
        Span horizon = months(30);
        double yearly = DiscountedLtv.builder()
                .revenue("USD 1200", YEARS)
                .churn(percent(3).lossPer(MONTHS))
                .discountedAt(annually(percent(10)))
                .convention(DiscountConvention.CONTINUOUS)
                .over(horizon)
                .estimate()
                .amount();
        double monthly = DiscountedLtv.builder()
                .revenue("USD 100", MONTHS)
                .churn(percent(3).lossPer(MONTHS))
                .discountedAt(annually(percent(10)))
                .convention(DiscountConvention.CONTINUOUS)
                .over(horizon)
                .estimate()
                .amount();

        assertThat(yearly).isCloseTo(monthly, within(1e-9));
    }
}
