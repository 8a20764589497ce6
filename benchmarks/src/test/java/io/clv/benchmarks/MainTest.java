package io.clv.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | the command must be short, long, fits, calls or jmh, but was ''",
                "fast                  | the command must be short, long, fits, calls or jmh, but was 'fast'",
                "fits --rows 5         | the command must be short, long, fits, calls or jmh, but was 'fits --rows 5'",
                "long --sizes 5        | unknown option '--sizes', valid are --ids, --rivals, --rounds, --rows, --shapes, --threads",
                "long --rows           | option --rows needs a value",
                "long --rows 0         | --rows must be a whole number of at least 1, but was '0'",
                "long --rounds few     | --rounds must be a whole number of at least 1, but was 'few'",
                "long --shapes uniform,spiral | --shapes has 'spiral', valid are [uniform, zipf, day-ordered, sorted]",
                "long --ids uuid       | --ids has 'uuid', valid are [packable, arbitrary, text]",
                "long --rivals clv     | --rivals has 'clv', valid are [hash-map, streams, parallel-streams, duckdb]",
            })
    void wrongCommandsAreToldWithTheUsage(String command, String message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = Main.run(List.of(command.split(" ", -1)), stream(out), stream(err));

        assertThat(status).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(message + System.lineSeparator() + "usage: java");
    }

    @Test
    void longPlanGoesThroughAllUnlessToldOtherwise() {
        Choice choice = Choice.parse(List.of());

        assertThat(choice.rows()).isEqualTo(10_000_000);
        assertThat(choice.rounds()).isEqualTo(3);
        // 3 kinds of ids x 4 shapes x (hash-map, streams and parallel-streams once, duckdb twice), 4 bounds twice, 2
        // sums
        assertThat(Plan.full(choice).comparisons()).hasSize(3 * 4 * 5 + 4 * 2 + 2);
    }

    @Test
    void longPlanCanBeNarrowed() {
        Plan plan = Plan.full(Choice.parse(List.of(
                "--rows",
                "500",
                "--rounds",
                "1",
                "--threads",
                "8",
                "--shapes",
                "zipf",
                "--ids",
                "Text",
                "--rivals",
                "duckdb")));

        assertThat(plan.rounds().count()).isEqualTo(1);
        assertThat(plan.comparisons())
                .extracting(line -> line.job() + " on " + line.threads() + ": " + line.rival())
                .containsExactly(
                        "500 rows, zipf, text ids on 1: duckdb",
                        "500 rows, zipf, text ids on 8: duckdb",
                        "1,000,000 values by segment as minor-units on 1: big-decimal",
                        "1,000,000 values by segment as money on 1: big-decimal");
    }

    @Test
    void shortPlanMeetsEveryRival() {
        assertThat(Plan.brief().comparisons())
                .extracting(Comparison::rival)
                .contains("streams", "hash-map", "parallel-streams", "duckdb", "big-decimal");
        assertThat(Plan.brief().cells()).doesNotHaveDuplicates();
    }

    @Test
    void ratioIsTheMedianOfThoseOfTheRounds() {
        Comparison line =
                Comparison.aggregation(EngineKind.DUCKDB, 2, LogShape.SORTED, CustomerIds.ARBITRARY, 1_000_000);
        Timings clv = new Timings();
        clv.add(10, 11, 12);
        clv.add(8, 10, 30);
        Timings duckdb = new Timings();
        duckdb.add(100, 121, 200);
        duckdb.add(80, 90, 95);

        assertThat(RatioTable.of(List.of(line), Map.of(line.clv(), clv, line.other(), duckdb))
                        .lines()
                        .skip(2))
                .containsExactly("| 1,000,000 rows, sorted, arbitrary ids | 2 | duckdb | 10.5 | 97.5 | 10.0x"
                        + " | 9.00 to 11.0 |");
    }

    @Test
    void fitsHoldEveryJobThatHasATargetToIt() {
        TargetPlan plan = TargetPlan.standard();

        assertThat(plan.targets()).hasSize(ModelJob.values().length);
        assertThat(plan.targets().stream().map(Target::milliseconds).filter(OptionalDouble::isPresent))
                .hasSize(12);
        assertThat(plan.targets().stream().map(Target::cell)).doesNotHaveDuplicates();
    }

    @Test
    void targetStandsBesideTheMedianOfAllRuns() {
        Target target = Target.of(ModelJob.BG_NBD_MILLION, 1_000_000);
        Timings timings = new Timings();
        timings.add(0.2, 0.3, 0.4);
        timings.add(0.1, 0.25, 0.6);

        assertThat(TargetTable.of(List.of(target), Map.of(target.cell(), timings))
                        .lines()
                        .skip(2))
                .containsExactly("| fit BG/NBD, 1,000,000 simulated customers in days | 1 | ≤ 600 | 0.28 | 0.25 to 0.30"
                        + " | lifetimes 17 s |");
    }

    @Test
    void targetIsNotToldUnmeasured() {
        Target target = Target.of(ModelJob.BG_NBD_MILLION, 1_000_000);

        assertThatThrownBy(() -> TargetTable.of(List.of(target), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("nothing was measured for Target[job=fit BG/NBD, 1,000,000 simulated");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 17, '-Xms2048m, -Xmx2048m'",
        "10000000, 21, '-Xms5792m, -Xmx5792m'",
        "100000000, 25, '-Xms12288m, -Xmx12288m, --enable-native-access=ALL-UNNAMED'",
    })
    void heapGrowsWithTheLog(int units, int jdk, String expected) {
        assertThat(String.join(", ", Rounds.jvmArguments(units, jdk))).isEqualTo(expected);
        assertThat(Set.copyOf(Rounds.jvmArguments(units, jdk))).hasSizeGreaterThan(1);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
