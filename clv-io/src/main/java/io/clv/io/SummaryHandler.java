package io.clv.io;

import static io.clv.io.SummaryRole.AGE;
import static io.clv.io.SummaryRole.CUSTOMER;
import static io.clv.io.SummaryRole.FREQUENCY;
import static io.clv.io.SummaryRole.MONETARY_VALUE;
import static io.clv.io.SummaryRole.RECENCY;
import static io.clv.io.SummaryRole.WEIGHT;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes histories of the records of a summary. */
final class SummaryHandler extends RecordHandler {

    private final Map<SummaryRole, String> named;
    private final NumberField numbers = new NumberField();
    private final Map<SummaryRole, Cell> cells = new EnumMap<>(SummaryRole.class);
    private @Nullable Cell[] byField = {};
    private SummaryRows rows = new SummaryRows(false, false, false);

    /** The line of each customer, as a customer has one history. */
    private final Map<String, Long> lines = new HashMap<>();

    SummaryHandler(String file, int maxProblems, Map<SummaryRole, String> named) {
        super(file, maxProblems);
        this.named = named;
    }

    /** The cell of one column in the row that is being read. */
    private static final class Cell {
        final SummaryRole role;
        final int field;
        String text = "";
        double value;

        Cell(SummaryRole role, int field) {
            this.role = role;
            this.field = field;
        }
    }

    /** What was read, once the parser has come to the end. */
    SummaryFile toSummaryFile() {
        return new SummaryFile(rows, problems(), rowCount(), notes());
    }

    @Override
    void begin(Header found) {
        byField = new @Nullable Cell[found.size()];
        for (SummaryRole role : SummaryRole.values()) {
            int column = use(found, found.find(role, named.get(role)), role.word());
            if (column >= 0) {
                Cell cell = new Cell(role, column);
                byField[column] = cell;
                cells.put(role, cell);
            }
        }
        rows = new SummaryRows(
                cells.containsKey(CUSTOMER), cells.containsKey(MONETARY_VALUE), cells.containsKey(WEIGHT));
    }

    @Override
    void take(int field, char[] buffer, int from, int to) {
        Cell cell = field < byField.length ? byField[field] : null;
        if (cell == null) {
            return;
        }
        cell.text = new String(buffer, from, to - from);
        if (cell.role == CUSTOMER) {
            if (cell.text.isBlank()) {
                report(field, buffer, from, to, "must not be blank");
            }
        } else if (cell.role == MONETARY_VALUE && cell.text.isBlank()) {
            // Who has not come back has no amount; that the others need one is seen with the whole row.
            cell.value = Double.NaN;
        } else if (numbers.read(buffer, from, to)) {
            cell.value = numbers.value();
        } else {
            report(field, buffer, from, to, numbers.fault());
        }
    }

    @Override
    void checkRow() {
        double x = value(FREQUENCY);
        double last = value(RECENCY);
        double age = value(AGE);
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
        if (x > 0 && Double.isNaN(value(MONETARY_VALUE))) {
            fault(MONETARY_VALUE, AmountField.NO_NUMBER);
        }
        if (value(WEIGHT) < 0) {
            fault(WEIGHT, "must not be negative");
        }
        Cell customer = cells.get(CUSTOMER);
        Long line = customer == null ? null : lines.get(customer.text);
        if (line != null) {
            fault(CUSTOMER, "must have one row, but is in line " + line + " already");
        }
    }

    /** The number of a column, 0 where the file has no such column. */
    private double value(SummaryRole role) {
        Cell cell = cells.get(role);
        return cell == null ? 0 : cell.value;
    }

    private void fault(SummaryRole role, String rule) {
        Cell cell = cells.get(role);
        if (cell != null) {
            report(cell.field, cell.text, rule);
        }
    }

    @Override
    void addRow() {
        Cell customer = cells.get(CUSTOMER);
        if (customer != null) {
            lines.put(customer.text, line());
        }
        double mean = value(MONETARY_VALUE);
        rows.add(
                rowCount(),
                customer == null ? null : customer.text,
                value(FREQUENCY),
                value(RECENCY),
                value(AGE),
                Double.isNaN(mean) ? 0 : mean,
                value(WEIGHT));
    }
}
