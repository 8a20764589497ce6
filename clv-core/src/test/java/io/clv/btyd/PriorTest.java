package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorTest {

    private static final Prior KNOWN = Prior.WEAK.with("r", 0.5, 0.7).with("alpha", 10, 1.0 / 3);

    @Test
    void hasATextThatReadsBack() {
        assertThat(Prior.NONE).hasToString("none");
        assertThat(Prior.WEAK).hasToString("weak");
        assertThat(KNOWN).hasToString("weak r~lognormal(0.5,0.7) alpha~lognormal(10.0,0.3333333333333333)");
        for (Prior prior : new Prior[] {Prior.NONE, Prior.WEAK, KNOWN}) {
            assertThat(Prior.parse(prior.label())).isEqualTo(prior).hasSameHashCodeAs(prior);
        }
    }

    @Test
    void isWeakForTheParametersThatAreNotNamed() {
        assertThat(KNOWN.of("alpha", 33)).contains(new Prior.LogNormal(10, 1.0 / 3));
        assertThat(KNOWN.of("b", 33)).contains(new Prior.LogNormal(33, 3));
        assertThat(Prior.NONE.of("b", 33)).isEmpty();
        assertThat(Prior.NONE.with("r", 1, 1).isProper()).isTrue();
        assertThat(Prior.NONE.isProper()).isFalse();
        assertThat(KNOWN.given()).containsOnlyKeys("r", "alpha");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "strong|prior must be none, or weak and what is known of parameters, as in 'weak"
                        + " r~lognormal(0.5,0.7)', but was 'strong'",
                "weak r=1|prior of a parameter must be as in r~lognormal(0.5,0.7), but was 'r=1'",
                "weak r~lognormal(a,1)|prior must hold numbers, but was 'a'",
                "weak r~lognormal(0,1)|median must be finite and above 0, but was 0.0",
                "weak r~lognormal(1,-1)|deviation must be finite and above 0, but was -1.0",
                "weak r~lognormal(1,1) r~lognormal(2,1)|prior of r was already set to lognormal(1.0,1.0)"
            })
    void refusesAnotherText(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Prior.parse(text)).withMessage(message);
    }

    @Test
    void refusesANameThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prior.WEAK.with("a b", 1, 1))
                .withMessage("parameter must be a name, but was 'a b'");
    }
}
