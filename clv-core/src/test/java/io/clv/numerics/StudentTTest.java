package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {

    @Test
    void oneAndTwoDegreesHaveClosedForms() {
        // tan(pi (p - 1/2)); (2p - 1) / sqrt(2 p (1 - p))
        assertThat(StudentT.quantile(0.95, 1)).isCloseTo(Math.tan(Math.PI * 0.45), within(1e-11));
        assertThat(StudentT.quantile(0.95, 2)).isCloseTo(0.9 / Math.sqrt(2 * 0.95 * 0.05), within(1e-12));
        assertThat(StudentT.quantile(0.5, 3)).isZero();
    }

    @Test
    void printedTables() {
        // Student's distribution in any table: t(.975; 10), t(.95; 5), t(.995; 30)
        assertThat(StudentT.quantile(0.975, 10)).isCloseTo(2.228, within(5e-4));
        assertThat(StudentT.quantile(0.95, 5)).isCloseTo(2.015, within(5e-4));
        assertThat(StudentT.quantile(0.995, 30)).isCloseTo(2.750, within(5e-4));
    }

    @Test
    void manyDegreesAreNormal() {
        assertThat(StudentT.quantile(0.95, 1e9)).isCloseTo(InverseNormal.at(0.95), within(1e-8));
    }
}
