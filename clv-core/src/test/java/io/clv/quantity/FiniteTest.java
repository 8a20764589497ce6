package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** NaN, infinities and -0.0 go no further than a constructor. */
class FiniteTest {

    private static final Currency USD = Currency.getInstance("USD");

    static Stream<Arguments> makers() {
        return Stream.of(
                maker("ratio", Ratio::of),
                maker("ratio", Ratio::percent),
                maker("loss rate", value -> LossRate.of(value, ChronoUnit.MONTHS)),
                maker("growth rate", value -> GrowthRate.of(value, ChronoUnit.MONTHS)),
                maker("pace", Pace::perDay),
                maker("span", Span::days),
                maker("discount rate", value -> new DiscountRate(value, ChronoUnit.YEARS, false)),
                maker("discount rate", value -> new DiscountRate(value, ChronoUnit.YEARS, true)),
                maker("low", value -> new Interval(value, 1, Ratio.percent(90), Interval.Of.MEAN)),
                maker("high", value -> new Interval(-1, value, Ratio.percent(90), Interval.Of.MEAN)),
                maker("amount", value -> Money.ofRounded(value, USD)),
                maker(
                        "margin",
                        value -> Estimate.builder("simple", USD)
                                .part("margin", value)
                                .build()
                                .partAmounts()));
    }

    private static Arguments maker(String name, DoubleFunction<Object> maker) {
        return Arguments.of(name, maker);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void whatIsNotFiniteIsRefused(String name, DoubleFunction<Object> maker) {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> maker.apply(value))
                    .withMessage(name + " must be finite, but was " + value);
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void negativeZeroIsZero(String name, DoubleFunction<Object> maker) {
        assertThat(maker.apply(-0.0))
                .as(name)
                .isEqualTo(maker.apply(0.0))
                .hasToString(maker.apply(0.0).toString());
    }

    @Test
    void textOfZeroHasNoSign() {
        assertThat(Ratio.of(-0.0)).hasToString("0%");
        assertThat(Money.ofRounded(-0.001, USD)).hasToString("USD 0.00");
        assertThat(Ratio.parse("-0%").value()).isEqualTo(0.0);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textBeyondADoubleIsRefusedAsItStands(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.parse(text))
                .withMessage("ratio must be within the range of a double, but was '" + text + "'");
    }

    static Stream<String> texts() {
        return Stream.of("1e309", "-1e309", "1e311%", "1e999999999", "1e999999999%", "1e2147483647%", "1e-2147483647%");
    }
}
