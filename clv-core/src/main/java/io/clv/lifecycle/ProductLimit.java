package io.clv.lifecycle;

import io.clv.numerics.InverseNormal;
import java.util.Optional;

/**
 * How long something lasts of which a part is still going on: Kaplan and Meier's product limit (1958), {@code S(t) =
 * product over s <= t of (1 - ended_s / lasting_s)}, with Greenwood's variance on the scale of log(-log S).
 */
final class ProductLimit {

    private final double[] survival;

    /** The sum in Greenwood's formula: ended / (lasting (lasting - ended)). */
    private final double[] spread;

    /** The longest time at which something has ended, 0 if nothing has. */
    private final int lastEnd;

    /** How many ended at each length, and how many went on from there unseen. */
    ProductLimit(long[] ended, long[] goingOn) {
        survival = new double[ended.length];
        spread = new double[ended.length];
        long lasting = 0;
        for (int t = 0; t < ended.length; t++) {
            lasting += ended[t] + goingOn[t];
        }
        double still = 1;
        double sum = 0;
        int last = 0;
        for (int t = 0; t < ended.length; t++) {
            if (ended[t] > 0) {
                still *= (lasting - ended[t]) / (double) lasting;
                sum += ended[t] / ((double) lasting * (lasting - ended[t]));
                last = t;
            }
            survival[t] = still;
            spread[t] = sum;
            lasting -= ended[t] + goingOn[t];
        }
        lastEnd = last;
    }

    int lastEnd() {
        return lastEnd;
    }

    double at(int time) {
        return survival.length == 0 ? 1 : survival[Math.min(time, survival.length - 1)];
    }

    /** The shortest time by which a share has ended; empty if so many have not. */
    Optional<Integer> quantile(double share) {
        return firstBelow(1 - share, 0);
    }

    /** The ends of the interval of a quantile (Brookmeyer and Crowley 1982); empty if one is not reached. */
    Optional<int[]> interval(double share, double level) {
        double z = InverseNormal.at(0.5 + level / 2);
        Optional<Integer> low = firstBelow(1 - share, z);
        Optional<Integer> high = firstBelow(1 - share, -z);
        return low.isPresent() && high.isPresent() ? Optional.of(new int[] {low.get(), high.get()}) : Optional.empty();
    }

    private Optional<Integer> firstBelow(double left, double deviations) {
        for (int t = 0; t < survival.length; t++) {
            // A share of 90% leaves 0.09999999999999998.
            if (bound(t, deviations) <= left + 1e-12) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }

    private double bound(int time, double deviations) {
        double still = survival[time];
        if (deviations == 0 || still == 1) {
            return still;
        }
        if (still == 0) {
            return deviations > 0 ? 0 : 1;
        }
        return Math.pow(still, Math.exp(deviations * Math.sqrt(spread[time]) / Math.abs(Math.log(still))));
    }
}
