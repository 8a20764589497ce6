package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.cohort.CohortPayback;
import io.clv.cohort.CohortTable;
import io.clv.cohort.Observation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Cohorts laid out for reading: a triangle a view, with the averages below it and what they rest on. */
final class CohortsForReading {

    private static final String NOT_ALL = "~";
    private static final String IN_PART = "*";

    private final CohortTable cohorts;
    private final List<CohortTable.Average> averages;
    private final double margin;
    private final int ages;
    private final TableOptions options;
    private final PrintWriter out;

    /** {@code ages} is how many of them are shown. */
    CohortsForReading(CohortTable cohorts, double margin, int ages, TableOptions options, PrintWriter out) {
        this.cohorts = cohorts;
        this.averages = cohorts.averages();
        this.margin = margin;
        this.ages = Math.min(ages, cohorts.ages());
        this.options = options;
        this.out = out;
    }

    void print(List<CohortView> views, @Nullable CohortPayback payback) {
        cohorts.explain().lines().forEach(each -> line(SafeText.escaped(each), out));
        line(cohorts.total() + " in all", out);
        Set<String> marks = new TreeSet<>();
        for (CohortView view : views) {
            line("", out);
            line(
                    view.title() + " by age in " + cohorts.ageUnit()
                            + (view == CohortView.ACTIVE ? "" : ", in " + cohorts.currency()),
                    out);
            table(view, marks).lines().forEach(each -> line(each, out));
        }
        line("", out);
        if (marks.contains(NOT_ALL)) {
            line(NOT_ALL + " of those who are old enough", out);
        }
        if (marks.contains(IN_PART)) {
            line(IN_PART + " observed in part, so far", out);
        }
        if (options.limit() < cohorts.size()) {
            line(
                    "the first " + Words.count(options.limit()) + " of " + Words.count(cohorts.size(), "cohort")
                            + "; --limit all shows all",
                    out);
        }
        if (ages < cohorts.ages()) {
            line("ages 0 to " + (ages - 1) + " of 0 to " + (cohorts.ages() - 1) + "; --ages all shows all", out);
        }
        if (payback != null) {
            line("", out);
            payback.explain().lines().forEach(each -> line(SafeText.escaped(each), out));
        }
    }

    private TextTable table(CohortView view, Set<String> marks) {
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of("cohort", "customers"));
        for (int age = 0; age < ages; age++) {
            header.add(age + " ");
        }
        table.add(header);
        int digits = cohorts.currency().getDefaultFractionDigits();
        for (int row = 0; row < Math.min(options.limit(), cohorts.size()); row++) {
            List<String> cells = new ArrayList<>(List.of(cohorts.label(row), Words.count(cohorts.customers(row))));
            for (int age = 0; age < ages && age <= cohorts.lastAge(row); age++) {
                String mark = mark(cohorts.observation(row, age));
                marks.add(mark);
                OptionalDouble value = view.of(cohorts, row, age, margin);
                cells.add(value.isPresent() ? view.text(value.getAsDouble(), digits) + mark : "");
            }
            table.add(cells);
        }
        List<String> means = new ArrayList<>(List.of("average", ""));
        List<String> rest = new ArrayList<>(List.of("of customers", ""));
        List<String> rows = new ArrayList<>(List.of("in cohorts", ""));
        for (CohortTable.Average average : averages.subList(0, Math.min(ages, averages.size()))) {
            means.add(view.text(view.of(average, margin), digits) + " ");
            rest.add(Words.count(average.customers()) + " ");
            rows.add(Words.count(average.cohorts()) + " ");
        }
        table.add(means);
        table.add(rest);
        table.add(rows);
        return table;
    }

    private static String mark(Observation observation) {
        return switch (observation) {
            case OF_SOME -> NOT_ALL;
            case CUT_SHORT -> IN_PART;
            default -> " ";
        };
    }
}
