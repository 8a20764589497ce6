package io.clv.spark;

import io.clv.btyd.FitObjective;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Distinct rows of numbers, each with how many customers have it: what a fit needs of a partition. It stays where it
 * is, with the likelihood of its rows once that was made.
 */
final class WeightedRows implements Serializable {

    private static final long serialVersionUID = 1;

    /** Rows to begin with. */
    private static final int FEW = 1024;

    private final double[][] columns;
    private int size;
    /** Of this very object, so that a copy sent elsewhere makes its own. */
    private transient @Nullable FitObjective objective;

    WeightedRows(int width) {
        columns = new double[width][FEW];
    }

    /** All rows of some, one after the other. */
    static WeightedRows of(int width, List<WeightedRows> parts) {
        WeightedRows all = new WeightedRows(width);
        int rows = parts.stream().mapToInt(WeightedRows::size).sum();
        for (int i = 0; i < width; i++) {
            all.columns[i] = new double[rows];
            int at = 0;
            for (WeightedRows part : parts) {
                System.arraycopy(part.columns[i], 0, all.columns[i], at, part.size);
                at += part.size;
            }
        }
        all.size = rows;
        return all;
    }

    void add(double... row) {
        if (size == columns[0].length) {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], size + (size >> 1) + 1);
            }
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i][size] = row[i];
        }
        size++;
    }

    int size() {
        return size;
    }

    double get(int column, int row) {
        return columns[column][row];
    }

    /** A column of its own length. */
    double[] column(int i) {
        return Arrays.copyOf(columns[i], size);
    }

    /** The likelihood of the rows, made once. */
    synchronized FitObjective objective(Function<WeightedRows, FitObjective> likelihood) {
        FitObjective made = objective;
        if (made == null) {
            made = likelihood.apply(this);
            objective = made;
        }
        return made;
    }
}
