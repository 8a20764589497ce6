package io.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.ledger.CustomerStates;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What holds of states that are added to, for every log and every cut. */
class DistributedStatesLawsTest {

    @Provide
    Arbitrary<RandomLog> logs() {
        return RandomLog.any();
    }

    @Provide
    Arbitrary<LedgerOptions> options() {
        return RandomLog.options();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return RandomLog.dates();
    }

    /** Through a table on the disk, as from one day to the next. */
    private static DistributedStates stored(DistributedStates states) {
        Path folder = LocalSpark.folder("states").resolve("states");
        states.rows().write().parquet(folder.toString());
        return ClvSpark.states(LocalSpark.session().read().parquet(folder.toString()));
    }

    @Property(tries = 12)
    void aDayMoreIsTheWhole(
            @ForAll("logs") RandomLog log,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate end,
            @ForAll @IntRange(min = 1, max = 199) int cut,
            @ForAll @IntRange(min = 1, max = 16) int partitions) {
        int first = Math.min(cut, log.rows().size());
        RandomLog old = log.part(row -> row < first);
        RandomLog today = log.part(row -> row >= first);
        DistributedStates states = stored(ClvSpark.states(old.dataset(partitions), RandomLog.COLUMNS, options))
                .add(today.dataset(partitions), RandomLog.COLUMNS);
        assertThat(states.collect()).isEqualTo(CustomerStates.of(log.ledger(), options));
        Tables.assertSame(states.summarize(end), log.ledger().summarize(end, options));
    }

    @Property(tries = 12)
    void sealedStatesTakeWhatOneMachineTakes(
            @ForAll("logs") RandomLog log,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate sealed,
            @ForAll @IntRange(min = 0, max = 300) int daysAfter,
            @ForAll @IntRange(min = 1, max = 199) int cut) {
        int first = Math.min(cut, log.rows().size());
        RandomLog old = log.part(row -> row < first);
        RandomLog today = log.part(row -> row >= first);
        DistributedStates states = stored(
                ClvSpark.states(old.dataset(3), RandomLog.COLUMNS, options).sealThrough(sealed));
        assertThat(states.sealedThrough()).contains(sealed);
        DistributedStates more = states.add(today.dataset(3), RandomLog.COLUMNS);

        List<Problem> problems = new ArrayList<>();
        CustomerStates alone =
                CustomerStates.of(old.ledger(), options).sealThrough(sealed).add(today.ledger(), problems::add);
        CustomerTable table = alone.summarize(sealed.plusDays(daysAfter));
        assertThat(more.collect()).isEqualTo(alone);
        Tables.assertSame(more.summarize(sealed.plusDays(daysAfter)), table);
        assertThat(messages(more.problems()))
                .containsExactlyInAnyOrderElementsOf(problems.stream()
                        .map(problem -> problem.column() + " " + problem.value() + " " + problem.message())
                        .toList());
    }

    private static List<String> messages(Dataset<Row> problems) {
        return problems.collectAsList().stream()
                .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.getString(2))
                .toList();
    }
}
