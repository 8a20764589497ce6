package io.clv.btyd;

import io.clv.numerics.ChiSquare;
import io.clv.numerics.RandomStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Probability integral transforms, in ten classes: where what came lies in the distribution that was forecast. Where
 * that puts weight on a single value it is drawn within the weight (Czado, Gneiting and Held 2009). All classes are
 * equally full where forecasts are right.
 */
final class PitHistogram {

    private final int[] counts = new int[10];

    /** Adds what came, by the probabilities of less, and of as much. */
    void add(double less, double same, RandomStream random) {
        counts[(int) Math.min(9, 10 * (less + random.uniform() * same))]++;
    }

    /** Adds what came, by draws of the forecast. */
    void add(double came, double[] draws, RandomStream random) {
        int less = 0;
        int same = 1;
        for (double draw : draws) {
            less += draw < came ? 1 : 0;
            same += draw == came ? 1 : 0;
        }
        add(less / (draws.length + 1.0), same / (draws.length + 1.0), random);
    }

    /** How often classes as uneven as these would be seen if all were equally likely. */
    double probability() {
        double expected = Arrays.stream(counts).sum() / 10.0;
        double square = 0;
        for (int count : counts) {
            square += (count - expected) * (count - expected) / expected;
        }
        return ChiSquare.tail(square, counts.length - 1);
    }

    @Override
    public String toString() {
        double all = Arrays.stream(counts).sum();
        return String.format(
                Locale.ROOT,
                "%s%% by tenths, chi-square p %.3f",
                Arrays.stream(counts)
                        .mapToObj(count -> String.format(Locale.ROOT, "%.1f", 100 * count / all))
                        .collect(Collectors.joining(" ")),
                probability());
    }
}
