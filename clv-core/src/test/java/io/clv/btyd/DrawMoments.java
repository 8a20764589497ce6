package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A mean of draws and its standard error, held against what it should be. */
final class DrawMoments {

    private long draws;
    private double sum;
    private double squares;

    void add(double value) {
        draws++;
        sum += value;
        squares += value * value;
    }

    double mean() {
        return sum / draws;
    }

    /** Within 4.5 standard errors, which one of a hundred thousand means is not. */
    void assertMean(String what, double expected) {
        double variance = Math.max(0, squares / draws - mean() * mean());
        double error = 4.5 * Math.sqrt(variance / draws);
        assertThat(mean()).as(what).isCloseTo(expected, within(error + 1e-9 * Math.abs(expected)));
    }
}
