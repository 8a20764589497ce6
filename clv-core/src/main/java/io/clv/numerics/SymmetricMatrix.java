package io.clv.numerics;

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub and Van Loan 8.5), which
 * keep small eigenvalues accurate. They serve the trust region, the covariance, and the diagnosis of what data do not
 * tell.
 */
public final class SymmetricMatrix {

    private static final int MAX_SWEEPS = 60;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricMatrix(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix symmetric and finite; it is not changed
     * @return its eigenvalues and eigenvectors
     */
    public static SymmetricMatrix decompose(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            boolean rotated = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotated |= rotate(a, v, p, q);
                }
            }
            if (!rotated) {
                break;
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricMatrix(values, v);
    }

    private static boolean rotate(double[][] a, double[][] v, int p, int q) {
        double off = a[p][q];
        if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q])) || off == 0) {
            return false;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * off);
        double t = Math.copySign(1 / (Math.abs(theta) + Math.hypot(theta, 1)), theta);
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        int n = a.length;
        for (int k = 0; k < n; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < n; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
        }
        for (int k = 0; k < n; k++) {
            double kp = v[k][p];
            double kq = v[k][q];
            v[k][p] = c * kp - s * kq;
            v[k][q] = s * kp + c * kq;
        }
        return true;
    }

    /**
     * The size.
     *
     * @return rows, and columns
     */
    public int size() {
        return values.length;
    }

    /**
     * An eigenvalue.
     *
     * @param i from 0; they are in no order
     * @return the eigenvalue
     */
    public double value(int i) {
        return values[i];
    }

    /**
     * The index of the smallest eigenvalue.
     *
     * @return from 0
     */
    public int smallest() {
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[at]) {
                at = i;
            }
        }
        return at;
    }

    /**
     * An eigenvector.
     *
     * @param i from 0
     * @return the vector of unit length that belongs to {@link #value}
     */
    public double[] vector(int i) {
        double[] vector = new double[values.length];
        for (int k = 0; k < vector.length; k++) {
            vector[k] = vectors[k][i];
        }
        return vector;
    }

    /**
     * The inverse.
     *
     * @return the inverse, symmetric to the last bit
     * @throws ArithmeticException if an eigenvalue is not positive
     */
    public double[][] inverse() {
        for (double value : values) {
            if (!(value > 0)) {
                throw new ArithmeticException("the matrix must be positive definite, but has eigenvalue " + value);
            }
        }
        return inverseAbove(0);
    }

    /**
     * The inverse of the matrix with its small eigenvalues raised.
     *
     * @param least what eigenvalues below it are taken for
     * @return the inverse, symmetric to the last bit
     */
    public double[][] inverseAbove(double least) {
        int n = values.length;
        double[][] inverse = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = Math.max(values[k], least);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    inverse[i][j] += vectors[i][k] * vectors[j][k] / value;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                inverse[i][j] = inverse[j][i];
            }
        }
        return inverse;
    }
}
