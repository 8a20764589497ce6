package io.clv.ltv;

import io.clv.quantity.Horizon;
import java.util.Arrays;

/**
 * The sums that a customer's payments come to: payment k has the weight {@code S(k) e^((gamma - delta) k)}, its chance
 * of being made, discounted, with a growth of gamma per period. Where the retention is given period by period the
 * weights are added up (compensated); the constant tail is summed in closed form, so that a constant churn has no
 * truncation error. An open-ended curve is followed until what remains is below 1e-13 of the sum.
 */
final class PaymentStream {

    /** Payments that fade by less than this per period are refused as not fading: their sum means nothing. */
    private static final double LEAST_FADING = 1e-12;

    /** What an open-ended curve may leave out. */
    private static final double REST = 1e-13;

    private static final int MOST_TERMS = 4_000_000;

    private final Schedule schedule;
    private final double growthLog;
    private final double end;
    private final int first;
    private final double[] survivors;
    private final double tailLog;
    /** Sums of the first k weights, and of these times their number; k up to the explicit periods. */
    private final double[] level;

    private final double[] linear;

    PaymentStream(Schedule schedule, double growthLog) {
        this.schedule = schedule;
        this.growthLog = growthLog;
        end = schedule.end();
        first = schedule.convention().firstPayment();
        RetentionCurve curve = schedule.curve();
        if (curve.isOpenEnded()) {
            survivors = followed();
            tailLog = Double.NEGATIVE_INFINITY;
        } else {
            double step = schedule.curvePeriods();
            survivors = new double[(int) Math.ceil(curve.explicitPeriods() / step) + 1];
            Arrays.setAll(survivors, k -> curve.survivalAfter(k * step));
            tailLog = curve.tailLog() * step;
        }
        level = new double[survivors.length];
        linear = new double[survivors.length];
        addUp();
    }

    private void addUp() {
        double lost = 0;
        double lostLinear = 0;
        for (int k = 0; k + 1 < survivors.length; k++) {
            double weight = k < first ? 0 : weight(k, hazard(k), 1);
            double corrected = weight - lost;
            level[k + 1] = level[k] + corrected;
            lost = level[k + 1] - level[k] - corrected;
            corrected = k * weight - lostLinear;
            linear[k + 1] = linear[k] + corrected;
            lostLinear = linear[k + 1] - linear[k] - corrected;
        }
    }

    /** The sum of the weights: what payments of 1, growing, come to. */
    double level() {
        return level(Double.POSITIVE_INFINITY);
    }

    /** As {@link #level()}, of the payments before number {@code stop}. */
    double level(double stop) {
        double last = Math.min(end, stop);
        int known = survivors.length - 1;
        double sum = level[(int) Math.min(known, last)];
        if (last > known && survivors[known] > 0) {
            double start = Math.max(first, known);
            sum += tailWeight(start, 1) * Geometric.sum(tailFading(last), last - start);
        }
        return checked(sum + remainder(stop));
    }

    /** The sum of each weight before number {@code stop} times its number: what payments of 0, 1, 2 ... come to. */
    double linear(double stop) {
        double last = Math.min(end, stop);
        int known = survivors.length - 1;
        double sum = linear[(int) Math.min(known, last)];
        if (last > known && survivors[known] > 0) {
            double start = Math.max(first, known);
            double fading = tailFading(last);
            sum += tailWeight(start, 1)
                    * (start * Geometric.sum(fading, last - start) + Geometric.linearSum(fading, last - start));
        }
        double rest = remainder(stop);
        return checked(rest == 0 ? sum : sum + end * rest);
    }

    /** Whether the sums have a limit; a horizon always gives them one. */
    boolean isBounded() {
        return end < Double.POSITIVE_INFINITY
                || survivors[survivors.length - 1] == 0
                || tailLog + growthLog - schedule.delta() <= -LEAST_FADING;
    }

    private double tailWeight(double k, double share) {
        int known = survivors.length - 1;
        double there = k == known ? survivors[known] : survivors[known] * Math.exp(tailLog * (k - known));
        return there == 0 ? 0 : there * Math.exp((growthLog - schedule.delta()) * k) * timing(-tailLog, share);
    }

    /** The log of the factor from one weight of the tail to the next; refused if the sum to {@code last} diverges. */
    private double tailFading(double last) {
        double fading = tailLog + growthLog - schedule.delta();
        if (last == Double.POSITIVE_INFINITY && fading > -LEAST_FADING) {
            throw new IllegalArgumentException(Divergence.of(schedule, tailLog, growthLog));
        }
        return fading;
    }

    private double weight(int k, double hazard, double share) {
        return survivors[k] == 0
                ? 0
                : survivors[k] * Math.exp((growthLog - schedule.delta()) * k) * timing(hazard, share);
    }

    /** What the payment of a period is worth at the period's start, for a customer there at its start. */
    private double timing(double hazard, double share) {
        double delta = schedule.delta();
        if (schedule.convention() != DiscountConvention.CONTINUOUS) {
            return Math.exp(-delta * schedule.convention().delay());
        }
        double rate = hazard + delta;
        return rate == 0 ? share : -Math.expm1(-rate * share) / rate;
    }

    private double hazard(int k) {
        return Math.log(survivors[k] / survivors[k + 1]);
    }

    /** The flow of the last, broken period of a continuous stream. */
    private double remainder(double stop) {
        double share = schedule.remainder();
        if (share == 0 || stop <= end) {
            return 0;
        }
        return end < survivors.length - 1 ? weight((int) end, hazard((int) end), share) : tailWeight(end, share);
    }

    private double checked(double sum) {
        if (!Double.isFinite(sum)) {
            Horizon horizon = schedule.horizon();
            throw new IllegalArgumentException("the " + schedule.model() + " model's payments over " + horizon
                    + " add up to more than a number can hold; give a shorter horizon");
        }
        return sum;
    }

    /** S(k) of an open-ended curve, as far as it counts. */
    private double[] followed() {
        RetentionCurve curve = schedule.curve();
        double step = schedule.curvePeriods();
        double fading = growthLog - schedule.delta();
        boolean forever = end == Double.POSITIVE_INFINITY;
        if (forever && fading > -LEAST_FADING) {
            throw new IllegalArgumentException(Divergence.ofOpenEnded(schedule, growthLog));
        }
        double rest = -1 / Math.expm1(fading);
        double level = 0;
        double linear = 0;
        double[] shares = new double[64];
        int k = 0;
        while (true) {
            if (k == shares.length) {
                shares = Arrays.copyOf(shares, 2 * k);
            }
            shares[k] = curve.survivalAfter(k * step);
            if (k > 0) {
                RetentionCurve.requireFalling(shares[k - 1], shares[k], k - 1);
            }
            double weight = shares[k] * Math.exp(fading * k);
            level += weight;
            linear += k * weight;
            boolean faded = forever
                    && weight * rest <= REST * level
                    && weight * rest * (k + rest) <= REST * Math.max(linear, level);
            if (shares[k] == 0 || faded || k > end) {
                return Arrays.copyOf(shares, k + 1);
            }
            if (++k == MOST_TERMS) {
                throw new IllegalArgumentException("the " + schedule.model() + " model's sum fades too slowly: "
                        + MOST_TERMS + " payments do not bound it; give a horizon or a higher discount");
            }
        }
    }
}
