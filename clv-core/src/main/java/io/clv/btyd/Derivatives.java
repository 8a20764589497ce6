package io.clv.btyd;

/**
 * A log-likelihood with its first and second derivatives by the model's parameters. Those of parts of the data add up,
 * so that parts may be evaluated elsewhere and merged.
 */
public final class Derivatives {

    private final double value;
    private final double[] gradient;
    private final double[][] hessian;

    private Derivatives(double value, double[] gradient, double[][] hessian) {
        this.value = value;
        this.gradient = gradient;
        this.hessian = hessian;
    }

    /**
     * Derivatives computed by a model of one's own.
     *
     * @param value the log-likelihood
     * @param gradient its first derivatives; copied
     * @param hessian its second derivatives, both triangles; copied; no rows where there are none
     * @return the derivatives
     * @throws IllegalArgumentException if the Hessian has another size than the gradient
     */
    public static Derivatives of(double value, double[] gradient, double[][] hessian) {
        int k = gradient.length;
        double[][] copy = new double[hessian.length][];
        for (int i = 0; i < hessian.length; i++) {
            if (hessian.length != k || hessian[i].length != k) {
                throw new IllegalArgumentException("the Hessian must have " + k + " rows and columns, but had "
                        + hessian.length + " rows, row " + (i + 1) + " with " + hessian[i].length + " columns");
            }
            copy[i] = hessian[i].clone();
        }
        return new Derivatives(value, gradient.clone(), copy);
    }

    static Derivatives owned(double value, double[] gradient, double[][] hessian) {
        return new Derivatives(value, gradient, hessian);
    }

    /**
     * How many parameters there are.
     *
     * @return the length of the gradient
     */
    public int parameters() {
        return gradient.length;
    }

    /**
     * The log-likelihood.
     *
     * @return the value
     */
    public double value() {
        return value;
    }

    /**
     * A first derivative.
     *
     * @param i the parameter, from 0
     * @return the derivative by it
     */
    public double gradient(int i) {
        return gradient[i];
    }

    /**
     * Whether second derivatives were computed.
     *
     * @return false if the optimiser must do without
     */
    public boolean hasHessian() {
        return hessian.length > 0;
    }

    /**
     * A second derivative.
     *
     * @param i a parameter, from 0
     * @param j a parameter, from 0
     * @return the derivative by both
     */
    public double hessian(int i, int j) {
        return hessian[i][j];
    }

    /**
     * The derivatives over this part of the data and another.
     *
     * @param other the other part's, of the same model at the same parameters
     * @return the sums of both; without second derivatives if either has none
     * @throws IllegalArgumentException if the numbers of parameters differ
     */
    public Derivatives plus(Derivatives other) {
        int k = gradient.length;
        if (other.gradient.length != k) {
            throw new IllegalArgumentException(
                    "derivatives must be by the same parameters, but were by " + k + " and " + other.gradient.length);
        }
        boolean both = hasHessian() && other.hasHessian();
        double[] g = new double[k];
        double[][] h = new double[both ? k : 0][k];
        for (int i = 0; i < k; i++) {
            g[i] = gradient[i] + other.gradient[i];
            for (int j = 0; both && j < k; j++) {
                h[i][j] = hessian[i][j] + other.hessian[i][j];
            }
        }
        return new Derivatives(value + other.value, g, h);
    }

    @Override
    public String toString() {
        return "log-likelihood " + value + " by " + gradient.length + " parameters";
    }
}
