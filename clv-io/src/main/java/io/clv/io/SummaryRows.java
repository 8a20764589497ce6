package io.clv.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a summary that were read, in columns that grow; only those columns that the file has. */
final class SummaryRows {

    private static final int FIRST_CAPACITY = 1 << 10;

    private final boolean hasIds;
    private final boolean hasMoney;
    private final boolean hasWeights;
    private final List<String> ids = new ArrayList<>();
    private long[] rowNumbers = new long[FIRST_CAPACITY];
    private double[] frequency = new double[FIRST_CAPACITY];
    private double[] recency = new double[FIRST_CAPACITY];
    private double[] age = new double[FIRST_CAPACITY];
    private double[] monetaryValue = new double[FIRST_CAPACITY];
    private double[] weights = new double[FIRST_CAPACITY];
    private int size;

    SummaryRows(boolean hasIds, boolean hasMoney, boolean hasWeights) {
        this.hasIds = hasIds;
        this.hasMoney = hasMoney;
        this.hasWeights = hasWeights;
    }

    void add(long rowNumber, @Nullable String id, double x, double last, double observed, double mean, double weight) {
        if (size == frequency.length) {
            grow();
        }
        if (id != null) {
            ids.add(id);
        }
        rowNumbers[size] = rowNumber;
        frequency[size] = x;
        recency[size] = last;
        age[size] = observed;
        monetaryValue[size] = mean;
        weights[size++] = weight;
    }

    private void grow() {
        int capacity = Math.multiplyExact(size, 2);
        rowNumbers = Arrays.copyOf(rowNumbers, capacity);
        frequency = Arrays.copyOf(frequency, capacity);
        recency = Arrays.copyOf(recency, capacity);
        age = Arrays.copyOf(age, capacity);
        monetaryValue = Arrays.copyOf(monetaryValue, capacity);
        weights = Arrays.copyOf(weights, capacity);
    }

    @Nullable
    List<String> ids() {
        return hasIds ? List.copyOf(ids) : null;
    }

    long[] rowNumbers() {
        return Arrays.copyOf(rowNumbers, size);
    }

    double[] frequency() {
        return Arrays.copyOf(frequency, size);
    }

    double[] recency() {
        return Arrays.copyOf(recency, size);
    }

    double[] age() {
        return Arrays.copyOf(age, size);
    }

    double @Nullable [] monetaryValue() {
        return hasMoney ? Arrays.copyOf(monetaryValue, size) : null;
    }

    double @Nullable [] weights() {
        return hasWeights ? Arrays.copyOf(weights, size) : null;
    }
}
