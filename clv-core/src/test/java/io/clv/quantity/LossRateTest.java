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
import org.junit.jupiter.params.provider.ValueSource;

@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class LossRateTest {

    @ParameterizedTest
    @CsvSource({
        "5% per month, year, 0.4596399123",
        "1% per month, year, 0.1136151283",
        "3% per month, year, 0.3061576390",
        "10% per year, month, 0.0087416110",
        "100% per week, day, 1",
        "0% per week, year, 0",
    })
    void lossesCompoundOnWhatIsLeft(String text, String other, double share) {
        LossRate rate = LossRate.parse(text);
        ChronoUnit unit = TimeUnits.parse(other);
        assertThat(rate.per(unit).share()).isCloseTo(share, within(1e-10));
        assertThat(rate.per(unit).unit()).isEqualTo(unit);
        assertThat(rate.over(Span.of(1, unit)).value()).isEqualTo(rate.per(unit).share());
    }

    @Property
    void throughAThirdUnitIsTheSame(
            @ForAll(supplier = Draw.Share.class) double share,
            @ForAll ChronoUnit unit,
            @ForAll ChronoUnit third,
            @ForAll ChronoUnit other) {
        LossRate direct = LossRate.of(share, unit).per(other);
        LossRate through = LossRate.of(share, unit).per(third);
        // What is left must not have been rounded to nothing on the way.
        if (through.share() < 0.9 || third == unit || third == other) {
            assertThat(through.per(other).share()).isCloseTo(direct.share(), within(2e-15 * direct.share()));
        }
    }

    @Property
    void intoAShorterUnitAndBackIsTheSame(@ForAll(supplier = Draw.Share.class) double share) {
        assertThat(LossRate.of(share, YEARS).per(DAYS).per(WEEKS).per(YEARS).share())
                .isCloseTo(share, within(4e-15 * share));
    }

    @Property
    void aLossCountedOverAWindowIsThatLossOverTheWindow(
            @ForAll(supplier = Draw.Share.class) double lost,
            @ForAll(supplier = Draw.Length.class) double more,
            @ForAll ChronoUnit unit) {
        // A window shorter than the unit of the rate makes a rate so near 100% that little is left to tell it by.
        Span window = Span.of(1 + more, unit);
        LossRate rate = LossRate.over(Ratio.of(lost), window);
        assertThat(rate.unit()).isEqualTo(unit);
        assertThat(rate.over(window).value()).isCloseTo(lost, within(4e-15 * lost));
    }

    @Test
    void whatStaysAndForHowLong() {
        LossRate rate = LossRate.parse("5% per month");
        assertThat(rate.retention()).isEqualTo(Ratio.percent(95));
        assertThat(rate.meanLifespan()).isEqualTo(Span.months(20));
        assertThat(LossRate.of(1, YEARS).meanLifespan()).isEqualTo(Span.years(1));
        assertThat(LossRate.of(1, YEARS).over(Span.years(0))).isEqualTo(Ratio.ZERO);
        assertThat(LossRate.of(1, YEARS).over(Span.days(1))).isEqualTo(Ratio.ONE);
        assertThat(LossRate.of(0, DAYS).over(Span.days(1e300))).isEqualTo(Ratio.ZERO);
        assertThat(LossRate.over(Ratio.ZERO, Span.days(60))).isEqualTo(LossRate.of(0, DAYS));
        assertThat(LossRate.over(Ratio.ONE, Span.days(60))).isEqualTo(LossRate.of(1, DAYS));
    }

    @Test
    void churnFromCounts() {
        assertThat(LossRate.ofCounts(5, 100, MONTHS)).isEqualTo(LossRate.parse("5% per month"));
        assertThat(LossRate.ofCounts(0, 1, MONTHS).share()).isZero();
        assertThat(LossRate.ofCounts(Long.MAX_VALUE, Long.MAX_VALUE, MONTHS).share())
                .isEqualTo(1);
    }

    @Test
    void aLifespanWithoutLossIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.of(0, MONTHS).meanLifespan())
                .withMessage("lifespan is infinite at a loss rate of 0%; give a horizon or a lifespan instead");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> LossRate.of(1e-309, MONTHS).meanLifespan())
                .withMessage("the mean lifespan at a loss rate of 1E-307% per month is beyond the range of a double");
    }

    @Test
    void sharesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.of(1.2, MONTHS))
                .withMessage("loss rate must be between 0% and 100% per month, but was 120%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.parse("-5% per week"))
                .withMessage("loss rate must be between 0% and 100% per week, but was -5%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.over(Ratio.percent(120), Span.days(60)))
                .withMessage("share lost must be between 0% and 100%, but was 120%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.over(Ratio.percent(-1), Span.days(60)))
                .withMessage("share lost must be between 0% and 100%, but was -1%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.over(Ratio.percent(20), Span.days(0)))
                .withMessage("span must be longer than zero, but was 0 days");
    }

    @Test
    void countsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.ofCounts(0, 0, MONTHS))
                .withMessage("active before must be positive, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.ofCounts(11, 10, MONTHS))
                .withMessage("lost must be between 0 and active before (10), but was 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.ofCounts(-1, 10, MONTHS))
                .withMessage("lost must be between 0 and active before (10), but was -1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5% per month", "5%/month", "5 % / month", "0.05 PER MONTH", "5% a month", " 5%  per  months "})
    void readsWhatPeopleWrite(String text) {
        assertThat(LossRate.parse(text)).isEqualTo(LossRate.of(0.05, MONTHS)).hasToString("5% per month");
    }

    @Test
    void otherTextIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.parse(" 5% "))
                .withMessage("loss rate must name its unit, as in '5% per month', but was '5%'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.parse("per month"))
                .withMessage("loss rate must name its unit, as in '5% per month', but was 'per month'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossRate.parse("Five per month"))
                .withMessage("loss rate must be a number, but was 'Five'");
    }
}
