package io.clv.report;

import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Customers counted and their values added up by class. The sums carry what an addition loses, and round once. */
final class Sums {

    private final CustomerValues values;
    private final int[] customers;
    private final double[] sums;
    private final double[] lost;
    private final double[] least;

    private Sums(CustomerValues values, int classes) {
        this.values = values;
        customers = new int[classes];
        sums = new double[classes];
        lost = new double[classes];
        least = new double[classes];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
    }

    static Sums of(CustomerValues values, int classes, IntUnaryOperator classOf) {
        Sums sums = new Sums(values, classes);
        for (int row = 0; row < values.size(); row++) {
            sums.add(classOf.applyAsInt(row), values.amount(row));
        }
        return sums;
    }

    private void add(int at, double amount) {
        customers[at]++;
        double next = sums[at] + amount;
        lost[at] += Math.abs(sums[at]) >= Math.abs(amount) ? sums[at] - next + amount : amount - next + sums[at];
        sums[at] = next;
        least[at] = Math.min(least[at], amount);
    }

    int customers(int at) {
        return customers[at];
    }

    double amount(int at) {
        return sums[at] + lost[at];
    }

    Money value(int at) {
        return Money.ofRounded(amount(at), values.currency());
    }

    Optional<Money> mean(int at) {
        return customers[at] == 0
                ? Optional.empty()
                : Optional.of(Money.ofRounded(amount(at) / customers[at], values.currency()));
    }

    Optional<Money> least(int at) {
        return customers[at] == 0 ? Optional.empty() : Optional.of(Money.ofRounded(least[at], values.currency()));
    }
}
