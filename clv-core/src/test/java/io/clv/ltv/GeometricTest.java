package io.clv.ltv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class GeometricTest {

    private static final Percentage ACCURACY = Percentage.withPercentage(1e-12);

    @Property(tries = 300)
    void sumsAreThoseOfTheirTerms(
            @ForAll @Scale(9) @DoubleRange(min = -2, max = 0.1) double lambda,
            @ForAll @IntRange(min = 2, max = 200) int n) {
        double level = 0;
        double linear = 0;
        for (int k = 0; k < n; k++) {
            level += Math.exp(lambda * k);
            linear += k * Math.exp(lambda * k);
        }

        assertThat(Geometric.sum(lambda, n)).isCloseTo(level, ACCURACY);
        assertThat(Geometric.linearSum(lambda, n)).isCloseTo(linear, ACCURACY);
    }

    /** Where (1 - q^n)/(1 - q) and the textbook's linear form cancel to nothing. */
    @Property(tries = 300)
    void nearOneNothingCancels(
            @ForAll @Scale(9) @DoubleRange(min = -1e-6, max = 1e-6) double lambda,
            @ForAll @IntRange(min = 2, max = 300) int n) {
        // sum k^m for m = 0..3, as e^(lambda k) = 1 + lambda k + (lambda k)^2/2 up to 1e-11.
        double[] powers = new double[5];
        for (int k = 0; k < n; k++) {
            for (int m = 0; m < powers.length; m++) {
                powers[m] += Math.pow(k, m);
            }
        }
        double level = powers[0] + lambda * powers[1] + lambda * lambda / 2 * powers[2];
        double linear = powers[1] + lambda * powers[2] + lambda * lambda / 2 * powers[3];

        assertThat(Geometric.sum(lambda, n)).isCloseTo(level, Percentage.withPercentage(1e-8));
        assertThat(Geometric.linearSum(lambda, n)).isCloseTo(linear, Percentage.withPercentage(1e-8));
    }

    @Test
    void endlessSumsAreThoseOfTheTextbook() {
        MathContext digits = new MathContext(40);
        BigDecimal q = BigDecimal.valueOf(Math.exp(-0.001));
        BigDecimal complement = BigDecimal.ONE.subtract(q);

        assertThat(Geometric.sum(-0.001, Double.POSITIVE_INFINITY))
                .isCloseTo(BigDecimal.ONE.divide(complement, digits).doubleValue(), Percentage.withPercentage(1e-10));
        assertThat(Geometric.linearSum(-0.001, Double.POSITIVE_INFINITY))
                .isCloseTo(
                        q.divide(complement.multiply(complement), digits).doubleValue(),
                        Percentage.withPercentage(1e-10));
    }

    @Test
    void nothingAddsUpToNothing() {
        assertThat(Geometric.sum(-1, 0)).isZero();
        assertThat(Geometric.linearSum(-1, 1)).isZero();
        assertThat(Geometric.sum(0, 7)).isEqualTo(7);
        assertThat(Geometric.sum(Double.NEGATIVE_INFINITY, 5)).isEqualTo(1);
        assertThat(Geometric.linearSum(Double.NEGATIVE_INFINITY, 5)).isZero();
    }
}
