package io.clv.btyd;

import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.Locale;

/**
 * The intervals that a valuation is to give.
 *
 * @param of what they are about
 * @param level the probability
 */
record IntervalRequest(Interval.Of of, Ratio level) {

    IntervalRequest {
        CentralRange.requireLevel(level);
    }

    /** What the intervals rest on, as a clause that follows "assumes". */
    String sentence(int draws) {
        return String.format(
                Locale.ROOT,
                "the %s intervals are of the %s, by %,d draws: %s; the values are those of the fit",
                level,
                of.label(),
                draws,
                of == Interval.Of.MEAN
                        ? "the parameters are in doubt, and nothing else"
                        : "parameters, customers, purchases and spend are all in doubt");
    }

    @Override
    public String toString() {
        return level + " of the " + of.label();
    }
}
