package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static void assertRowRefused(double x, double last, double age, double weight, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tally.of(
                        new double[] {0, x},
                        new double[] {0, last},
                        new double[] {39, age},
                        new double[] {1, weight},
                        ChronoUnit.WEEKS))
                .withMessage("row 2: " + message);
    }

    @Test
    void badRowsAreRefusedNamingTheRowAndTheValue() {
        assertRowRefused(-1, 0, 39, 1, "x must be a whole number and not negative, but was -1.0");
        assertRowRefused(1.5, 3, 39, 1, "x must be a whole number and not negative, but was 1.5");
        assertRowRefused(Double.NaN, 0, 39, 1, "x must be a whole number and not negative, but was NaN");
        assertRowRefused(3e9, 3, 39, 1, "x must be a whole number and not negative, but was 3.0E9");
        assertRowRefused(2, 40, 39, 1, "t_x must be between 0 and T (39.0), but was 40.0");
        assertRowRefused(2, Double.NaN, 39, 1, "t_x must be between 0 and T (39.0), but was NaN");
        assertRowRefused(0, 3, 39, 1, "t_x must be 0 where x is 0, but was 3.0");
        assertRowRefused(2, 0, 39, 1, "t_x must be above 0 where x is above 0 (2), but was 0.0");
        assertRowRefused(2, 3, Double.POSITIVE_INFINITY, 1, "T must be finite and not negative, but was Infinity");
        assertRowRefused(0, 0, -1, 1, "T must be finite and not negative, but was -1.0");
        assertRowRefused(2, 3, 39, -2, "weight must be finite and not negative, but was -2.0");
        assertRowRefused(2, 3, 39, Double.NaN, "weight must be finite and not negative, but was NaN");
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Tally.of(new double[2], new double[2], new double[3], new double[2], ChronoUnit.WEEKS))
                .withMessage("columns must be of one length, but x had 2 rows, t_x 2, T 3 and the weight 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendTally.of(new double[2], new double[1], new double[2]))
                .withMessage("columns must be of one length, but x had 2 rows, the mean 1 and the weight 2");
    }

    @Test
    void rowsStandInOrderWhateverTheInput() {
        Tally tally = Tally.of(
                new double[] {5, 0, 2, 2, 0, 2},
                new double[] {30, 0, 20, 7, -0.0, 20},
                new double[] {39, 39, 39, 39, 39, 38},
                new double[] {1, 1, 1, 1, 1, 0},
                ChronoUnit.WEEKS);
        assertThat(tally.rows()).isEqualTo(4);
        assertThat(tally.weight(0)).isEqualTo(2);
        assertThat(new int[] {tally.x(0), tally.x(1), tally.x(2), tally.x(3)}).containsExactly(0, 2, 2, 5);
        assertThat(tally.last(1)).isEqualTo(7);
        assertThat(tally.last(2)).isEqualTo(20);
        assertThat(tally.moments()).isEqualTo(new Moments(5, 3, 9, 33, 195));
    }

    @Test
    void talliesOfTheSameUnitAddUp() {
        Tally some = Tally.of(new double[] {2}, new double[] {20}, new double[] {39}, ChronoUnit.WEEKS);
        Tally both = some.plus(some);
        assertThat(both.rows()).isEqualTo(1);
        assertThat(both.customers()).isEqualTo(2);
        Tally days = Tally.of(new double[] {2}, new double[] {20}, new double[] {39}, ChronoUnit.DAYS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> some.plus(days))
                .withMessage("tallies must be in the same unit, but were in WEEKS and DAYS");
    }

    @Test
    void customersWithoutSpendAreCounted() {
        SpendTally tally = SpendTally.of(
                new double[] {0, 2, 3, 1, 4}, new double[] {0, 10, 0, -5, 20}, new double[] {7, 1, 2, 3, 1});
        assertThat(tally.rows()).isEqualTo(2);
        assertThat(tally.customers()).isEqualTo(2);
        assertThat(tally.withoutPurchases()).isEqualTo(7);
        assertThat(tally.withoutSpend()).isEqualTo(5);
        assertThat(tally.correlation().orElseThrow()).isCloseTo(1, within(1e-15));
        assertThat(tally.currency()).isEmpty();
        assertThat(tally).hasToString("2 rows of 2.0 customers, 7.0 without purchases and 5.0 without spend left out");
        assertThat(SpendTally.of(new double[] {2, 2}, new double[] {10, 20}, new double[] {1, 1})
                        .correlation())
                .isEmpty();
    }

    @Test
    void badSpendIsRefusedNamingTheRowAndTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendTally.of(new double[] {-1}, new double[] {5}, new double[] {1}))
                .withMessage("row 1: x must be a whole number and not negative, but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendTally.of(new double[] {1}, new double[] {Double.NaN}, new double[] {1}))
                .withMessage("row 1: mean must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendTally.of(new double[] {1}, new double[] {5}, new double[] {-1}))
                .withMessage("row 1: weight must be finite and not negative, but was -1.0");
    }

    @Test
    void theGammaGammaDerivativesAreThoseOfItsLikelihood() {
        SpendTally tally =
                SpendTally.of(new double[] {1, 2, 30, 4}, new double[] {10, 25, 18, 3}, new double[] {1, 2, 1, 0.5});
        FitObjective objective = GammaGamma.family().objective(tally, FitOptions.defaults());
        double[] at = {2.5, 3, 20};
        Derivatives here = objective.at(at);
        GammaGamma model = GammaGamma.of(2.5, 3, 20);
        double sum = 0;
        for (int row = 0; row < tally.rows(); row++) {
            sum += tally.weight(row) * model.logLikelihood(tally.x(row), tally.mean(row));
        }
        assertThat(here.value()).isCloseTo(sum, within(1e-12));
        FitTest.assertDerivatives(objective, at, here);
    }
}
