package io.clv.validation;

import io.clv.numerics.CompensatedSum;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Customers in the order of a forecast, the highest first and equal ones in the order of their rows, and what came of
 * them. For Gini and lift customers with equal forecasts stand as one: each is taken to have brought their mean, since
 * no order among them was forecast.
 */
final class Ranking {

    private final int[] order;
    private final double[] actual;

    /** What came in this order, evened out among equal forecasts. */
    private final double[] came;

    private Ranking(int[] order, double[] actual, double[] came) {
        this.order = order;
        this.actual = actual;
        this.came = came;
    }

    static Ranking by(double[] forecast, double[] actual) {
        int[] order = descending(forecast);
        double[] came = new double[order.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            CompensatedSum sum = new CompensatedSum();
            while (to < order.length && forecast[order[to]] == forecast[order[from]]) {
                sum.add(actual[order[to++]]);
            }
            Arrays.fill(came, from, to, sum.value() / (to - from));
            from = to;
        }
        return new Ranking(order, actual, came);
    }

    /** The rows by value: each goes to the next free place of those with its value, found among the sorted ones. */
    private static int[] descending(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] taken = new int[n];
        int[] order = new int[n];
        for (int row = 0; row < n; row++) {
            int above = above(sorted, values[row]);
            int place = n - above;
            order[place + taken[place]++] = row;
        }
        return order;
    }

    /** The first index of an ascending array whose value is above another. */
    private static int above(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] > value) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** The row of the customer at a place, from 0. */
    int row(int place) {
        return order[place];
    }

    /** The Gini coefficient along this order over the one along the best. */
    OptionalDouble gini() {
        double[] best = actual.clone();
        Arrays.sort(best);
        for (int i = 0, j = best.length - 1; i < j; i++, j--) {
            double swapped = best[i];
            best[i] = best[j];
            best[j] = swapped;
        }
        double whole = area(best);
        return whole > 0 ? OptionalDouble.of(area(came) / whole) : OptionalDouble.empty();
    }

    /** Twice the area between the curve of the cumulative share and the diagonal. */
    private static double area(double[] came) {
        CompensatedSum area = new CompensatedSum();
        int n = came.length;
        for (int i = 0; i < n; i++) {
            area.add(came[i] * (n - 1 - 2.0 * i));
        }
        return area.value() / n;
    }

    /** What a share of the customers brought, over that share of what all did. */
    OptionalDouble lift(double share) {
        double total = CompensatedSum.of(came);
        if (!(total > 0)) {
            return OptionalDouble.empty();
        }
        double customers = share * came.length;
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < customers; i++) {
            sum.add(came[i] * Math.min(1, customers - i));
        }
        return OptionalDouble.of(sum.value() / (share * total));
    }
}
