package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Histories of many customers in order of their ids, each as its bytes: a tenth of the memory of objects, and those of
 * customers who are not touched are shared between a set of states and the next.
 */
final class StateColumns {

    private static final String NAME = "a history";

    final Ids ids;
    private final byte[][] histories;

    /** Takes ownership of the histories, one for each id. */
    StateColumns(Ids ids, byte[][] histories) {
        this.ids = ids;
        this.histories = histories;
    }

    /** What two histories of one customer make. */
    interface Merge {
        History of(History mine, History other, String customer);
    }

    /** The customers of a log, whose refunds the caller has dealt with. */
    static StateColumns of(Log log) {
        CodedRows rows = log.coded();
        RowOrder order = new RowOrder(
                rows,
                log.currency(),
                CalendarGrid.days(),
                Long.MIN_VALUE,
                Integer.MAX_VALUE,
                RefundPolicy.NET,
                AfterEnd.LEAVE_OUT);
        byte[][] histories = new byte[rows.ids.size()][];
        ByteWriter out = new ByteWriter();
        for (int customer = 0; customer < histories.length; customer++) {
            List<Piece> days = days(rows, order, order.begin[customer], order.begin[customer + 1]);
            out.clear();
            HistoryWriter.write(new History(SealedRanges.NONE, days), out);
            histories[customer] = out.toBytes();
        }
        return new StateColumns(rows.ids.areNumbers() ? rows.ids : texts(rows.ids.size(), rows.ids::text), histories);
    }

    /** The customers with rows among some, who are given in order of their ids, numbers before text. */
    static StateColumns of(Collection<CustomerState> ascending) {
        List<CustomerState> states =
                ascending.stream().filter(state -> state.rows() > 0).toList();
        boolean numbers = !states.isEmpty() && states.get(0).id().areNumbers();
        byte[][] histories = new byte[states.size()][];
        long[] keys = new long[histories.length];
        for (int row = 0; row < histories.length; row++) {
            CustomerState state = states.get(row);
            if (state.id().areNumbers() != numbers) {
                throw new IllegalArgumentException("ids must be all numbers or all text, but were number '"
                        + states.get(0).customer() + "' and text '" + state.customer() + "'");
            }
            keys[row] = state.id().key(0);
            histories[row] = HistoryWriter.toBytes(state.history());
        }
        Ids ids = numbers
                ? Ids.ofNumbers(keys)
                : texts(histories.length, row -> states.get(row).customer());
        return new StateColumns(ids, histories);
    }

    private static List<Piece> days(CodedRows rows, RowOrder order, int from, int to) {
        List<Piece> days = new ArrayList<>();
        for (int at = from; at < to; ) {
            int day = RowOrder.period(order.keys[at]);
            DayPiece piece = DayPiece.of(day, rows.minor[RowOrder.row(order.keys[at++])]);
            while (at < to && RowOrder.period(order.keys[at]) == day) {
                piece = piece.plus(DayPiece.of(day, rows.minor[RowOrder.row(order.keys[at++])]));
            }
            days.add(piece);
        }
        return days;
    }

    private static Ids texts(int size, IntFunction<String> text) {
        String[] texts = new String[size];
        Arrays.setAll(texts, text);
        return Ids.ofTexts(texts);
    }

    int size() {
        return histories.length;
    }

    byte[] bytes(int row) {
        return histories[row];
    }

    History history(int row, LedgerOptions options) {
        return HistoryReader.read(new ByteReader(NAME, histories[row], histories[row].length), options);
    }

    Ids id(int row) {
        return ids.areNumbers() ? Ids.ofNumbers(new long[] {ids.key(row)}) : Ids.ofTexts(new String[] {ids.text(row)});
    }

    /** The customers of both; the other's ids are of the same kind, or there are none on one side. */
    StateColumns plus(StateColumns other, LedgerOptions options, Merge merge) {
        if (other.size() == 0) {
            return size() == 0 && other.ids.areNumbers() ? other : this;
        }
        if (size() == 0) {
            return other;
        }
        IdMerge both = new IdMerge(ids, other.ids);
        byte[][] merged = new byte[both.size()][];
        for (int row = 0; row < merged.length; row++) {
            int mine = both.inLeft(row);
            int theirs = both.inRight(row);
            if (theirs < 0) {
                merged[row] = histories[mine];
            } else if (mine < 0) {
                merged[row] = other.histories[theirs];
            } else {
                History sum = merge.of(history(mine, options), other.history(theirs, options), ids.text(mine));
                merged[row] = HistoryWriter.toBytes(sum);
            }
        }
        return new StateColumns(both.ids(), merged);
    }

    /** The same customers with all days of a range sealed. */
    StateColumns sealed(DayRange range, LedgerOptions options) {
        byte[][] sealed = new byte[size()][];
        for (int row = 0; row < sealed.length; row++) {
            sealed[row] = HistoryWriter.toBytes(history(row, options).sealed(range, options));
        }
        return new StateColumns(ids, sealed);
    }

    /** The same without a customer, whose id is in no dictionary that is left. */
    StateColumns without(int row) {
        byte[][] others = new byte[size() - 1][];
        System.arraycopy(histories, 0, others, 0, row);
        System.arraycopy(histories, row + 1, others, row, others.length - row);
        if (!ids.areNumbers()) {
            return new StateColumns(texts(others.length, i -> ids.text(i < row ? i : i + 1)), others);
        }
        long[] numbers = new long[others.length];
        Arrays.setAll(numbers, i -> ids.key(i < row ? i : i + 1));
        return new StateColumns(Ids.ofNumbers(numbers), others);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateColumns columns
                && ids.equals(columns.ids)
                && Arrays.deepEquals(histories, columns.histories);
    }

    @Override
    public int hashCode() {
        return 31 * ids.hashCode() + Arrays.deepHashCode(histories);
    }
}
