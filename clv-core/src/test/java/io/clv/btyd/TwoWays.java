package io.clv.btyd;

import io.clv.numerics.LogUniform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares two evaluations on drawn inputs, and remembers where they disagree. */
abstract class TwoWays {

    final LogUniform draw;
    private final List<String> disagreements = new ArrayList<>();
    private double worst;
    private String worstCase = "";

    TwoWays(long seed) {
        draw = new LogUniform(seed);
    }

    /** Draws once and compares. */
    abstract void once();

    List<String> run(int draws) {
        for (int i = 0; i < draws; i++) {
            once();
        }
        return disagreements;
    }

    /** Prints what disagrees. */
    void print(int draws) {
        run(draws);
        disagreements.stream().limit(50).forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "%d draws, %d disagreements above 1e-9; the largest difference is %.2e, of %s%n",
                draws,
                disagreements.size(),
                worst,
                worstCase);
    }

    void logs(String what, double actual, double expected) {
        compare(what, actual, expected, Math.abs(actual - expected) / Math.max(1, Math.abs(expected)));
    }

    void plain(String what, double actual, double expected) {
        boolean zero = Math.abs(actual) < 1e-290 && Math.abs(expected) < 1e-290;
        compare(what, actual, expected, zero ? 0 : Math.abs(actual - expected) / Math.abs(expected));
    }

    private void compare(String what, double actual, double expected, double error) {
        if (error > worst) {
            worst = error;
            worstCase = what;
        }
        if (!(error <= 1e-9) || !Double.isFinite(actual)) {
            disagreements.add(what + " gave " + actual + " and " + expected);
        }
    }

    void finite(String what, double actual) {
        if (!(actual >= 0 && actual < Double.POSITIVE_INFINITY)) {
            disagreements.add(what + " gave " + actual);
        }
    }

    void probability(String what, double actual) {
        if (!(actual >= 0 && actual <= 1 + 1e-12)) {
            disagreements.add(what + " gave " + actual);
        }
    }
}
