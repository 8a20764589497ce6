package io.clv.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Money;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTextTest {

    private static final Currency USD = Money.currency("USD");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price +10%",
                "price -2.5%",
                "order value +10%",
                "frequency -5%",
                "margin +3 points",
                "retention +5 points per year",
                "churn x 1.5",
                "discount -0.5 points",
                "collapse 60% after 18 months",
                "upsell 20% x 2.5",
                "subscription USD 20.00 per month, churn 5% per month, take-up 30%",
                "subscription USD 20.00 per month, churn 5% per month, take-up 30%, margin 80%"
            })
    void isReadAndWritten(String text) {
        assertThat(Change.parse(text, USD)).hasToString(text);
    }

    @Test
    void moneyMayLeaveTheCurrencyOut() {
        assertThat(Change.parse("subscription 20 per month, churn 5% per month, take-up 30%", USD))
                .hasToString("subscription USD 20.00 per month, churn 5% per month, take-up 30%");
    }

    @Test
    void scenariosHaveNamesAndChanges() {
        Scenario scenario = Scenario.parse("dearer: price +5%; churn x 1.1", USD);
        assertThat(scenario.name()).isEqualTo("dearer");
        assertThat(scenario.changes()).hasSize(2);
        assertThat(scenario).hasToString("dearer: price +5%; churn x 1.1");
        assertThat(Scenario.parse("price +5%", USD)).hasToString("price +5%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price 10% | a change of price is written as in 'price +10%', but was 'price 10%'",
                "churn x 1.2.3 | a change of churn is written as in 'churn x 1.5', but was 'churn x 1.2.3'",
                "collapse 60% | a change of collapse is written as in 'collapse 60% after 18 months', but was 'collapse 60%'",
                "luck +10% | there is no change 'luck +10%'; changes are price, order value, frequency, margin, retention, churn, discount, collapse, upsell, subscription, as in 'price +10%'",
                "price -100% | price must change by more than -100%, but by -100%"
            })
    void anythingElseIsRefused(String text, String message) {
        assertThatThrownBy(() -> Change.parse(text, USD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
