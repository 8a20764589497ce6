package io.clv.btyd;

import java.util.List;

/**
 * What a fit needs to know of the data: the log-likelihood at given parameters with its derivatives, and a few moments.
 * It need not be computed here: objectives of parts of the data, wherever they live, add up to one of the whole
 * ({@link #sum}).
 */
public interface FitObjective {

    /**
     * The moments of the data.
     *
     * @return the sums over all customers
     */
    Moments moments();

    /**
     * The log-likelihood of the data.
     *
     * @param parameters the model's parameters in their conventional order, all positive; not to be changed or kept
     * @return the value with its derivatives by them
     */
    Derivatives at(double[] parameters);

    /**
     * The objective of data in parts, which are evaluated one after the other, in order.
     *
     * @param parts the objectives of the parts
     * @return the objective of the whole
     * @throws IllegalArgumentException if there is no part
     */
    static FitObjective sum(List<? extends FitObjective> parts) {
        List<FitObjective> copy = List.copyOf(parts);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("an objective must have at least one part, but had none");
        }
        return new FitObjective() {
            @Override
            public Moments moments() {
                return copy.stream().map(FitObjective::moments).reduce(Moments.NONE, Moments::plus);
            }

            @Override
            public Derivatives at(double[] parameters) {
                Derivatives sum = copy.get(0).at(parameters);
                for (FitObjective part : copy.subList(1, copy.size())) {
                    sum = sum.plus(part.at(parameters));
                }
                return sum;
            }
        };
    }
}
