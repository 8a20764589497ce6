package io.clv.io;

import io.clv.ledger.Attributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a log say of their customers beside the transactions, in the columns that were asked for. A customer
 * has one value in each: the first that a row without a problem gives, and a row that gives another has a problem.
 */
final class FurtherColumns {

    /** Takes what is wrong with a field. */
    interface Faults {
        void report(int field, char[] buffer, int from, int to, String message);
    }

    private final List<CustomerColumn> columns = new ArrayList<>();
    private final List<Integer> fields = new ArrayList<>();
    private final IdPlaces ids = new IdPlaces();
    private @Nullable CustomerColumn[] byField = {};
    private int place;

    /** Takes the next column from a field, of so many. */
    void add(CustomerColumn column, int field, int fieldCount) {
        if (byField.length == 0) {
            byField = new @Nullable CustomerColumn[fieldCount];
        }
        byField[field] = column;
        columns.add(column);
        fields.add(field);
    }

    /** Reads a field of a row, if it was asked for; gives what is wrong with it, or "". */
    String read(int field, char[] buffer, int from, int to) {
        CustomerColumn column = field < byField.length ? byField[field] : null;
        return column == null ? "" : column.read(buffer, from, to);
    }

    /** Compares the row that was read with what is known of its customer, the first characters. */
    void compare(char[] id, int idLength, Faults faults) {
        if (columns.isEmpty()) {
            return;
        }
        place = columns.stream().anyMatch(CustomerColumn::isGiven) ? ids.of(id, idLength) : -1;
        for (int i = 0; i < columns.size() && place >= 0; i++) {
            CustomerColumn column = columns.get(i);
            String conflict = column.conflict(place);
            if (!conflict.isEmpty()) {
                faults.report(fields.get(i), column.cell(), 0, column.cellLength(), conflict);
            }
        }
    }

    /** Keeps what the row that was compared says. */
    void keep(long line) {
        for (int i = 0; i < columns.size() && place >= 0; i++) {
            columns.get(i).keep(place, line);
        }
    }

    Attributes toAttributes() {
        Attributes.Builder attributes = Attributes.builder();
        String[] known = ids.ids();
        columns.forEach(column -> column.addTo(attributes, known));
        return attributes.build();
    }
}
