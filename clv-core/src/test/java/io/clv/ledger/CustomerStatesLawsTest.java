package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of the states of many customers, for every log, split and choice of options. */
class CustomerStatesLawsTest {

    /** A log, and how a ledger is made of any of its parts. */
    record Source(List<SlowSummary.Row> rows, Function<List<SlowSummary.Row>, Ledger> toLedger) {

        Ledger ledger() {
            return toLedger.apply(rows);
        }

        CustomerStates states(LedgerOptions options) {
            return CustomerStates.of(ledger(), options);
        }
    }

    @Provide
    Arbitrary<Source> sources() {
        return Arbitraries.oneOf(
                Logs.texts().map(rows -> new Source(rows, Logs::ofTexts)),
                Logs.numbers().map(rows -> new Source(rows, Logs::ofNumbers)));
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
        return Logs.dates().list().ofMinSize(1).ofMaxSize(3).map(Parts::ascending);
    }

    private static CustomerStates reread(CustomerStates states) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            states.writeTo(out);
            CustomerStates again = CustomerStates.readFrom(new ByteArrayInputStream(out.toByteArray()));
            ByteArrayOutputStream outAgain = new ByteArrayOutputStream();
            again.writeTo(outAgain);
            assertThat(outAgain.toByteArray()).isEqualTo(out.toByteArray());
            return again;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property
    void anySplitMergesToTheStatesOfAllRows(
            @ForAll("sources") Source source,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate end,
            @ForAll @IntRange(min = 1, max = 5) int parts,
            @ForAll Random random) {
        List<CustomerStates> states = Parts.deal(source.rows, parts, random).stream()
                .map(part -> CustomerStates.of(source.toLedger.apply(part), options))
                .toList();
        CustomerStates merged = Parts.merge(states, CustomerStates::merge, random);
        assertThat(merged).isEqualTo(source.states(options)).hasSameHashCodeAs(source.states(options));
        assertThat(CustomerStates.mergeAll(USD, options, states)).isEqualTo(merged);
        CustomerTable expected = source.ledger().summarize(end, options);
        assertThat(merged.summarize(end)).isEqualTo(expected);
        assertThat(merged.summarize(end).gaps()).isEqualTo(expected.gaps());
        assertThat(reread(merged)).isEqualTo(merged).hasSameHashCodeAs(merged);
    }

    @Property
    void sealedSplitsInTimeSummariseAsTheLog(
            @ForAll("sources") Source source,
            @ForAll("options") LedgerOptions options,
            @ForAll("cuts") List<LocalDate> cuts,
            @ForAll @IntRange(max = 300) int daysAfter,
            @ForAll Random random) {
        List<List<SlowSummary.Row>> parts = Parts.cut(source.rows, cuts);
        List<CustomerStates> states = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            CustomerStates part = CustomerStates.of(source.toLedger.apply(parts.get(i)), options);
            states.add(
                    i == 0
                            ? part.sealThrough(cuts.get(0))
                            : i < cuts.size() ? part.seal(cuts.get(i - 1).plusDays(1), cuts.get(i)) : part);
        }
        CustomerStates merged = Parts.merge(states, CustomerStates::merge, random);
        Collections.shuffle(states, random);
        assertThat(CustomerStates.mergeAll(USD, options, states)).isEqualTo(merged);
        LocalDate sealed = cuts.get(cuts.size() - 1);
        LocalDate end = sealed.plusDays(daysAfter);
        assertThat(merged.sealedThrough()).contains(sealed);
        assertThat(merged.summarize(end)).isEqualTo(source.ledger().summarize(end, options));
        assertThat(reread(merged)).isEqualTo(merged);
        assertThat(merged.sealThrough(sealed)).isEqualTo(source.states(options).sealThrough(sealed));
    }

    @Property
    void rowsAreTakenOrToldAsProblems(
            @ForAll("sources") Source source,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate sealed,
            @ForAll @IntRange(max = 80) int first) {
        int split = Math.min(first, source.rows.size());
        List<SlowSummary.Row> before = source.rows.subList(0, split);
        List<SlowSummary.Row> batch = source.rows.subList(split, source.rows.size());
        List<Problem> problems = new ArrayList<>();
        CustomerStates states = CustomerStates.of(source.toLedger.apply(before), options)
                .sealThrough(sealed)
                .add(source.toLedger.apply(batch), problems::add);
        List<SlowSummary.Row> taken = new ArrayList<>(before);
        List<Long> late = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            if (batch.get(row).date().isAfter(sealed)) {
                taken.add(batch.get(row));
            } else {
                late.add(row + 1L);
            }
        }
        assertThat(problems).extracting(Problem::line).containsExactlyElementsOf(late);
        LocalDate end = sealed.plusDays(100);
        assertThat(states.summarize(end)).isEqualTo(source.toLedger.apply(taken).summarize(end, options));
    }

    @Property
    void noStatesAreTheIdentity(
            @ForAll("sources") Source source,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate date) {
        CustomerStates states = source.states(options).sealThrough(date);
        CustomerStates none = CustomerStates.of(USD, options);
        assertThat(states.merge(none)).isEqualTo(states);
        assertThat(none.merge(states)).isEqualTo(states);
    }

    @Property
    void statesOneByOneAreTheStates(
            @ForAll("sources") Source source,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate sealed,
            @ForAll Random random) {
        CustomerStates states = source.states(options).sealThrough(sealed);
        List<CustomerState> all = new ArrayList<>();
        for (int row = 0; row < states.size(); row++) {
            assertThat(states.indexOf(states.id(row))).isEqualTo(row);
            all.add(states.state(row));
            assertThat(all.get(row).customer()).isEqualTo(states.id(row));
            assertThat(CustomerState.parse(all.get(row).toBytes())).isEqualTo(all.get(row));
        }
        if (!all.isEmpty()) {
            Collections.shuffle(all, random);
            assertThat(CustomerStates.of(USD, options, all)).isEqualTo(states);
        }
    }

    @Property
    void oneWhoIsErasedNeverWas(
            @ForAll("sources") Source source,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate end,
            @ForAll Random random)
            throws IOException {
        CustomerStates states = source.states(options);
        if (states.size() == 0) {
            return;
        }
        String id = states.id(random.nextInt(states.size()));
        List<SlowSummary.Row> others =
                source.rows.stream().filter(row -> !row.id().equals(id)).toList();
        CustomerStates erased = states.erase(id);
        assertThat(erased).isEqualTo(CustomerStates.of(source.toLedger.apply(others), options));
        assertThat(erased.indexOf(id)).isEqualTo(-1);
        assertThat(erased.erase(id)).isSameAs(erased);
        assertThat(erased.summarize(end))
                .isEqualTo(source.toLedger.apply(others).summarize(end, options));
        assertThat(states.sealThrough(end).erase(id).summarize(end))
                .isEqualTo(source.toLedger.apply(others).summarize(end, options));
    }

    @Property(tries = 100)
    void nothingOfOneWhoIsErasedIsWritten(@ForAll @IntRange(max = 20) int others) throws IOException {
        Ledger.Builder builder = Ledger.builder(USD).add("someone to be forgotten", 7, 123_456_789);
        for (int i = 0; i < others; i++) {
            builder.add("someone else " + i, i, i);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CustomerStates.of(builder.build(), LedgerOptions.defaults())
                .erase("someone to be forgotten")
                .writeTo(out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain("forgotten");
        assertThat(out.toString(StandardCharsets.ISO_8859_1).contains("someone else 0"))
                .isEqualTo(others > 0);
    }
}
