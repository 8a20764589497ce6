package io.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.ledger.CustomerStates;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of a summary for every log, however it is spread. */
class SummaryLawsTest {

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

    @Property(tries = 25)
    void isThatOfOneMachineToTheLastBit(
            @ForAll("logs") RandomLog log,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate end,
            @ForAll @IntRange(min = 1, max = 64) int partitions) {
        CustomerTable table = log.ledger().summarize(end, options);
        Summary summary = ClvSpark.summarize(log.dataset(partitions), RandomLog.COLUMNS, end, options);
        Tables.assertSame(summary, table);
        assertThat(summary.problems().isEmpty()).isTrue();
    }

    @Property(tries = 15)
    void statesAreThoseOfOneMachine(
            @ForAll("logs") RandomLog log,
            @ForAll("options") LedgerOptions options,
            @ForAll("dates") LocalDate end,
            @ForAll @IntRange(min = 1, max = 64) int partitions) {
        CustomerStates states = ClvSpark.states(log.dataset(partitions), RandomLog.COLUMNS, options)
                .collect();
        assertThat(states).isEqualTo(CustomerStates.of(log.ledger(), options));
        CustomerTable table = log.ledger().summarize(end, options);
        assertThat(states.summarize(end)).isEqualTo(table);
        assertThat(states.summarize(end).gaps()).isEqualTo(table.gaps());
    }
}
