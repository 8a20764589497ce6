package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GammaGammaTest {

    private static final GammaGamma MODEL = GammaGamma.of(6.25, 3.74, 15.44);

    @Test
    void expectedSpendLiesBetweenTheCustomersMeanAndThePopulations() {
        double population = MODEL.expectedSpendOfNewCustomer();
        assertThat(population).isCloseTo(6.25 * 15.44 / 2.74, within(1e-12));
        assertThat(MODEL.expectedSpend(2, 22.345)).isBetween(22.345, population).isCloseTo(24.65, within(0.01));
        assertThat(MODEL.expectedSpend(1000, 22.345)).isCloseTo(22.345, within(0.01));
        assertThat(MODEL.expectedSpend(0, 0)).isEqualTo(population);
    }

    @Test
    void theLikelihoodIsADensity() {
        double step = 1e-3;
        double sum = 0;
        for (double y = -12; y < 16; y += step) {
            double mean = Math.exp(y);
            sum += mean * Math.exp(MODEL.logLikelihood(3, mean));
        }
        assertThat(sum * step).isCloseTo(1, within(1e-9));
    }

    @Test
    void aHeavyTailIsDiagnosedAndNeverNegative() {
        GammaGamma heavy = GammaGamma.of(0.5, 0.4, 10);
        assertThat(heavy.hasFiniteMean()).isFalse();
        assertThat(MODEL.hasFiniteMean()).isTrue();
        assertThatThrownBy(heavy::expectedSpendOfNewCustomer)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("expected spend is infinite: p x + q must be above 1, but was 0.4"
                        + " (p = 0.5, q = 0.4, x = 0)");
        assertThatThrownBy(() -> heavy.expectedSpend(1, 5))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("expected spend is infinite: p x + q must be above 1, but was 0.9"
                        + " (p = 0.5, q = 0.4, x = 1)");
        assertThat(heavy.expectedSpend(2, 5)).isCloseTo(0.5 * 20 / 0.4, within(1e-12));
    }

    @Test
    void simulatedAmountsHaveTheMeanOfTheModel() {
        GammaGamma model = GammaGamma.of(6.25, 8, 15.44);
        int customers = 20_000;
        double sum = 0;
        for (int customer = 0; customer < customers; customer++) {
            double[] amounts = model.simulate(5, customer, 3);
            assertThat(amounts).hasSize(3);
            sum += amounts[0] + amounts[1] + amounts[2];
        }
        double mean = model.expectedSpendOfNewCustomer();
        assertThat(sum / (3 * customers)).isCloseTo(mean, within(4 * mean * 0.6 / Math.sqrt(customers)));
        assertThat(model.simulate(5, 1, 3)).isEqualTo(model.simulate(5, 1, 3));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.logLikelihood(0, 5))
                .withMessage("x must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.logLikelihood(1, 0))
                .withMessage("mean must be finite and above 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.expectedSpend(-1, 5))
                .withMessage("x must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.expectedSpend(0, 5))
                .withMessage("mean must be 0 where x is 0, but was 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.expectedSpend(1, Double.NaN))
                .withMessage("mean must be finite and above 0, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.simulate(1, 1, -1))
                .withMessage("purchases must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GammaGamma.of(1, 0, 1))
                .withMessage("q must be finite and above 0, but was 0.0");
    }

    @Test
    void aModelIsAValue() {
        assertThat(MODEL)
                .isEqualTo(GammaGamma.of(6.25, 3.74, 15.44))
                .hasSameHashCodeAs(GammaGamma.of(6.25, 3.74, 15.44))
                .isNotEqualTo(GammaGamma.of(6.25, 3.74, 15.45))
                .hasToString("gamma-gamma{p=6.25, q=3.74, v=15.44}");
        assertThat(MODEL.name()).isEqualTo("gamma-gamma");
    }
}
