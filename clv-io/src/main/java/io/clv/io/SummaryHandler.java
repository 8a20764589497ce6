package io.clv.io;

import static io.clv.io.SummaryRole.AGE;
import static io.clv.io.SummaryRole.CUSTOMER;
import static io.clv.io.SummaryRole.FREQUENCY;
import static io.clv.io.SummaryRole.MONETARY_VALUE;
import static io.clv.io.SummaryRole.RECENCY;
import static io.clv.io.SummaryRole.WEIGHT;

import java.util.HashMap;
import java.util.Map;

/** Makes histories of the records of a summary. */
final class SummaryHandler extends RoleHandler<SummaryRole> {

    private final NumberField numbers = new NumberField();
    private SummaryRows rows = new SummaryRows(false, false, false);

    /** The line of each customer, as a customer has one history. */
    private final Map<String, Long> lines = new HashMap<>();

    SummaryHandler(String file, int maxProblems, Map<SummaryRole, String> named) {
        super(file, maxProblems, SummaryRole.class, named);
    }

    /** What was read, once the parser has come to the end. */
    SummaryFile toSummaryFile() {
        return new SummaryFile(rows, problems(), rowCount(), notes());
    }

    @Override
    void found(Header header) {
        rows = new SummaryRows(has(CUSTOMER), has(MONETARY_VALUE), has(WEIGHT));
    }

    @Override
    void take(Cell<SummaryRole> cell, char[] buffer, int from, int to) {
        if (cell.role == CUSTOMER) {
            if (cell.text.isBlank()) {
                report(cell.field, buffer, from, to, "must not be blank");
            }
        } else if (cell.role == MONETARY_VALUE && cell.text.isBlank()) {
            // Who has not come back has no amount; that the others need one is seen with the whole row.
            cell.value = Double.NaN;
        } else if (numbers.read(buffer, from, to)) {
            cell.value = numbers.value();
        } else {
            report(cell.field, buffer, from, to, numbers.fault());
        }
    }

    @Override
    void checkRow() {
        double x = value(FREQUENCY, 0);
        double last = value(RECENCY, 0);
        double age = value(AGE, 0);
        if (!(x >= 0 && x <= Integer.MAX_VALUE && x == Math.rint(x))) {
            fault(FREQUENCY, "must be a whole number from 0 to " + Integer.MAX_VALUE);
        } else if (age < 0) {
            fault(AGE, "must not be negative");
        } else if (last < 0 || last > age) {
            fault(RECENCY, "must be between 0 and the age, " + PlainNumber.of(age));
        } else if (x == 0 && last > 0) {
            fault(RECENCY, "must be 0 where the frequency is 0");
        } else if (x > 0 && last == 0) {
            fault(RECENCY, "must be above 0 where the frequency is above 0, " + (int) x);
        }
        if (x > 0 && Double.isNaN(value(MONETARY_VALUE, 0))) {
            fault(MONETARY_VALUE, AmountField.NO_NUMBER);
        }
        if (value(WEIGHT, 0) < 0) {
            fault(WEIGHT, "must not be negative");
        }
        Long line = has(CUSTOMER) ? lines.get(text(CUSTOMER)) : null;
        if (line != null) {
            fault(CUSTOMER, "must have one row, but is in line " + line + " already");
        }
    }

    @Override
    void addRow() {
        if (has(CUSTOMER)) {
            lines.put(text(CUSTOMER), line());
        }
        double mean = value(MONETARY_VALUE, 0);
        rows.add(
                rowCount(),
                has(CUSTOMER) ? text(CUSTOMER) : null,
                value(FREQUENCY, 0),
                value(RECENCY, 0),
                value(AGE, 0),
                Double.isNaN(mean) ? 0 : mean,
                value(WEIGHT, 0));
    }
}
