package io.clv.ltv;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.DiscountRate.none;
import static io.clv.quantity.Pace.perMonth;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Basis;
import io.clv.quantity.Estimate;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionLtvTest {

    private static SubscriptionLtv.Builder fifty() {
        return SubscriptionLtv.builder().revenue("USD 50", MONTHS).grossMargin(percent(80));
    }

    @Test
    void explainsAnExpansion() {
        Estimate estimate = SubscriptionLtv.builder()
                .revenue("USD 49", MONTHS)
                .grossMargin(percent(80))
                .churn(percent(3).lossPer(MONTHS))
                .expansion(percent(1).growthPer(MONTHS))
                .discountedAt(annually(percent(10)))
                .acquisitionCost("USD 300")
                .estimate();

        assertThat(estimate.explain()).isEqualTo("""
                        USD 1097.48: profit, lifetime from acquisition, by the subscription model
                        without end, discounted at 10% per year
                        made up of margin USD 1040.51, expansion USD 356.97, acquisition cost USD -300.00
                        from revenue USD 49.00 per month, gross margin 80%, acquisition cost USD 300.00, \
                        churn 3% per month, discount 10% per year, expansion 1% per month
                        assumes one payment each month
                        assumes the price changes at the same rate each time
                        assumes first payment now: each payment counts at the start of its period, the first at once
                        assumes churn stays the same
                        """);
    }

    /** Twelve months at 30 paid at once; four boxes of 6 bottles at 5; renewal 0.97^12. */
    @Test
    void explainsPrepaidTermsWithDeliveries() {
        Estimate estimate = SubscriptionLtv.builder()
                .revenue("USD 30", MONTHS)
                .churn(percent(3).lossPer(MONTHS))
                .prepaid(months(12))
                .deliveries(Deliveries.every(months(3), 6, Money.parse("USD 5")))
                .discountedAt(annually(percent(10)))
                .acquisitionCost("USD 30")
                .estimate();

        double terms = 1 / (1 - Math.pow(0.97, 12) / 1.1);
        double boxes = 1 + Math.pow(1.1, -0.25) + Math.pow(1.1, -0.5) + Math.pow(1.1, -0.75);
        assertThat(estimate.amount()).isCloseTo(terms * (360 - 30 * boxes) - 30, within(1e-9));
        assertThat(estimate.explain()).isEqualTo("""
                        USD 631.29: profit, lifetime from acquisition, by the subscription model
                        without end, discounted at 10% per year
                        made up of revenue USD 974.99, goods USD -313.70, acquisition cost USD -30.00
                        from revenue USD 30.00 per month, acquisition cost USD 30.00, prepaid term 12 months, \
                        deliveries 6 at USD 5.00 every 3 months, churn 3% per month, discount 10% per year
                        assumes one payment each 12 months, at the start of a term at whose end alone customers leave
                        assumes the price stays the same
                        assumes first payment now: each payment counts at the start of its period, the first at once
                        assumes churn stays the same
                        assumes no other costs than those given, as no margin was given
                        """);
    }

    @Test
    void revenueAloneSaysSo() {
        Estimate estimate = SubscriptionLtv.builder()
                .averageOrderValue(Money.of(25, "USD"))
                .orders(perMonth(2))
                .churn(percent(5).lossPer(MONTHS))
                .estimate();

        assertThat(estimate.value()).isEqualTo(Money.parse("USD 1000.00"));
        assertThat(estimate.measure()).isEqualTo(Measure.REVENUE);
        assertThat(estimate.assumptions())
                .containsExactly(
                        "one payment each month",
                        "the price stays the same",
                        "first payment now: each payment counts at the start of its period, the first at once",
                        "churn stays the same",
                        "later money is worth as much as money now, as no discount was given",
                        "no costs, as no margin was given: this is revenue and not profit");
    }

    @Test
    void aCostStandsForAMargin() {
        Estimate estimate = SubscriptionLtv.builder()
                .revenue("USD 50", MONTHS)
                .costToServe("USD 10", MONTHS)
                .churn(percent(5).lossPer(MONTHS))
                .estimate();

        assertThat(estimate.value()).isEqualTo(Money.parse("USD 800.00"));
        assertThat(estimate.measure()).isEqualTo(Measure.PROFIT);
        assertThat(estimate.parts())
                .containsEntry("revenue", Money.parse("USD 1000.00"))
                .containsEntry("cost to serve", Money.parse("USD -200.00"));
    }

    @Test
    void aCustomerWhoHasJustPaidIsResidual() {
        Estimate estimate = fifty().churn(percent(5).lossPer(MONTHS))
                .expansion(percent(2).growthPer(MONTHS))
                .convention(DiscountConvention.FIRST_EXCLUDED)
                .estimate();
        double q = 0.95 * 1.02;

        assertThat(estimate.basis()).isEqualTo(Basis.RESIDUAL_AFTER_OBSERVATION);
        assertThat(estimate.amount()).isCloseTo(40 * q / (1 - q), within(1e-9));
    }

    /** 10, 9, 8 ... 1 and then nothing. */
    @Test
    void aLinearContractionEndsWhenThePriceIsZero() {
        Estimate estimate = SubscriptionLtv.builder()
                .revenue("USD 10", MONTHS)
                .linearExpansion(MoneyRate.parse("USD -1 per month"))
                .costToServe("USD 2", MONTHS)
                .churn(percent(0).lossPer(MONTHS))
                .discountedAt(none())
                .estimate();

        assertThat(estimate.value()).isEqualTo(Money.parse("USD 35.00"));
        assertThat(estimate.parts())
                .containsEntry("revenue", Money.parse("USD 100.00"))
                .containsEntry("expansion", Money.parse("USD -45.00"))
                .containsEntry("cost to serve", Money.parse("USD -20.00"));
        assertThat(estimate.assumptions())
                .contains("the price changes by the same amount each time, and payments and costs end when it reaches"
                        + " zero");
    }

    /** Nobody leaves and nothing is discounted: only the shrinking price bounds a/(1 - 0.99). */
    @Test
    void aGeometricContractionCanBeTheOnlyBound() {
        SubscriptionLtv.Builder shrinking = fifty().churn(percent(0).lossPer(MONTHS))
                .expansion(percent(-1).growthPer(MONTHS))
                .discountedAt(none());

        assertThat(shrinking.estimate().amount()).isCloseTo(4000, within(1e-8));
        assertThat(shrinking.estimate().parts()).containsOnlyKeys("margin");
        assertThatThrownBy(() -> shrinking.costToServe("USD 1", MONTHS).estimate())
                .hasMessage("the subscription model's value has no limit: each month 100% of the customers stay and"
                        + " waiting takes nothing off: (1 - c)/(1 + d) is 1 and must be below 1; give a horizon, or a"
                        + " discount above 0% per year");
    }

    @Test
    void linearExpansionNeedsChurnOrDiscountToBoundIt() {
        SubscriptionLtv.Builder growing = fifty().churn(percent(0).lossPer(MONTHS))
                .linearExpansion("USD 1", MONTHS)
                .discountedAt(none());

        assertThatThrownBy(growing::estimate)
                .hasMessageContaining("(1 - c)/(1 + d) is 1 and must be below 1; give a horizon");
        assertThat(growing.over(months(3)).estimate().amount()).isCloseTo(0.8 * (50 + 51 + 52), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(
            value = DiscountConvention.class,
            names = {"PERIOD_END", "MID_PERIOD", "CONTINUOUS"})
    void prepaidTermsAreDatedFromTheirStart(DiscountConvention convention) {
        SubscriptionLtv.Builder builder =
                fifty().churn(percent(3).lossPer(MONTHS)).prepaid(months(12)).convention(convention);

        assertThatThrownBy(builder::estimate)
                .hasMessage("convention must be first payment now or first excluded where terms are prepaid or goods"
                        + " delivered, as these are dated from the start of a term, but was " + convention);
    }

    @Test
    void aTermHasALength() {
        SubscriptionLtv.Builder builder =
                fifty().churn(percent(3).lossPer(MONTHS)).prepaid(months(0));

        assertThatThrownBy(builder::estimate).hasMessage("prepaid term must be longer than zero, but was 0 months");
    }

    @Test
    void theShortcutNeedsMoreChurnThanGrowth() {
        SubscriptionLtv.Builder builder = fifty().churn(percent(3).lossPer(MONTHS))
                .shortcutExpansion(percent(3).growthPer(MONTHS));

        assertThatThrownBy(builder::estimate)
                .hasMessage("the shortcut a/(c - g) needs a churn above 0% and above the growth, but churn was 3% per"
                        + " month and growth 3% per month");
    }

    @Test
    void theShortcutKnowsNoDiscountOfAProfileEither() {
        LtvModel model = fifty().shortcutExpansion(percent(1).growthPer(MONTHS)).model();
        CustomerProfile profile = CustomerProfile.builder(Money.currency("USD"))
                .set("churn-per-month", "3%")
                .set("discount", "10%")
                .build();

        assertThatThrownBy(() -> model.estimate(profile))
                .hasMessage("the shortcut a/(c - g) knows no discount; use the geometric expansion instead");
    }

    @Test
    void theShortcutIsNamedAndItsCostsDoNotGrow() {
        Estimate estimate = fifty().churn(percent(3).lossPer(MONTHS))
                .shortcutExpansion(percent(1).growthPer(MONTHS))
                .costToServe("USD 3", MONTHS)
                .estimate();

        assertThat(estimate.value()).isEqualTo(Money.parse("USD 1900.00"));
        assertThat(estimate.parts())
                .containsEntry("margin", Money.parse("USD 1333.33"))
                .containsEntry("expansion", Money.parse("USD 666.67"))
                .containsEntry("cost to serve", Money.parse("USD -100.00"));
        assertThat(estimate.assumptions())
                .contains("the textbook shortcut a/(c - g), which leaves c g out of a/(c - g + c g)");
        assertThat(SubscriptionLtv.builder()
                        .revenue("USD 50", MONTHS)
                        .churn(percent(3).lossPer(MONTHS))
                        .shortcutExpansion(percent(1).growthPer(MONTHS))
                        .estimate()
                        .assumptions())
                .contains("no costs, as no margin was given: this is revenue and not profit");
    }

    /** Support goes on in every month of a paid year, also for those who will not renew. */
    @Test
    void runningCostsGoOnThroughAPaidTerm() {
        Estimate estimate = fifty().churn(percent(100).lossPer(MONTHS))
                .prepaid(years(1))
                .costToServe("USD 5", MONTHS)
                .discountedAt(annually(percent(10)))
                .estimate();
        double months = 0;
        for (int k = 0; k < 12; k++) {
            months += Math.pow(1.1, -k / 12.0);
        }

        assertThat(estimate.amount()).isCloseTo(480 - 5 * months, within(1e-9));
    }

    @Test
    void aTermThatIsNoWholeNumberOfUnitsCountsInPart() {
        Estimate estimate = fifty().churn(percent(100).lossPer(MONTHS))
                .prepaid(months(1.5))
                .costToServe("USD 10", MONTHS)
                .estimate();

        assertThat(estimate.amount()).isCloseTo(60 - 15, within(1e-9));
    }

    @Test
    void expansionByTheYearIsExpansionByTheMonth() {
        double monthly = fifty().churn(percent(3).lossPer(MONTHS))
                .linearExpansion("USD 1", MONTHS)
                .estimate()
                .amount();
        double yearly = fifty().churn(percent(3).lossPer(MONTHS))
                .linearExpansion("USD 12", YEARS)
                .estimate()
                .amount();

        assertThat(yearly).isCloseTo(monthly, within(1e-8));
    }
}
