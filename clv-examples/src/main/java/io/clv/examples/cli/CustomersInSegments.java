package io.clv.examples.cli;

import io.clv.ledger.Groups;
import io.clv.segment.CustomerAmounts;
import io.clv.segment.Rfm;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row for each customer: the segment, the value, and the scores if the segment is made of them. */
final class CustomersInSegments {

    private final CustomerAmounts amounts;
    private final Groups groups;
    private final Optional<Rfm> scores;

    CustomersInSegments(CustomerAmounts amounts, Groups groups, Optional<Rfm> scores) {
        this.amounts = amounts;
        this.groups = groups;
        this.scores = scores;
    }

    void print(OutputFormat format, TableOptions options, PrintWriter out) {
        switch (format) {
            case TABLE -> table(options, out);
            case CSV -> rows().csv(out);
            case JSON -> TableOptions.line(rows().json(), out);
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("customer", "segment", "value"));
        if (scores.isPresent()) {
            header.addAll(List.of("days_since", "recency_score", "frequency_score", "monetary_score"));
        }
        return header;
    }

    private List<Object> cells(int row) {
        List<Object> cells = new ArrayList<>(List.of(amounts.customers().id(row), groups.label(row)));
        cells.add(amounts.amount(row));
        scores.ifPresent(rfm -> cells.addAll(
                List.of(rfm.daysSinceLastPurchase(row), rfm.recency(row), rfm.frequency(row), rfm.monetary(row))));
        return cells;
    }

    private Rows rows() {
        Rows rows = new Rows(header());
        for (int row = 0; row < amounts.size(); row++) {
            rows.add(cells(row));
        }
        return rows;
    }

    private void table(TableOptions options, PrintWriter out) {
        TextTable table = new TextTable();
        table.add(header());
        int digits = amounts.currency().getDefaultFractionDigits();
        for (int row : options.highest(amounts.size(), amounts::amount)) {
            List<String> cells = new ArrayList<>();
            for (Object cell : cells(row)) {
                cells.add(cell instanceof Double amount ? Words.decimal(amount, digits) : cell.toString());
            }
            table.add(cells);
        }
        options.print(table, amounts.size(), "customer", "most valuable", out);
    }
}
