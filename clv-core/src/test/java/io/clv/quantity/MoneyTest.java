package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Money MAX = Money.ofMinor(Long.MAX_VALUE, USD);
    private static final Money MIN = Money.ofMinor(Long.MIN_VALUE, USD);

    @Test
    void isMadeFromMajorOrMinorUnits() {
        Money money = Money.of(new BigDecimal("12.5"), USD);
        assertThat(money).isEqualTo(Money.ofMinor(1250, USD)).isEqualTo(Money.parse("USD 12.50"));
        assertThat(money.minorUnits()).isEqualTo(1250);
        assertThat(money.currency()).isEqualTo(USD);
        assertThat(money.amount()).isEqualTo(new BigDecimal("12.50"));
        assertThat(money.toDouble()).isEqualTo(12.5);
        assertThat(Money.of(50, "USD")).isEqualTo(Money.ofMinor(5000, USD));
        assertThat(Money.zero(USD)).isEqualTo(Money.ofMinor(0, USD));
    }

    @Test
    void trailingZerosAreNoDecimals() {
        assertThat(Money.of(new BigDecimal("12.5000"), USD)).isEqualTo(Money.ofMinor(1250, USD));
        assertThat(Money.of(new BigDecimal("5E+3"), JPY)).isEqualTo(Money.ofMinor(5000, JPY));
        assertThat(Money.of(new BigDecimal("0E+999999999"), USD)).isEqualTo(Money.zero(USD));
    }

    @ParameterizedTest
    @CsvSource({
        "12.345, USD, amount 12.345 has 3 decimals, 2",
        "-0.5, JPY, amount -0.5 has 1 decimals, 0",
        "1.2345, KWD, amount 1.2345 has 4 decimals, 3",
        "1E-999999999, USD, amount 1E-999999999 has 999999999 decimals, 2",
    })
    void tooManyDecimalsAreRefused(String amount, String code, String message, int allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(new BigDecimal(amount), Currency.getInstance(code)))
                .withMessage(message + ", but " + code + " allows " + allowed);
    }

    @ParameterizedTest
    @CsvSource({"92233720368547758.08", "-92233720368547758.09", "1E+17", "1E+999999999", "-1E+2147483647"})
    void amountsBeyondALongOfMinorUnitsAreRefused(BigDecimal amount) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of(amount, USD))
                .withMessage("amount " + amount + " is beyond the range of USD money");
    }

    @Test
    void theWholeRangeIsMoney() {
        assertThat(Money.of(new BigDecimal("92233720368547758.07"), USD)).isEqualTo(MAX);
        assertThat(Money.of(new BigDecimal("-92233720368547758.08"), USD)).isEqualTo(MIN);
    }

    @ParameterizedTest
    @CsvSource({
        "0.125, 12",
        "0.135, 14",
        "0.375, 38",
        "-0.125, -12",
        "-0.375, -38",
        "1.015, 101",
        "-0.0, 0",
        "1e-300, 0"
    })
    void computedAmountsAreRoundedHalfToEven(double amount, long minorUnits) {
        assertThat(Money.ofRounded(amount, USD)).isEqualTo(Money.ofMinor(minorUnits, USD));
    }

    @Test
    void computedAmountsBeyondTheRangeAreRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofRounded(1e17, USD))
                .withMessage("amount 100000000000000000 is beyond the range of USD money");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofRounded(-1e300, USD))
                .withMessage("amount -1E+300 is beyond the range of USD money");
    }

    @Test
    void sumsThatDoNotFitAreRefused() {
        Money cent = Money.ofMinor(1, USD);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MAX.plus(cent))
                .withMessage("USD 92233720368547758.07 plus USD 0.01 is beyond the range of USD money");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MIN.minus(cent))
                .withMessage("USD -92233720368547758.08 minus USD 0.01 is beyond the range of USD money");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(MIN::negated)
                .withMessage("minus USD -92233720368547758.08 is beyond the range of USD money");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MIN.times(-1))
                .withMessage("USD -92233720368547758.08 times -1 is beyond the range of USD money");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MAX.times(Ratio.percent(101), RoundingMode.HALF_EVEN))
                .withMessage("USD 92233720368547758.07 times 101% is beyond the range of USD money");
    }

    @Test
    void currenciesDoNotMix() {
        Money dollars = Money.of(5, "USD");
        Money yen = Money.of(700, "JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dollars.plus(yen))
                .withMessage("cannot add USD and JPY: USD 5.00, JPY 700");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> yen.minus(dollars))
                .withMessage("cannot subtract JPY and USD: JPY 700, USD 5.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dollars.compareTo(yen))
                .withMessage("cannot compare USD and JPY: USD 5.00, JPY 700");
        assertThat(dollars)
                .doesNotHaveSameHashCodeAs(yen)
                .isNotEqualTo(yen)
                .isNotEqualTo(Money.of(5, "EUR"))
                .isNotEqualTo("USD 5.00");
    }

    @ParameterizedTest
    @CsvSource({
        "USD 0.50, 15%, HALF_UP, USD 0.08",
        "USD 0.50, 15%, HALF_DOWN, USD 0.07",
        "USD 0.50, 15%, HALF_EVEN, USD 0.08",
        "USD 0.50, 25%, HALF_EVEN, USD 0.12",
        "USD -0.50, 15%, HALF_UP, USD -0.08",
        "USD -0.50, 15%, FLOOR, USD -0.08",
        "USD 10.00, 15%, UNNECESSARY, USD 1.50",
        "JPY 1000, 8%, UNNECESSARY, JPY 80",
        "USD 10.00, 0%, UP, USD 0.00",
        "USD 10.00, -100%, UP, USD -10.00",
        "USD 10.00, 1E-300%, UP, USD 0.01",
    })
    void aRatioIsTheDecimalThatWasMeant(String money, String ratio, RoundingMode rounding, String product) {
        assertThat(Money.parse(money).times(Ratio.parse(ratio), rounding)).hasToString(product);
    }

    @Test
    void roundingThatIsClaimedToBeUnnecessaryAndIsNotIsRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of(1, "USD").times(Ratio.percent(0.5), RoundingMode.UNNECESSARY))
                .withMessage("USD 1.00 times 0.5% is not a whole number of minor units and must be rounded");
    }

    @Test
    void amountsHaveAnOrderAndASign() {
        Money less = Money.of(-5, "USD");
        Money more = Money.of(5, "USD");
        assertThat(less).isLessThan(more).isEqualByComparingTo(more.negated());
        assertThat(less.isNegative()).isTrue();
        assertThat(more.isNegative()).isFalse();
        assertThat(less.isZero()).isFalse();
        assertThat(less.plus(more).isZero()).isTrue();
        assertThat(less.plus(more).isNegative()).isFalse();
    }
}
