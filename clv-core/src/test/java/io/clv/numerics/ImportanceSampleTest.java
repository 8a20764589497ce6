package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportanceSampleTest {

    private static final double[][] UNIT = {{1, 0}, {0, 1}};

    /** A normal with correlation 0.8 and deviations 1 and 3. */
    private static double normal(double[] point, double[] gradient, double[][] hessian) {
        double x = point[0] - 2;
        double y = (point[1] + 1) / 3;
        gradient[0] = (x - 0.8 * y) / 0.36;
        gradient[1] = (y - 0.8 * x) / 0.36 / 3;
        fill(hessian, 1 / 0.36, -0.8 / 0.36 / 3, 1 / 0.36 / 9);
        return 0.5 * (x * x - 1.6 * x * y + y * y) / 0.36;
    }

    /** A banana: the second coordinate bends with the square of the first, so that E y = 0, Var y = 1 + 2 b^2. */
    private static double banana(double[] point, double[] gradient, double[][] hessian) {
        double x = point[0];
        double y = point[1] - 0.5 * (x * x - 1);
        gradient[0] = x - x * y;
        gradient[1] = y;
        fill(hessian, 1 - y + x * x, -x, 1);
        return 0.5 * (x * x + y * y);
    }

    /**
     * The first coordinate falls off as e^-u on its left and as e^(-u / 5) on its right; the second is normal about 0
     * where the first is at its mode, and about 2 far to the right, where it is narrow.
     */
    private static double longTail(double[] point, double[] gradient, double[][] hessian) {
        double x = point[0];
        double logistic = 1 / (1 + Math.exp(-x));
        double centre = 2 * logistic - 1;
        double slope = 2 * logistic * (1 - logistic);
        double bend = slope * (1 - 2 * logistic);
        double y = 4 * (point[1] - centre);
        gradient[0] = 1.2 * logistic - 1 - 4 * y * slope;
        gradient[1] = 4 * y;
        fill(hessian, 1.2 * logistic * (1 - logistic) + 16 * slope * slope - 4 * y * bend, -16 * slope, 16);
        return 1.2 * Math.log1p(Math.exp(x)) - x + 0.5 * y * y;
    }

    private static void fill(double[][] hessian, double first, double mixed, double second) {
        if (hessian.length > 0) {
            hessian[0][0] = first;
            hessian[0][1] = mixed;
            hessian[1][0] = mixed;
            hessian[1][1] = second;
        }
    }

    private static ImportanceSample draw(
            Objective minusLog, double[] mode, double[][] covariance, double enough, long seed) {
        return ImportanceSample.draw(
                minusLog, point -> -minusLog.at(point, new double[2], new double[0][]), mode, covariance, enough, seed);
    }

    private static double mean(ImportanceSample sample, int coordinate) {
        double sum = 0;
        for (int i = 0; i < sample.weights().length; i++) {
            sum += sample.weights()[i] * sample.points()[i][coordinate];
        }
        return sum;
    }

    private static double variance(ImportanceSample sample, int coordinate) {
        double mean = mean(sample, coordinate);
        double sum = 0;
        for (int i = 0; i < sample.weights().length; i++) {
            double off = sample.points()[i][coordinate] - mean;
            sum += sample.weights()[i] * off * off;
        }
        return sum;
    }

    @Test
    void findsTheMomentsOfANormal() {
        ImportanceSample sample = draw(ImportanceSampleTest::normal, new double[] {1, 1}, UNIT, 1000, 1);

        assertThat(sample.shape()).isLessThan(0.5);
        assertThat(sample.effectiveSize(0)).isGreaterThan(700);
        assertThat(mean(sample, 0)).isCloseTo(2, within(0.12));
        assertThat(mean(sample, 1)).isCloseTo(-1, within(0.36));
        assertThat(variance(sample, 0)).isCloseTo(1, within(0.15));
        assertThat(variance(sample, 1)).isCloseTo(9, within(1.4));
        assertThat(CompensatedSum.of(sample.weights())).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void followsABend(long seed) {
        ImportanceSample sample = draw(ImportanceSampleTest::banana, new double[] {0, -0.5}, UNIT, 1500, seed);

        assertThat(sample.shape()).isLessThanOrEqualTo(ImportanceSample.LARGEST_SHAPE);
        assertThat(mean(sample, 0)).isCloseTo(0, within(0.12));
        assertThat(mean(sample, 1)).isCloseTo(0, within(0.15));
        assertThat(variance(sample, 1)).isCloseTo(1.5, within(0.25));
    }

    /** By x = logit p, p of Beta(1, 0.2): the mean is digamma(1) - digamma(0.2), the variance the trigammas' sum. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheEndOfALongTail(long seed) {
        double[] mode = {Math.log(5), 2 / 1.2 - 1};

        ImportanceSample sample =
                draw(ImportanceSampleTest::longTail, mode, new double[][] {{6, 0}, {0, 0.0625}}, 500, seed);

        assertThat(sample.shape()).isLessThan(0.5);
        double error = Math.sqrt(27.912 / sample.effectiveSize(0));
        assertThat(sample.mean(0)).isCloseTo(4.7116, within(3 * error));
        assertThat(sample.variance(0)).isCloseTo(27.912, within(5.0));
    }

    @Test
    void saysSoWhereItsDrawsAreNotToBeTrusted() {
        // A start so narrow that the stages there are do not suffice to widen it.
        double[][] narrow = {{1e-20, 0}, {0, 1e-20}};
        ImportanceSample sample = draw(ImportanceSampleTest::normal, new double[] {1, 1}, narrow, 400, 1);

        assertThat(sample.shape()).isGreaterThan(ImportanceSample.LARGEST_SHAPE);
    }

    @Test
    void isTheSameForTheSameSeedAndOtherwiseNot() {
        ImportanceSample sample = draw(ImportanceSampleTest::banana, new double[] {0, 0}, UNIT, 400, 5);
        ImportanceSample again = draw(ImportanceSampleTest::banana, new double[] {0, 0}, UNIT, 400, 5);
        ImportanceSample other = draw(ImportanceSampleTest::banana, new double[] {0, 0}, UNIT, 400, 6);

        assertThat(again.points()).isDeepEqualTo(sample.points());
        assertThat(again.weights()).isEqualTo(sample.weights());
        assertThat(other.points()[0]).isNotEqualTo(sample.points()[0]);
        assertThat(sample.evaluations()).isBetween(sample.points().length + 10, sample.points().length + 100);
    }

    @Test
    void refusesADensityThatIsNowhereAboveZero() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> ImportanceSample.draw(
                        ImportanceSampleTest::normal,
                        point -> Double.NEGATIVE_INFINITY,
                        new double[] {2, -1},
                        UNIT,
                        400,
                        1))
                .withMessage("a density must be above 0 somewhere near its mode, but was not");
    }

    @Test
    void resamplesEachPointAsOftenAsItsWeightSays() {
        ImportanceSample sample =
                new ImportanceSample(new double[][] {{1}, {2}, {3}}, new double[] {0.5, 0.125, 0.375}, 0, 3);

        int[] counts = new int[3];
        Arrays.stream(sample.resampled(800, 9)).forEach(i -> counts[i]++);

        assertThat(counts).containsExactly(400, 100, 300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.2, 0.1, 0.5, 0.9})
    void readsTheShapeOfAParetoTail(double shape) {
        int n = 20_000;
        double[] tail = new double[n];
        for (int i = 0; i < n; i++) {
            double share = (i + 0.5) / n;
            tail[i] = Math.expm1(-shape * Math.log1p(-share)) / shape;
        }

        assertThat(ParetoTail.fit(tail).shape()).isCloseTo(shape, within(0.02));
    }

    @Test
    void smoothsTheLargestWeightsOnly() {
        double[] weights = new double[400];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.pow((i + 0.5) / weights.length, -0.8);
        }
        double[] smoothed = weights.clone();

        double shape = ParetoTail.smooth(smoothed);

        assertThat(shape).isCloseTo(0.8, within(0.1));
        assertThat(smoothed[0]).isLessThanOrEqualTo(weights[0]);
        assertThat(Arrays.copyOfRange(smoothed, 60, 400)).isEqualTo(Arrays.copyOfRange(weights, 60, 400));
        assertThat(smoothed).isNotEqualTo(weights);
    }
}
