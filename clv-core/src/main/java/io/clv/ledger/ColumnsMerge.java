package io.clv.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Puts many columns of states together. Each customer's rows are gone over once, however many columns there are; what
 * is in one column only is not even read.
 */
final class ColumnsMerge {

    private final LedgerOptions options;
    private final boolean numbers;
    private final PriorityQueue<Cursor> next;
    private final List<String> texts = new ArrayList<>();
    private long[] keys;
    private byte[][] histories;
    private int size;

    private ColumnsMerge(List<StateColumns> columns, LedgerOptions options) {
        this.options = options;
        this.numbers = columns.get(0).ids.areNumbers();
        this.next = new PriorityQueue<>(
                numbers
                        ? Comparator.comparingLong(cursor -> cursor.key)
                        : Comparator.comparing(cursor -> cursor.text, CodePoints.ORDER));
        columns.forEach(some -> next.add(new Cursor(some)));
        int least = columns.stream().mapToInt(StateColumns::size).max().orElse(0);
        keys = new long[numbers ? least : 0];
        histories = new byte[least][];
    }

    /** The customers of all columns; there is one at least, none is empty, and ids are of one kind. */
    static StateColumns of(List<StateColumns> columns, LedgerOptions options) {
        return new ColumnsMerge(columns, options).merged();
    }

    private StateColumns merged() {
        List<Cursor> same = new ArrayList<>();
        while (!next.isEmpty()) {
            same.clear();
            Cursor first = next.remove();
            same.add(first);
            while (!next.isEmpty() && first.isOfTheCustomerOf(next.peek())) {
                same.add(next.remove());
            }
            put(first, same.size() == 1 ? first.bytes() : sum(same));
            for (Cursor cursor : same) {
                if (cursor.advance()) {
                    next.add(cursor);
                }
            }
        }
        Ids ids = numbers ? Ids.ofNumbers(Arrays.copyOf(keys, size)) : Ids.ofTexts(texts.toArray(String[]::new));
        return new StateColumns(ids, Arrays.copyOf(histories, size));
    }

    private byte[] sum(List<Cursor> cursors) {
        List<History> parts = new ArrayList<>(cursors.size());
        cursors.forEach(cursor -> parts.add(cursor.history()));
        return HistoryWriter.toBytes(History.sum(parts, cursors.get(0).customer(), options));
    }

    private void put(Cursor cursor, byte[] history) {
        if (size == histories.length) {
            int more = Math.addExact(size, Math.max(16, size >> 1));
            histories = Arrays.copyOf(histories, more);
            keys = numbers ? Arrays.copyOf(keys, more) : keys;
        }
        if (numbers) {
            keys[size] = cursor.key;
        } else {
            texts.add(cursor.text);
        }
        histories[size++] = history;
    }

    /** A place in one of the columns. */
    private final class Cursor {

        private final StateColumns columns;
        private int row;
        private long key;
        private String text = "";

        Cursor(StateColumns columns) {
            this.columns = columns;
            look();
        }

        private void look() {
            key = columns.ids.key(row);
            if (!numbers) {
                text = columns.ids.text(row);
            }
        }

        boolean advance() {
            if (++row == columns.size()) {
                return false;
            }
            look();
            return true;
        }

        boolean isOfTheCustomerOf(Cursor other) {
            return numbers ? key == other.key : text.equals(other.text);
        }

        String customer() {
            return columns.ids.text(row);
        }

        byte[] bytes() {
            return columns.bytes(row);
        }

        History history() {
            return columns.history(row, options);
        }
    }
}
