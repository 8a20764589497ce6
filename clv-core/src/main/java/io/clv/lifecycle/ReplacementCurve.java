package io.clv.lifecycle;

import java.util.Arrays;

/**
 * The share of customers who have not replaced yet, by the periods since the purchase, as Wang and Chang (1999)
 * estimate it where customers replace again and again: the product of {@code 1 - d(t) / R(t)}, in which each customer
 * counts once, his completed gaps in equal parts, or his open gap if he has none. Where nobody replaces twice it is
 * Kaplan and Meier's. Pooling all gaps instead would hear those most often who replace most often, and take their last,
 * open gap, which is longer than chance has it, for one like the others.
 */
final class ReplacementCurve {

    /** The gaps that were completed, ascending, and the share left after each. */
    private final int[] gaps;

    private final double[] left;

    private ReplacementCurve(int[] gaps, double[] left) {
        this.gaps = gaps;
        this.left = left;
    }

    /** Collects gaps by their length. */
    static final class Fold {

        private double[] completed = new double[64];
        private double[] seen = new double[64];

        /** Whole customers, by the longest gap for which each is heard. */
        private int[] watched = new int[64];

        /** A completed gap of a customer, which is a part of him. */
        void completed(int gap, double part) {
            reach(gap);
            completed[gap] += part;
            seen[gap] += part;
        }

        /** A customer whose completed gaps are all there. */
        void replaced(int longest) {
            reach(longest);
            watched[longest]++;
        }

        /** A customer who has not replaced anything yet. */
        void open(int gap) {
            reach(gap);
            seen[gap]++;
            watched[gap]++;
        }

        private void reach(int gap) {
            if (gap >= seen.length) {
                int length = Math.max(gap + 1, 2 * seen.length);
                completed = Arrays.copyOf(completed, length);
                seen = Arrays.copyOf(seen, length);
                watched = Arrays.copyOf(watched, length);
            }
        }

        /** The curve for as long as so many customers are watched. */
        ReplacementCurve build(int fewest) {
            double[] atRisk = seen.clone();
            int[] customers = watched.clone();
            for (int gap = atRisk.length - 2; gap >= 0; gap--) {
                atRisk[gap] += atRisk[gap + 1];
                customers[gap] += customers[gap + 1];
            }
            int[] gaps = new int[seen.length];
            double[] left = new double[seen.length];
            int size = 0;
            double share = 1;
            for (int gap = 0; gap < seen.length; gap++) {
                if (completed[gap] > 0 && customers[gap] >= fewest) {
                    // Sums of parts may differ in their last bits where all that are left replace.
                    share *= seen[gap] == completed[gap] && isLast(gap) ? 0 : 1 - completed[gap] / atRisk[gap];
                    gaps[size] = gap;
                    left[size++] = Math.max(0, share);
                }
            }
            if (size == 0) {
                int most = 0;
                for (int gap = 0; gap < seen.length; gap++) {
                    most = completed[gap] > 0 ? Math.max(most, customers[gap]) : most;
                }
                throw new IllegalArgumentException("replacements need at least "
                        + TriggerWording.count(fewest, "customer") + " to be watched when one replaces, but there were "
                        + TriggerWording.count(most));
            }
            return new ReplacementCurve(Arrays.copyOf(gaps, size), Arrays.copyOf(left, size));
        }

        private boolean isLast(int gap) {
            for (int later = gap + 1; later < seen.length; later++) {
                if (seen[later] > 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The share that has not replaced within so many periods. */
    double left(long periods) {
        int after = firstAbove(periods);
        return after == 0 ? 1 : left[after - 1];
    }

    /** The share that has not at the end of the curve. */
    double end() {
        return left[left.length - 1];
    }

    /** The last gap of the curve. */
    int longest() {
        return gaps[gaps.length - 1];
    }

    /** The shortest gap after which the share is not above a level, or -1 if it stays above. */
    int firstDownTo(double level) {
        int low = 0;
        int high = left.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (left[middle] <= level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == left.length ? -1 : gaps[low];
    }

    /**
     * Of those who have not replaced within so many periods and do within what was seen, the gap of a quantile; -1 if
     * nobody was seen to replace after so long.
     */
    int quantile(long elapsed, double probability) {
        double now = left(elapsed);
        if (!(now > end())) {
            return -1;
        }
        // The level of the last step is met exactly, and not missed by a rounding.
        double level = probability >= 1 ? end() : Math.max(end(), now - probability * (now - end()));
        int at = firstAbove(elapsed);
        int found = firstDownTo(level);
        return Math.max(found, gaps[at]);
    }

    /** The place of the first gap that is longer. */
    private int firstAbove(long periods) {
        int low = 0;
        int high = gaps.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (gaps[middle] > periods) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
