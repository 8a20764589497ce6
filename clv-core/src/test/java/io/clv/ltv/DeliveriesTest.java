package io.clv.ltv;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveriesTest {

    private static final Money FIVE = Money.parse("USD 5");
    private static final LocalDate START = LocalDate.of(2025, 1, 31);

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void aTermHoldsItsDeliveriesAndNotTheNextTermsFirst() {
        assertThat(Deliveries.every(months(3), 6, FIVE).within(years(1)))
                .containsExactly(months(0), months(3), months(6), months(9));
        assertThat(Deliveries.every(months(5), 6, FIVE).within(years(1)))
                .containsExactly(months(0), months(5), months(10));
        assertThat(Deliveries.every(days(7), 1, FIVE).within(weeks(21))).hasSize(21);
    }

    @Test
    void givenTimesAreSortedAndWithinTheTerm() {
        Deliveries deliveries = Deliveries.at(List.of(months(8), months(1)), 2, FIVE);

        assertThat(deliveries.within(years(1))).containsExactly(months(1), months(8));
        refused(() -> deliveries.within(months(8)), "delivery after 8 months must be within the paid term of 8 months");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6 at USD 5.00 every 3 months", "0.5 at EUR 2.50 after 0 months, 5 weeks"})
    void textReadsBack(String text) {
        Deliveries deliveries = Deliveries.parse(text);

        assertThat(deliveries).hasToString(text);
        assertThat(Deliveries.parse(deliveries.toString()))
                .isEqualTo(deliveries)
                .hasSameHashCodeAs(deliveries);
    }

    @Test
    void deliveriesAreEqualByTheirText() {
        Deliveries quarterly = Deliveries.every(months(3), 6, FIVE);

        assertThat(quarterly).isEqualTo(Deliveries.parse("6 at USD 5 every 3 months"));
        assertThat(quarterly).isNotEqualTo(Deliveries.every(months(3), 7, FIVE)).isNotEqualTo("6 at USD 5.00");
        assertThat(quarterly.interval()).contains(months(3));
        assertThat(Deliveries.at(List.of(months(1)), 6, FIVE).interval()).isEmpty();
    }

    @Test
    void aBareCostIsOfTheProfilesCurrency() {
        assertThat(Input.DELIVERIES.parse("6 at 5 every 3 months", Money.currency("EUR")))
                .hasToString("6 at EUR 5.00 every 3 months");
    }

    @Test
    void mistakesAreNamed() {
        refused(() -> Deliveries.every(months(1), 0, FIVE), "units of a delivery must be positive, but were 0.0");
        refused(
                () -> Deliveries.every(months(0), 1, FIVE),
                "interval of deliveries must be longer than zero, but was 0 months");
        refused(
                () -> Deliveries.every(months(1), 1, FIVE.negated()),
                "cost of a unit must not be negative, but was USD -5.00");
        refused(() -> Deliveries.at(List.of(), 1, FIVE), "deliveries must have at least one time, but had none");
        refused(
                () -> Deliveries.parse("six boxes"),
                "deliveries must be units, cost and interval, as in '6 at USD 5 every 3 months', but were 'six boxes'");
        refused(
                () -> Deliveries.parse("six at USD 5 every 3 months"),
                "units of a delivery must be a number, but were 'six'");
        refused(
                () -> Deliveries.every(days(0.001), 1, FIVE).within(years(1)),
                "deliveries of a term must be at most 10000, but one every 0.001 days in 1 year makes more");
    }

    /** A thousand start on the last of January; of the second year's boxes 0.97^12 of them have paid. */
    @Test
    void procurementFollowsTheRenewals() {
        List<PlannedDelivery> plan = SubscriptionLtv.builder()
                .churn(percent(3).lossPer(MONTHS))
                .prepaid(months(12))
                .deliveries(Deliveries.every(months(6), 6, FIVE))
                .procurement(1000, START, years(2));
        double renewed = 1000 * Math.pow(0.97, 12);

        assertThat(plan).hasSize(4);
        assertThat(plan.get(0)).isEqualTo(new PlannedDelivery(START, months(0), 1000, 6000, Money.parse("USD 30000")));
        assertThat(plan)
                .extracting(PlannedDelivery::date)
                .containsExactly(
                        START, LocalDate.of(2025, 7, 31), LocalDate.of(2026, 1, 31), LocalDate.of(2026, 7, 31));
        assertThat(plan.get(1).subscribers()).isEqualTo(1000);
        assertThat(plan.get(2).subscribers()).isCloseTo(renewed, within(1e-9));
        assertThat(plan.get(3).units()).isCloseTo(6 * renewed, within(1e-9));
    }

    @Test
    void deliveriesAfterDaysKeepTheCalendarOfTheirTerm() {
        List<PlannedDelivery> plan = SubscriptionLtv.builder()
                .revenue("USD 20", MONTHS)
                .churn(percent(10).lossPer(MONTHS))
                .deliveries(Deliveries.at(List.of(days(10)), 1, FIVE))
                .procurement(100, LocalDate.of(2025, 1, 1), months(2));

        assertThat(plan)
                .extracting(PlannedDelivery::date)
                .containsExactly(LocalDate.of(2025, 1, 11), LocalDate.of(2025, 2, 11));
        assertThat(plan.get(1).subscribers()).isCloseTo(90, within(1e-12));
        assertThat(plan.get(1).cost()).isEqualTo(Money.parse("USD 450.00"));
    }

    @Test
    void theUnitsToProcureAreTheGoodsOfTheEstimate() {
        SubscriptionLtv.Builder builder = SubscriptionLtv.builder()
                .revenue("USD 20", MONTHS)
                .churn(percent(4).lossPer(MONTHS))
                .prepaid(months(6))
                .deliveries(Deliveries.every(months(2), 3, FIVE))
                .discountedAt(annually(percent(0)))
                .over(months(24));
        double cost = builder.procurement(1, START, months(24)).stream()
                .mapToDouble(delivery -> 5 * delivery.units())
                .sum();

        assertThat(builder.estimate().partAmounts().get("goods")).isCloseTo(-cost, within(1e-9));
    }

    @Test
    void aDeliveryDueAtTheEndOfThePlanIsTheNextPlans() {
        SubscriptionLtv.Builder monthly = SubscriptionLtv.builder()
                .churn(percent(10).lossPer(MONTHS))
                .prepaid(months(1))
                .deliveries(Deliveries.every(months(1), 1, FIVE));

        assertThat(monthly.procurement(100, START, years(1))).hasSize(12);
        assertThat(monthly.procurement(100, START, months(12.1))).hasSize(13);
        assertThat(monthly.procurement(0, START, months(1)).get(0).units()).isZero();
        refused(
                () -> SubscriptionLtv.builder()
                        .churn(percent(10).lossPer(MONTHS))
                        .prepaid(months(0))
                        .deliveries(Deliveries.every(months(1), 1, FIVE))
                        .procurement(1, START, months(1)),
                "prepaid term must be longer than zero, but was 0 months");
    }

    @Test
    void procurementNamesAllThatIsMissing() {
        refused(
                () -> SubscriptionLtv.builder().procurement(10, START, years(1)),
                "the procurement plan still needs: deliveries, churn (or retention), prepaid term (or revenue)");
        refused(
                () -> SubscriptionLtv.builder().procurement(-1, START, years(1)),
                "subscribers must not be negative, but were -1");
    }

    @Test
    void aProfilePlansToo() {
        CustomerProfile profile = CustomerProfile.builderFor(new SubscriptionLtv(), Money.currency("USD"))
                .set("deliveries", "2 at 3 every 1 month")
                .set("retention", "90% per month")
                .set("orders-per-month", "1")
                .build();

        assertThat(new SubscriptionLtv().procurement(profile, 10, START, months(2)))
                .extracting(PlannedDelivery::units)
                .containsExactly(20.0, 18.0);
    }
}
