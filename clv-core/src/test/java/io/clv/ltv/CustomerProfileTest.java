package io.clv.ltv;

import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Span;
import java.util.Currency;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerProfileTest {

    private static final Currency USD = Money.currency("USD");

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "average-order-value | 50 | USD 50.00",
                "average-order-value | USD 12.5 | USD 12.50",
                "average-order-value | 12.50 USD | USD 12.50",
                "average-order-value | \u0661\u0662.\u0665 | USD 12.50",
                "orders | 4 per year | 4 per year",
                "orders-per-year | 4 | 4 per year",
                "revenue | 49/month | USD 49.00 per month",
                "revenue | USD 49 per month | USD 49.00 per month",
                "revenue-per-month | 49 | USD 49.00 per month",
                "revenue-per-week | USD 49 | USD 49.00 per week",
                "lifespan-years | 3 | 3 years",
                "churn | 3% per month | 3% per month",
                "churn-per-month | 3% | 3% per month",
                "churn-per-day | 0.001 | 0.1% per day",
                "retention-per-year | 80% | 80% per year",
                "gross-margin | 0.3 | 30%",
                "cost-to-serve-per-month | 2.5 | USD 2.50 per month",
                "discount | 10% | 10% per year",
                "discount-per-month | 0.8% | 0.8% per month",
                "horizon | forever | forever",
                "horizon-months | 12 | 12 months",
                "convention | mid-period | mid period",
                "convention | PERIOD_END | period end",
                "expansion-per-month | 1% | 1% per month",
                "expansion-per-month | -1% | -1% per month",
                "linear-expansion-per-month | -1 | USD -1.00 per month",
                "prepaid-term-months | 12 | 12 months",
                "deliveries | 6 at 5 every 3 months | 6 at USD 5.00 every 3 months",
                "frequency | 3 | 3",
                "age-weeks | 38.86 | 38.86 weeks"
            })
    void textIsRead(String name, String text, String value) {
        CustomerProfile profile = CustomerProfile.builder(USD).set(name, text).build();
        Input<?> input = profile.inputs().iterator().next();

        assertThat(profile.require(input)).hasToString(value);
    }

    @Test
    void valuesKeepTheirTypes() {
        CustomerProfile profile = CustomerProfile.builder(USD)
                .set(Input.REVENUE, MoneyRate.of(Money.of(49, "USD"), MONTHS))
                .set(Input.CHURN, LossRate.of(0.03, MONTHS))
                .setAmount(Input.TOTAL, 10 / 3.0)
                .build();

        MoneyRate revenue = profile.require(Input.REVENUE);
        LossRate churn = profile.get(Input.CHURN).orElseThrow();
        assertThat(revenue.amount()).isEqualTo(Money.parse("USD 49"));
        assertThat(churn.share()).isEqualTo(0.03);
        assertThat(profile.require(Input.TOTAL)).isEqualTo(Money.parse("USD 3.33"));
        assertThat(profile.amount(Input.TOTAL)).hasValue(10 / 3.0);
        assertThat(profile.currency()).isEqualTo(USD);
        assertThat(profile).hasToString("profile in USD with revenue, churn, total");
    }

    @Test
    void aProfileDoesNotChangeWithItsBuilder() {
        CustomerProfile.Builder builder = CustomerProfile.builder(USD).set("orders-per-year", "4");
        CustomerProfile profile = builder.build();
        builder.set("lifespan-years", "3");

        assertThat(profile.inputs()).containsExactly(Input.ORDERS);
        assertThat(CustomerProfile.builder(USD).build()).hasToString("profile in USD with no inputs");
    }

    @Test
    void unknownNamesListTheValidOnes() {
        assertThatThrownBy(() -> CustomerProfile.builder(USD).set("chrun", "3%"))
                .hasMessageStartingWith(
                        "there is no input 'chrun'; did you mean 'churn'? inputs are average-order-value,");
        refused(
                () -> CustomerProfile.builderFor(new SimpleLtv(), USD).set("discount", "3%"),
                "the simple model has no input 'discount'; inputs are average-order-value, orders, revenue, lifespan,"
                        + " churn");
        assertThatThrownBy(() -> CustomerProfile.builder(USD).set("agx", "3"))
                .hasMessageStartingWith("there is no input 'agx'; did you mean 'age'? inputs are");
        assertThatThrownBy(() -> CustomerProfile.builder(USD).set("xgx", "3"))
                .hasMessageStartingWith("there is no input 'xgx'; inputs are");
        refused(
                () -> CustomerProfile.builderFor(new SimpleLtv(), USD).set("life-span-years", "3"),
                "the simple model has no input 'life-span-years'; inputs are average-order-value, orders, revenue,"
                        + " lifespan, churn");
        refused(
                () -> CustomerProfile.builderFor(new SimpleLtv(), USD).set("lifespam", "3"),
                "the simple model has no input 'lifespam'; did you mean 'lifespan'? inputs are average-order-value,"
                        + " orders, revenue, lifespan, churn");
    }

    @Test
    void badTextNamesItsInput() {
        refused(
                () -> CustomerProfile.builder(USD).set("churn", "3%"),
                "churn: loss rate must name its unit, as in '5% per month', but was '3%'");
        refused(
                () -> CustomerProfile.builder(USD).set("churn-per-month", "120%"),
                "churn: loss rate must be between 0% and 100% per month, but was 120%");
        refused(
                () -> CustomerProfile.builder(USD).set("average-order-value", "fifty"),
                "average order value: money must be a currency code and an amount, as in 'USD 12.50', but was 'fifty'");
        refused(
                () -> CustomerProfile.builder(USD).set("frequency", "often"),
                "frequency: must be a whole number, but was 'often'");
        refused(
                () -> CustomerProfile.builder(USD).set("convention", "later"),
                "convention must be one of first payment now, period end, first excluded, mid period,"
                        + " continuous, but was 'later'");
    }

    @Test
    void contradictionsAreRefused() {
        refused(
                () -> CustomerProfile.builder(USD).set("churn-per-month", "3%").set("lifespan-years", "3"),
                "lifespan cannot be set beside churn, which was already set to 3% per month");
        refused(
                () -> CustomerProfile.builder(USD).set("acquisition-cost", "EUR 3"),
                "acquisition cost is in EUR, but the profile is in USD");
        refused(
                () -> CustomerProfile.builder(USD).setAmount(Input.TOTAL, Double.NaN),
                "amount must be finite, but was NaN");
    }

    @Test
    void whatIsRequiredAndMissingIsNamed() {
        refused(
                () -> CustomerProfile.builder(USD)
                        .set(Input.ORDERS, Pace.of(4, YEARS))
                        .build()
                        .require(Input.LIFESPAN),
                "the profile has no lifespan; it has orders");
        refused(
                () -> CustomerProfile.builder(USD).build().require(Input.LIFESPAN),
                "the profile has no lifespan; it has nothing");
    }

    @Test
    void anInputOfYourOwnHasAName() {
        Input<Span> visit = Input.of("time-on-site", Span::parse);

        assertThat(visit).hasToString("time on site");
        assertThat(visit.name()).isEqualTo("time-on-site");
        assertThat(visit.parse("3 days", USD)).isEqualTo(Span.days(3));
        refused(
                () -> Input.of("Time On Site", Span::parse),
                "input name must be lower-case words joined by '-', as in 'gross-margin', but was 'Time On Site'");
        assertThat(Input.builtIn()).doesNotHaveDuplicates().hasSize(23);
        assertThat(Input.builtIn().stream().map(Input::name)).doesNotHaveDuplicates();
    }

    @Test
    void theLocaleIsOfNoMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            CustomerProfile profile = CustomerProfile.builder(USD)
                    .set("orders-per-year", "4")
                    .set("convention", "FIRST_PAYMENT_NOW")
                    .build();

            assertThat(profile.require(Input.CONVENTION)).isEqualTo(DiscountConvention.FIRST_PAYMENT_NOW);
            assertThat(new ChurnCounts(Span.days(10), 1000, 2000))
                    .hasToString("1,000 of 2,000 lost within a window of 10 days");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void discountAndHorizonAreTyped() {
        CustomerProfile profile = CustomerProfile.builder(USD)
                .set("discount", "10%")
                .set("horizon", "12 months")
                .build();

        assertThat(profile.require(Input.DISCOUNT)).isEqualTo(DiscountRate.annually(percent(10)));
        assertThat(profile.require(Input.HORIZON)).isEqualTo(Horizon.over(Span.months(12)));
    }
}
