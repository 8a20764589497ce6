package io.clv.segment;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who moved from which segment to which between two dates, and what they were worth before and after. Customers are
 * matched by id. Who came in between is a newcomer, and who is in the earlier table only, which a log without refunds
 * does not have, is counted as missing: the customers of each segment at the earlier date are those who moved somewhere
 * and those who are missing.
 *
 * <p>Segments by what customers did are full of chance, and chance does not last: of those who were at the top many
 * were there by luck, and fall back though nothing has happened to them (regression to the mean). So moves alone say
 * nothing; {@link #beside} puts {@linkplain ExpectedMoves those to be expected} next to them.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Migration {

    private final CustomerAmounts before;
    private final Groups then;
    private final CustomerAmounts after;
    private final Groups now;
    private final int[][] moved;
    private final CompensatedSum[][] worthBefore;
    private final CompensatedSum[][] worthAfter;
    private final int[] newcomers;
    private final CompensatedSum[] worthOfNewcomers;
    private final int[] missing;
    private final Optional<ExpectedMoves> expected;

    private Migration(CustomerAmounts before, Groups then, CustomerAmounts after, Groups now) {
        this.before = before;
        this.then = then;
        this.after = after;
        this.now = now;
        expected = Optional.empty();
        int from = then.labels().size();
        int to = now.labels().size();
        moved = new int[from][to];
        worthBefore = new CompensatedSum[from][to];
        worthAfter = new CompensatedSum[from][to];
        for (int code = 0; code < from; code++) {
            Arrays.setAll(worthBefore[code], each -> new CompensatedSum());
            Arrays.setAll(worthAfter[code], each -> new CompensatedSum());
        }
        newcomers = new int[to];
        worthOfNewcomers = new CompensatedSum[to];
        Arrays.setAll(worthOfNewcomers, each -> new CompensatedSum());
        missing = new int[from];
        count();
    }

    private Migration(Migration observed, ExpectedMoves expected) {
        before = observed.before;
        then = observed.then;
        after = observed.after;
        now = observed.now;
        moved = observed.moved;
        worthBefore = observed.worthBefore;
        worthAfter = observed.worthAfter;
        newcomers = observed.newcomers;
        worthOfNewcomers = observed.worthOfNewcomers;
        missing = observed.missing;
        this.expected = Optional.of(expected);
    }

    private void count() {
        CustomerTable earlier = before.customers();
        CustomerTable later = after.customers();
        boolean[] known = new boolean[later.size()];
        for (int row = 0; row < earlier.size(); row++) {
            int from = then.code(row);
            int match = later.indexOf(earlier.id(row));
            if (match < 0) {
                missing[from]++;
                continue;
            }
            known[match] = true;
            int to = now.code(match);
            moved[from][to]++;
            worthBefore[from][to].add(before.amount(row));
            worthAfter[from][to].add(after.amount(match));
        }
        for (int row = 0; row < known.length; row++) {
            if (!known[row]) {
                newcomers[now.code(row)]++;
                worthOfNewcomers[now.code(row)].add(after.amount(row));
            }
        }
    }

    /**
     * Counts the moves.
     *
     * @param before what customers were worth at the earlier date
     * @param then their segments at that date
     * @param after what customers were worth at the later date
     * @param now their segments at that date, of the same labels or of others
     * @return the moves
     * @throws IllegalArgumentException if groups and amounts are of other rows, the currencies differ, or the dates are
     *     not in this order
     */
    public static Migration of(CustomerAmounts before, Groups then, CustomerAmounts after, Groups now) {
        before.requireRows("segments at the earlier date", then.size());
        after.requireRows("segments at the later date", now.size());
        if (!before.currency().equals(after.currency())) {
            throw new IllegalArgumentException("both amounts must be in the same currency, but were in "
                    + before.currency() + " and " + after.currency());
        }
        if (!before.customers().observedThrough().isBefore(after.customers().observedThrough())) {
            throw new IllegalArgumentException("the earlier date must be before the later, "
                    + after.customers().observedThrough() + ", but was "
                    + before.customers().observedThrough());
        }
        return new Migration(before, then, after, now);
    }

    /**
     * Customers who were in one segment and are in another, or still in the same.
     *
     * @param from the segment at the earlier date
     * @param to the segment at the later date
     * @param customers how many
     * @param share of those who were in the first
     * @param before what they were worth at the earlier date
     * @param after what they are worth at the later date
     * @param expected how many were to be expected; empty where nothing is {@linkplain Migration#beside beside}
     * @param surprise how many standard deviations of chance more they are than expected; empty as well where chance
     *     leaves no choice
     */
    public record Move(
            String from,
            String to,
            int customers,
            Ratio share,
            Money before,
            Money after,
            OptionalDouble expected,
            OptionalDouble surprise) {}

    /**
     * These moves beside those to be expected.
     *
     * @param moves expected of the same customers in the same segments
     * @return the moves with both
     * @throws IllegalArgumentException if they are of other segments or customers
     */
    public Migration beside(ExpectedMoves moves) {
        if (!moves.from().equals(then) || !moves.to().equals(now.labels())) {
            throw new IllegalArgumentException("expected moves must be of the same segments of the same customers, but"
                    + " were from " + moves.from() + " to " + moves.to());
        }
        return new Migration(this, moves);
    }

    /**
     * What was to be expected.
     *
     * @return empty unless it was put {@linkplain #beside beside}
     */
    public Optional<ExpectedMoves> expected() {
        return expected;
    }

    /**
     * The segments at the earlier date.
     *
     * @return one for each row of the earlier table
     */
    public Groups then() {
        return then;
    }

    /**
     * The segments at the later date.
     *
     * @return one for each row of the later table
     */
    public Groups now() {
        return now;
    }

    /**
     * The customers who moved from one segment to another, or stayed.
     *
     * @param from the code of the segment at the earlier date
     * @param to the code of the segment at the later date
     * @return how many
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public int moved(int from, int to) {
        return moved[from][to];
    }

    /**
     * The customers of a segment at the later date who were not there at the earlier.
     *
     * @param to the code of the segment
     * @return how many
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public int newcomers(int to) {
        return newcomers[to];
    }

    /**
     * What the newcomers in a segment are worth.
     *
     * @param to the code of the segment
     * @return the sum, rounded once
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public Money valueOfNewcomers(int to) {
        return after.money(worthOfNewcomers[to].value());
    }

    /**
     * The customers of a segment at the earlier date who are not in the later table.
     *
     * @param from the code of the segment
     * @return how many
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public int missing(int from) {
        return missing[from];
    }

    /**
     * All moves.
     *
     * @return a row for each pair of segments, those without customers too
     */
    public List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (int from = 0; from < moved.length; from++) {
            for (int to = 0; to < moved[from].length; to++) {
                moves.add(move(from, to));
            }
        }
        return List.copyOf(moves);
    }

    private Move move(int from, int to) {
        int start = then.count(from);
        int count = moved[from][to];
        OptionalDouble mean =
                expected.map(each -> OptionalDouble.of(each.mean(from, to))).orElse(OptionalDouble.empty());
        double deviation =
                expected.map(each -> each.standardDeviation(from, to)).orElse(0.0);
        return new Move(
                then.labels().get(from),
                now.labels().get(to),
                count,
                start == 0 ? Ratio.ZERO : Ratio.of((double) count / start),
                before.money(worthBefore[from][to].value()),
                after.money(worthAfter[from][to].value()),
                mean,
                deviation > 0 ? OptionalDouble.of((count - mean.orElseThrow()) / deviation) : OptionalDouble.empty());
    }

    /**
     * The customers who are in the segment in which they were.
     *
     * @return how many; empty where the two dates have other segments
     */
    public Optional<Integer> stayed() {
        return sum(0);
    }

    /**
     * The customers who went up in the order of the labels.
     *
     * @return how many; empty where the two dates have other segments
     */
    public Optional<Integer> rose() {
        return sum(1);
    }

    /**
     * The customers who went down in the order of the labels.
     *
     * @return how many; empty where the two dates have other segments
     */
    public Optional<Integer> fell() {
        return sum(-1);
    }

    private Optional<Integer> sum(int direction) {
        if (!then.labels().equals(now.labels())) {
            return Optional.empty();
        }
        int sum = 0;
        for (int from = 0; from < moved.length; from++) {
            for (int to = 0; to < moved.length; to++) {
                sum += Integer.signum(to - from) == direction ? moved[from][to] : 0;
            }
        }
        return Optional.of(sum);
    }

    /**
     * The moves in words: for each segment where its customers went, and how many were to be expected there.
     *
     * @return some lines of English
     */
    public String explain() {
        return new MigrationText(this, before, after).text();
    }

    @Override
    public String toString() {
        return Wording.customers(then.size()) + " from " + before.customers().observedThrough() + " to "
                + after.customers().observedThrough();
    }
}
