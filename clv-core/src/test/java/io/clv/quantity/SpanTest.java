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
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "3 years, 3 years",
        "1 year, 1 year",
        "1 years, 1 year",
        "0 days, 0 days",
        "' 90  DAYS ', 90 days",
        "90days, 90 days",
        "1.5 months, 1.5 months",
        "1e2 weeks, 100 weeks",
        "1e300 days, 1E+300 days",
    })
    void readsWhatPeopleWrite(String text, String shown) {
        assertThat(Span.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 'span must be a number and a unit, as in ''12 months'', but was ''12'''",
        "months, 'span must be a number and a unit, as in ''12 months'', but was ''months'''",
        "'', 'span must be a number and a unit, as in ''12 months'', but was '''''",
        "a year, 'span must be a number, but was ''a'''",
        "-1 years, 'span must not be negative, but was -1 years'",
    })
    void otherTextIsRefused(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Span.parse(text)).withMessage(message);
    }

    @Property
    void wholeNumbersComeOutWhole(@ForAll @IntRange(min = 0, max = 1_000_000) int length) {
        assertThat(Span.days(7.0 * length).in(WEEKS)).isEqualTo(length);
        assertThat(Span.weeks(length).in(DAYS)).isEqualTo(7.0 * length);
        assertThat(Span.months(12.0 * length).in(YEARS)).isEqualTo(length);
        assertThat(Span.years(length).in(MONTHS)).isEqualTo(12.0 * length);
    }

    @Property
    void throughAThirdUnitAndBackIsTheSame(
            @ForAll(supplier = Draw.Length.class) double length,
            @ForAll ChronoUnit unit,
            @ForAll ChronoUnit third,
            @ForAll ChronoUnit other) {
        Span span = Span.of(length, unit);
        double direct = span.in(other);
        assertThat(span.to(third).in(other)).isCloseTo(direct, within(1e-15 * direct));
        assertThat(span.to(third).in(unit)).isCloseTo(length, within(1e-15 * length));
        assertThat(span.to(other)).isEqualTo(Span.of(direct, other));
    }

    @Test
    void orderIsByDurationAndEqualityByText() {
        assertThat(Span.weeks(1)).isEqualByComparingTo(Span.days(7)).isNotEqualTo(Span.days(7));
        assertThat(Span.months(1)).isGreaterThan(Span.weeks(4)).isLessThan(Span.days(31));
        assertThat(Span.years(1e308)).isGreaterThan(Span.days(1e300));
    }

    @Property
    void orderWithinAUnitIsThatOfTheNumbers(
            @ForAll(supplier = Draw.Length.class) double a,
            @ForAll(supplier = Draw.Length.class) double b,
            @ForAll ChronoUnit unit) {
        int order = Span.of(a, unit).compareTo(Span.of(b, unit));
        assertThat(order * Double.compare(a, b)).isNotNegative();
        assertThat(Span.of(b, unit).compareTo(Span.of(a, unit))).isEqualTo(-order);
    }

    @Test
    void lengthsBeyondADoubleAreRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Span.years(1e308).in(DAYS))
                .withMessage("1E+308 years in days is beyond the range of a double");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Span.years(1e308).to(WEEKS))
                .withMessage("1E+308 years in weeks is beyond the range of a double");
        assertThat(Span.years(1e308).in(YEARS)).isEqualTo(1e308);
    }
}
