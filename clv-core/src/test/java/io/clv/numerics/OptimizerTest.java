package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OptimizerTest {

    /** Rosenbrock's valley, minimum 0 at (1, 1). */
    private static double rosenbrock(double[] at, double[] gradient, double[][] hessian) {
        double x = at[0];
        double y = at[1];
        gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
        gradient[1] = 200 * (y - x * x);
        if (hessian.length > 0) {
            hessian[0][0] = 1200 * x * x - 400 * y + 2;
            hessian[0][1] = -400 * x;
            hessian[1][0] = -400 * x;
            hessian[1][1] = 200;
        }
        return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
    }

    @Test
    void newtonFindsTheEndOfTheValley() {
        Minimum end = TrustRegion.minimize(OptimizerTest::rosenbrock, new double[] {-1.2, 1});
        assertThat(end.settled()).isTrue();
        assertThat(end.evaluations()).isLessThan(40);
        assertThat(end.point()[0]).isCloseTo(1, within(1e-12));
        assertThat(end.point()[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void theQuasiNewtonMethodFindsItToo() {
        Minimum end = Lbfgs.minimize(OptimizerTest::rosenbrock, new double[] {-1.2, 1});
        assertThat(end.settled()).isTrue();
        assertThat(end.hessian()).isEmpty();
        assertThat(end.evaluations()).isLessThan(200);
        assertThat(end.point()[0]).isCloseTo(1, within(1e-7));
        assertThat(end.point()[1]).isCloseTo(1, within(1e-7));
    }

    /** Without a minimum: e^-x falls for ever. */
    private static double endless(double[] at, double[] gradient, double[][] hessian) {
        double value = Math.exp(-at[0]);
        gradient[0] = -value;
        if (hessian.length > 0) {
            hessian[0][0] = value;
        }
        return value;
    }

    @Test
    void aDescentWithoutEndIsGivenUpWhereItNoLongerPays() {
        for (Minimum end : new Minimum[] {
            TrustRegion.minimize(OptimizerTest::endless, new double[] {0}),
            Lbfgs.minimize(OptimizerTest::endless, new double[] {0})
        }) {
            assertThat(end.settled()).isTrue();
            assertThat(end.evaluations()).isLessThan(100);
            assertThat(end.value()).isLessThan(1e-12);
        }
    }

    /** A saddle at 0 where the gradient is 0 too; minima at x = -1 and x = 1. */
    private static double doubleWell(double[] at, double[] gradient, double[][] hessian) {
        double x = at[0];
        gradient[0] = 4 * x * (x * x - 1);
        hessian[0][0] = 12 * x * x - 4;
        return (x * x - 1) * (x * x - 1);
    }

    @Test
    void newtonLeavesWhereTheFunctionIsNotConvex() {
        Minimum end = TrustRegion.minimize(OptimizerTest::doubleWell, new double[] {0.01});
        assertThat(end.point()[0]).isCloseTo(1, within(1e-12));
    }

    /** Not defined below 0. */
    private static double logBarrier(double[] at, double[] gradient, double[][] hessian) {
        double x = at[0];
        gradient[0] = 1 - 1e-3 / x;
        if (hessian.length > 0) {
            hessian[0][0] = 1e-3 / (x * x);
        }
        return x - 1e-3 * Math.log(x);
    }

    @Test
    void pointsWhereTheFunctionIsNotDefinedAreAvoided() {
        assertThat(TrustRegion.minimize(OptimizerTest::logBarrier, new double[] {1})
                        .point()[0])
                .isCloseTo(1e-3, within(1e-12));
        assertThat(Lbfgs.minimize(OptimizerTest::logBarrier, new double[] {1}).point()[0])
                .isCloseTo(1e-3, within(1e-7));
    }

    /** The bound cuts the way off, and along it the valley's least is elsewhere. */
    @Test
    void newtonGoesAlongABoundThatItMeets() {
        double[] lower = {-2, -2};
        Minimum end =
                TrustRegion.minimize(OptimizerTest::rosenbrock, new double[] {-1.2, 1}, lower, new double[] {0.5, 3});
        assertThat(end.settled()).isTrue();
        assertThat(end.point()[0]).isEqualTo(0.5);
        assertThat(end.point()[1]).isCloseTo(0.25, within(1e-12));
        assertThat(end.evaluations()).isLessThan(40);
        Minimum corner =
                TrustRegion.minimize(OptimizerTest::rosenbrock, new double[] {-1.2, 1}, lower, new double[] {0.5, 0.1});
        assertThat(corner.settled()).isTrue();
        assertThat(corner.point()[1]).isEqualTo(0.1);
        // 400 x (x^2 - 0.1) = 2 (1 - x)
        double x = corner.point()[0];
        assertThat(400 * x * (x * x - 0.1) - 2 * (1 - x)).isCloseTo(0, within(1e-9));
    }

    /** A bound met on the way does not hold where the function falls away from it. */
    @Test
    void aBoundIsLeftAgain() {
        boolean[] met = {false};
        Objective watched = (at, gradient, hessian) -> {
            met[0] |= at[1] == 0.01;
            return rosenbrock(at, gradient, hessian);
        };
        double[] lower = {-2, 0.01};
        Minimum end = TrustRegion.minimize(watched, new double[] {-1.2, 1}, lower, new double[] {2, 3});
        assertThat(met[0]).isTrue();
        assertThat(end.point()[0]).isCloseTo(1, within(1e-12));
        assertThat(end.point()[1]).isCloseTo(1, within(1e-12));
        Minimum stuck =
                TrustRegion.minimize(OptimizerTest::endless, new double[] {0}, new double[] {-1}, new double[] {5});
        assertThat(stuck.point()[0]).isEqualTo(5);
        assertThat(stuck.settled()).isTrue();
    }

    @Test
    void theInverseOfAMatrixIsItsInverse() {
        double[][] matrix = {{4, 1, 1e-8}, {1, 3, 0}, {1e-8, 0, 1e-10}};
        double[][] inverse = SymmetricMatrix.decompose(matrix).inverse();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int k = 0; k < 3; k++) {
                    product += matrix[i][k] * inverse[k][j];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-7));
                assertThat(inverse[i][j]).isEqualTo(inverse[j][i]);
            }
        }
    }

    @Test
    void smallEigenvaluesKeepTheirDigits() {
        // D S D for D = diag(1, 1e-6), S = [[1, .5], [.5, 1]]: the smaller eigenvalue is 0.75e-12 to 12 digits
        SymmetricMatrix graded = SymmetricMatrix.decompose(new double[][] {{1, 0.5e-6}, {0.5e-6, 1e-12}});
        assertThat(graded.value(graded.smallest())).isCloseTo(0.75e-12, within(1e-23));
    }
}
