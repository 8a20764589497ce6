package io.clv.numerics;

/**
 * Where a minimisation ended.
 *
 * @param point the best point
 * @param value the value there
 * @param gradient the first derivatives there
 * @param hessian the second derivatives there; no rows if the method used none
 * @param evaluations how often the function was evaluated
 * @param settled whether the end met the tolerance, and not the limit on evaluations
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, inside the library
public record Minimum(
        double[] point, double value, double[] gradient, double[][] hessian, int evaluations, boolean settled) {}
