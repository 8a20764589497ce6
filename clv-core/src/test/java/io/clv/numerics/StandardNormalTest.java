package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {

    /** From mpmath's ncdf to 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1.96, 0.9750021048517795637872",
        "-1.96, 0.02499789514822043621282",
        "3, 0.9986501019683699054733",
        "-5, 2.866515718791939116738e-7",
        "-8, 6.220960574271784123516e-16"
    })
    void probabilities(double z, double probability) {
        assertThat(StandardNormal.below(z)).isCloseTo(probability, within(1e-14 * probability));
    }

    @Test
    void quantilesLeadBack() {
        for (double p : new double[] {0.01, 0.1, 0.5, 0.9, 0.99}) {
            assertThat(StandardNormal.below(InverseNormal.at(p))).isCloseTo(p, within(1e-15));
        }
    }
}
