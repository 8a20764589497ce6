package io.clv.btyd;

import io.clv.numerics.Objective;

/** An objective whose second derivatives, if it has none of its own, are differences of the first. */
record DifferencedObjective(Objective objective) implements Objective {

    @Override
    public double at(double[] point, double[] gradient, double[][] hessian) {
        double value = objective.at(point, gradient, new double[0][]);
        if (hessian.length > 0 && Double.isFinite(value)) {
            double[][] differences = Differences.hessian(objective, point);
            for (int i = 0; i < hessian.length; i++) {
                System.arraycopy(differences[i], 0, hessian[i], 0, hessian.length);
            }
        }
        return value;
    }
}
