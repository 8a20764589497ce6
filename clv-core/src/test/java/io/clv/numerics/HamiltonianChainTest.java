package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HamiltonianChainTest {

    private static final double[][] UNIT = {{1, 0}, {0, 1}};

    /** A normal about (2, -1) with correlation 0.8 and deviations 1 and 3. */
    private static double normal(double[] point, double[] gradient, double[][] hessian) {
        double x = point[0] - 2;
        double y = (point[1] + 1) / 3;
        gradient[0] = (x - 0.8 * y) / 0.36;
        gradient[1] = (y - 0.8 * x) / 0.36 / 3;
        return 0.5 * (x * x - 1.6 * x * y + y * y) / 0.36;
    }

    /** The second coordinate bends with the square of the first: E y = 0, Var y = 1.5, E x^2 y = 1. */
    private static double banana(double[] point, double[] gradient, double[][] hessian) {
        double x = point[0];
        double y = point[1] - 0.5 * (x * x - 1);
        gradient[0] = x - x * y;
        gradient[1] = y;
        return 0.5 * (x * x + y * y);
    }

    @Test
    void findsTheMomentsOfANormal() {
        HamiltonianChain chain = HamiltonianChain.draw(
                HamiltonianChainTest::normal, new double[2], new double[][] {{1, 2.4}, {2.4, 9}}, 20_000, 1);

        assertThat(chain.accepted()).isBetween(0.9, 1.0);
        holds(chain.mean(0), 2, 0.01);
        holds(chain.mean(1), -1, 0.03);
        holds(chain.covariance(0, 0), 1, 0.02);
        holds(chain.covariance(1, 1), 9, 0.2);
        holds(chain.covariance(0, 1), 2.4, 0.06);
    }

    @Test
    void followsABend() {
        HamiltonianChain chain = HamiltonianChain.draw(HamiltonianChainTest::banana, new double[2], UNIT, 20_000, 2);

        holds(chain.mean(0), 0, 0.03);
        holds(chain.mean(1), 0, 0.04);
        holds(chain.covariance(1, 1), 1.5, 0.08);
        holds(chain.mean(point -> point[0] * point[0] * point[1]), 1, 0.15);
    }

    /** An exponential, whose density ends at 0. */
    @Test
    void keepsWithinWhatHasADensity() {
        HamiltonianChain chain = HamiltonianChain.draw(
                (point, gradient, hessian) -> {
                    gradient[0] = 1;
                    return point[0] > 0 ? point[0] : Double.NaN;
                },
                new double[] {1},
                new double[][] {{1}},
                20_000,
                3);

        holds(chain.mean(0), 1, 0.05);
        holds(chain.mean(point -> Math.min(point[0], 0)), 0, 0.001);
    }

    /** Within three of its own errors, which are as small as they should be. */
    private static void holds(HamiltonianChain.Mean mean, double truth, double largestError) {
        assertThat(mean.error()).isLessThan(largestError);
        assertThat(Math.abs(mean.value() - truth)).isLessThanOrEqualTo(3 * mean.error());
    }
}
