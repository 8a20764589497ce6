package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.btyd.ContractModel;
import io.clv.btyd.RenewalMoment;
import io.clv.io.RenewalsFile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a contract model expects: of newcomers by renewal, and where customers are known one by one of each of them. Who
 * has left stays away.
 *
 * @param model the model
 * @param customers who renewed, and who left
 * @param periods how many renewals ahead newcomers are followed
 * @param delta the continuous discount rate of a period, if values are discounted
 * @param moment when customers are valued
 */
record RenewalPredictions(
        ContractModel model, RenewalsFile customers, int periods, OptionalDouble delta, RenewalMoment moment) {

    private static final int DIGITS = 4;

    void print(OutputFormat format, TableOptions options, Console console) {
        PrintWriter out = console.out();
        switch (format) {
            case TABLE -> table(options, out);
            case CSV -> (customers.isOfCustomers() ? ofCustomers() : ofPeriods()).csv(out);
            case JSON -> json(out);
        }
    }

    private Rows ofPeriods() {
        Rows rows = new Rows("renewal", "survival", "retention", "observed_retention");
        for (int renewal = 0; renewal <= periods; renewal++) {
            rows.add(renewal, model.survival(renewal), retention(renewal), observed(renewal));
        }
        return rows;
    }

    private OptionalDouble retention(int renewal) {
        return renewal == 0 ? OptionalDouble.empty() : OptionalDouble.of(model.retention(renewal));
    }

    private OptionalDouble observed(int renewal) {
        return renewal == 0 ? OptionalDouble.empty() : customers.survivors().retention(renewal);
    }

    private Rows ofCustomers() {
        Rows rows =
                new Rows("customer", "renewals", "active", "renewal_probability", "expected_residual_lifetime", "derl");
        for (int row = 0; row < customers.size(); row++) {
            rows.add(
                    customers.id(row),
                    customers.renewals(row),
                    active(row),
                    renewalProbability(row),
                    residual(row),
                    derl(row));
        }
        return rows;
    }

    private String active(int row) {
        return customers.active(row) ? "yes" : "no";
    }

    private double renewalProbability(int row) {
        return customers.active(row) ? model.renewalProbability(customers.renewals(row)) : 0;
    }

    /** Empty where there is no limit to it. */
    private OptionalDouble residual(int row) {
        return customers.active(row) ? model.expectedResidualLifetime(customers.renewals(row)) : OptionalDouble.of(0);
    }

    private OptionalDouble derl(int row) {
        if (delta.isEmpty() || !customers.active(row)) {
            return delta.isEmpty() ? delta : OptionalDouble.of(0);
        }
        return OptionalDouble.of(model.discountedExpectedResidualLifetime(
                customers.renewals(row), Math.expm1(delta.getAsDouble()), moment));
    }

    private void json(PrintWriter out) {
        String parameters = model.parameters().entrySet().stream()
                .map(each -> Json.text(each.getKey()) + ":" + Json.number(each.getValue()))
                .collect(Collectors.joining(","));
        OptionalDouble lifetime = model.expectedLifetime();
        out.print("{\"model\":" + Json.text(model.name()) + ",\"parameters\":{" + parameters + "},\"delta\":"
                + numberOrNull(delta) + ",\"moment\":" + Json.text(moment.toString()) + ",\"expected_lifetime\":"
                + numberOrNull(lifetime) + ",\"periods\":" + ofPeriods().json()
                + (customers.isOfCustomers() ? ",\"customers\":" + ofCustomers().json() : "") + "}\n");
    }

    private static String numberOrNull(OptionalDouble value) {
        return value.isPresent() ? Json.number(value.getAsDouble()) : "null";
    }

    private void table(TableOptions options, PrintWriter out) {
        OptionalDouble lifetime = model.expectedLifetime();
        line(customers.survivors().toString(), out);
        line(
                "by " + model.name() + " with "
                        + model.parameters().entrySet().stream()
                                .map(each -> each.getKey() + " " + Words.significant(each.getValue(), DIGITS))
                                .collect(Collectors.joining(", ")),
                out);
        line(
                lifetime.isPresent()
                        ? "a newcomer is expected to stay " + Words.decimal(lifetime.getAsDouble(), 2) + " periods"
                        : "the time that a newcomer is expected to stay has no limit",
                out);
        line("", out);
        TextTable table = new TextTable();
        table.add(List.of("renewal", "survival", "retention", "observed retention"));
        for (int renewal = 0; renewal <= periods; renewal++) {
            table.add(List.of(
                    String.valueOf(renewal),
                    Words.decimal(model.survival(renewal), DIGITS),
                    decimal(retention(renewal)),
                    decimal(observed(renewal))));
        }
        table.lines().forEach(each -> line(each, out));
        if (customers.isOfCustomers()) {
            line("", out);
            customers(options, out);
        }
    }

    private void customers(TableOptions options, PrintWriter out) {
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(
                List.of("customer", "renewals", "active", "renewal_probability", "expected_residual_lifetime"));
        if (delta.isPresent()) {
            header.add("derl");
        }
        table.add(header);
        for (int row : options.highest(customers.size(), this::renewalProbability)) {
            List<String> cells = new ArrayList<>(List.of(
                    customers.id(row),
                    String.valueOf(customers.renewals(row)),
                    active(row),
                    Words.decimal(renewalProbability(row), DIGITS),
                    decimal(residual(row))));
            derl(row).ifPresent(value -> cells.add(Words.decimal(value, DIGITS)));
            table.add(cells);
        }
        options.print(table, customers.size(), "customer", "likeliest to renew", out);
        if (delta.isPresent()) {
            line("derl " + moment, out);
        }
    }

    private static String decimal(OptionalDouble value) {
        return value.isPresent() ? Words.decimal(value.getAsDouble(), DIGITS) : "";
    }
}
