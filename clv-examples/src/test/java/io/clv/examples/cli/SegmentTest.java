package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.examples.Golden;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments, concentration and moves from the command line. */
class SegmentTest {

    private static final String STORES = Run.file("logs/stores.csv");
    private static final String END = " --observed-through 2025-06-30";

    private static Run run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(("segment " + command).split(" ")));
        words.replaceAll(word -> word.equals("STORES") ? STORES : word);
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    private static String out(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private static void assertUsage(String message, Run run) {
        assertThat(run.err()).endsWith("clv: " + message + "\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void tiersOfExpectedValue(String format) {
        Golden.assertMatchesFit(
                "segment-tiers." + format,
                out(run("STORES --margin 30% --names low,middle,high --format " + format + END)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void segmentsOfScores(String format) {
        Golden.assertMatches(
                "segment-rfm." + format, out(run("STORES --worth revenue --rfm --format " + format + END)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void customersInSegments(String format) {
        Golden.assertMatches(
                "segment-customers." + format,
                out(run("STORES --worth revenue --rfm --customers --limit 5 --format " + format + END)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void concentration(String format) {
        Golden.assertMatches(
                "segment-concentration." + format,
                out(run("STORES --worth revenue --concentration --format " + format + END)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void moves(String format) {
        Golden.assertMatchesFit(
                "segment-moves." + format,
                out(run("STORES --thresholds 1,100 --since 2024-12-31 --format " + format + END)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void whatWasExpectedBesideWhatCame(String format) {
        Golden.assertMatchesFit(
                "segment-contrast." + format,
                out(run("STORES --concentration --since 2024-12-31 --format " + format + END)));
    }

    @Test
    void segmentsByColumn() {
        assertThat(out(run("STORES --worth revenue --column store --format csv" + END))
                        .lines()
                        .map(line -> line.split(",")[0]))
                .containsExactly("segment", "north", "south", "tiny");
        assertThat(out(run("STORES --worth revenue --column income --floors 60,100 --format csv" + END))
                        .lines()
                        .map(line -> line.split(",")[0]))
                .containsExactly("segment", "below 60", "60 to below 100", "100 or more");
    }

    @Test
    void segmentsThatOneNamesOneself() {
        assertThat(out(run(
                                "STORES --worth revenue --rfm --rfm-scores 3 --format csv" + END,
                                "--rfm-segment",
                                "best=R3 F3",
                                "--rfm-segment",
                                "others=all"))
                        .lines()
                        .map(line -> line.split(",")[0]))
                .containsExactly("segment", "best", "others");
    }

    @Test
    void otherTiers() {
        assertThat(out(run("STORES --worth revenue --tiers 4 --format csv" + END))
                        .lines())
                .hasSize(5);
        assertThat(out(run("STORES --worth revenue --value-shares 50%,80% --format csv" + END))
                        .lines()
                        .map(line -> line.split(",")[0]))
                .containsExactly("segment", "last 20% of value", "50% to 80% of value", "first 50% of value");
    }

    @Test
    void movesWithoutExpectation() {
        assertThat(out(run("STORES --rfm --since 2024-12-31 --draws 0" + END)))
                .startsWith("from 2024-12-31 to 2025-06-30: ")
                .doesNotContain("expected");
    }

    @Test
    void aSimulatedLogIsSegmented() {
        Run run = run("--worth revenue --tiers 2");

        assertThat(out(run)).contains("tier 2 of 2", "tier 1 of 2");
        assertThat(run.err()).startsWith("note: no log was given: this is a simulated one, ");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertUsage(
                "--tiers, --value-shares, --thresholds, --rfm and --column: only one of them makes the segments, but 2 were"
                        + " given",
                run("STORES --tiers 4 --rfm"));
        assertUsage("--names: names tiers, and there are none", run("STORES --rfm --names a,b"));
        assertUsage("--floors: is of use with --column only", run("STORES --floors 1"));
        assertUsage("--rfm-money: is of use with --rfm only", run("STORES --rfm-money mean"));
        assertUsage(
                "--rfm-scores: the segments that have names here are of scores from 1 to 5; name others with --rfm-segment",
                run("STORES --rfm --rfm-scores 3"));
        assertUsage(
                "--rfm-segment: must be name=scores, as in 'best=R4-5 F4-5', but was 'best'",
                run("STORES --rfm --rfm-segment best"));
        assertUsage(
                "--rfm-segment: every combination of scores must have a segment, but R1 F1 M1 has none; --rfm-segment"
                        + " others=all names the rest",
                run("STORES --rfm --rfm-segment best=R5"));
        assertUsage(
                "--customers: --concentration is of all customers together", run("STORES --customers --concentration"));
        assertUsage("--draws: is of use with --since only", run("STORES --draws 3"));
        assertUsage("--draws: must be 0, or at least 2, but was 1", run("STORES --since 2024-12-31 --draws 1"));
        assertUsage(
                "--worth: --since compares what was brought before and after",
                run("STORES --since 2024-12-31 --worth revenue"));
        assertUsage(
                "--column: what a log says of customers does not change",
                run("STORES --since 2024-12-31 --column store"));
        assertUsage(
                "--horizon: with --since nothing is valued: customers are compared by what they brought",
                run("STORES --since 2024-12-31 --horizon forever"));
        assertUsage(
                "--since: must be before the end of observation, 2025-06-30, but was 2025-06-30",
                run("STORES --since 2025-06-30" + END));
        assertUsage("--model: --worth revenue takes what was brought", run("STORES --worth revenue --model simple"));
        assertUsage(
                "--model: must be a model of purchases, but simple is a formula",
                run("STORES --since 2024-12-31 --model simple"));
        assertUsage(
                "cuts must ascend between 0% and 100%, but were [80%, 50%]",
                run("STORES --worth revenue --tiers 80%,50%" + END));
        assertUsage("names must be as many as tiers, 3, but were 2", run("STORES --worth revenue --names a,b" + END));
        assertUsage("--worth: must be one of expected, revenue, but was 'clv'", run("STORES --worth clv"));
    }

    @Test
    void aColumnOfWordsHasNoFloors() {
        Run run = run("STORES --worth revenue --column store --floors 1" + END);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .endsWith("clv: --floors: column 'store' of customer 'C01' must be a number, but was 'south'\n");
    }
}
