package io.clv.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a history. First the sealed ranges, each as the distance from what came before; then for each its rows as
 * counts; then the days with rows. An amount takes 64 bits or fewer unless a flag says that a sum of its piece has run
 * over them. Periods that a range cuts are known from the range.
 */
final class HistoryWriter {

    /** Of a day, below the number of its purchases. */
    static final int REFUNDS = 1;

    static final int WIDE = 2;
    static final int DAY_FLAGS = 2;

    /** Of a sealed piece. */
    static final int HEAD = 1;

    static final int TAIL = 2;
    static final int PURCHASES = 4;
    static final int MONEY = 8;
    static final int IGNORED = 16;
    static final int SEALED_WIDE = 32;
    static final int SEALED_FLAGS = 63;

    /** Of a period that a range cuts. */
    static final int PURCHASE = 1;

    static final int REFUND = 2;

    private HistoryWriter() {}

    static byte[] toBytes(History history) {
        ByteWriter out = new ByteWriter();
        write(history, out);
        return out.toBytes();
    }

    static void write(History history, ByteWriter out) {
        writeRanges(history.sealed(), out);
        Map<Integer, SealedPiece> sealed = new TreeMap<>();
        List<DayPiece> days = new ArrayList<>();
        for (Piece piece : history.pieces()) {
            if (piece instanceof SealedPiece range) {
                sealed.put(range.firstDay(), range);
            } else if (piece instanceof DayPiece day) {
                days.add(day);
            }
        }
        for (DayRange range : history.sealed().ranges()) {
            SealedPiece piece = sealed.get(range.first());
            if (piece == null) {
                out.writeUnsigned(0);
            } else {
                writeSealed(piece, out);
            }
        }
        writeDays(days, out);
    }

    static void writeRanges(SealedRanges sealed, ByteWriter out) {
        List<DayRange> ranges = sealed.ranges();
        boolean fromBeginning = !ranges.isEmpty() && ranges.get(0).first() == DayRange.BEGINNING;
        out.writeUnsigned(ranges.size() * 2L + (fromBeginning ? 1 : 0));
        long before = 0;
        for (DayRange range : ranges) {
            if (range.first() == DayRange.BEGINNING) {
                out.writeSigned(range.last());
            } else {
                out.writeSigned(range.first() - before);
                out.writeUnsigned((long) range.last() - range.first());
            }
            before = range.last();
        }
    }

    private static void writeSealed(SealedPiece piece, ByteWriter out) {
        ClosedPeriods closed = piece.closed();
        boolean wide = !piece.sumIgnored().fits()
                || !closed.all().fits()
                || !closed.repeats().fits()
                || isWide(piece.head())
                || isWide(piece.tail());
        int flags = flag(piece.head() != null, HEAD)
                | flag(piece.tail() != null, TAIL)
                | flag(closed.purchases() > 0, PURCHASES)
                | flag(!closed.equals(ClosedPeriods.NONE), MONEY)
                | flag(piece.refundsIgnored() > 0, IGNORED)
                | flag(wide, SEALED_WIDE);
        out.writeUnsigned(piece.rows());
        out.writeByte(flags);
        if (piece.refundsIgnored() > 0) {
            out.writeUnsigned(piece.refundsIgnored());
            writeAmount(piece.sumIgnored(), wide, out);
        }
        writeCell(piece.head(), wide, out);
        writeCell(piece.tail(), wide, out);
        if (closed.purchases() > 0) {
            out.writeUnsigned(closed.purchases());
            out.writeSigned(closed.first());
            out.writeUnsigned((long) closed.last() - closed.first());
            writeAmount(closed.repeats(), wide, out);
        }
        if ((flags & MONEY) != 0) {
            writeAmount(closed.all(), wide, out);
        }
    }

    private static int flag(boolean is, int flag) {
        return is ? flag : 0;
    }

    private static boolean isWide(@Nullable PeriodCell cell) {
        return cell != null && !cell.net().fits();
    }

    private static void writeCell(@Nullable PeriodCell cell, boolean wide, ByteWriter out) {
        if (cell != null) {
            out.writeByte(flag(cell.purchase(), PURCHASE) | flag(cell.refund(), REFUND));
            writeAmount(cell.net(), wide, out);
        }
    }

    private static void writeDays(List<DayPiece> days, ByteWriter out) {
        out.writeUnsigned(days.size());
        for (int i = 0; i < days.size(); i++) {
            DayPiece day = days.get(i);
            boolean wide = !day.bought().fits() || !day.returned().fits();
            if (i == 0) {
                out.writeSigned(day.day());
            } else {
                out.writeUnsigned((long) day.day() - days.get(i - 1).day() - 1);
            }
            out.writeUnsigned(day.purchases() << DAY_FLAGS | flag(day.refunds() > 0, REFUNDS) | flag(wide, WIDE));
            if (day.purchases() > 0) {
                writeAmount(day.bought(), wide, out);
            }
            if (day.refunds() > 0) {
                out.writeUnsigned(day.refunds());
                writeAmount(day.returned(), wide, out);
            }
        }
    }

    private static void writeAmount(ExactAmount amount, boolean wide, ByteWriter out) {
        out.writeSigned(amount.wrapped());
        if (wide) {
            out.writeSigned(amount.wraps());
        }
    }
}
