package io.clv.ltv;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Pace.perYear;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What all builders do alike: each input once, no contradiction, all that is missing at once. */
class BuildersTest {

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void anInputIsSetOnce() {
        refused(
                () -> SimpleLtv.builder().averageOrderValue("USD 50").averageOrderValue("USD 50"),
                "average order value was already set to USD 50.00");
        refused(
                () -> DiscountedLtv.builder()
                        .discountedAt(annually(percent(10)))
                        .discountedAt(annually(percent(12))),
                "discount was already set to 10% per year");
        refused(() -> MarginAdjustedLtv.builder().forever().over(months(3)), "horizon was already set to forever");
    }

    @Test
    void alternativesContradict() {
        refused(
                () -> SimpleLtv.builder().lifespan(years(3)).churn(percent(3).lossPer(MONTHS)),
                "churn cannot be set beside lifespan, which was already set to 3 years");
        refused(
                () -> SubscriptionLtv.builder()
                        .churn(percent(3).lossPer(MONTHS))
                        .retention(percent(97), MONTHS),
                "retention cannot be set beside churn, which was already set to 3% per month");
        refused(
                () -> SimpleLtv.builder().orders(perYear(4)).revenue("USD 5", MONTHS),
                "revenue cannot be set beside orders, which was already set to 4 per year");
        refused(
                () -> SubscriptionLtv.builder()
                        .expansion(percent(1).growthPer(MONTHS))
                        .linearExpansion("USD 1", MONTHS),
                "linear expansion cannot be set beside expansion, which was already set to 1% per month");
        refused(
                () -> SubscriptionLtv.builder()
                        .shortcutExpansion(percent(1).growthPer(MONTHS))
                        .discountedAt(annually(percent(10))),
                "discount cannot be set beside shortcut expansion, which was already set to 1% per month");
        refused(
                () -> SubscriptionLtv.builder()
                        .over(years(1))
                        .shortcutExpansion(percent(1).growthPer(MONTHS)),
                "shortcut expansion cannot be set beside horizon, which was already set to 1 year");
    }

    @Test
    void moneyIsOfOneCurrency() {
        refused(
                () -> MarginAdjustedLtv.builder().averageOrderValue("USD 50").acquisitionCost("EUR 20"),
                "acquisition cost is in EUR, but average order value is in USD");
        refused(
                () -> MarginAdjustedLtv.builder().costToServe("EUR 2", MONTHS).revenue("USD 50", MONTHS),
                "revenue is in USD, but cost to serve is in EUR");
        refused(
                () -> SubscriptionLtv.builder()
                        .revenue("USD 50", MONTHS)
                        .deliveries(Deliveries.every(months(1), 2, Money.parse("EUR 3"))),
                "deliveries is in EUR, but revenue is in USD");
    }

    @Test
    void textThatIsNotMoneyNamesItsInput() {
        refused(
                () -> SimpleLtv.builder().averageOrderValue("50"),
                "average order value: money must be a currency code and an amount, as in 'USD 12.50', but was '50'");
        refused(
                () -> SubscriptionLtv.builder().revenue("USD 1.005", MONTHS),
                "revenue: amount 1.005 has 3 decimals, but USD allows 2");
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        refused(
                () -> SimpleLtv.builder().estimate(),
                "the simple model still needs: average order value, orders (or revenue instead of the two), lifespan (or"
                        + " churn)");
        refused(
                () -> SimpleLtv.builder().averageOrderValue("USD 50").estimate(),
                "the simple model still needs: orders, lifespan (or churn)");
        refused(
                () -> MarginAdjustedLtv.builder().orders(perYear(1)).estimate(),
                "the margin-adjusted model still needs: average order value, lifespan (or churn)");
        refused(
                () -> DiscountedLtv.builder().revenue("USD 1", MONTHS).estimate(),
                "the discounted model still needs: churn (or retention), discount");
        refused(
                () -> SubscriptionLtv.builder().revenue("USD 1", MONTHS).estimate(),
                "the subscription model still needs: churn (or retention)");
    }

    @Test
    void costsNeedAMargin() {
        refused(
                () -> MarginAdjustedLtv.builder()
                        .revenue("USD 50", MONTHS)
                        .costToServe("USD 2", MONTHS)
                        .acquisitionCost("USD 20")
                        .lifespan(years(1))
                        .estimate(),
                "cost to serve and acquisition cost can be taken off profit only, and profit needs a gross margin, which"
                        + " was not given");
        refused(
                () -> SubscriptionLtv.builder()
                        .revenue("USD 50", MONTHS)
                        .retentionSpend("USD 2", MONTHS)
                        .churn(percent(3).lossPer(MONTHS))
                        .estimate(),
                "retention spend can be taken off profit only, and profit needs a gross margin, which was not given");
    }

    @Test
    void aMarginIsAtMostAllAndACostIsNoIncome() {
        refused(
                () -> MarginAdjustedLtv.builder()
                        .revenue("USD 50", MONTHS)
                        .grossMargin(percent(101))
                        .lifespan(years(1))
                        .estimate(),
                "gross margin must be at most 100%, but was 101%");
        refused(
                () -> MarginAdjustedLtv.builder()
                        .revenue("USD 50", MONTHS)
                        .grossMargin(percent(50))
                        .costToServe("USD -1", MONTHS)
                        .lifespan(years(1))
                        .estimate(),
                "cost to serve must not be negative, but was USD -1.00 per month");
        refused(
                () -> MarginAdjustedLtv.builder()
                        .revenue("USD 50", MONTHS)
                        .grossMargin(percent(50))
                        .acquisitionCost("USD -1")
                        .lifespan(years(1))
                        .estimate(),
                "acquisition cost must not be negative, but was USD -1.00");
    }

    @Test
    void aModelTakesTheRestFromTheProfile() {
        LtvModel model = MarginAdjustedLtv.builder().grossMargin(percent(50)).model();
        CustomerProfile profile = CustomerProfile.builder(Money.currency("USD"))
                .set("average-order-value", "10")
                .set("orders-per-month", "2")
                .set("lifespan-months", "5")
                .set("gross-margin", "10%")
                .build();

        assertThat(model.estimate(profile).value()).isEqualTo(Money.parse("USD 50.00"));
    }

    @Test
    void whatIsSetOnAModelHidesTheAlternativesOfTheProfile() {
        CustomerProfile profile = CustomerProfile.builder(Money.currency("USD"))
                .set("revenue-per-month", "10")
                .set("lifespan-months", "5")
                .build();
        LtvModel churning =
                SimpleLtv.builder().churn(percent(10).lossPer(MONTHS)).model();
        LtvModel ordering = SimpleLtv.builder().averageOrderValue("USD 7").model();

        assertThat(churning.estimate(profile).value()).isEqualTo(Money.parse("USD 100.00"));
        refused(() -> ordering.estimate(profile), "the simple model still needs: orders");
    }

    @Test
    void aModelIsOfTheCurrencyOfItsCustomers() {
        LtvModel model = SimpleLtv.builder().averageOrderValue("EUR 7").model();
        CustomerProfile profile = CustomerProfile.builder(Money.currency("USD")).build();

        refused(() -> model.estimate(profile), "the model's inputs are in EUR, but the customers are in USD");
    }

    @Test
    void aModelDoesNotChangeWithItsBuilder() {
        SimpleLtv.Builder builder =
                SimpleLtv.builder().averageOrderValue("USD 7").orders(perYear(1));
        LtvModel model = builder.model();
        builder.lifespan(years(2));
        CustomerProfile profile = CustomerProfile.builder(Money.currency("USD"))
                .set(Input.LIFESPAN, years(10))
                .build();

        assertThat(model.estimate(profile).value()).isEqualTo(Money.parse("USD 70.00"));
        assertThat(model).hasToString("simple with {average order value=USD 7.00, orders=1 per year}");
    }

    @Test
    void whatIsSetIsNoLongerRequired() {
        LtvModel open = DiscountedLtv.builder().model();
        LtvModel settled =
                DiscountedLtv.builder().discountedAt(annually(percent(1))).model();

        assertThat(open.requires()).isEqualTo(Set.of(Input.DISCOUNT));
        assertThat(settled.requires()).isEmpty();
    }

    @Test
    void typedAndTextualMoneyAreTheSame() {
        Estimate typed = MarginAdjustedLtv.builder()
                .averageOrderValue(Money.of(50, "USD"))
                .orders(perYear(4))
                .grossMargin(percent(40))
                .acquisitionCost(Money.of(9, "USD"))
                .lifespan(years(1))
                .estimate();
        Estimate textual = MarginAdjustedLtv.builder()
                .averageOrderValue("USD 50")
                .orders(perYear(4))
                .grossMargin(percent(40))
                .acquisitionCost("9 USD")
                .lifespan(years(1))
                .estimate();

        assertThat(typed.explain()).isEqualTo(textual.explain());
        assertThat(typed.inputs()).containsEntry("acquisition cost", "USD 9.00");
    }

    @Test
    void whatIsMeasuredIsShownToSixDigits() {
        Estimate estimate = SimpleLtv.builder()
                .averageOrderValue("USD 50")
                .orders(perYear(8 / 7.0))
                .lifespan(years(1 / 3.0))
                .estimate();

        assertThat(estimate.inputs())
                .containsEntry("orders", "1.14286 per year")
                .containsEntry("lifespan", "0.333333 years");
        assertThat(SimpleLtv.builder()
                        .revenue("USD 50", MONTHS)
                        .churn(percent(100 / 7.0).lossPer(MONTHS))
                        .estimate()
                        .inputs())
                .containsEntry("churn", "14.2857% per month");
    }

    @Test
    void revenuePerYearIsTypedToo() {
        assertThat(SimpleLtv.builder()
                        .revenue(Money.of(120, "USD"), YEARS)
                        .lifespan(months(6))
                        .estimate()
                        .value())
                .isEqualTo(Money.parse("USD 60.00"));
    }
}
