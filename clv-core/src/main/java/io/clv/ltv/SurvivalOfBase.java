package io.clv.ltv;

import io.clv.ledger.CustomerTable;
import java.util.Arrays;

/** The product-limit estimate behind {@link ChurnRule#retentionCurve}. */
final class SurvivalOfBase {

    /** The silence of a customer is a difference of two times, and is off by rounding. */
    private static final double TOLERANCE = 1e-9;

    private SurvivalOfBase() {}

    static RetentionCurve curve(CustomerTable customers, double window) {
        int size = customers.size();
        if (size == 0) {
            throw new IllegalArgumentException("a retention curve needs at least one customer, but there was none");
        }
        double[] active = new double[size];
        double[] lost = new double[size];
        int losses = 0;
        double exposure = 0;
        for (int row = 0; row < size; row++) {
            double age = customers.age(row);
            double silence = age - customers.recency(row);
            boolean isLost = silence >= window * (1 - TOLERANCE);
            active[row] = isLost ? Math.min(age, customers.recency(row) + window) : age;
            exposure += active[row];
            if (isLost) {
                lost[losses++] = active[row];
            }
        }
        Arrays.sort(active);
        lost = Arrays.copyOf(lost, losses);
        Arrays.sort(lost);
        double[] survivors = survivors(active, lost);
        double tailLog = losses == 0 ? 0 : -losses / exposure;
        String text =
                "as in the base for " + (survivors.length - 1) + " periods, then " + Wording.percent(Math.exp(tailLog));
        return RetentionCurve.ofShares(customers.unit(), survivors, tailLog, text);
    }

    /** S at the end of each whole period up to the longest time observed. */
    private static double[] survivors(double[] active, double[] lost) {
        int size = active.length;
        double[] survivors = new double[(int) Math.floor(active[size - 1] + TOLERANCE) + 1];
        double share = 1;
        int event = 0;
        int gone = 0;
        for (int period = 0; period < survivors.length; period++) {
            double end = period + TOLERANCE;
            while (event < lost.length && lost[event] <= end) {
                double time = lost[event];
                int before = event;
                while (event < lost.length && lost[event] <= time * (1 + TOLERANCE)) {
                    event++;
                }
                while (gone < size && active[gone] < time * (1 - TOLERANCE)) {
                    gone++;
                }
                share *= 1 - (double) (event - before) / (size - gone);
            }
            survivors[period] = share;
        }
        return survivors;
    }
}
