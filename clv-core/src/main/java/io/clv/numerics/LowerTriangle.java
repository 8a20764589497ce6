package io.clv.numerics;

/** The Cholesky factor of a small covariance matrix: what correlates independent draws, and undoes it. */
final class LowerTriangle {

    private final double[][] rows;
    private final double logDeterminant;

    private LowerTriangle(double[][] rows) {
        this.rows = rows;
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += Math.log(rows[i][i]);
        }
        logDeterminant = sum;
    }

    /** A scale times the factor of a covariance. */
    static LowerTriangle of(double[][] covariance, double scale) {
        int n = covariance.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= rows[i][k] * rows[j][k];
                }
                if (i > j) {
                    rows[i][j] = rest / rows[j][j];
                } else if (rest > 0) {
                    rows[i][i] = Math.sqrt(rest);
                } else {
                    throw new ArithmeticException("a covariance must be positive definite, but has pivot " + rest);
                }
            }
        }
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= scale;
            }
        }
        return new LowerTriangle(rows);
    }

    /** The log of the product of the diagonal. */
    double logDeterminant() {
        return logDeterminant;
    }

    /** {@code centre + L z}. */
    double[] from(double[] centre, double[] z) {
        double[] point = centre.clone();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                point[i] += rows[i][j] * z[j];
            }
        }
        return point;
    }

    /** The squared length of {@code L^-1 (point - centre)}. */
    double squaredDistance(double[] point, double[] centre) {
        double[] z = new double[rows.length];
        double square = 0;
        for (int i = 0; i < rows.length; i++) {
            double rest = point[i] - centre[i];
            for (int j = 0; j < i; j++) {
                rest -= rows[i][j] * z[j];
            }
            z[i] = rest / rows[i][i];
            square += z[i] * z[i];
        }
        return square;
    }
}
