package io.clv.quantity;

import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyRateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"USD 49 per month", "USD 49/month", "49 USD a month", "USD 49.00 Per Month", "USD 49 / month"})
    void readsWhatPeopleWrite(String text) {
        assertThat(MoneyRate.parse(text))
                .isEqualTo(MoneyRate.of(Money.of(49, "USD"), MONTHS))
                .hasToString("USD 49.00 per month");
    }

    @Test
    void convertsLinearly() {
        MoneyRate rate = MoneyRate.of(Money.of(49, "USD"), MONTHS);
        assertThat(rate.in(YEARS)).isEqualTo(588);
        assertThat(rate.in(MONTHS)).isEqualTo(49);
        assertThat(MoneyRate.of(Money.of(-600, "USD"), YEARS).in(MONTHS)).isEqualTo(-50);
    }

    @ParameterizedTest
    @CsvSource({
        "USD 49, 'money rate must name its unit, as in ''USD 49 per month'', but was ''USD 49'''",
        "/month, 'money rate must name its unit, as in ''USD 49 per month'', but was ''/month'''",
        "49 per month, 'money must be a currency code and an amount, as in ''USD 12.50'', but was ''49'''",
        "USD 49.999 per month, 'amount 49.999 has 3 decimals, but USD allows 2'",
        "USD 49 per hour, 'unit must be one of days, weeks, months, years, but was ''hour'''",
    })
    void otherTextIsRefused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyRate.parse(text))
                .withMessage(message);
    }

    @Test
    void amountsBeyondTheRangeAreRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyRate.parse("USD 1e17 per day"))
                .withMessage("amount 1E+17 is beyond the range of USD money");
    }
}
