package io.clv.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the rounds measured of one cell: nanoseconds a unit, one number for each iteration of a round. */
final class Timings {

    private final List<double[]> rounds = new ArrayList<>();

    void add(double... round) {
        rounds.add(round.clone());
    }

    int rounds() {
        return rounds.size();
    }

    double median() {
        return median(rounds.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    double median(int round) {
        return median(rounds.get(round));
    }

    /** The least of the rounds' medians. */
    double least() {
        return rounds.stream().mapToDouble(Timings::median).min().orElseThrow();
    }

    /** The greatest of the rounds' medians. */
    double greatest() {
        return rounds.stream().mapToDouble(Timings::median).max().orElseThrow();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
