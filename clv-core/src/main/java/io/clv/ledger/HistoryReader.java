package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link HistoryWriter} wrote. Whatever the bytes are, they are refused as corrupt, or a history comes out
 * that can be summarised and merged.
 */
final class HistoryReader {

    /** More than there are from the first day to the last. */
    private static final long DAYS = 1L << Integer.SIZE;

    private final ByteReader in;
    private final CalendarGrid grid;
    private final RefundPolicy refunds;
    private final List<Piece> sealedPieces = new ArrayList<>();
    private final List<Piece> days = new ArrayList<>();
    private long rows;

    private HistoryReader(ByteReader in, LedgerOptions options) {
        this.in = in;
        this.grid = options.grid();
        this.refunds = options.refunds();
    }

    static History read(ByteReader in, LedgerOptions options) {
        return new HistoryReader(in, options).read();
    }

    private History read() {
        SealedRanges sealed = readRanges(in);
        for (DayRange range : sealed.ranges()) {
            long count = in.readUnsigned("the number of rows", 0, RowCounts.MOST);
            if (count > 0) {
                put(readSealed(range, count), sealedPieces);
            }
        }
        readDays(sealed);
        return new History(sealed, sealedPieces.isEmpty() ? Collections.unmodifiableList(days) : allInOrder());
    }

    private List<Piece> allInOrder() {
        TreeMap<Integer, Piece> all = new TreeMap<>();
        sealedPieces.forEach(piece -> all.put(piece.firstDay(), piece));
        days.forEach(piece -> all.put(piece.firstDay(), piece));
        return List.copyOf(all.values());
    }

    private void put(Piece piece, List<Piece> pieces) {
        rows += piece.rows();
        if (rows > RowCounts.MOST) {
            throw in.corrupt("it has more than " + RowCounts.MOST + " rows");
        }
        pieces.add(piece);
    }

    static SealedRanges readRanges(ByteReader in) {
        long header = in.readUnsigned();
        boolean fromBeginning = (header & 1) != 0;
        long count = header >>> 1;
        List<DayRange> ranges = new ArrayList<>();
        if (fromBeginning) {
            ranges.add(DayRange.through(day(in, 0, in.readSigned())));
        }
        while (ranges.size() < count) {
            boolean begins = ranges.isEmpty();
            long before = begins ? 0 : ranges.get(ranges.size() - 1).last();
            int first = day(in, before, in.readSigned());
            if (!begins && first <= before + 1) {
                throw in.corrupt("sealed ranges must be in order and apart");
            }
            ranges.add(new DayRange(first, day(in, first, in.readUnsigned("the length", 0, DAYS))));
        }
        if (ranges.size() > count) {
            throw in.corrupt("a sealed range is beyond their number");
        }
        return ranges.isEmpty() ? SealedRanges.NONE : new SealedRanges(List.copyOf(ranges));
    }

    /** The day so many days after another. */
    private static int day(ByteReader in, long before, long distance) {
        long day = before + distance;
        if (distance < -DAYS || distance > DAYS || day != (int) day) {
            throw in.corrupt("a day is beyond the range of days");
        }
        return (int) day;
    }

    private SealedPiece readSealed(DayRange range, long count) {
        int flags = in.readByte();
        if (flags > HistoryWriter.SEALED_FLAGS) {
            throw in.corrupt("a flag is unknown");
        }
        boolean wide = (flags & HistoryWriter.SEALED_WIDE) != 0;
        long ignored = 0;
        ExactAmount sumIgnored = ExactAmount.ZERO;
        if ((flags & HistoryWriter.IGNORED) != 0) {
            ignored = in.readUnsigned("the number of refunds", 1, refunds == RefundPolicy.IGNORE ? count : 0);
            sumIgnored = negative(readAmount(wide, count));
        }
        boolean cutsFirst = range.cutsFirstPeriod(grid);
        int firstPeriod = grid.indexOfEpochDay(range.first());
        int lastPeriod = grid.indexOfEpochDay(range.last());
        boolean cutsLast = range.cutsLastPeriod(grid) && !(cutsFirst && firstPeriod == lastPeriod);
        PeriodCell head = readCell((flags & HistoryWriter.HEAD) != 0, cutsFirst, firstPeriod, wide, count);
        PeriodCell tail = readCell((flags & HistoryWriter.TAIL) != 0, cutsLast, lastPeriod, wide, count);
        long from = firstPeriod + (cutsFirst ? 1L : 0);
        long to = lastPeriod - (range.cutsLastPeriod(grid) ? 1L : 0);
        return new SealedPiece(range, count, ignored, sumIgnored, head, readClosed(flags, from, to, wide, count), tail);
    }

    private @Nullable PeriodCell readCell(boolean present, boolean possible, int period, boolean wide, long count) {
        if (!present) {
            return null;
        }
        if (!possible) {
            throw in.corrupt("a period is cut that cannot be");
        }
        int flags = in.readByte();
        boolean purchase = (flags & HistoryWriter.PURCHASE) != 0;
        boolean refund = (flags & HistoryWriter.REFUND) != 0;
        if (flags < 1 || flags > (HistoryWriter.PURCHASE | HistoryWriter.REFUND) || (refund && !refundsCount())) {
            throw in.corrupt("a cut period must have purchases or refunds that count");
        }
        ExactAmount net = readAmount(wide, count);
        if ((!refund && net.signum() < 0) || (!purchase && net.signum() >= 0)) {
            throw in.corrupt("a sum must have the sign of its rows");
        }
        return new PeriodCell(period, purchase, refund, net);
    }

    private boolean refundsCount() {
        return refunds == RefundPolicy.NET || refunds == RefundPolicy.NET_DROPPING_PERIODS;
    }

    private ClosedPeriods readClosed(int flags, long from, long to, boolean wide, long count) {
        boolean purchased = (flags & HistoryWriter.PURCHASES) != 0;
        boolean money = (flags & HistoryWriter.MONEY) != 0;
        if (!money) {
            if (purchased) {
                throw in.corrupt("purchases must have a sum");
            }
            return ClosedPeriods.NONE;
        }
        int purchases = 0;
        int first = 0;
        int last = 0;
        ExactAmount repeats = ExactAmount.ZERO;
        if (purchased) {
            purchases = (int) in.readUnsigned("the number of purchase periods", 1, Math.min(count, Integer.MAX_VALUE));
            long firstPeriod = in.readSigned();
            long length = in.readUnsigned("the recency", purchases - 1L, purchases == 1 ? 0 : DAYS);
            if (firstPeriod < from || firstPeriod > to || length > to - firstPeriod) {
                throw in.corrupt("a purchase must be within its sealed range");
            }
            first = (int) firstPeriod;
            last = (int) (firstPeriod + length);
            repeats = readAmount(wide, count);
        }
        return new ClosedPeriods(purchases, first, last, readAmount(wide, count), repeats);
    }

    private void readDays(SealedRanges sealed) {
        long count = in.readUnsigned();
        long before = 0;
        for (long i = 0; i < count; i++) {
            int day = i == 0
                    ? day(in, 0, in.readSigned())
                    : day(in, before + 1, in.readUnsigned("a distance of days", 0, DAYS));
            if (sealed.holding(day).isPresent()) {
                throw in.corrupt("a day with rows is sealed");
            }
            put(readDay(day), days);
            before = day;
        }
    }

    private DayPiece readDay(int day) {
        long header = in.readUnsigned("the number of purchases", 0, RowCounts.MOST << HistoryWriter.DAY_FLAGS | 3);
        boolean wide = (header & HistoryWriter.WIDE) != 0;
        long purchases = header >>> HistoryWriter.DAY_FLAGS;
        ExactAmount bought = ExactAmount.ZERO;
        if (purchases > 0) {
            bought = readAmount(wide, purchases);
            if (bought.signum() < 0) {
                throw in.corrupt("a sum must have the sign of its rows");
            }
        }
        if ((header & HistoryWriter.REFUNDS) == 0) {
            if (purchases == 0) {
                throw in.corrupt("a day must have rows");
            }
            return new DayPiece(day, purchases, 0, bought, ExactAmount.ZERO);
        }
        long count = in.readUnsigned("the number of refunds", 1, refunds == RefundPolicy.REJECT ? 0 : RowCounts.MOST);
        return new DayPiece(day, purchases, count, bought, negative(readAmount(wide, count)));
    }

    private ExactAmount readAmount(boolean wide, long count) {
        long wrapped = in.readSigned();
        long wraps = wide ? in.readSigned() : 0;
        if (wraps < -count || wraps > count) {
            throw in.corrupt("a sum is beyond what its rows can come to");
        }
        return new ExactAmount(wrapped, wraps);
    }

    private ExactAmount negative(ExactAmount sum) {
        if (sum.signum() >= 0) {
            throw in.corrupt("a sum must have the sign of its rows");
        }
        return sum;
    }
}
