package io.clv.quantity;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class DiscountRateTest {

    @Test
    void tenPercentAYear() {
        DiscountRate rate = DiscountRate.annually(Ratio.percent(10));
        assertThat(rate.effective(YEARS)).isEqualTo(0.1);
        assertThat(rate.continuous(YEARS)).isCloseTo(0.0953101798, within(1e-10));
        assertThat(rate.effective(MONTHS)).isCloseTo(0.0079741404, within(1e-10));
        assertThat(rate.continuous(WEEKS)).isCloseTo(0.0018266, within(1e-7));
        assertThat(rate.factor(Span.years(1))).isCloseTo(1 / 1.1, within(1e-15));
        assertThat(rate.factor(Span.months(24))).isCloseTo(1 / 1.21, within(1e-15));
        assertThat(rate.factor(Span.days(0))).isEqualTo(1);
    }

    @Test
    void theRateOfThePapersIsContinuousPerWeek() {
        // Fader, Hardie and Lee (2005) discount CDNOW at 15% a year and call it 0.0027 a week.
        assertThat(DiscountRate.annually(Ratio.percent(15)).continuous(WEEKS)).isCloseTo(0.0027, within(5e-5));
    }

    @Property
    void aContinuousRateIsItsOwnDelta(@ForAll(supplier = Draw.Rate.class) double delta, @ForAll ChronoUnit unit) {
        DiscountRate rate = DiscountRate.continuously(Ratio.of(delta), unit);
        assertThat(rate.continuous(unit)).isEqualTo(delta);
        assertThat(rate.effective(unit)).isEqualTo(Math.expm1(delta));
        assertThat(rate.factor(Span.of(1, unit))).isEqualTo(Math.exp(-delta));
    }

    @Property
    void effectiveAndContinuousFormsAgree(
            @ForAll(supplier = Draw.Rate.class) double rate, @ForAll ChronoUnit unit, @ForAll ChronoUnit other) {
        DiscountRate effective = DiscountRate.effective(Ratio.of(rate), unit);
        DiscountRate continuous = DiscountRate.continuously(Ratio.of(effective.continuous(other)), other);
        Span wait = Span.of(3, unit);
        assertThat(continuous.continuous(unit))
                .isCloseTo(effective.continuous(unit), within(1e-15 * Math.abs(effective.continuous(unit))));
        assertThat(continuous.effective(unit)).isCloseTo(rate, within(4e-15 * Math.max(1, 1 + rate)));
        assertThat(continuous.factor(wait)).isCloseTo(effective.factor(wait), within(1e-14 * effective.factor(wait)));
    }

    @Property
    void anEffectiveRateCompoundsAsGrowth(@ForAll(supplier = Draw.Rate.class) double share, @ForAll ChronoUnit unit) {
        assertThat(DiscountRate.effective(Ratio.of(share), YEARS).effective(unit))
                .isEqualTo(GrowthRate.of(share, YEARS).per(unit).share());
    }

    @Property
    void waitsMultiply(
            @ForAll(supplier = Draw.Rate.class) double rate,
            @ForAll(supplier = Draw.Wait.class) double first,
            @ForAll(supplier = Draw.Wait.class) double second) {
        DiscountRate discount = DiscountRate.annually(Ratio.of(rate));
        double both = discount.factor(Span.years(first + second));
        assertThat(discount.factor(Span.years(first)) * discount.factor(Span.years(second)))
                .isCloseTo(both, within(1e-13 * both));
    }

    @Test
    void noneTakesNothingOff() {
        assertThat(DiscountRate.none().isNone()).isTrue();
        assertThat(DiscountRate.continuously(Ratio.ZERO, DAYS).isNone()).isTrue();
        assertThat(DiscountRate.annually(Ratio.percent(10)).isNone()).isFalse();
        assertThat(DiscountRate.none().factor(Span.years(1e6))).isEqualTo(1);
        assertThat(DiscountRate.none()).hasToString("0% per year");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10%                         | 10% per year
                    10 %                        | 10% per year
                    0.1                         | 10% per year
                    0.8% per month              | 0.8% per month
                    0.8%/month                  | 0.8% per month
                    0.8% a month                | 0.8% per month
                    9.5% per year, continuous   | 9.5% per year, continuous
                    9.5% Per Year , Continuous  | 9.5% per year, continuous
                    9.5%, continuous            | 9.5% per year, continuous
                    9.5% continuous             | 9.5% per year, continuous
                    -2% per year                | -2% per year
                    -150% per year, continuous  | -150% per year, continuous
                    """)
    void readsWhatPeopleWrite(String text, String shown) {
        assertThat(DiscountRate.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''               | discount rate must be a rate, as in '10% per year', but was ''
                    continuous       | discount rate must be a number, but was 'continuous'
                    Ten% per year    | discount rate must be a number, but was 'Ten%'
                    10% yearly       | discount rate must be a number, but was '10% yearly'
                    10% per quarter  | unit must be one of days, weeks, months, years, but was 'quarter'
                    -100%            | discount rate must be above -100% per year, but was -100%
                    -120% per month  | discount rate must be above -100% per month, but was -120%
                    """)
    void otherTextIsRefused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.parse(text))
                .withMessage(message);
    }

    @Test
    void resultsBeyondADoubleAreRefused() {
        DiscountRate steep = DiscountRate.effective(Ratio.of(9), DAYS);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> steep.effective(YEARS))
                .withMessage("900% per day as an effective rate per year is beyond the range of a double");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(
                        () -> DiscountRate.continuously(Ratio.of(1e308), DAYS).continuous(YEARS))
                .withMessage(
                        "1E+310% per day, continuous as a continuous rate per year is beyond the range of a double");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> DiscountRate.effective(Ratio.of(-0.9), DAYS).factor(Span.years(1)))
                .withMessage("-90% per day over 1 year is beyond the range of a double");
        assertThat(steep.factor(Span.years(1))).isZero();
    }
}
