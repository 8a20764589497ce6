package io.clv.btyd;

import io.clv.numerics.CompensatedSum;

/** Adds up a block of rows: the value compensated, the upper triangle of the Hessian only. */
final class DerivativeSum {

    private final int size;
    final CompensatedSum value = new CompensatedSum();
    final double[] gradient;
    /** Row by row, {@code hessian[i * size + j]} for i not above j. */
    final double[] hessian;

    DerivativeSum(int size) {
        this.size = size;
        gradient = new double[size];
        hessian = new double[size * size];
    }

    void add(DerivativeSum other) {
        value.add(other.value);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += other.gradient[i];
        }
        for (int i = 0; i < hessian.length; i++) {
            hessian[i] += other.hessian[i];
        }
    }

    Derivatives derivatives() {
        double[][] full = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                full[i][j] = hessian[i * size + j];
                full[j][i] = full[i][j];
            }
        }
        return Derivatives.owned(value.value(), gradient.clone(), full);
    }
}
