package io.clv.report;

import io.clv.cohort.CohortTable;
import io.clv.cohort.Observation;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cohorts as they grow older. */
final class Triangle {

    /** More than these cannot be told apart on a page. */
    private static final int COHORTS = 36;

    private static final int AGES = 37;

    private final CohortTable table;
    private final int[] shown;
    private final int ages;

    Triangle(CohortTable table) {
        this.table = table;
        shown = shown(table);
        int longest = IntStream.of(shown).map(table::lastAge).max().orElse(-1) + 1;
        ages = Math.min(AGES, longest);
    }

    /** The newest, and of groups, which have no age, the largest. */
    private static int[] shown(CohortTable table) {
        int size = table.size();
        if (size <= COHORTS) {
            return IntStream.range(0, size).toArray();
        }
        if (table.from(0).isPresent()) {
            return IntStream.range(size - COHORTS, size).toArray();
        }
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> table.customers(row))
                        .reversed())
                .limit(COHORTS)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    List<CohortCell> cells() {
        List<CohortCell> cells = new ArrayList<>();
        for (int row : shown) {
            for (int age = 0; age < ages; age++) {
                if (table.observation(row, age) != Observation.NONE) {
                    cells.add(new CohortCell(
                            table.label(row),
                            table.from(row),
                            age,
                            table.observation(row, age) == Observation.COMPLETE,
                            table.customers(row),
                            table.activeShare(row, age).orElseThrow(),
                            money(table.revenuePerCustomer(row, age).orElseThrow())));
                }
            }
        }
        return cells;
    }

    List<CumulativeValuePoint> cumulative(Optional<Ratio> grossMargin) {
        double margin = grossMargin.orElse(Ratio.ONE).value();
        List<CumulativeValuePoint> points = new ArrayList<>();
        for (int row : shown) {
            for (int age = 0; age < ages; age++) {
                int observed = table.observed(row, age);
                if (observed > 0) {
                    points.add(new CumulativeValuePoint(
                            Optional.of(table.label(row)),
                            age,
                            observed,
                            money(margin
                                    * table.cumulativeRevenuePerCustomer(row, age)
                                            .orElseThrow())));
                }
            }
        }
        table.averages().stream()
                .limit(ages)
                .forEach(each -> points.add(new CumulativeValuePoint(
                        Optional.empty(),
                        each.age(),
                        each.customers(),
                        money(margin * each.cumulativeRevenuePerCustomer()))));
        return points;
    }

    private Money money(double amount) {
        return Money.ofRounded(amount, table.currency());
    }

    List<Sentence> notes() {
        List<Sentence> notes = new ArrayList<>();
        if (shown.length < table.size()) {
            notes.add(Sentence.of(
                    table.from(0).isPresent() ? "cohorts.newest" : "cohorts.largest", shown.length, table.size()));
        }
        if (ages < table.ages()) {
            notes.add(Sentence.of("cohorts.ages", ages - 1));
        }
        if (table.leftOutCustomers() > 0) {
            notes.add(Sentence.of("cohorts.left-out", table.leftOutCustomers(), table.leftOut()));
        }
        return notes;
    }
}
