package io.clv.examples.cli;

import io.clv.cohort.CohortTable;
import java.util.OptionalDouble;

/** A triangle to be shown. */
enum CohortView {
    ACTIVE("active share"),
    REVENUE("revenue per customer"),
    CUMULATIVE("cumulative revenue per customer"),
    MARGIN("cumulative margin per customer");

    private static final int PERCENT = 100;

    private final String title;

    CohortView(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** A cell; {@code margin} is the gross margin. */
    OptionalDouble of(CohortTable cohorts, int row, int age, double margin) {
        return switch (this) {
            case ACTIVE -> cohorts.activeShare(row, age);
            case REVENUE -> cohorts.revenuePerCustomer(row, age);
            case CUMULATIVE -> cohorts.cumulativeRevenuePerCustomer(row, age);
            case MARGIN -> times(cohorts.cumulativeRevenuePerCustomer(row, age), margin);
        };
    }

    double of(CohortTable.Average average, double margin) {
        return switch (this) {
            case ACTIVE -> average.activeShare();
            case REVENUE -> average.revenuePerCustomer();
            case CUMULATIVE -> average.cumulativeRevenuePerCustomer();
            case MARGIN -> average.cumulativeRevenuePerCustomer() * margin;
        };
    }

    private static OptionalDouble times(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    String text(double value, int digits) {
        return this == ACTIVE ? Words.decimal(value * PERCENT, 1) + "%" : Words.decimal(value, digits);
    }
}
