package io.clv.btyd;

import io.clv.task.Parallelism;

/**
 * A model's answers about many customers. Of most models they are P(alive) times what lies ahead of one who is there,
 * and when he last bought matters to the first alone: what takes long is computed once for customers who are alike in x
 * and T, of whom there are many more than of those alike in t_x too. The numbers are those of the scalar calls to the
 * last bit.
 */
final class Scores implements BaseScores {

    private final TransactionModel model;
    private final Histories histories;
    private final Parallelism parallelism;
    private final double[] alive;

    Scores(TransactionModel model, Histories histories, Parallelism parallelism) {
        this.model = model;
        this.histories = histories;
        this.parallelism = parallelism;
        alive = histories.map(model::probabilityAlive, parallelism);
    }

    /** What lies ahead of one who is there at T. */
    private interface IfAlive {
        double at(int x, double age, double delta);
    }

    @Override
    public double[] alive() {
        return alive;
    }

    @Override
    public double[] expected(double horizon) {
        if (model instanceof ConjugateModel conjugate) {
            return scored((x, age, none) -> conjugate.expectedIfAlive(x, age, horizon), new double[1]);
        }
        return histories.map((x, last, age) -> model.expectedTransactions(x, last, age, horizon), parallelism);
    }

    @Override
    public double[] purchases(Ahead ahead, double[] deltas) {
        if (model instanceof ConjugateModel conjugate) {
            return scored(
                    ahead.horizon().isForever()
                            ? conjugate::discountedIfAlive
                            : (x, age, delta) -> conjugate.discountedIfAlive(x, age, delta, ahead.length()),
                    deltas);
        }
        return each(ahead::purchases, deltas);
    }

    @Override
    public double[] lifetime(Ahead ahead, double[] deltas) {
        if (model instanceof ConjugateModel conjugate) {
            return scored(
                    ahead.horizon().isForever()
                            ? conjugate::lifetimeIfAlive
                            : (x, age, delta) -> conjugate.lifetimeIfAlive(x, age, delta, ahead.length()),
                    deltas);
        }
        return each(ahead::lifetime, deltas);
    }

    @Override
    public double[] logLikelihood() {
        return histories.map(model::logLikelihood, parallelism);
    }

    private double[] scored(IfAlive function, double[] deltas) {
        RowCodes alike = histories.alikeIn(deltas.length == 1 ? new double[alive.length] : deltas);
        double[] scores = histories.evaluate(
                alike, row -> function.at(histories.x(row), histories.age(row), at(deltas, row)), parallelism);
        for (int row = 0; row < scores.length; row++) {
            scores[row] = alive[row] * scores[row];
        }
        return scores;
    }

    /** What lies ahead of anybody. */
    private interface Discounted {
        double at(int x, double last, double age, double delta);
    }

    private double[] each(Discounted function, double[] deltas) {
        RowCodes alike =
                deltas.length == 1 ? histories.codes() : histories.codes().and(deltas);
        return histories.evaluate(
                alike,
                row -> function.at(histories.x(row), histories.last(row), histories.age(row), at(deltas, row)),
                parallelism);
    }

    private static double at(double[] deltas, int row) {
        return deltas[deltas.length == 1 ? 0 : row];
    }
}
