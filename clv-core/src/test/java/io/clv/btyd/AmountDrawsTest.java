package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.numerics.RandomStream;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts drawn of customers with a history, against their closed forms. */
class AmountDrawsTest {

    private static final double P = 6.25;
    private static final double Q = 9.5;
    private static final double V = 40;
    private static final GammaGamma MODEL = GammaGamma.of(P, Q, V);

    /** A model of which only the interface is known. */
    private static SpendModel own(SpendModel model) {
        return new SpendModel() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public Map<String, Double> parameters() {
                return model.parameters();
            }

            @Override
            public double logLikelihood(int x, double mean) {
                return model.logLikelihood(x, mean);
            }

            @Override
            public double expectedSpend(int x, double mean) {
                return model.expectedSpend(x, mean);
            }

            @Override
            public boolean hasFiniteMean() {
                return model.hasFiniteMean();
            }

            @Override
            public double[] simulate(long seed, long customer, int x, double mean, int purchases) {
                return model.simulate(seed, customer, x, mean, purchases);
            }
        };
    }

    /**
     * With 1/nu an inverse Gamma of shape a = q + p x and scale w = v + x z: {@code E[sum of n] = p n w / (a - 1)},
     * {@code E[sum^2] = p n (p n + 1) w^2 / ((a - 1) (a - 2))}, and of the sums of n and of m others {@code E[sum sum']
     * = p n p m w^2 / ((a - 1) (a - 2))}.
     */
    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 20, false", "12, 55, false", "0, 0, true", "12, 55, true"})
    void sumsHaveTheirMoments(int x, double mean, boolean own) {
        AmountDraws draws = AmountDraws.of(own ? own(MODEL) : MODEL);
        assertThat(draws).isInstanceOf(own ? SimulatedAmounts.class : GammaGammaDraws.class);
        double a = Q + P * x;
        double w = V + x * mean;
        double second = w * w / ((a - 1) * (a - 2));
        DrawMoments one = new DrawMoments();
        DrawMoments oneSquared = new DrawMoments();
        DrawMoments four = new DrawMoments();
        DrawMoments fourSquared = new DrawMoments();
        DrawMoments product = new DrawMoments();
        RandomStream random = RandomStream.of(0, 0);
        for (int customer = 0; customer < 40_000; customer++) {
            random.restart(29, customer);
            draws.customer(random, x, mean, 5);
            double amount = draws.sum(random, 1);
            double sum = draws.sum(random, 4);
            one.add(amount);
            oneSquared.add(amount * amount);
            four.add(sum);
            fourSquared.add(sum * sum);
            product.add(amount * sum);
        }
        one.assertMean("amount", MODEL.expectedSpend(x, mean));
        oneSquared.assertMean("its square", P * (P + 1) * second);
        four.assertMean("sum", 4 * MODEL.expectedSpend(x, mean));
        fourSquared.assertMean("its square", 4 * P * (4 * P + 1) * second);
        product.assertMean("product", 4 * P * P * second);
    }

    @Test
    void simulatedAmountsOfAKnownCustomerHaveHisMean() {
        DrawMoments amount = new DrawMoments();
        for (int customer = 0; customer < 20_000; customer++) {
            amount.add(Arrays.stream(MODEL.simulate(3, customer, 2, 50, 3)).sum());
        }
        amount.assertMean("three amounts", 3 * MODEL.expectedSpend(2, 50));
    }

    @Property
    void fewerAmountsAreTheBeginningOfMore(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 50) int x,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double mean,
            @ForAll @IntRange(max = 20) int purchases) {
        double[] amounts = MODEL.simulate(seed, 7, x, mean, 20);
        assertThat(amounts).hasSize(20);
        for (double amount : amounts) {
            assertThat(amount).isPositive().isFinite();
        }
        assertThat(MODEL.simulate(seed, 7, x, mean, purchases)).isEqualTo(Arrays.copyOf(amounts, purchases));
        assertThat(MODEL.simulate(seed, 7, purchases)).isEqualTo(MODEL.simulate(seed, 7, 0, 0, purchases));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.simulate(1, 1, -1, 5, 3))
                .withMessage("x must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.simulate(1, 1, 0, 5, 3))
                .withMessage("mean must be 0 where x is 0, but was 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.simulate(1, 1, 2, Double.NaN, 3))
                .withMessage("mean must be finite and above 0, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.simulate(1, 1, 2, 5, -3))
                .withMessage("purchases must not be negative, but was -3");
    }

    @Test
    void anAmountBeyondAllNumbersIsToldAndNotGiven() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> GammaGamma.of(6, 1e-5, 15).simulate(1, 1, 3))
                .withMessage("a simulated amount is beyond all numbers (p = 6.0, q = 1.0E-5, v = 15.0, x = 0)");
    }
}
