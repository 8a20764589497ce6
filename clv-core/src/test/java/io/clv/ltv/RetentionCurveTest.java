package io.clv.ltv;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Ratio;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionCurveTest {

    private static final RetentionCurve CURVE =
            RetentionCurve.of(YEARS, List.of(percent(60), percent(50)), percent(80));

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void survivalIsTheProductOfRetentions() {
        assertThat(CURVE.survival(0)).isEqualTo(1);
        assertThat(CURVE.survival(1)).isEqualTo(0.6);
        assertThat(CURVE.survival(2)).isEqualTo(0.3);
        assertThat(CURVE.survival(4)).isCloseTo(0.3 * 0.64, within(1e-15));
        assertThat(CURVE.retention(1)).isEqualTo(percent(60));
        assertThat(CURVE.retention(2)).isEqualTo(percent(50));
        assertThat(CURVE.retention(9).value()).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void hazardIsConstantWithinAPeriod() {
        assertThat(CURVE.survival(months(6))).isCloseTo(Math.sqrt(0.6), within(1e-15));
        assertThat(CURVE.survival(months(18))).isCloseTo(0.6 * Math.sqrt(0.5), within(1e-15));
        assertThat(CURVE.survival(years(2.5))).isCloseTo(0.3 * Math.sqrt(0.8), within(1e-15));
    }

    @Test
    void aSurvivalFunctionIsReadAsItIs() {
        RetentionCurve curve = RetentionCurve.ofSurvival(MONTHS, k -> 1.0 / (1 + k));

        assertThat(curve.survival(3)).isEqualTo(0.25);
        assertThat(curve.retention(3).value()).isCloseTo(0.75, within(1e-15));
        assertThat(curve.survival(months(0.5))).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(curve).hasToString("a survival function per month");
    }

    @Test
    void aSurvivalFunctionMaySayWhereItComesFrom() {
        IntToDoubleFunction halves = k -> Math.pow(0.5, k);
        RetentionCurve curve = RetentionCurve.ofSurvival(MONTHS, "halves", halves);

        assertThat(curve).hasToString("halves per month");
        assertThat(curve).isEqualTo(RetentionCurve.ofSurvival(MONTHS, halves));
        assertThat(curve).isNotEqualTo(RetentionCurve.ofSurvival(YEARS, halves));
        assertThat(curve).isNotEqualTo(RetentionCurve.constant(percent(50), MONTHS));
    }

    @Test
    void roundingIsNoRise() {
        RetentionCurve level = RetentionCurve.ofSurvival(MONTHS, k -> k == 0 ? 1 : k == 1 ? 0.5 : 0.5 + 0x1p-53);
        assertThat(level.retention(2)).isEqualTo(Ratio.ONE);
        refused(
                () -> RetentionCurve.ofSurvival(MONTHS, k -> k == 1 ? 0.5 : 1).retention(2),
                "survival must never rise, but was 0.5 after 1 periods and 1.0 after 2");
    }

    @Test
    void whereNobodyIsLeftNobodyStays() {
        RetentionCurve ended = RetentionCurve.of(YEARS, List.of(Ratio.ONE, Ratio.ZERO, Ratio.ONE), Ratio.ONE);
        RetentionCurve survivors = RetentionCurve.ofSurvivors(YEARS, Ratio.ZERO, 5, 0, 0);

        assertThat(ended.survival(1)).isEqualTo(1);
        assertThat(ended.survival(2)).isZero();
        assertThat(ended.retention(3)).isEqualTo(Ratio.ZERO);
        assertThat(ended.survival(years(1.5))).isZero();
        assertThat(survivors.survival(7)).isZero();
    }

    @Test
    void churnIsTheRetentionThatItLeaves() {
        assertThat(RetentionCurve.constant(percent(3).lossPer(MONTHS)).survival(12))
                .isCloseTo(Math.pow(0.97, 12), within(1e-15));
        assertThat(RetentionCurve.constant(percent(3).lossPer(MONTHS))).hasToString("97% per month");
        assertThat(RetentionCurve.constant(percent(80), YEARS).unit()).isEqualTo(YEARS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80% per year", "63.1%, 74.2% then 85% per month", "0%, 100% then 0% per day"})
    void textReadsBack(String text) {
        RetentionCurve curve = RetentionCurve.parse(text);

        assertThat(curve).hasToString(text);
        assertThat(RetentionCurve.parse(curve.toString())).isEqualTo(curve).hasSameHashCodeAs(curve);
    }

    @Test
    void shortTextIsReadToo() {
        assertThat(RetentionCurve.parse("0.8/year")).isEqualTo(RetentionCurve.parse("80% per year"));
        assertThat(RetentionCurve.parse("80% per year")).isNotEqualTo(RetentionCurve.parse("80% per month"));
    }

    @Test
    void whatIsNoShareIsRefused() {
        refused(
                () -> RetentionCurve.of(YEARS, List.of(percent(60), percent(101)), percent(80)),
                "retention of period 2 must be between 0% and 100%, but was 101%");
        refused(
                () -> RetentionCurve.constant(percent(-1), YEARS),
                "retention of period 1 must be between 0% and 100%, but was -1%");
        refused(
                () -> RetentionCurve.ofSurvivors(YEARS, Ratio.ZERO, 10, 11),
                "survivors after period 1 must be between 0 and 10, those of the period before, but were 11");
        refused(
                () -> RetentionCurve.ofSurvivors(YEARS, Ratio.ZERO, 0),
                "survivors must begin with a positive count, but were 0");
        refused(
                () -> RetentionCurve.ofSurvivors(YEARS, Ratio.ZERO),
                "survivors must begin with a positive count, but were none");
        refused(() -> RetentionCurve.ofSurvival(YEARS, k -> 0.5), "survival after 0 periods must be 1, but was 0.5");
        refused(
                () -> RetentionCurve.ofSurvival(YEARS, k -> k == 0 ? 1 : Double.NaN)
                        .survival(3),
                "survival after 3 periods must be between 0 and 1, but was NaN");
        refused(
                () -> RetentionCurve.ofSurvival(YEARS, k -> k == 1 ? 0.5 : 1).survival(years(1.5)),
                "survival must never rise, but was 0.5 after 1 periods and 1.0 after 2");
    }

    @Test
    void otherMistakesAreNamed() {
        refused(
                () -> RetentionCurve.constant(percent(80), HOURS),
                "unit must be one of DAYS, WEEKS, MONTHS, YEARS, but was HOURS");
        refused(() -> CURVE.survival(-1), "periods must not be negative, but were -1");
        refused(() -> CURVE.retention(0), "period must be at least 1, but was 0");
        refused(
                () -> RetentionCurve.parse("80%"),
                "retention must name its period, as in '80% per year', but was '80%'");
        refused(() -> RetentionCurve.parse("most per year"), "ratio must be a number, but was 'most'");
    }
}
