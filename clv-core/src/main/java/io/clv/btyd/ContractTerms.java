package io.clv.btyd;

/**
 * The likelihood of contracts: ln S(n) of those who have made n renewals and are still there, ln [S(n) (1 - r(n + 1))]
 * of those who left at the next; by alpha and beta, and by c where it is not held at 1.
 */
final class ContractTerms implements RowTerms {

    private final Survivors survivors;
    private final int parameters;

    private ContractTerms(Survivors survivors, int parameters) {
        this.survivors = survivors;
        this.parameters = parameters;
    }

    static FitObjective objective(Survivors survivors, int parameters, FitOptions options) {
        return new BlockObjective(
                survivors.moments(),
                parameters,
                survivors.rows(),
                new ContractTerms(survivors, parameters),
                options.parallelism());
    }

    @Override
    public void add(double[] values, int from, int to, DerivativeSum sum) {
        BetaDiscreteWeibull model = BetaDiscreteWeibull.of(values[0], values[1], parameters == 3 ? values[2] : 1);
        LogSurvival before = new LogSurvival(values[0], values[1], parameters == 3 ? values[2] : 1);
        LogSurvival after = new LogSurvival(values[0], values[1], parameters == 3 ? values[2] : 1);
        for (int row = from; row < to; row++) {
            int made = survivors.renewals(row);
            double weight = survivors.weight(row);
            before.at(made);
            sum.value.add(weight * model.logSurvival(made));
            addStay(before, weight, sum);
            if (!survivors.active(row)) {
                after.at(made + 1.0);
                double step = model.logStay(made, 1);
                sum.value.add(weight * Math.log(-Math.expm1(step)));
                addLeaving(before, after, step, weight, sum);
            }
        }
    }

    private void addStay(LogSurvival log, double weight, DerivativeSum sum) {
        for (int i = 0; i < parameters; i++) {
            sum.gradient[i] += weight * log.first[i];
            for (int j = i; j < parameters; j++) {
                sum.hessian[i * parameters + j] += weight * log.second[i][j];
            }
        }
    }

    /** {@code ln(1 - e^D)} for the step D from one log of survival to the next. */
    private void addLeaving(LogSurvival before, LogSurvival after, double step, double weight, DerivativeSum sum) {
        double slope = -1 / Math.expm1(-step);
        double bend = slope * (1 - slope);
        for (int i = 0; i < parameters; i++) {
            double byI = after.first[i] - before.first[i];
            sum.gradient[i] += weight * slope * byI;
            for (int j = i; j < parameters; j++) {
                double byJ = after.first[j] - before.first[j];
                double byBoth = after.second[i][j] - before.second[i][j];
                sum.hessian[i * parameters + j] += weight * (slope * byBoth + bend * byI * byJ);
            }
        }
    }
}
