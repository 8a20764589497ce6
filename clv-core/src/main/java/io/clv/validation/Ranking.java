package io.clv.validation;

import io.clv.numerics.CompensatedSum;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What came, in the order of a forecast. Customers with equal forecasts stand as one: each is taken to have brought
 * their mean, since no order among them was forecast.
 */
final class Ranking {

    /** What came, of those with the highest forecast first. */
    private final double[] came;

    private final double total;

    private Ranking(double[] came) {
        this.came = came;
        this.total = CompensatedSum.of(came);
    }

    static Ranking by(double[] forecast, double[] actual) {
        int[] order = IntStream.range(0, forecast.length)
                .boxed()
                .sorted((i, j) -> Double.compare(forecast[j], forecast[i]))
                .mapToInt(Integer::intValue)
                .toArray();
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
        return new Ranking(came);
    }

    /** Twice the area between the curve of the cumulative share and the diagonal. */
    private double area() {
        CompensatedSum area = new CompensatedSum();
        int n = came.length;
        for (int i = 0; i < n; i++) {
            area.add(came[i] * (n - 1 - 2.0 * i));
        }
        return area.value() / n;
    }

    /** The Gini coefficient along this order over the one along the best. */
    static OptionalDouble gini(double[] forecast, double[] actual) {
        double best = by(actual, actual).area();
        return best > 0 ? OptionalDouble.of(by(forecast, actual).area() / best) : OptionalDouble.empty();
    }

    /** What a share of the customers brought, over that share of what all did. */
    OptionalDouble lift(double share) {
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
