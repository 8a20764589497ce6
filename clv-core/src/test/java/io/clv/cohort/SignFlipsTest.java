package io.clv.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignFlipsTest {

    private static double p(double... differences) {
        return new SignFlips(differences).pValue(1);
    }

    @Test
    void goesThroughFewAssignments() {
        assertThat(p()).isEqualTo(1);
        assertThat(p(0, 0)).isEqualTo(1);
        assertThat(p(7)).isEqualTo(1);
        // All of 8 sums: 3, 1 (three times), -1 (three times), -3.
        assertThat(p(1, 1, 1)).isEqualTo(2 / 8.0);
        assertThat(p(1, 1, -1)).isEqualTo(1);
        // 6, 4, 2, 0 and their negatives: at least 4 have +-6, +-4.
        assertThat(p(3, 2, -1)).isEqualTo(4 / 8.0);
        assertThat(p(0.1, 0.2, 0.3)).as("equal but for rounding").isEqualTo(2 / 8.0);
    }

    /** Signs of equal differences are throws of a coin: 60 heads of 100, 2 P(B(100, 1/2) >= 60) = .05689. */
    @Test
    void drawsFromManyAssignments() {
        double[] differences = new double[100];
        Arrays.fill(differences, 0, 60, 1);
        Arrays.fill(differences, 60, 100, -1);

        assertThat(p(differences)).isCloseTo(0.05689, within(3 * Math.sqrt(0.0569 * 0.943 / 9999)));
        assertThat(new SignFlips(differences).pValue(2)).isNotEqualTo(p(differences));
        assertThat(new SignFlips(differences).description(2)).isEqualTo("9,999 draws, seed 2");
        assertThat(new SignFlips(new double[] {1, 2}).description(2)).isEqualTo("all 4 assignments");
    }

    /** Differences 1 to 40 with the first 13 negative: sum 638, variance 22,140; the normal limit is close. */
    @Test
    void drawsSignsOfDistinctDifferences() {
        double[] differences = new double[40];
        for (int i = 0; i < 40; i++) {
            differences[i] = i < 13 ? -(i + 1) : i + 1;
        }

        assertThat(p(differences)).isLessThan(0.0005);
        differences[39] = -40;
        differences[38] = -39;
        differences[37] = -38;
        // 638 - 2 (40 + 39 + 38) = 404; 404 / sqrt(22140) = 2.715, p .0066
        assertThat(p(differences)).isCloseTo(0.0066, within(0.003));
    }

    @Test
    void doesNotDependOnTheOrder() {
        double[] differences = new double[30];
        for (int i = 0; i < 30; i++) {
            differences[i] = i % 7 - 2.5;
        }
        double[] reversed = new double[30];
        for (int i = 0; i < 30; i++) {
            reversed[i] = differences[29 - i];
        }

        assertThat(p(reversed)).isEqualTo(p(differences));
    }

    @Test
    void neverSaysNever() {
        double[] same = new double[1000];
        Arrays.fill(same, 1);

        assertThat(p(same)).isEqualTo(1 / 10_000.0);
    }
}
