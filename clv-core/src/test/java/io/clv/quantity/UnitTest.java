package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four units of time, with the mean lengths of the JDK, are the same everywhere and no other is accepted. */
class UnitTest {

    private static final Ratio TENTH = Ratio.percent(10);

    static Stream<Consumer<ChronoUnit>> users() {
        return Stream.of(
                unit -> Span.of(1, unit),
                unit -> Span.days(1).in(unit),
                unit -> Span.days(1).to(unit),
                unit -> Pace.of(1, unit),
                unit -> Pace.perDay(1).per(unit),
                unit -> LossRate.of(0.1, unit),
                unit -> LossRate.ofCounts(1, 2, unit),
                unit -> LossRate.of(0.1, ChronoUnit.DAYS).per(unit),
                unit -> TENTH.lossPer(unit),
                unit -> TENTH.growthPer(unit),
                unit -> GrowthRate.of(0.1, ChronoUnit.DAYS).per(unit),
                unit -> DiscountRate.effective(TENTH, unit),
                unit -> DiscountRate.continuously(TENTH, unit),
                unit -> DiscountRate.annually(TENTH).effective(unit),
                unit -> DiscountRate.annually(TENTH).continuous(unit),
                unit -> MoneyRate.of(Money.of(1, "USD"), unit),
                unit -> MoneyRate.of(Money.of(1, "USD"), ChronoUnit.DAYS).in(unit),
                unit -> Horizon.over(Span.days(1)).in(unit),
                CalendarGrid::of);
    }

    @ParameterizedTest
    @MethodSource("users")
    void otherUnitsAreRefused(Consumer<ChronoUnit> user) {
        for (ChronoUnit unit : ChronoUnit.values()) {
            if (Quantities.UNITS.contains(unit)) {
                user.accept(unit);
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> user.accept(unit))
                        .withMessage("unit must be one of DAYS, WEEKS, MONTHS, YEARS, but was " + unit.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DAYS", "WEEKS", "MONTHS", "YEARS"})
    void singularAndPluralAreRead(ChronoUnit unit) {
        String plural = unit.toString();
        String singular = plural.substring(0, plural.length() - 1);
        assertThat(Span.parse("2 " + plural)).isEqualTo(Span.of(2, unit));
        assertThat(Span.parse("2" + singular)).isEqualTo(Span.of(2, unit));
        assertThat(Pace.parse("2 per " + singular)).isEqualTo(Pace.of(2, unit));
        assertThat(Pace.parse("2/" + plural)).isEqualTo(Pace.of(2, unit));
        assertThat(Pace.parse("2 a " + singular)).isEqualTo(Pace.of(2, unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hour", "mon", "m", "yrs"})
    void otherNamesAreRefused(String name) {
        String message = "unit must be one of days, weeks, months, years, but was '" + name + "'";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.parse("3 " + name))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.parse("3% per " + name))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.parse("3% per " + name))
                .withMessage(message);
    }

    @Test
    void lengthsAreThoseOfTheJdk() {
        assertThat(Span.years(1).in(ChronoUnit.DAYS)).isEqualTo(365.2425);
        assertThat(Span.years(1).in(ChronoUnit.MONTHS)).isEqualTo(12);
        assertThat(Span.months(1).in(ChronoUnit.DAYS)).isEqualTo(30.436875);
        assertThat(Span.weeks(1).in(ChronoUnit.DAYS)).isEqualTo(7);
        assertThat(Span.days(12).in(ChronoUnit.WEEKS)).isEqualTo(12 * 86400.0 / 604800.0);
    }
}
