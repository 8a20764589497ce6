package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NumberBandsTest {

    @Test
    void aCutBelongsToTheBandThatItBegins() {
        NumberBands bands = NumberBands.of("age", 30, 45.5);
        assertThat(bands.label(Double.NEGATIVE_INFINITY)).isEqualTo("below 30");
        assertThat(bands.label(Math.nextDown(30.0))).isEqualTo("below 30");
        assertThat(bands.label(30)).isEqualTo("30 to 45.5");
        assertThat(bands.label(45.5)).isEqualTo("45.5 and above");
    }

    @Test
    void cutsKeepTheirDigitsSoThatNoTwoLookAlike() {
        NumberBands bands = NumberBands.of("share", 0, 0.001, 0.002, 1e6);
        assertThat(bands.label(0.0015)).isEqualTo("0.001 to 0.002");
        assertThat(bands.label(0)).isEqualTo("0 to 0.001");
        assertThat(bands.label(2e6)).isEqualTo("1000000 and above");
    }

    @Test
    void cutsAreFiniteAndAscend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberBands.of("age"))
                .withMessage("bands of 'age' need at least one cut, but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberBands.of("age", 30, 30))
                .withMessage("cuts of 'age' must be finite and ascending, but cut 2 was 30.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberBands.of("age", Double.NaN))
                .withMessage("cuts of 'age' must be finite and ascending, but cut 1 was NaN");
    }
}
