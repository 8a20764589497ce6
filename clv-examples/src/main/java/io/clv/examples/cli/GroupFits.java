package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.btyd.Fit;
import io.clv.io.ResultWriter;
import io.clv.ledger.Groups;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A fit for each group of customers beside that of all.
 *
 * @param column what groups them
 * @param fits that of all, then those of the groups by their labels
 */
record GroupFits(String column, List<GroupFit> fits) {

    private static final String ALL = "(all)";
    private static final String NOT_SAID = "(not said)";

    /** With fewer customers for each parameter what a fit says is chance for the most part. */
    private static final int CUSTOMERS_PER_PARAMETER = 10;

    private static final int DIGITS = 4;
    private static final int LIKELIHOOD_DIGITS = 2;

    /** Fits to some of the rows of a sample. */
    interface FitOfRows {
        Fit<?> of(IntPredicate rows);
    }

    /** The fit of a group, or why there is none. */
    private record GroupFit(
            String label, int customers, @Nullable Fit<?> fit, String diagnosis) {}

    static GroupFits of(String column, TableSample sample, FitOfRows fitting) {
        Groups groups = sample.joined().groups(column, NOT_SAID);
        List<GroupFit> fits = new ArrayList<>();
        fits.add(fit(ALL, groups.size(), row -> true, fitting));
        for (int code = 0; code < groups.labels().size(); code++) {
            int group = code;
            fits.add(fit(groups.labels().get(code), groups.count(code), row -> groups.code(row) == group, fitting));
        }
        return new GroupFits(column, fits);
    }

    private static GroupFit fit(String label, int customers, IntPredicate rows, FitOfRows fitting) {
        Fit<?> fit;
        try {
            fit = fitting.of(rows);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new GroupFit(label, customers, null, "cannot be fitted: " + e.getMessage());
        }
        int enough = CUSTOMERS_PER_PARAMETER * fit.freeParameters();
        String doubt = fit.customers() < enough
                ? "too small, " + Words.weight(fit.customers(), "customer") + " where " + fit.freeParameters()
                        + " parameters ask for " + enough + ": "
                : "";
        return new GroupFit(label, customers, fit, doubt + fit.diagnosis());
    }

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> table(out);
            case CSV -> csv(out);
            case JSON -> json(out);
        }
    }

    private List<String> parameters() {
        return fits.stream()
                .map(GroupFit::fit)
                .filter(Objects::nonNull)
                .findFirst()
                .map(fit -> List.copyOf(fit.parameters().keySet()))
                .orElse(List.of());
    }

    private void csv(PrintWriter out) {
        List<String> names = new ArrayList<>(List.of("group", "customers"));
        names.addAll(parameters());
        names.addAll(List.of("log_likelihood", "aic", "bic", "diagnosis"));
        Rows rows = new Rows(names);
        for (GroupFit each : fits) {
            List<Object> cells = new ArrayList<>(List.of(each.label, each.customers));
            Fit<?> fit = each.fit;
            if (fit == null) {
                names.subList(2, names.size() - 1).forEach(none -> cells.add(OptionalDouble.empty()));
            } else {
                cells.addAll(fit.parameters().values());
                cells.addAll(List.of(fit.logLikelihood(), fit.aic(), fit.bic()));
            }
            cells.add(each.diagnosis);
            rows.add(cells);
        }
        rows.csv(out);
    }

    private void json(PrintWriter out) {
        List<String> groups =
                fits.subList(1, fits.size()).stream().map(GroupFits::object).toList();
        out.print("{\"group\":" + Json.text(column) + ",\"all\":" + object(fits.get(0)) + ",\"groups\":[\n"
                + String.join(",\n", groups) + "\n]}\n");
    }

    private static String object(GroupFit each) {
        StringWriter fit = new StringWriter();
        if (each.fit == null) {
            fit.append("null");
        } else {
            ResultWriter.json(fit).write(each.fit);
        }
        return "{\"label\":" + Json.text(each.label) + ",\"customers\":" + each.customers + ",\"diagnosis\":"
                + Json.text(each.diagnosis) + ",\"fit\":" + fit.toString().strip() + "}";
    }

    private void table(PrintWriter out) {
        List<String> parameters = parameters();
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of(column, "customers"));
        header.addAll(parameters);
        header.addAll(List.of("log-likelihood", "BIC"));
        table.add(header);
        for (GroupFit each : fits) {
            List<String> cells = new ArrayList<>(List.of(each.label, Words.count(each.customers)));
            Fit<?> fit = each.fit;
            if (fit != null) {
                fit.parameters().values().forEach(value -> cells.add(Words.significant(value, DIGITS)));
                cells.add(Words.decimal(fit.logLikelihood(), LIKELIHOOD_DIGITS));
                cells.add(Words.decimal(fit.bic(), LIKELIHOOD_DIGITS));
            }
            table.add(cells);
        }
        Fit<?> any = fits.stream()
                .map(GroupFit::fit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (any != null) {
            line(
                    any.family() + ", in " + any.unitText() + ", prior "
                            + any.prior().label(),
                    out);
        }
        table.lines().forEach(each -> line(each, out));
        line("", out);
        together(out);
        for (GroupFit each : fits) {
            line(SafeText.escaped(each.label + ": " + each.diagnosis), out);
        }
    }

    /** Whether the groups differ by more than their fits cost in parameters. */
    private void together(PrintWriter out) {
        Fit<?> all = fits.get(0).fit;
        double logLikelihood = 0;
        int parameters = 0;
        for (GroupFit each : fits.subList(1, fits.size())) {
            if (each.fit == null || all == null) {
                return;
            }
            logLikelihood += each.fit.logLikelihood();
            parameters += each.fit.freeParameters();
        }
        if (all != null) {
            double bic = parameters * Math.log(all.customers()) - 2 * logLikelihood;
            line(
                    "apart: BIC " + Words.decimal(bic, LIKELIHOOD_DIGITS) + " by "
                            + Words.count(parameters, "parameter") + "; as one: BIC "
                            + Words.decimal(all.bic(), LIKELIHOOD_DIGITS) + " by "
                            + Words.count(all.freeParameters(), "parameter"),
                    out);
        }
    }
}
