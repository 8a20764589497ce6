package io.clv.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a state knows of its customer: a piece for each day with rows, and one for each sealed range with rows, in order
 * of time.
 *
 * @param sealed the sealed ranges, with rows or without
 * @param pieces the pieces
 */
record History(SealedRanges sealed, List<Piece> pieces) {

    static final History NONE = new History(SealedRanges.NONE, List.of());

    static History of(int day, long minorUnits) {
        return new History(SealedRanges.NONE, List.of(DayPiece.of(day, minorUnits)));
    }

    /** The rows of some columns, in any order. */
    static History of(int[] days, long[] minorUnits) {
        TreeMap<Integer, DayPiece> byDay = new TreeMap<>();
        for (int row = 0; row < days.length; row++) {
            byDay.merge(days[row], DayPiece.of(days[row], minorUnits[row]), DayPiece::plus);
        }
        return new History(SealedRanges.NONE, List.copyOf(byDay.values()));
    }

    long rows() {
        long rows = 0;
        for (Piece piece : pieces) {
            rows = RowCounts.sum(rows, piece.rows());
        }
        return rows;
    }

    /**
     * This and another history of the same customer; {@code customer} names it if they are at odds.
     *
     * @throws IllegalArgumentException if sealed ranges overlap, or one has rows where the other is sealed
     */
    History plus(History other, String customer, LedgerOptions options) {
        requireApart(other, customer);
        List<Piece> all = merged(other.pieces);
        return other.sealed.isEmpty()
                ? new History(sealed, all)
                : new History(sealed, all).sealed(sealed.plus(other.sealed), options);
    }

    /**
     * Many histories of the same customer, as {@link #plus} makes them one after the other; {@code customer} names it
     * if they are at odds.
     *
     * @throws IllegalArgumentException if sealed ranges overlap, or one has rows where another is sealed
     */
    static History sum(List<History> parts, String customer, LedgerOptions options) {
        List<DayPiece> days = new ArrayList<>();
        for (History part : parts) {
            if (!part.sealed.isEmpty()) {
                return parts.stream()
                        .reduce((sum, other) -> sum.plus(other, customer, options))
                        .orElse(NONE);
            }
            for (Piece piece : part.pieces) {
                if (piece instanceof DayPiece day) {
                    days.add(day);
                }
            }
        }
        days.sort(Comparator.comparingInt(DayPiece::day));
        List<Piece> all = new ArrayList<>(days.size());
        for (int at = 0; at < days.size(); ) {
            DayPiece day = days.get(at++);
            while (at < days.size() && days.get(at).day() == day.day()) {
                day = day.plus(days.get(at++));
            }
            all.add(day);
        }
        return new History(SealedRanges.NONE, Collections.unmodifiableList(all));
    }

    private List<Piece> merged(List<Piece> others) {
        List<Piece> all = new ArrayList<>(pieces.size() + others.size());
        int at = 0;
        for (Piece piece : others) {
            while (at < pieces.size() && pieces.get(at).firstDay() < piece.firstDay()) {
                all.add(pieces.get(at++));
            }
            // Two pieces that begin on one day are of one day: no range is sealed where another has rows.
            if (piece instanceof DayPiece day
                    && at < pieces.size()
                    && pieces.get(at).firstDay() == piece.firstDay()
                    && pieces.get(at) instanceof DayPiece same) {
                all.add(same.plus(day));
                at++;
            } else {
                all.add(piece);
            }
        }
        all.addAll(pieces.subList(at, pieces.size()));
        return Collections.unmodifiableList(all);
    }

    private void requireApart(History other, String customer) {
        for (DayRange range : other.sealed.ranges()) {
            Optional<DayRange> mine = sealed.overlapping(range);
            if (mine.isPresent()) {
                throw new IllegalArgumentException("customer '" + customer + "' is sealed " + mine.get()
                        + " in one state and " + range + " in the other; sealed ranges must not overlap");
            }
        }
        requireNoRowsWhereSealed(other, customer);
        other.requireNoRowsWhereSealed(this, customer);
    }

    private void requireNoRowsWhereSealed(History other, String customer) {
        if (sealed.isEmpty()) {
            return;
        }
        for (Piece piece : other.pieces) {
            Optional<DayRange> range = sealed.holding(piece.firstDay());
            if (range.isPresent()) {
                throw new IllegalArgumentException("customer '" + customer + "' has rows of "
                        + LocalDate.ofEpochDay(piece.firstDay()) + " in one state, but is sealed " + range.get()
                        + " in the other; a sealed range takes no more rows");
            }
        }
    }

    /** The same with more days sealed. */
    History sealed(DayRange range, LedgerOptions options) {
        return sealed(sealed.plus(range), options);
    }

    /** The same with one sealed piece for each of some ranges that hold all that are sealed so far. */
    private History sealed(SealedRanges ranges, LedgerOptions options) {
        TreeMap<Integer, Piece> byDay = new TreeMap<>();
        pieces.forEach(piece -> byDay.put(piece.firstDay(), piece));
        for (DayRange range : ranges.ranges()) {
            Map<Integer, Piece> within = byDay.subMap(range.first(), true, range.last(), true);
            if (!within.isEmpty()) {
                Sealing sealing = new Sealing(range, options);
                within.values().forEach(piece -> piece.addTo(sealing, options));
                within.clear();
                byDay.put(range.first(), sealing.piece());
            }
        }
        return new History(ranges, List.copyOf(byDay.values()));
    }
}
