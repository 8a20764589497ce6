package io.clv.quantity;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
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

@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class PaceTest {

    @Test
    void convertsLinearly() {
        assertThat(Pace.perYear(4).per(MONTHS)).isEqualTo(Pace.perMonth(4 / 12.0));
        assertThat(Pace.perMonth(2).per(YEARS)).isEqualTo(Pace.perYear(24));
        assertThat(Pace.perWeek(7).per(DAYS)).isEqualTo(Pace.perDay(1));
        assertThat(Pace.perYear(4).over(Span.years(3))).isEqualTo(12);
        assertThat(Pace.perYear(4).over(Span.months(18))).isEqualTo(6);
        assertThat(Pace.perDay(5).over(Span.years(0))).isZero();
    }

    @Property
    void throughAThirdUnitAndBackIsTheSame(
            @ForAll(supplier = Draw.Length.class) double count,
            @ForAll ChronoUnit unit,
            @ForAll ChronoUnit third,
            @ForAll ChronoUnit other) {
        Pace pace = Pace.of(count, unit);
        double direct = pace.per(other).count();
        assertThat(pace.per(third).per(other).count()).isCloseTo(direct, within(1e-15 * direct));
        assertThat(pace.per(third).per(unit).count()).isCloseTo(count, within(1e-15 * count));
        assertThat(pace.over(Span.of(1, other))).isCloseTo(direct, within(1e-15 * direct));
    }

    @Test
    void wrongCountsAndTextAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pace.perYear(-4))
                .withMessage("pace must not be negative, but was -4 per year");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pace.parse("4"))
                .withMessage("pace must name its unit, as in '4 per year', but was '4'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pace.parse("four a year"))
                .withMessage("pace must be a number, but was 'four'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pace.parse("4% per year"))
                .withMessage("pace must be a number, but was '4%'");
    }

    @Test
    void resultsBeyondADoubleAreRefused() {
        Pace pace = Pace.perDay(1e300);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> pace.over(Span.days(1e300)))
                .withMessage("1E+300 per day over 1E+300 days is beyond the range of a double");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Pace.perDay(1e308).per(YEARS))
                .withMessage("1E+308 per day counted per year is beyond the range of a double");
    }
}
