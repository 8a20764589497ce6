package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    private static final Ratio LEVEL = Ratio.percent(90);

    @Property
    void holdsItsEndsAndWhatIsBetween(
            @ForAll(supplier = Draw.Rate.class) double a,
            @ForAll(supplier = Draw.Rate.class) double b,
            @ForAll(supplier = Draw.Rate.class) double value) {
        Assume.that(a <= b);
        Interval interval = new Interval(a, b, LEVEL, Interval.Of.MEAN);
        assertThat(interval.contains(a)).isTrue();
        assertThat(interval.contains(b)).isTrue();
        assertThat(interval.contains(value)).isEqualTo(a <= value && value <= b);
        assertThat(interval.width()).isEqualTo(b - a);
    }

    @Test
    void saysOfWhatItIs() {
        assertThat(Interval.Of.MEAN.label()).isEqualTo("mean");
        assertThat(Interval.Of.OUTCOME.label()).isEqualTo("outcome");
    }

    @Test
    void nothingIsInsideThatIsNoNumber() {
        assertThat(new Interval(0, 1, LEVEL, Interval.Of.OUTCOME).contains(Double.NaN))
                .isFalse();
    }

    @Test
    void endsOutOfOrderAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(7, 5, LEVEL, Interval.Of.MEAN))
                .withMessage("low must not be above high (5), but was 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%", "100%", "-5%", "9000%"})
    void certainAndImpossibleLevelsAreRefused(String level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, 1, Ratio.parse(level), Interval.Of.MEAN))
                .withMessage("level must be above 0% and below 100%, but was " + level);
    }

    @Test
    void aWidthBeyondADoubleIsRefused() {
        Interval interval = new Interval(-1e308, 1e308, LEVEL, Interval.Of.MEAN);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(interval::width)
                .withMessage("the width from -1E+308 to 1E+308 is beyond the range of a double");
    }
}
