package io.clv.btyd;

import io.clv.task.Parallelism;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Scores of customers who have not all the same model, group by group. */
final class GroupScores implements BaseScores {

    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Group(TransactionModel model, int[] rows, Scores scores) {}

    private final int size;
    private final List<Group> groups = new ArrayList<>();

    GroupScores(Map<TransactionModel, List<Integer>> rowsOfModel, Histories histories, Parallelism parallelism) {
        size = histories.size();
        rowsOfModel.forEach((model, list) -> {
            int[] rows = list.stream().mapToInt(Integer::intValue).toArray();
            groups.add(new Group(model, rows, new Scores(model, histories.select(rows), parallelism)));
        });
    }

    private double[] gathered(BiFunction<Group, Scores, double[]> part) {
        double[] all = new double[size];
        for (Group group : groups) {
            double[] own = part.apply(group, group.scores());
            for (int i = 0; i < own.length; i++) {
                all[group.rows()[i]] = own[i];
            }
        }
        return all;
    }

    private static double[] own(double[] deltas, int[] rows) {
        if (deltas.length == 1) {
            return deltas;
        }
        double[] own = new double[rows.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = deltas[rows[i]];
        }
        return own;
    }

    @Override
    public double[] alive() {
        return gathered((group, scores) -> scores.alive());
    }

    @Override
    public double[] expected(double horizon) {
        return gathered((group, scores) -> scores.expected(horizon));
    }

    @Override
    public double[] purchases(Ahead ahead, double[] deltas) {
        return gathered((group, scores) -> scores.purchases(ahead.of(group.model()), own(deltas, group.rows())));
    }

    @Override
    public double[] lifetime(Ahead ahead, double[] deltas) {
        return gathered((group, scores) -> scores.lifetime(ahead.of(group.model()), own(deltas, group.rows())));
    }

    @Override
    public double[] logLikelihood() {
        return gathered((group, scores) -> scores.logLikelihood());
    }
}
