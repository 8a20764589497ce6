package io.clv.spark;

import io.clv.btyd.Derivatives;
import io.clv.btyd.FitObjective;
import io.clv.btyd.Moments;
import org.apache.spark.api.java.JavaRDD;

/** A likelihood that is evaluated where the rows are and added up in a tree; the optimiser sits on the driver. */
final class SummedObjective implements FitObjective {

    /** Two levels: partitions are merged on the executors before the driver sees them. */
    private static final int DEPTH = 2;

    private final JavaRDD<WeightedRows> parts;
    private final Likelihood likelihood;
    private final Moments moments;

    SummedObjective(JavaRDD<WeightedRows> parts, Likelihood likelihood) {
        this.parts = parts;
        this.likelihood = likelihood;
        ExactlyAdded sums = parts.treeAggregate(
                new ExactlyAdded(),
                (all, part) -> {
                    Moments own = part.objective(likelihood).moments();
                    return all.add(own.customers(), own.returned(), own.x(), own.squares(), own.scale());
                },
                ExactlyAdded::add,
                DEPTH);
        moments = sums.size() == 0
                ? new Moments(0, 0, 0, 0, 0)
                : new Moments(sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4));
    }

    @Override
    public Moments moments() {
        return moments;
    }

    @Override
    public Derivatives at(double[] parameters) {
        double[] sent = parameters.clone();
        Likelihood own = likelihood;
        ExactlyAdded sums = parts.treeAggregate(
                new ExactlyAdded(),
                (all, part) -> all.add(flat(part.objective(own).at(sent))),
                ExactlyAdded::add,
                DEPTH);
        return derivatives(sums, sent.length);
    }

    /** Value, gradient, and where there are second derivatives the upper triangle of the Hessian. */
    private static double[] flat(Derivatives derivatives) {
        int k = derivatives.parameters();
        double[] flat = new double[1 + k + (derivatives.hasHessian() ? k * (k + 1) / 2 : 0)];
        flat[0] = derivatives.value();
        int at = 1;
        for (int i = 0; i < k; i++) {
            flat[at++] = derivatives.gradient(i);
        }
        for (int i = 0; i < k && derivatives.hasHessian(); i++) {
            for (int j = i; j < k; j++) {
                flat[at++] = derivatives.hessian(i, j);
            }
        }
        return flat;
    }

    private static Derivatives derivatives(ExactlyAdded sums, int k) {
        double[] gradient = new double[k];
        double[][] hessian = new double[sums.size() > 1 + k ? k : 0][k];
        int at = 1;
        for (int i = 0; i < k; i++) {
            gradient[i] = sums.get(at++);
        }
        for (int i = 0; i < hessian.length; i++) {
            for (int j = i; j < k; j++) {
                hessian[i][j] = sums.get(at++);
                hessian[j][i] = hessian[i][j];
            }
        }
        return Derivatives.of(sums.get(0), gradient, hessian);
    }
}
