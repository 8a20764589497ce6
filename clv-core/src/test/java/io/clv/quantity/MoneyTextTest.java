package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class MoneyTextTest {

    @Property
    void textReadsBack(@ForAll(supplier = Draw.AnyLong.class) long minorUnits, @ForAll Currency currency) {
        Money money = Money.ofMinor(minorUnits, currency);
        assertThat(Money.parse(money.toString())).isEqualTo(money);
    }

    @Test
    void everyCurrencyWithMinorDigitsReadsBack() {
        for (Currency currency : Quantities.CURRENCIES) {
            for (long minorUnits : new long[] {Long.MIN_VALUE, -10_001, -1, 0, 1, 9, 10, 12_345, Long.MAX_VALUE}) {
                Money money = Money.ofMinor(minorUnits, currency);
                assertThat(Money.parse(money.toString())).isEqualTo(money);
            }
        }
        assertThat(Quantities.CURRENCIES)
                .extracting(Currency::getDefaultFractionDigits)
                .contains(0, 2, 3, 4)
                .allMatch(digits -> digits <= 4);
    }

    static List<Currency> currenciesWithoutDigits() {
        return Quantities.CURRENCIES_WITHOUT_DIGITS;
    }

    @ParameterizedTest
    @MethodSource("currenciesWithoutDigits")
    void currenciesWithoutMinorDigitsAreRefused(Currency currency) {
        String message =
                "currency " + currency.getCurrencyCode() + " has no minor digits in ISO 4217 and cannot hold money";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse(currency.getCurrencyCode() + " 1"))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.ofMinor(1, currency))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.ofRounded(1, currency))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.zero(currency))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(1, currency.getCurrencyCode()))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.builder("simple", currency))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "USD 12.50, USD 12.50",
        "12.50 USD, USD 12.50",
        "USD 12.5, USD 12.50",
        "'  USD\t12 ', USD 12.00",
        "USD -12.5, USD -12.50",
        "-12.5 USD, USD -12.50",
        "USD +.5, USD 0.50",
        "USD 1e3, USD 1000.00",
        "JPY 1000, JPY 1000",
        "KWD 0.001, KWD 0.001",
        "CLF 1.2345, CLF 1.2345",
        "EGP ١٢.٥, EGP 12.50",
    })
    void readsWhatPeopleWrite(String text, String money) {
        assertThat(Money.parse(text)).hasToString(money);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12.50", "USD", "USD12.50", "USD 12 50", "$ 12.50", "12 50", "1 000 USD"})
    void otherFormsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse(text))
                .withMessage("money must be a currency code and an amount, as in 'USD 12.50', but was '" + text + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    USD abc    | amount must be a number, but was 'abc'
                    USD NaN    | amount must be a number, but was 'NaN'
                    USD 1,000  | amount must be a number, but was '1,000'
                    USD 0x10   | amount must be a number, but was '0x10'
                    EGP ١٢٫٥   | amount must be a number, but was '١٢٫٥'
                    usd 12     | currency must be an ISO 4217 code such as USD, but was 'usd'
                    12 Dollars | currency must be an ISO 4217 code such as USD, but was 'Dollars'
                    USD 12.345 | amount 12.345 has 3 decimals, but USD allows 2
                    """)
    void aWrongHalfIsNamed(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text)).withMessage(message);
    }

    @Test
    void textBeyondTheRangeIsRefusedAndNotWrittenOut() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.parse("USD 1e999999999"))
                .withMessage("amount 1E+999999999 is beyond the range of USD money");
    }

    @Test
    void textDoesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Money.parse("USD 1234.50")).hasToString("USD 1234.50");
            assertThat(Ratio.percent(2.5)).hasToString("2.5%");
            assertThat(Span.parse("12 MONTHS")).hasToString("12 months");
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Span.parse("3 MONTHS")).hasToString("3 months");
            assertThat(CalendarGrid.parse("WEEKS FROM FRIDAY IN UTC")).hasToString("weeks from Friday in UTC");
        } finally {
            Locale.setDefault(before);
        }
    }
}
