package io.clv.ltv;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.quantity.Estimate;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Pace;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerBaseTest {

    private static final CustomerBase SIX = CustomerBase.of(SmallLog.six()).churn(ChurnRule.inactiveFor(days(10)));

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static CustomerProfile profile(String id) {
        return SIX.profile(SIX.customers().indexOf(id));
    }

    @Test
    void aCustomerIsReadOffTheTable() {
        CustomerProfile b = profile("b");

        assertThat(b.require(Input.FREQUENCY)).isEqualTo(1);
        assertThat(b.require(Input.RECENCY)).isEqualTo(days(20));
        assertThat(b.require(Input.AGE)).isEqualTo(days(35));
        assertThat(b.require(Input.TOTAL)).isEqualTo(Money.parse("USD 40.00"));
        assertThat(b.require(Input.AVERAGE_ORDER_VALUE)).isEqualTo(Money.parse("USD 20.00"));
        assertThat(b.require(Input.CHURN)).isEqualTo(SIX.measuredChurn().rate());
        assertThat(b.require(Input.LIFESPAN)).isEqualTo(SIX.measuredChurn().lifespan());
        assertThat(b.get(Input.GROSS_MARGIN)).isEmpty();
        assertThat(b.has(Input.CHURN)).isTrue();
        assertThat(b.has(Input.GROSS_MARGIN)).isFalse();
    }

    /** Active until a window after the last purchase, but not beyond the end; and counted over a window at least. */
    @Test
    void ordersAreCountedOverTheTimeActive() {
        assertThat(profile("a").require(Input.ORDERS)).isEqualTo(Pace.of(2 / 35.0, DAYS));
        assertThat(profile("b").require(Input.ORDERS)).isEqualTo(Pace.of(2 / 30.0, DAYS));
        assertThat(profile("c").require(Input.ORDERS)).isEqualTo(Pace.of(1 / 10.0, DAYS));
        assertThat(profile("d").require(Input.ORDERS)).isEqualTo(Pace.of(1 / 10.0, DAYS));
        assertThat(profile("f").require(Input.ORDERS)).isEqualTo(Pace.of(2 / 19.0, DAYS));
    }

    @Test
    void twoOrdersInTheFirstWeekAreNotAHundredAYear() {
        CustomerTable newcomer = SmallLog.inDays("new 5,1 10.00");
        Pace pace = CustomerBase.of(newcomer)
                .churn(ChurnRule.inactiveFor(days(60)))
                .profile(0)
                .require(Input.ORDERS);

        assertThat(pace.over(years(1))).isCloseTo(2 * 365.2425 / 60, within(1e-9));
    }

    @Test
    void averageOrderValueStaysUnrounded() {
        CustomerTable thirds = SmallLog.inDays("a 30,20,10 0.01", "b 30 10.00", "b 20,10 0.00");
        CustomerProfile b = CustomerBase.of(thirds).profile(1);

        assertThat(b.amount(Input.AVERAGE_ORDER_VALUE)).hasValue(10 / 3.0);
        assertThat(b.require(Input.AVERAGE_ORDER_VALUE)).isEqualTo(Money.parse("USD 3.33"));
        assertThat(b.amount(Input.TOTAL)).hasValue(10);
        assertThat(b.amount(Input.ACQUISITION_COST)).isEmpty();
    }

    @Test
    void whatIsSetWinsOverWhatIsRead() {
        CustomerBase base = SIX.with(Input.CHURN, LossRate.of(0.5, MONTHS))
                .with(Input.ORDERS, Pace.perMonth(1))
                .with("gross-margin", "30%")
                .with("acquisition-cost", "2");
        CustomerProfile b = base.profile(1);

        assertThat(b.require(Input.CHURN)).isEqualTo(LossRate.of(0.5, MONTHS));
        assertThat(b.has(Input.LIFESPAN)).isFalse();
        assertThat(b.get(Input.LIFESPAN)).isEmpty();
        assertThat(b.require(Input.ORDERS)).isEqualTo(Pace.perMonth(1));
        assertThat(b.require(Input.GROSS_MARGIN)).isEqualTo(percent(30));
        assertThat(b.require(Input.ACQUISITION_COST)).isEqualTo(Money.parse("USD 2.00"));
        assertThat(new MarginAdjustedLtv().estimate(b).value()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(SIX.profile(1).require(Input.CHURN))
                .isEqualTo(SIX.measuredChurn().rate());
    }

    @Test
    void aRevenueStandsForOrdersAndTheirValue() {
        CustomerProfile any =
                SIX.with(Input.REVENUE, MoneyRate.parse("USD 9 per month")).profile(0);

        assertThat(any.has(Input.ORDERS)).isFalse();
        assertThat(any.has(Input.AVERAGE_ORDER_VALUE)).isFalse();
    }

    @Test
    void inputsAreSetOnce() {
        refused(
                () -> SIX.with(Input.GROSS_MARGIN, percent(30)).with("gross-margin", "31%"),
                "gross margin was already set to 30%");
        refused(
                () -> SIX.with("lifespan-years", "2").with("churn-per-month", "3%"),
                "churn cannot be set beside lifespan, which was already set to 2 years");
        refused(() -> SIX.with("acquisition-cost", "EUR 3"), "acquisition cost is in EUR, but the base is in USD");
        refused(() -> SIX.churn(ChurnRule.inactiveFor(days(3))), "churn rule was already set to inactive for 10 days");
        assertThatThrownBy(() -> SIX.with("margin", "30%"))
                .hasMessageStartingWith("there is no input 'margin'; inputs are average-order-value, orders,");
    }

    @Test
    void aBaseThatTellsNoChurnStillServesModelsThatNeedNone() {
        CustomerBase once = CustomerBase.of(SmallLog.inDays("a 20 12.00", "b 3 8.00"));
        LtvModel flat = profile -> Estimate.builder("flat", profile.currency())
                .part("revenue", profile.amount(Input.TOTAL).orElse(0))
                .build();

        assertThat(flat.value(once).total()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(flat.value(once).assumptions()).isEmpty();
        assertThat(once.assumptions())
                .containsExactly(
                        "all that a customer buys in one day is one order", "churn cannot be measured on this base");
        refused(
                () -> new SimpleLtv().value(once),
                "a window of inactivity cannot be read off the gaps between purchases, because no customer has bought in"
                        + " two periods; choose one, as in ChurnRule.inactiveFor(days(60))");
    }

    @Test
    void nobodyLostIsRefusedWhereALifespanIsNeeded() {
        CustomerBase loyal =
                CustomerBase.of(SmallLog.inDays("a 35,25,15,5 1.00")).churn(ChurnRule.inactiveFor(days(12)));

        refused(
                () -> new SimpleLtv().value(loyal),
                "lifespan cannot be measured: none of the 2 customers at risk was lost within a window of 12 days; choose"
                        + " a shorter window, or give a churn or a lifespan");
        assertThat(loyal.assumptions())
                .contains("a customer without a purchase for 12 days is lost: 0 of 2 lost within a window of 12"
                        + " days, a churn of 0% in that time");
    }

    @Test
    void aCustomerOfABaseIsExplained() {
        assertThat(new SimpleLtv().estimate(profile("b")).explain()).isEqualTo("""
                        USD 40.00: revenue, lifetime from acquisition, by the simple model
                        without end, not discounted
                        from average order value USD 20.00, orders 0.0666667 per day, lifespan 30 days
                        assumes revenue keeps its pace as long as the customer stays
                        assumes churn stays the same, so that a customer stays 30 days on average (1 / churn)
                        assumes no costs, as no margin was given: this is revenue and not profit
                        """);
    }

    @Test
    void theBaseSaysWhatItRestsOn() {
        assertThat(SIX.with("gross-margin", "30%").assumptions())
                .containsExactly(
                        "gross margin 30% for every customer",
                        "all that a customer buys in one day is one order",
                        "orders come at the pace they had while a customer was active, counted over at least 10 days",
                        "a customer without a purchase for 10 days is lost: 3 of 9 lost within a window of 10 days,"
                                + " a churn of 33.3% in that time, and a mean lifespan of 30 days");
    }

    /** A third is lost in each window of 10 days, at its end: 10, 6.67, 4.44 days ... are expected of each. */
    @ParameterizedTest
    @CsvSource({"5, 5", "10, 10", "15, 13.333333", "25, 18.888889", "10000, 30"})
    void nobodyStaysLongerThanTheHorizon(double horizon, double life) {
        CustomerValues values = MarginAdjustedLtv.builder()
                .revenue("USD 100", DAYS)
                .over(days(horizon))
                .model()
                .value(SIX);

        assertThat(values.amount(0)).isCloseTo(100 * life, within(1e-4));
    }

    @Test
    void aHorizonServesWhereNobodyOrEverybodyIsLost() {
        LtvModel model = MarginAdjustedLtv.builder()
                .revenue("USD 100", DAYS)
                .over(days(25))
                .model();
        CustomerBase loyal = CustomerBase.of(SmallLog.inDays("a 35,25,15,5 1.00"));
        CustomerBase fleeting = CustomerBase.of(SmallLog.inDays("a 35 1.00", "b 12 1.00"));

        assertThat(model.value(loyal.churn(ChurnRule.inactiveFor(days(12)))).total())
                .isEqualTo(Money.parse("USD 2500.00"));
        assertThat(model.value(fleeting.churn(ChurnRule.inactiveFor(days(10)))).total())
                .isEqualTo(Money.parse("USD 2000.00"));
    }

    @Test
    void aLifespanThatNobodyHasSeenSaysSo() {
        CustomerBase faithful = CustomerBase.of(SmallLog.inDays("a 36,30,24,18,12,6 1.00", "b 36,30,24,18,11 1.00"))
                .churn(ChurnRule.inactiveFor(days(10)));

        assertThat(faithful.assumptions())
                .contains("a customer without a purchase for 10 days is lost: 1 of 6 lost within a window of 10"
                        + " days, a churn of 16.7% in that time, and a mean lifespan of 60 days, longer than any customer was"
                        + " observed");
    }

    @Test
    void theDefaultRuleIsThatOfTheGaps() {
        CustomerTable customers = SmallLog.six();

        assertThat(CustomerBase.of(customers).churnRule()).isEqualTo(ChurnRule.fromGaps(customers));
        assertThat(CustomerBase.of(customers).currency()).isEqualTo(Money.currency("USD"));
        assertThat(SIX.with("gross-margin", "30%").toString()).endsWith(", with [gross margin]");
        assertThatThrownBy(() -> SIX.profile(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
