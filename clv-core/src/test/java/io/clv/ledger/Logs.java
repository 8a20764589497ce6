package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Random logs with all that is awkward in them, and ways to make ledgers of them. */
final class Logs {

    static final Currency USD = Money.currency("USD");

    private Logs() {}

    /** Ids of which some differ in surrogates, in leading zeros or in blanks only. */
    static Arbitrary<List<SlowSummary.Row>> texts() {
        return rows(Arbitraries.of(
                "a", "b", "B", "7", "07", "10", "9", "a ", "é", "\uFFFD", "😀", "😀a", "𠮷", "\uD83D", "名"));
    }

    static Arbitrary<List<SlowSummary.Row>> numbers() {
        return rows(Arbitraries.oneOf(
                        Arbitraries.longs().between(-5, 12),
                        Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L << 32, 1L << 32, Long.MAX_VALUE))
                .map(String::valueOf));
    }

    private static Arbitrary<List<SlowSummary.Row>> rows(Arbitrary<String> ids) {
        return Combinators.combine(ids, dates(), amounts())
                .as(SlowSummary.Row::new)
                .list()
                .ofMaxSize(80);
    }

    static Arbitrary<LocalDate> dates() {
        return Arbitraries.integers()
                .between(-400, 800)
                .withDistribution(RandomDistribution.uniform())
                .map(day -> LocalDate.of(1970, 1, 1).plusDays(day));
    }

    private static Arbitrary<Long> amounts() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(1, 100_00)),
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(2, Arbitraries.longs().between(-100_00, -1)));
    }

    static Arbitrary<CalendarGrid> grids() {
        return Arbitraries.of(
                CalendarGrid.days(),
                CalendarGrid.weeks(DayOfWeek.MONDAY),
                CalendarGrid.weeks(DayOfWeek.SUNDAY),
                CalendarGrid.months(),
                CalendarGrid.years());
    }

    /** All options that refuse no row. */
    static Arbitrary<LedgerOptions> options() {
        return Combinators.combine(
                        grids(),
                        Arbitraries.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS),
                        policies())
                .as((grid, unit, refunds) -> new LedgerOptions(grid, unit, refunds, AfterEnd.LEAVE_OUT));
    }

    static Arbitrary<RefundPolicy> policies() {
        return Arbitraries.of(RefundPolicy.NET, RefundPolicy.NET_DROPPING_PERIODS, RefundPolicy.IGNORE);
    }

    static Ledger ofTexts(List<SlowSummary.Row> rows) {
        return Ledger.of(
                USD,
                rows.stream()
                        .map(row -> new Transaction(row.id(), row.date(), Money.ofMinor(row.minor(), USD)))
                        .toList());
    }

    static Ledger ofNumbers(List<SlowSummary.Row> rows) {
        return Ledger.ofColumns(
                USD,
                rows.stream().mapToLong(row -> Long.parseLong(row.id())).toArray(),
                rows.stream().mapToInt(row -> (int) row.date().toEpochDay()).toArray(),
                rows.stream().mapToLong(SlowSummary.Row::minor).toArray());
    }

    /** Text by code point, by way of arrays of code points. */
    static Comparator<String> byCodePoint() {
        return (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    static Comparator<String> byNumber() {
        return Comparator.comparingLong(Long::parseLong);
    }
}
