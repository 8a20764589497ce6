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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class GrowthRateTest {

    @ParameterizedTest
    @CsvSource({
        "1% per month, year, 0.1268250301",
        "12.682503013196977% per year, month, 0.01",
        "-5% per month, year, -0.4596399123",
        "100% per year, month, 0.0594630944",
        "0% per week, year, 0",
    })
    void gainsCompoundOnWhatWasGained(String text, String other, double share) {
        GrowthRate rate = GrowthRate.parse(text);
        ChronoUnit unit = TimeUnits.parse(other);
        assertThat(rate.per(unit).share()).isCloseTo(share, within(1e-10));
        assertThat(rate.per(unit).unit()).isEqualTo(unit);
        assertThat(rate.over(Span.of(1, unit)).value()).isEqualTo(rate.per(unit).share());
    }

    @Test
    void lossesCompoundDifferently() {
        assertThat(GrowthRate.of(0.01, MONTHS).per(YEARS).share()).isCloseTo(0.1268, within(5e-5));
        assertThat(LossRate.of(0.01, MONTHS).per(YEARS).share()).isCloseTo(0.1136, within(5e-5));
    }

    @Property
    void aContractionIsTheLossOfTheSameShare(
            @ForAll(supplier = Draw.Share.class) double drawn, @ForAll ChronoUnit unit, @ForAll ChronoUnit other) {
        double share = drawn / 100;
        assertThat(GrowthRate.of(-share, unit).per(other).share())
                .isEqualTo(0 - LossRate.of(share, unit).per(other).share());
    }

    @Property
    void throughAThirdUnitAndBackIsTheSame(
            @ForAll(supplier = Draw.Share.class) double drawn,
            @ForAll boolean contracting,
            @ForAll ChronoUnit unit,
            @ForAll ChronoUnit third,
            @ForAll ChronoUnit other) {
        double share = (contracting ? -drawn : drawn) / 100;
        GrowthRate through = GrowthRate.of(share, unit).per(third);
        double direct = GrowthRate.of(share, unit).per(other).share();
        // An exponent of 3.65 and a contraction to 1/40 are the most that a hundredth a day makes of a year.
        assertThat(through.per(other).share()).isCloseTo(direct, within(4e-15 * Math.abs(direct)));
        assertThat(through.per(unit).share()).isCloseTo(share, within(1e-13 * Math.abs(share)));
    }

    @Test
    void resultsBeyondADoubleAreRefused() {
        GrowthRate doubling = GrowthRate.of(9, DAYS);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> doubling.per(YEARS))
                .withMessage("900% per day compounded per year is beyond the range of a double");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> doubling.over(Span.months(11)))
                .withMessage("900% per day compounded over 11 months is beyond the range of a double");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> GrowthRate.of(-0.5, DAYS).per(YEARS))
                .withMessage("-50% per day compounded per year rounds to -100%, which is no growth rate");
        assertThat(GrowthRate.of(-0.5, DAYS).over(Span.years(1))).isEqualTo(Ratio.of(-1));
    }

    @Test
    void sharesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthRate.of(-1, MONTHS))
                .withMessage("growth rate must be above -100% per month, but was -100%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthRate.parse("-120% per week"))
                .withMessage("growth rate must be above -100% per week, but was -120%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1% per month", "1%/month", "0.01 per month", "+1% a month"})
    void readsWhatPeopleWrite(String text) {
        assertThat(GrowthRate.parse(text))
                .isEqualTo(GrowthRate.of(0.01, MONTHS))
                .hasToString("1% per month");
    }

    @Test
    void otherTextIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthRate.parse("1%"))
                .withMessage("growth rate must name its unit, as in '1% per month', but was '1%'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthRate.parse("x/month"))
                .withMessage("growth rate must be a number, but was 'x'");
    }
}
