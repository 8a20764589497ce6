package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.junit.jupiter.api.Test;

class BetaQuantileTest {

    /** {@code I(x; 1/2, 1/2) = 2/pi asin sqrt x}. */
    @Property(tries = 200)
    void theArcSine(@ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        double sine = Math.sin(Math.PI / 2 * p);
        assertThat(BetaQuantile.at(p, 0.5, 0.5)).isCloseTo(sine * sine, within(1e-13));
    }

    /** {@code I(x; a, 1) = x^a} and {@code I(x; 1, b) = 1 - (1 - x)^b}. */
    @Property(tries = 200)
    void powers(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 0.01, max = 500) double a) {
        assertThat(BetaQuantile.at(p, a, 1)).isCloseTo(Math.pow(p, 1 / a), within(1e-12));
        assertThat(BetaQuantile.at(p, 1, a)).isCloseTo(-Math.expm1(Math.log1p(-p) / a), within(1e-12));
    }

    @Property(tries = 200)
    void theProbabilityComesBack(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 0.5, max = 2000) double a,
            @ForAll @DoubleRange(min = 0.5, max = 2000) double b) {
        assertThat(RegularizedBeta.value(BetaQuantile.at(p, a, b), a, b)).isCloseTo(p, within(1e-10));
    }

    @Test
    void theEnds() {
        assertThat(BetaQuantile.at(0, 2, 3)).isZero();
        assertThat(BetaQuantile.at(1, 2, 3)).isOne();
        // SciPy 1.x: beta.ppf([.05, .95], 60.5, 40.5)
        assertThat(BetaQuantile.at(0.05, 60.5, 40.5)).isCloseTo(0.51803059, within(1e-8));
        assertThat(BetaQuantile.at(0.95, 60.5, 40.5)).isCloseTo(0.67774835, within(1e-8));
        // Nearly all at 0: far below what a fixed number of decimals would show.
        assertThat(BetaQuantile.at(0.05, 0.02, 1)).isCloseTo(Math.pow(0.05, 50), within(1e-70));
    }
}
