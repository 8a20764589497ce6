package io.clv.io;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of the columns that have a role, and leaves the others alone.
 *
 * @param <R> the roles
 */
abstract class RoleHandler<R extends Enum<R> & ColumnRole> extends RecordHandler {

    private final Map<R, String> named;
    private final Class<R> roles;
    private final Map<R, Cell<R>> cells;
    private @Nullable Cell<R>[] byField = cells(0);

    RoleHandler(String file, int maxProblems, Class<R> roles, Map<R, String> named) {
        super(file, maxProblems);
        this.roles = roles;
        this.named = named;
        cells = new EnumMap<>(roles);
    }

    /** The cell of one column in the row that is being read. */
    static final class Cell<R> {
        final R role;
        final int field;
        String text = "";
        double value;

        private Cell(R role, int field) {
            this.role = role;
            this.field = field;
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type has no other beginning
    private static <R> @Nullable Cell<R>[] cells(int size) {
        return new Cell[size];
    }

    /** Looks at which columns there are. */
    abstract void found(Header header);

    /** Reads a field of a column that has a role; its text is in the cell. */
    abstract void take(Cell<R> cell, char[] buffer, int from, int to);

    @Override
    final void begin(Header header) {
        byField = cells(header.size());
        for (R role : roles.getEnumConstants()) {
            int column = use(header, header.find(role, named.get(role)), role.word());
            if (column >= 0) {
                Cell<R> cell = new Cell<>(role, column);
                byField[column] = cell;
                cells.put(role, cell);
            }
        }
        found(header);
    }

    @Override
    final void take(int field, char[] buffer, int from, int to) {
        Cell<R> cell = field < byField.length ? byField[field] : null;
        if (cell != null) {
            cell.text = new String(buffer, from, to - from);
            take(cell, buffer, from, to);
        }
    }

    /** Whether the file has a column of a role. */
    final boolean has(R role) {
        return cells.containsKey(role);
    }

    /** The number in the column of a role. */
    final double value(R role, double ifNone) {
        Cell<R> cell = cells.get(role);
        return cell == null ? ifNone : cell.value;
    }

    /** The text in the column of a role, empty if there is none. */
    final String text(R role) {
        Cell<R> cell = cells.get(role);
        return cell == null ? "" : cell.text;
    }

    /** Says what is wrong with the value of a role. */
    final void fault(R role, String rule) {
        Cell<R> cell = cells.get(role);
        if (cell != null) {
            report(cell.field, cell.text, rule);
        }
    }
}
