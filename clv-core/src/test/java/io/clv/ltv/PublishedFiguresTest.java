package io.clv.ltv;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.DiscountRate.none;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.quantity.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of textbooks and papers, each to one unit in the last digit that they print. */
class PublishedFiguresTest {

    /**
     * A margin of 100 a year, retention 80%, discount 10%. First payment now: Blattberg and Deighton; period end:
     * Berger and Nasr 1998; first excluded: Gupta and Lehmann 2003, m r/(1+i-r); the others by their formulas.
     */
    @ParameterizedTest
    @CsvSource({
        "first payment now, 366.67, 0.01",
        "period end, 333.33, 0.01",
        "first excluded, 266.67, 0.01",
        "mid period, 349.6, 0.1",
        "continuous, 314.0, 0.1"
    })
    void theFiveConventionsAtRetention80PercentAndDiscount10Percent(String convention, double value, double digit) {
        Estimate estimate = hundredAYear()
                .discountedAt(annually(percent(10)))
                .convention(DiscountConvention.parse(convention))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(value, within(digit));
    }

    /** m/(1-r). */
    @Test
    void undiscountedTheSameMarginIsWorthFiveHundred() {
        assertThat(hundredAYear().discountedAt(none()).estimate().value()).isEqualTo(Money.parse("USD 500.00"));
    }

    /** m(1-q^N)/(1-q) with q = r/(1+i). */
    @ParameterizedTest
    @CsvSource({"3, 225.6", "5, 292.1", "10, 351.5"})
    void finiteHorizonsCountTheirPayments(double payments, double value) {
        Estimate estimate = hundredAYear()
                .discountedAt(annually(percent(10)))
                .over(years(payments))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(value, within(0.1));
    }

    private static DiscountedLtv.Builder hundredAYear() {
        return DiscountedLtv.builder()
                .revenue("USD 125", YEARS)
                .grossMargin(percent(80))
                .retention(percent(80), YEARS);
    }

    /** The commonest textbook example: USD 300 a year for 5 years. */
    @Test
    void threeHundredAYearForFiveYearsAreFifteenHundred() {
        Estimate orders = SimpleLtv.builder()
                .averageOrderValue("USD 50")
                .orders(Pace.perYear(6))
                .lifespan(years(5))
                .estimate();
        Estimate service =
                SimpleLtv.builder().revenue("USD 300", YEARS).lifespan(years(5)).estimate();

        assertThat(orders.value()).isEqualTo(Money.parse("USD 1500.00"));
        assertThat(service.value()).isEqualTo(Money.parse("USD 1500.00"));
    }

    /** Margin per user / churn, with churn = customers lost / customers active before. */
    @Test
    void marginOverChurnFromCounts() {
        Estimate estimate = MarginAdjustedLtv.builder()
                .revenue("USD 100", MONTHS)
                .grossMargin(percent(80))
                .churn(LossRate.ofCounts(30, 1000, MONTHS))
                .estimate();

        assertThat(estimate.value()).isEqualTo(Money.parse("USD 2666.67"));
    }

    /** a = 80, churn 3%, expansion 1% (linear: 0.80) a month, undiscounted. */
    @Test
    void theFourFormsOfExpansion() {
        assertThat(eighty().estimate().amount()).isCloseTo(2666.7, within(0.1));
        assertThat(eighty().linearExpansion("USD 1", MONTHS).estimate().amount())
                .isCloseTo(3528.9, within(0.1));
        assertThat(eighty().expansion(percent(1).growthPer(MONTHS)).estimate().amount())
                .isCloseTo(3940.9, within(0.1));
        assertThat(eighty().shortcutExpansion(percent(1).growthPer(MONTHS))
                        .estimate()
                        .amount())
                .isCloseTo(4000, within(1e-9));
    }

    private static SubscriptionLtv.Builder eighty() {
        return SubscriptionLtv.builder()
                .revenue("USD 100", MONTHS)
                .grossMargin(percent(80))
                .churn(percent(3).lossPer(MONTHS));
    }

    /** Churn 1%, growth 3% a month, at 10% a year: (1-c)(1+g)/(1+d) is above 1. */
    @Test
    void growthThatOutrunsChurnAndDiscountIsRefused() {
        SubscriptionLtv.Builder diverging = SubscriptionLtv.builder()
                .revenue("USD 49", MONTHS)
                .grossMargin(percent(80))
                .churn(percent(1).lossPer(MONTHS))
                .expansion(percent(3).growthPer(MONTHS))
                .discountedAt(annually(percent(10)));

        assertThatThrownBy(diverging::estimate)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the subscription model's value has no limit: each month 99% of the customers stay, payments"
                                + " grow by 3% and waiting takes 0.791% off: (1 - c)(1 + g)/(1 + d) is 1.0116 and must be below"
                                + " 1; give a horizon, or a discount above 26.4% per year");
        assertThat(diverging.over(years(3)).estimate().amount()).isPositive();
    }

    @Test
    void theDiscountThatTheRefusalNamesIsTheBound() {
        double bound = Math.pow(0.99 * 1.03, 12) - 1;
        SubscriptionLtv.Builder above = SubscriptionLtv.builder()
                .revenue("USD 49", MONTHS)
                .churn(percent(1).lossPer(MONTHS))
                .expansion(percent(3).growthPer(MONTHS))
                .discountedAt(annually(percent(100 * bound + 0.01)));

        assertThat(bound).isCloseTo(0.264, within(0.001));
        assertThat(above.estimate().amount()).isPositive();
    }

    /** Monthly 5% churn is 46.0% a year; 1% a month is 12.68% a year as growth and 11.36% as loss. */
    @Test
    void lossAndGrowthCompoundApart() {
        assertThat(percent(5).lossPer(MONTHS).per(YEARS).share()).isCloseTo(0.460, within(0.001));
        assertThat(percent(1).growthPer(MONTHS).per(YEARS).share()).isCloseTo(0.1268, within(0.0001));
        assertThat(percent(1).lossPer(MONTHS).per(YEARS).share()).isCloseTo(0.1136, within(0.0001));
    }

    /** CAC 900, margin 50, churn 6% a month: the lifetime margin tops out at 833, so the cost never comes back. */
    @Test
    void aCostOfAcquisitionThatIsNeverPaidBack() {
        Estimate estimate = MarginAdjustedLtv.builder()
                .revenue("USD 100", MONTHS)
                .grossMargin(percent(50))
                .churn(percent(6).lossPer(MONTHS))
                .acquisitionCost("USD 900")
                .estimate();

        assertThat(estimate.valueBeforeAcquisition().toDouble()).isCloseTo(833, within(1.0));
        assertThat(estimate.value()).isEqualTo(Money.parse("USD -66.67"));
        assertThat(estimate.parts()).containsEntry(Estimate.ACQUISITION_COST, Money.parse("USD -900.00"));
    }

    /** Cohorts observed along 10,000, 6,334, 4,367, 3,264, 2,604 survivors (Fader and Hardie 2010). */
    @Test
    void survivorsOfACohortAreItsRetentions() {
        RetentionCurve curve = RetentionCurve.ofSurvivors(YEARS, percent(80), 10_000, 6_334, 4_367, 3_264, 2_604);

        assertThat(curve.survival(4)).isCloseTo(0.2604, within(1e-15));
        assertThat(curve.retention(2).value()).isCloseTo(0.6895, within(0.0001));
    }

    @Test
    void aHorizonOfMonthsIsNotOneOfThirtyDays() {
        assertThat(Horizon.over(months(12)).in(YEARS)).isEqualTo(1);
        assertThat(Span.days(360).in(MONTHS)).isLessThan(12);
    }
}
