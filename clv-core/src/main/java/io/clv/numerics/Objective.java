package io.clv.numerics;

/** A function to be minimised, with its derivatives. */
@FunctionalInterface
public interface Objective {

    /**
     * The value at a point; it may be infinite or NaN where the function is not defined, and the point is then avoided.
     *
     * @param point where; not to be changed
     * @param gradient receives the first derivatives
     * @param hessian receives the second derivatives, both triangles; empty (no rows) where they are not asked for
     * @return the value
     */
    double at(double[] point, double[] gradient, double[][] hessian);
}
