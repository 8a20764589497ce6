package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.numerics.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A short {@link CoverageStudy}: sixty bases of 150 customers. */
class CoverageTest {

    @Test
    void outcomeIntervalsHoldWhatComesAndThoseThatLeaveDoubtsOutDoNot() {
        CoverageStudy study = new CoverageStudy(BgNbd.family(), true, 777L);
        for (int base = 0; base < 60; base++) {
            study.run(base, 150);
        }

        assertThat(study.without()).isZero();
        double error = study.outcomeOfPurchases().error();
        assertThat(error).isBetween(0.038, 0.039);
        assertThat(study.outcomeOfPurchases().share()).isBetween(0.9 - 3 * error, 1.0);
        assertThat(study.outcomeOfValue().share()).isBetween(0.9 - 3 * error, 1.0);
        assertThat(study.plugInOfPurchases().share())
                .isLessThan(study.outcomeOfPurchases().share());
        assertThat(study.plugInOfValue().share())
                .isLessThan(study.outcomeOfValue().share());
        assertThat(study.meanOfPurchases().share()).isLessThan(0.9 - 3 * error);
        assertThat(study.customerPit().probability()).isGreaterThan(0.001);
        assertThat(study.toString()).contains("60 bases, 0 without intervals").contains("r~lognormal(0.5,0.5)");
    }

    @Test
    void transformsOfRightForecastsAreEquallyLikely() {
        RandomStream random = RandomStream.of(1, 1);
        PitHistogram right = new PitHistogram();
        PitHistogram narrow = new PitHistogram();
        double[] draws = new double[99];
        for (int i = 0; i < 2000; i++) {
            Arrays.setAll(draws, k -> Math.floor(3 * random.exponential()));
            right.add(Math.floor(3 * random.exponential()), draws, random);
            narrow.add(Math.floor(4 * random.exponential()), draws, random);
        }

        assertThat(right.probability()).isGreaterThan(0.01);
        assertThat(narrow.probability()).isLessThan(1e-6);
        assertThat(right.toString()).matches("(\\d+\\.\\d ){9}\\d+\\.\\d% by tenths, chi-square p \\d\\.\\d{3}");
    }
}
