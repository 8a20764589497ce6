package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({
        "80%, 0.8, 80%",
        "0.8, 0.8, 80%",
        "' 80 % ', 0.8, 80%",
        "0.7%, 0.007, 0.7%",
        "2.5e1%, 0.25, 25%",
        "-5%, -0.05, -5%",
        "12, 12, 1200%",
        "٨٠%, 0.8, 80%",
        "1e-300, 1e-300, 1E-298%",
        "1e-33, 1e-33, 0.0000000000000000000000000000001%",
        "1e-34, 1e-34, 1E-32%",
        "1.234567890123456e-18, 1.234567890123456e-18, 0.0000000000000001234567890123456%",
        "1e27, 1e27, 100000000000000000000000000000%",
        "1e28, 1e28, 1E+30%",
        "1e300, 1e300, 1E+302%",
    })
    void readsPercentagesAndDecimals(String text, double value, String shown) {
        assertThat(Ratio.parse(text).value()).isEqualTo(value);
        assertThat(Ratio.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "abc", "80%%", "80 percent", "NaN", "0,8"})
    void otherTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.parse(" " + text))
                .withMessage("ratio must be a number, but was '" + text + "'");
    }

    @Property
    void aPercentageIsTheDecimalThatWasMeant(@ForAll int thousandths) {
        assertThat(Ratio.percent(thousandths / 1000.0).value()).isEqualTo(thousandths / 100000.0);
    }

    @Property
    void theComplementIsWhatIsLeftOfTheWhole(@ForAll(supplier = Draw.Rate.class) double value) {
        assertThat(Ratio.of(value).complement().value()).isEqualTo(1 - value);
    }

    @Test
    void constantsAreNothingAndTheWhole() {
        assertThat(Ratio.ZERO).isEqualTo(Ratio.percent(0)).isEqualTo(Ratio.ONE.complement());
        assertThat(Ratio.ONE).isEqualTo(Ratio.percent(100)).isEqualTo(Ratio.ZERO.complement());
    }

    @Property
    void orderIsThatOfTheNumbers(
            @ForAll(supplier = Draw.AnyDouble.class) double a, @ForAll(supplier = Draw.AnyDouble.class) double b) {
        assertThat(Integer.signum(Ratio.of(a).compareTo(Ratio.of(b)))).isEqualTo(Double.compare(a + 0.0, b + 0.0));
    }

    @Test
    void becomesARateByNamingAUnit() {
        assertThat(Ratio.percent(3).lossPer(ChronoUnit.MONTHS)).isEqualTo(LossRate.of(0.03, ChronoUnit.MONTHS));
        assertThat(Ratio.percent(1).growthPer(ChronoUnit.MONTHS)).isEqualTo(GrowthRate.of(0.01, ChronoUnit.MONTHS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.percent(120).lossPer(ChronoUnit.MONTHS))
                .withMessage("loss rate must be between 0% and 100% per month, but was 120%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.percent(-100).growthPer(ChronoUnit.YEARS))
                .withMessage("growth rate must be above -100% per year, but was -100%");
    }
}
