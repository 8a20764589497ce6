package io.clv.validation;

import io.clv.btyd.Histories;
import io.clv.btyd.HistoryFunction;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Split;
import io.clv.task.Parallelism;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The distribution of the purchases of each customer in the hold-out, by models that are equally likely: the average of
 * theirs. Each number is computed once for all customers who are alike.
 */
final class PredictiveCounts {

    private final TransactionModel[] models;
    private final double[] weights;
    private final Histories histories;
    private final double horizon;
    private final Parallelism parallelism;

    PredictiveCounts(List<? extends TransactionModel> equallyLikely, Split split, Parallelism parallelism) {
        // A model that was drawn again counts again; it is asked once.
        Map<Map<String, Double>, TransactionModel> distinct = new LinkedHashMap<>();
        Map<Map<String, Double>, Double> shares = new LinkedHashMap<>();
        for (TransactionModel model : equallyLikely) {
            distinct.putIfAbsent(model.parameters(), model);
            shares.merge(model.parameters(), 1.0 / equallyLikely.size(), Double::sum);
        }
        this.models = distinct.values().toArray(TransactionModel[]::new);
        this.weights = shares.values().stream().mapToDouble(Double::doubleValue).toArray();
        CustomerTable calibration = split.calibration();
        this.histories = Histories.of(calibration);
        this.horizon = split.duration().in(calibration.unit());
        this.parallelism = parallelism;
    }

    private interface OfModel {
        double at(TransactionModel model, int x, double last, double age);
    }

    private HistoryFunction averaged(OfModel function) {
        if (models.length == 1) {
            return (x, last, age) -> function.at(models[0], x, last, age);
        }
        return (x, last, age) -> {
            double sum = 0;
            for (int i = 0; i < models.length; i++) {
                sum += weights[i] * function.at(models[i], x, last, age);
            }
            return sum;
        };
    }

    double[] expected() {
        return histories.map(
                averaged((model, x, last, age) -> model.expectedTransactions(x, last, age, horizon)), parallelism);
    }

    /** The probability of n purchases. */
    double[] probability(int n) {
        return histories.map(probabilityOf(n), parallelism);
    }

    private HistoryFunction probabilityOf(int n) {
        return averaged((model, x, last, age) -> model.probabilityOfCount(x, last, age, n, horizon));
    }

    /** The probability of what each customer did. */
    double[] probability(int[] counts) {
        return byCount(counts, this::probabilityOf);
    }

    /** The probability of less than each customer did, a sum of positive terms. */
    double[] probabilityBelow(int[] counts) {
        return byCount(
                counts,
                count -> averaged((model, x, last, age) -> {
                    double sum = 0;
                    for (int n = 0; n < count; n++) {
                        sum += model.probabilityOfCount(x, last, age, n, horizon);
                    }
                    return sum;
                }));
    }

    private interface OfCount {
        HistoryFunction of(int count);
    }

    private double[] byCount(int[] counts, OfCount function) {
        Map<Integer, int[]> rows = new TreeMap<>();
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int row = 0; row < counts.length; row++) {
            int size = sizes.merge(counts[row], 1, Integer::sum);
            int[] known = rows.getOrDefault(counts[row], new int[1]);
            int[] room = size > known.length ? Arrays.copyOf(known, 2 * known.length) : known;
            room[size - 1] = row;
            rows.put(counts[row], room);
        }
        double[] values = new double[counts.length];
        rows.forEach((count, room) -> {
            int[] those = Arrays.copyOf(room, sizes.getOrDefault(count, 0));
            double[] some = select(those).map(function.of(count), parallelism);
            for (int i = 0; i < those.length; i++) {
                values[those[i]] = some[i];
            }
        });
        return values;
    }

    private Histories select(int[] rows) {
        double[] x = new double[rows.length];
        double[] last = new double[rows.length];
        double[] age = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            x[i] = histories.x(rows[i]);
            last[i] = histories.last(rows[i]);
            age[i] = histories.age(rows[i]);
        }
        return Histories.of(x, last, age, histories.unit());
    }
}
