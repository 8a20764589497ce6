package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of the state of every customer, for every way to take the rows apart. */
class CustomerStateLawsTest {

    @Provide
    Arbitrary<List<SlowSummary.Row>> rows() {
        return Logs.texts()
                .map(rows -> rows.stream()
                        .map(row -> new SlowSummary.Row("c", row.date(), row.minor()))
                        .toList());
    }

    @Provide
    Arbitrary<List<SlowSummary.Row>> hugeRows() {
        Arbitrary<Long> amounts = Arbitraries.of(
                Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE, Long.MIN_VALUE + 1, 1L << 62, 1L, 0L, -1L);
        return Combinators.combine(Logs.dates(), amounts)
                .as((date, minor) -> new SlowSummary.Row("c", date, minor))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<LedgerOptions> options() {
        return Logs.options();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Logs.dates();
    }

    @Provide
    Arbitrary<List<LocalDate>> cuts() {
        return Logs.dates().list().ofMinSize(1).ofMaxSize(4).map(Parts::ascending);
    }

    private static CustomerState nothing(LedgerOptions options) {
        return CustomerState.of("c", USD, options);
    }

    private static CustomerState state(List<SlowSummary.Row> rows, LedgerOptions options) {
        return nothing(options)
                .addAll(
                        rows.stream()
                                .mapToInt(row -> (int) row.date().toEpochDay())
                                .toArray(),
                        rows.stream().mapToLong(SlowSummary.Row::minor).toArray());
    }

    /** The table, or why there is none. */
    private static Object summary(List<SlowSummary.Row> rows, LocalDate end, LedgerOptions options) {
        try {
            return Logs.ofTexts(rows).summarize(end, options);
        } catch (ArithmeticException e) {
            return e.toString();
        }
    }

    private static Object summary(CustomerState state, LocalDate end) {
        try {
            return state.summarize(end);
        } catch (ArithmeticException e) {
            return e.toString();
        }
    }

    /** The state of each part sealed for just its days, but for the last part, which stays open. */
    private static List<CustomerState> sealedParts(
            List<SlowSummary.Row> rows, List<LocalDate> cuts, LedgerOptions options) {
        List<List<SlowSummary.Row>> parts = Parts.cut(rows, cuts);
        List<CustomerState> states = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            CustomerState state = state(parts.get(i), options);
            if (i == 0) {
                states.add(state.sealThrough(cuts.get(0)));
            } else if (i < cuts.size()) {
                states.add(state.seal(cuts.get(i - 1).plusDays(1), cuts.get(i)));
            } else {
                states.add(state);
            }
        }
        return states;
    }

    private static LocalDate last(List<LocalDate> dates) {
        return dates.get(dates.size() - 1);
    }

    @Property
    void anySplitMergesToTheStateOfAllRows(
            @ForAll("rows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate end,
            @ForAll @IntRange(min = 1, max = 6) int parts,
            @ForAll Random random) {
        List<CustomerState> states = Parts.deal(rows, parts, random).stream()
                .map(part -> state(part, options))
                .toList();
        CustomerState merged = Parts.merge(states, CustomerState::merge, random);
        assertThat(merged).isEqualTo(state(rows, options)).hasSameHashCodeAs(state(rows, options));
        assertThat(merged.rows()).isEqualTo(rows.size());
        CustomerTable table = merged.summarize(end);
        assertThat(table).isEqualTo(Logs.ofTexts(rows).summarize(end, options));
        assertThat(table.gaps())
                .isEqualTo(Logs.ofTexts(rows).summarize(end, options).gaps());
    }

    @Property
    void sealedSplitsInTimeMergeToTheSealedStateOfAllRows(
            @ForAll("rows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("cuts") List<LocalDate> cuts,
            @ForAll @IntRange(max = 300) int daysAfter,
            @ForAll Random random) {
        CustomerState merged = Parts.merge(sealedParts(rows, cuts, options), CustomerState::merge, random);
        CustomerState whole = state(rows, options).sealThrough(last(cuts));
        assertThat(merged).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(merged.sealedThrough()).contains(last(cuts));
        assertThat(merged.rows()).isEqualTo(rows.size());
        LocalDate end = last(cuts).plusDays(daysAfter);
        assertThat(merged.summarize(end)).isEqualTo(Logs.ofTexts(rows).summarize(end, options));
        assertThat(merged.summarize(end).gaps()).isEmpty();
    }

    @Property
    void sealedPartsWithDaysBetweenStillSummarise(
            @ForAll("rows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("cuts") List<LocalDate> cuts,
            @ForAll("dates") LocalDate end,
            @ForAll Random random) {
        // Every other part stays open, so that open days lie between sealed ranges.
        List<CustomerState> sealed = sealedParts(rows, cuts, options);
        List<CustomerState> states = new ArrayList<>();
        for (int i = 0; i < sealed.size(); i++) {
            states.add(i % 2 == 1 ? sealed.get(i) : state(Parts.cut(rows, cuts).get(i), options));
        }
        CustomerState merged = Parts.merge(states, CustomerState::merge, random);
        LocalDate least = merged.sealedThrough().orElse(end);
        LocalDate observedThrough = end.isBefore(least) ? least : end;
        assertThat(merged.summarize(observedThrough))
                .isEqualTo(Logs.ofTexts(rows).summarize(observedThrough, options));
        assertThat(merged.sealThrough(last(cuts)))
                .isEqualTo(state(rows, options).sealThrough(last(cuts)));
        assertThat(CustomerState.parse(merged.toBytes())).isEqualTo(merged);
    }

    @Property
    void aStreamThatIsSealedAsItGoesEndsAsOneThatIsSealedOnce(
            @ForAll("rows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("cuts") List<LocalDate> cuts) {
        List<List<SlowSummary.Row>> parts = Parts.cut(rows, cuts);
        CustomerState state = nothing(options);
        for (int i = 0; i < parts.size(); i++) {
            for (SlowSummary.Row row : parts.get(i)) {
                state = state.add((int) row.date().toEpochDay(), row.minor());
            }
            if (i < cuts.size()) {
                state = state.sealThrough(cuts.get(i));
                // What is stored and read again goes on as if it had not been.
                state = CustomerState.parse(state.toBytes());
            }
        }
        assertThat(state).isEqualTo(state(rows, options).sealThrough(last(cuts)));
        assertThat(state.sealThrough(cuts.get(0))).isEqualTo(state);
    }

    @Property
    void aStateWithoutRowsIsTheIdentity(
            @ForAll("rows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate date) {
        CustomerState open = state(rows, options);
        CustomerState sealed = open.sealThrough(date);
        assertThat(open.merge(nothing(options))).isEqualTo(open);
        assertThat(nothing(options).merge(open)).isEqualTo(open);
        assertThat(sealed.merge(nothing(options))).isEqualTo(sealed);
        assertThat(nothing(options).merge(sealed)).isEqualTo(sealed);
    }

    @Property
    void bytesReadBackAsTheState(
            @ForAll("rows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate date,
            @ForAll("dates") LocalDate other) {
        CustomerState open = state(rows, options);
        CustomerState sealed = open.sealThrough(date);
        CustomerState between = date.isBefore(other) ? open.seal(date, other) : open.seal(other, date);
        for (CustomerState state : List.of(open, sealed, between)) {
            CustomerState again = CustomerState.parse(state.toBytes());
            assertThat(again).isEqualTo(state).hasSameHashCodeAs(state);
            assertThat(again.toBytes()).isEqualTo(state.toBytes());
        }
    }

    @Property
    void sumsOfAnySizeAreExactAndJudgedAtTheEnd(
            @ForAll("hugeRows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("cuts") List<LocalDate> cuts,
            @ForAll Random random) {
        LocalDate end = last(cuts).plusDays(40);
        Object expected = summary(rows, end, options);
        CustomerState merged = Parts.merge(sealedParts(rows, cuts, options), CustomerState::merge, random);
        assertThat(summary(merged, end)).isEqualTo(expected);
        assertThat(summary(state(rows, options), end)).isEqualTo(expected);
        assertThat(CustomerState.parse(merged.toBytes())).isEqualTo(merged);
        assertThat(CustomerState.parse(state(rows, options).toBytes())).isEqualTo(state(rows, options));
    }

    @Property
    void rowsOfSealedDaysAreRefusedAndOthersTaken(
            @ForAll("rows") List<SlowSummary.Row> rows,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate sealed,
            @ForAll("dates") LocalDate date) {
        CustomerState state = state(rows, options).sealThrough(sealed);
        assertThat(state.isSealed(date)).isEqualTo(!date.isAfter(sealed));
        int day = (int) date.toEpochDay();
        CustomerState row = nothing(options).add(day, 5);
        if (date.isAfter(sealed)) {
            assertThat(state.add(day, 5)).isEqualTo(state.merge(row)).isEqualTo(row.merge(state));
        } else {
            assertThatThrownBy(() -> state.add(day, 5)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> state.merge(row)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> row.merge(state)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void sealedRangesMergeIfAndOnlyIfTheyAreApart(
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate a,
            @ForAll("dates") LocalDate b,
            @ForAll @IntRange(max = 400) int lengthOfA,
            @ForAll @IntRange(max = 400) int lengthOfB) {
        CustomerState one = nothing(options).seal(a, a.plusDays(lengthOfA));
        CustomerState other = nothing(options).seal(b, b.plusDays(lengthOfB));
        if (a.plusDays(lengthOfA).isBefore(b) || b.plusDays(lengthOfB).isBefore(a)) {
            assertThat(one.merge(other)).isEqualTo(other.merge(one));
        } else {
            assertThatThrownBy(() -> one.merge(other)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> other.merge(one)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property(tries = 100)
    void aSealedStateIsOfConstantSize(
            @ForAll("rows") List<SlowSummary.Row> some,
            @ForAll("options") LedgerOptions options,
            @ForAll @IntRange(min = 1, max = 60) int times) {
        List<SlowSummary.Row> rows = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (SlowSummary.Row row : some) {
                rows.add(new SlowSummary.Row("c", row.date().plusDays(31L * i), row.minor()));
            }
        }
        LocalDate last = rows.stream()
                .map(SlowSummary.Row::date)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        assertThat(state(rows, options).sealThrough(last).toBytes().length).isLessThanOrEqualTo(56);
    }
}
