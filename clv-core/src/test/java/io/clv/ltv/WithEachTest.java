package io.clv.ltv;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Estimate;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Inputs that differ by customer. The base has the customers a to f. */
class WithEachTest {

    private static final CustomerBase SIX = CustomerBase.of(SmallLog.six()).churn(ChurnRule.inactiveFor(days(10)));

    private static final CustomerBase YEARLY =
            SIX.with(Input.REVENUE, MoneyRate.parse("USD 100 per year")).with("lifespan-years", "3");

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static <T> CustomerBase each(CustomerBase base, Input<T> input, Map<String, T> values) {
        return base.withEach(
                input, row -> Optional.ofNullable(values.get(base.customers().id(row))));
    }

    private static Money money(String amount) {
        return Money.parse("USD " + amount);
    }

    @Test
    void whoHasNoValueFallsBack() {
        CustomerBase own = each(SIX, Input.GROSS_MARGIN, Map.of("b", percent(20), "c", percent(40)));
        CustomerBase both = own.with(Input.GROSS_MARGIN, percent(30));
        CustomerBase otherOrder =
                each(SIX.with(Input.GROSS_MARGIN, percent(30)), Input.GROSS_MARGIN, Map.of("b", percent(20)));

        assertThat(own.get(Input.GROSS_MARGIN, 1)).contains(percent(20));
        assertThat(own.get(Input.GROSS_MARGIN, 0)).isEmpty();
        assertThat(own.profile(0).has(Input.GROSS_MARGIN)).isFalse();
        assertThat(own.profile(0).inputs()).doesNotContain(Input.GROSS_MARGIN);
        assertThat(own.profile(2).inputs()).contains(Input.GROSS_MARGIN);
        assertThat(own.get(Input.GROSS_MARGIN)).isEmpty();
        assertThat(both.get(Input.GROSS_MARGIN, 1)).contains(percent(20));
        assertThat(both.get(Input.GROSS_MARGIN, 0)).contains(percent(30));
        assertThat(both.get(Input.GROSS_MARGIN)).contains(percent(30));
        assertThat(otherOrder.get(Input.GROSS_MARGIN, 0)).contains(percent(30));
        assertThat(SIX.get(Input.GROSS_MARGIN, 1)).isEmpty();
        assertThat(both).asString().endsWith(", with [gross margin], with each customer's [gross margin]");
        assertThatThrownBy(() -> own.get(Input.GROSS_MARGIN, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theBaseTellsWhatDiffers() {
        CustomerBase own = each(SIX.with(Input.ORDERS, Pace.perMonth(1)), Input.DISCOUNT, Map.of());

        assertThat(own.differs(Input.DISCOUNT)).isTrue();
        assertThat(own.differs(Input.AVERAGE_ORDER_VALUE)).isTrue();
        assertThat(own.differs(Input.MONETARY_VALUE)).isTrue();
        assertThat(own.differs(Input.ORDERS)).isFalse();
        assertThat(own.differs(Input.CHURN)).isFalse();
        assertThat(own.differs(Input.GROSS_MARGIN)).isFalse();
        assertThat(SIX.with(Input.REVENUE, MoneyRate.parse("USD 1 per month")).differs(Input.AVERAGE_ORDER_VALUE))
                .isFalse();
        assertThat(SIX.get(Input.CHURN)).contains(SIX.measuredChurn().rate());
        assertThat(SIX.get(Input.AVERAGE_ORDER_VALUE)).isEmpty();
    }

    @Test
    void ownValuesGoBeforeThoseReadOffTheTable() {
        CustomerBase own = each(SIX, Input.AVERAGE_ORDER_VALUE, Map.of("a", money("1.25")));

        assertThat(own.get(Input.AVERAGE_ORDER_VALUE, 0)).contains(money("1.25"));
        assertThat(own.get(Input.AVERAGE_ORDER_VALUE, 1)).contains(money("20.00"));
        CustomerBase churning = each(SIX, Input.CHURN, Map.of("a", LossRate.of(0.5, MONTHS)));
        assertThat(churning.get(Input.CHURN, 0)).contains(LossRate.of(0.5, MONTHS));
        assertThat(churning.profile(0).has(Input.LIFESPAN)).isFalse();
        assertThat(churning.get(Input.LIFESPAN, 0)).isEmpty();
        assertThat(churning.get(Input.LIFESPAN, 1)).contains(SIX.measuredChurn().lifespan());
    }

    @Test
    void eachInputIsSetOnceAndNotBesideAnAlternative() {
        CustomerBase own = each(SIX, Input.CHURN, Map.of("a", LossRate.of(0.5, MONTHS)));

        refused(() -> each(own, Input.CHURN, Map.of()), "churn was already set for each customer");
        refused(
                () -> own.with(Input.LIFESPAN, years(1)),
                "lifespan cannot be set beside churn, which was already set for each customer");
        refused(
                () -> each(own, Input.LIFESPAN, Map.of()),
                "lifespan cannot be set beside churn, which was already set for each customer");
        refused(
                () -> each(SIX.with(Input.LIFESPAN, years(1)), Input.CHURN, Map.of()),
                "churn cannot be set beside lifespan, which was already set to 1 year");
        refused(
                () -> each(SIX, Input.ACQUISITION_COST, Map.of("c", Money.parse("EUR 3"))),
                "acquisition cost of customer c is in EUR, but the base is in USD");
    }

    @Test
    void aFormulaTakesEachCustomersMarginAndCost() {
        CustomerBase own = each(YEARLY, Input.GROSS_MARGIN, Map.of("b", percent(20), "c", percent(40)))
                .with(Input.GROSS_MARGIN, percent(30));
        own = each(own, Input.ACQUISITION_COST, Map.of("a", money("5"), "c", money("10.50")));
        CustomerValues values = new MarginAdjustedLtv().value(own.with("acquisition-cost", "1"));

        assertThat(values.value(0)).isEqualTo(money("85.00"));
        assertThat(values.value(1)).isEqualTo(money("59.00"));
        assertThat(values.value(2)).isEqualTo(money("109.50"));
        assertThat(values.value(3)).isEqualTo(money("89.00"));
        assertThat(values.assumptions())
                .contains(
                        "gross margin as given for 2 of 6 customers, 30% for the others",
                        "acquisition cost as given for 2 of 6 customers, USD 1.00 for the others",
                        "revenue USD 100.00 per year for every customer");
    }

    @Test
    void aModelsOwnInputHidesThatOfTheBase() {
        CustomerBase own = each(YEARLY, Input.GROSS_MARGIN, Map.of("b", percent(20)));
        CustomerValues values =
                MarginAdjustedLtv.builder().grossMargin(percent(10)).model().value(own);

        assertThat(values.value(1)).isEqualTo(money("30.00"));
        assertThat(values.assumptions())
                .contains("gross margin 10% for every customer")
                .noneMatch(sentence -> sentence.contains("as given"));
    }

    @Test
    void revenueMayBeEachCustomersOwn() {
        CustomerBase own =
                each(SIX.with("lifespan-years", "2"), Input.REVENUE, Map.of("a", MoneyRate.parse("USD 10 per month")));
        CustomerValues values = new SimpleLtv().value(own);

        assertThat(values.value(0)).isEqualTo(money("240.00"));
        assertThat(values.amount(1))
                .isEqualTo(new SimpleLtv().estimate(own.profile(1)).amount());
        assertThat(values.assumptions())
                .contains(
                        "revenue as given for 1 of 6 customers, none for the others",
                        "all that a customer buys in one day is one order");
        CustomerBase all = SIX.with("lifespan-years", "2")
                .withEach(Input.REVENUE, row -> Optional.of(MoneyRate.of(Money.of(row, "USD"), YEARS)));
        assertThat(new SimpleLtv().value(all).total()).isEqualTo(money("30.00"));
        assertThat(new SimpleLtv().value(all).assumptions())
                .contains("revenue as given for each customer")
                .doesNotContain("all that a customer buys in one day is one order");
    }

    @Test
    void discountsMayDiffer() {
        CustomerBase base = SIX.with(Input.REVENUE, MoneyRate.parse("USD 100 per year"))
                .with("churn-per-year", "20%")
                .with("discount", "10%");
        CustomerBase own = each(base, Input.DISCOUNT, Map.of("b", annually(percent(0))));
        CustomerValues values = new DiscountedLtv().value(own);
        LtvModel rows = new DiscountedLtv()::estimate;

        assertThat(values.value(0)).isEqualTo(money("366.67"));
        assertThat(values.value(1)).isEqualTo(money("500.00"));
        assertThat(values.discount()).isEmpty();
        assertThat(values.explain()).contains("without end, discounted at each customer's own rate\n");
        assertThat(values.assumptions())
                .contains("discount as given for 1 of 6 customers, 10% per year for the others");
        assertThat(rows.value(own).discount()).isEmpty();
        assertThat(rows.value(own).assumptions()).isEqualTo(values.assumptions());
        CustomerBase same = each(base, Input.DISCOUNT, Map.of("b", annually(percent(10))));
        assertThat(new DiscountedLtv().value(same).discount()).contains(annually(percent(10)));
        assertThat(rows.value(same).discount()).contains(annually(percent(10)));
    }

    @Test
    void valuesOfTwoKindsDoNotMix() {
        CustomerBase margins = each(YEARLY, Input.GROSS_MARGIN, Map.of("b", percent(20)));
        CustomerBase lifespans = each(
                SIX.with(Input.REVENUE, MoneyRate.parse("USD 100 per year")),
                Input.LIFESPAN,
                Map.of("a", years(1), "b", years(2)));
        for (LtvModel model : Set.of(new MarginAdjustedLtv(), (LtvModel) new MarginAdjustedLtv()::estimate)) {
            refused(
                    () -> model.value(margins),
                    "measure must be revenue for all customers of a base, but was profit for customer b");
            refused(
                    () -> model.value(lifespans),
                    "horizon must be 1 year for all customers of a base, but was 2 years for customer b");
        }
    }

    @Test
    void aRefusalNamesTheCustomer() {
        CustomerBase margins =
                each(YEARLY, Input.GROSS_MARGIN, Map.of("c", percent(120))).with(Input.GROSS_MARGIN, percent(30));
        CustomerBase discounts = each(
                SIX.with(Input.REVENUE, MoneyRate.parse("USD 1 per month")),
                Input.DISCOUNT,
                Map.of("a", annually(percent(5))));
        for (LtvModel model : Set.of(new MarginAdjustedLtv(), (LtvModel) new MarginAdjustedLtv()::estimate)) {
            refused(() -> model.value(margins), "customer c: gross margin must be at most 100%, but was 120%");
        }
        for (LtvModel model : Set.of(new DiscountedLtv(), (LtvModel) new DiscountedLtv()::estimate)) {
            refused(() -> model.value(discounts), "customer b: the discounted model still needs: discount");
        }
    }

    @Test
    void whatALambdaUsesOfAnyCustomerIsSaid() {
        CustomerBase own = each(SIX, Input.LIFESPAN, Map.of("a", days(5)));
        LtvModel lifespan = profile -> Estimate.builder("own", profile.currency())
                .part("days", profile.require(Input.LIFESPAN).length())
                .build();
        LtvModel share = profile -> Estimate.builder("own", profile.currency())
                .part("share", profile.get(Input.GROSS_MARGIN).orElse(Ratio.ONE).value())
                .build();

        assertThat(lifespan.value(own).total()).isEqualTo(money("155.00"));
        assertThat(lifespan.value(own).assumptions())
                .containsExactly(
                        "lifespan as given for 1 of 6 customers, as read off the log for the others",
                        "a customer without a purchase for 10 days is lost: 3 of 9 lost within a window of 10 days,"
                                + " a churn of 33.3% in that time, and a mean lifespan of 30 days");
        assertThat(share.value(own).assumptions()).isEmpty();
    }

    @Test
    void monetaryValueIsTheMeanOfTheRepeatPeriods() {
        CustomerBase thirds = CustomerBase.of(SmallLog.inDays("a 30,20,10,5 0.01", "a 20 0.01", "b 30 10.00"));

        assertThat(thirds.profile(0).amount(Input.MONETARY_VALUE)).hasValue(4 / 300.0);
        assertThat(thirds.get(Input.MONETARY_VALUE, 0)).contains(money("0.01"));
        assertThat(thirds.profile(1).has(Input.MONETARY_VALUE)).isFalse();
        assertThat(thirds.profile(1).get(Input.MONETARY_VALUE)).isEmpty();
        assertThat(thirds.profile(1).amount(Input.MONETARY_VALUE)).isEmpty();
        assertThat(thirds.profile(1).inputs())
                .doesNotContain(Input.MONETARY_VALUE)
                .contains(Input.TOTAL);
        assertThat(thirds.with("monetary-value", "7").get(Input.MONETARY_VALUE, 1))
                .contains(money("7.00"));
    }

    @Test
    void aModelThatNeedsTheMonetaryValueNamesWhoHasNone() {
        LtvModel model = LtvModel.requiring(
                Set.of(Input.MONETARY_VALUE),
                profile -> Estimate.builder("own", profile.currency())
                        .part("spend", profile.amount(Input.MONETARY_VALUE).orElseThrow())
                        .build());

        refused(() -> model.value(SIX), "customer c: the model still needs: monetary value");
        assertThat(model.value(each(
                                SIX,
                                Input.MONETARY_VALUE,
                                Map.of("c", money("1"), "d", money("1"), "e", money("1"), "f", money("1"))))
                        .total())
                .isEqualTo(money("34.00"));
    }

    @Test
    void nobodyIsValuedAtNothing() {
        CustomerBase nobody = CustomerBase.of(SmallLog.inDays()).with("lifespan-years", "1");
        CustomerBase own = nobody.withEach(Input.GROSS_MARGIN, row -> Optional.of(percent(1)));

        assertThat(new MarginAdjustedLtv().value(own).total()).isEqualTo(money("0.00"));
        assertThat(own.assumptions()).noneMatch(sentence -> sentence.startsWith("gross margin"));
        assertThat(own.get(Input.LIFESPAN)).contains(Span.years(1));
    }
}
