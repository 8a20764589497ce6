package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuadratureTest {

    @Test
    void aRuleIsExactForPolynomialsOfTwiceItsSize() {
        for (GaussLegendre rule :
                new GaussLegendre[] {GaussLegendre.eight(), GaussLegendre.sixteen(), GaussLegendre.thirtyTwo()}) {
            for (int degree = 0; degree < 2 * rule.size(); degree++) {
                double sum = 0;
                for (int i = 0; i < rule.size(); i++) {
                    sum += rule.weight(i) * Math.pow(rule.node(i), degree);
                }
                assertThat(sum)
                        .as(rule.size() + " nodes, degree " + degree)
                        .isCloseTo(1.0 / (degree + 1), within(2e-15));
            }
        }
    }

    @Test
    void gaussAndKronrodFollowANarrowPeak() {
        // of 1 / (e^2 + x^2) from -1 to 1: 2 atan(1/e) / e
        double width = 1e-4;
        double actual =
                GaussKronrod.integrate((x, e, b, c, d, f, g) -> 1 / (e * e + x * x), -1, 1, 1e-8, width, 0, 0, 0, 0, 0);
        assertThat(actual).isCloseTo(2 * Math.atan(1 / width) / width, within(1e-8));
    }

    @Test
    void logConcaveIntegralsAreThoseOfTheGammaFunction() {
        // of e^(s x - e^x) over all x: Gamma(s)
        LogConcave.Exponent gamma = (x, s, b, c, d, e) -> s * x - Math.exp(x);
        for (double s : new double[] {1e-3, 0.5, 1, 7.5, 1e3, 1e5}) {
            double expected = GammaFunctions.logGamma(s);
            for (double start : new double[] {-30, 0, 5}) {
                double actual = LogConcave.logIntegral(gamma, start, Double.POSITIVE_INFINITY, s, 0, 0, 0, 0);
                assertThat(actual)
                        .as("s = %s from %s", s, start)
                        .isCloseTo(expected, within(2e-13 * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void logConcaveIntegralsStopAtTheirEnd() {
        LogConcave.Exponent exponential = (x, rate, b, c, d, e) -> rate * x;
        assertThat(LogConcave.logIntegral(exponential, -3, 2, 5, 0, 0, 0, 0))
                .isCloseTo(10 - Math.log(5), within(1e-13));
    }

    @Test
    void aCompensatedSumKeepsWhatAPlainOneLoses() {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum part = new CompensatedSum();
        sum.add(1);
        for (int i = 0; i < 10_000_000; i++) {
            part.add(1e-17);
        }
        sum.add(1e100);
        sum.add(part);
        sum.add(-1e100);
        assertThat(sum.value()).isCloseTo(1 + 1e-10, within(1e-15));
    }
}
