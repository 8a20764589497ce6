package io.clv.examples.cli;

import io.clv.cohort.CohortPayback;
import io.clv.cohort.CohortTable;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Cohorts as a row for each cohort and age. */
final class CohortRecords {

    private final CohortTable cohorts;
    private final double margin;

    /** Without a margin, which is then not a number, there is no cumulative margin. */
    CohortRecords(CohortTable cohorts, double margin) {
        this.cohorts = cohorts;
        this.margin = margin;
    }

    void csv(PrintWriter out) {
        cells().csv(out);
    }

    void json(@Nullable CohortPayback payback, PrintWriter out) {
        out.print("{\"by\":" + Json.text(cohorts.grouping()) + ",\"age_unit\":" + Json.text(cohorts.ageUnit())
                + ",\"observed_through\":" + Json.text(cohorts.observedThrough().toString())
                + ",\"currency\":" + Json.text(cohorts.currency().getCurrencyCode())
                + ",\"customers_left_out\":" + cohorts.leftOutCustomers()
                + ",\"revenue_left_out\":" + Words.amount(cohorts.leftOut())
                + ",\"total\":" + Words.amount(cohorts.total())
                + ",\"cells\":" + cells().json()
                + ",\"averages\":" + averages().json()
                + (payback == null ? "" : ",\"payback\":" + payback(payback).json())
                + "}\n");
    }

    private Rows cells() {
        Rows rows = new Rows(
                "cohort",
                "customers",
                "age",
                "observation",
                "observed",
                "active",
                "active_share",
                "revenue",
                "revenue_per_customer",
                "cumulative_revenue_per_customer",
                "cumulative_margin_per_customer",
                "currency");
        for (int row = 0; row < cohorts.size(); row++) {
            for (int age = 0; age <= cohorts.lastAge(row); age++) {
                OptionalDouble cumulative = cohorts.cumulativeRevenuePerCustomer(row, age);
                rows.add(
                        cohorts.label(row),
                        cohorts.customers(row),
                        age,
                        name(cohorts.observation(row, age)),
                        cohorts.observed(row, age),
                        cohorts.active(row, age),
                        cohorts.activeShare(row, age),
                        cohorts.revenue(row, age).amount(),
                        cohorts.revenuePerCustomer(row, age),
                        cumulative,
                        Rows.finite(cumulative.orElse(Double.NaN) * margin),
                        cohorts.currency().getCurrencyCode());
            }
        }
        return rows;
    }

    private Rows averages() {
        Rows rows = new Rows(
                "age",
                "cohorts",
                "customers",
                "active_share",
                "revenue_per_customer",
                "cumulative_revenue_per_customer",
                "cumulative_margin_per_customer");
        for (CohortTable.Average average : cohorts.averages()) {
            rows.add(
                    average.age(),
                    average.cohorts(),
                    average.customers(),
                    average.activeShare(),
                    average.revenuePerCustomer(),
                    average.cumulativeRevenuePerCustomer(),
                    Rows.finite(average.cumulativeRevenuePerCustomer() * margin));
        }
        return rows;
    }

    private static Rows payback(CohortPayback payback) {
        Rows rows =
                new Rows("cohort", "customers", "cost", "status", "age", "observed_through_age", "margin_per_customer");
        for (CohortPayback.Line line : payback.lines()) {
            rows.add(
                    line.cohort(),
                    line.customers(),
                    line.cost().isPresent() ? line.cost().get().amount() : OptionalDouble.empty(),
                    name(line.status()),
                    line.age().isPresent() ? line.age().getAsInt() : OptionalDouble.empty(),
                    line.observedThrough(),
                    line.margin());
        }
        return rows;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
