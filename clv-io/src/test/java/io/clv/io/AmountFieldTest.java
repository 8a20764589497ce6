package io.clv.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountFieldTest {

    private static String read(String text, String currency) {
        AmountField field = new AmountField(Money.currency(currency));
        char[] buffer = (">" + text + "<").toCharArray();
        return field.read(buffer, 1, buffer.length - 1) ? String.valueOf(field.minorUnits()) : field.fault();
    }

    @ParameterizedTest
    @CsvSource({
        "12, 1200",
        "12.5, 1250",
        "12.50, 1250",
        "12.500, 1250",
        "-12.50, -1250",
        "+12.50, 1250",
        "\u221212.50, -1250",
        "0, 0",
        "-0.00, 0",
        ".5, 50",
        "-.5, -50",
        "007, 700",
        "92233720368547758.07, 9223372036854775807",
        "-92233720368547758.08, -9223372036854775808",
        "92233720368547758.08, is beyond the range of USD money",
        "1.234, 'has 3 decimals, but USD allows 2'",
        "0.001, 'has 3 decimals, but USD allows 2'",
        "abc, must be a number",
        "'', must be a number",
        "-, must be a number",
        ".., must be a number",
        "1.2.3, must be a number",
        "'1,234.50', must be a number",
        "'12,50', must be a number",
        "1 234, must be a number",
        "1e3, must be a number",
        "(5), must be a number",
        "--5, must be a number",
        "5-, must be a number",
        "0x10, must be a number",
        "NaN, must be a number",
        "12 apples, must be a number"
    })
    void plainNumbers(String text, String expected) {
        assertThat(read(text, "USD")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "USD 12.50, USD, 1250",
        "12.50 usd, USD, 1250",
        "$12.50, USD, 1250",
        "-$12.50, USD, -1250",
        "$-12.50, USD, -1250",
        "$ 12.50, CAD, 1250",
        "12.50\u20AC, EUR, 1250",
        "\u00A5500, JPY, 500",
        "Rs.12, INR, 1200",
        "1.234 KWD, KWD, 1234",
        "EUR 12.50, USD, 'is in EUR, but the log is in USD'",
        "\u20AC12.50, USD, 'is in \u20AC, but the log is in USD'",
        "12.50 gbp, USD, 'is in gbp, but the log is in USD'",
        "$12.50 USD, USD, must be a number",
        "1.5, JPY, 'has 1 decimals, but JPY allows 0'"
    })
    void aCurrencyMayStandBeside(String text, String currency, String expected) {
        assertThat(read(text, currency)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "\u0661\u0662\u066B\u0665\u0660, 1250",
        "\u06F1\u06F2\u066B\u06F5, 1250",
        "\u0661\u0662.\u0665, 1250",
        "\u061C-\u0661\u0662, -1200",
        "\u200F\u0661\u0662\u200F, 1200",
        "\u0661\u066C\u0662\u0663\u0664\u066B\u0665, 123450",
        "\u0661\u0662\u066C\u0663\u0664\u0665\u066C\u0666\u0667\u0668, 1234567800",
        "\u0661\u0662\u066C\u0663\u0664, must be a number",
        "\u0661\u0662\u0663\u0664\u066C\u0665\u0666\u0667, must be a number",
        "\u0661\u066C\u0662\u0663\u066B\u0664, must be a number",
        "\u0661\u066B\u0662\u066C\u0663\u0664\u0665, must be a number",
        "\u0661\u060C\u0662, must be a number"
    })
    void digitsOfOtherScripts(String text, String expected) {
        assertThat(read(text, "USD")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'\u0661\u0662\u066B\u0665\u0660 \u0631.\u0633', SAR",
        "'\u0661\u0662\u066B\u0665\u0660 \u062F.\u0625.\u200F', AED"
    })
    void arabicSigns(String text, String currency) {
        assertThat(read(text, currency)).isEqualTo("1250");
    }

    @Property
    void readsBackWhatMoneyPrints(@ForAll long minorUnits) {
        Money money = Money.ofMinor(minorUnits, Money.currency("USD"));
        assertThat(read(money.amount().toPlainString(), "USD")).isEqualTo(String.valueOf(minorUnits));
        assertThat(read(money.toString(), "USD")).isEqualTo(String.valueOf(minorUnits));
    }

    @Property
    void agreesWithDecimals(@ForAll int unscaled, @ForAll @IntRange(min = 0, max = 6) int scale) {
        BigDecimal amount = BigDecimal.valueOf(unscaled, scale);
        String expected;
        try {
            expected = String.valueOf(Money.of(amount, Money.currency("USD")).minorUnits());
        } catch (IllegalArgumentException e) {
            expected = "has " + amount.stripTrailingZeros().scale() + " decimals, but USD allows 2";
        }
        assertThat(read(amount.toPlainString(), "USD")).isEqualTo(expected);
    }
}
