package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.examples.Golden;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code clv scenario} prints, and what it refuses. */
class ScenarioTest {

    private static final String STORES = Run.file("logs/stores.csv");

    private static Run run(String command, String... words) {
        List<String> args = new ArrayList<>(List.of("scenario"));
        args.addAll(List.of(command.replace("stores.csv", STORES).split(" ")));
        args.addAll(List.of(words));
        return Run.of(args.toArray(String[]::new));
    }

    private static void assertGolden(String name, Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        Golden.assertMatchesFit("scenario-" + name, run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void whatIf(String format) {
        assertGolden(
                "what-if." + format,
                run(
                        "what-if stores.csv --by store --margin 30% --discount 15% --observed-through 2025-12-31"
                                + " --format " + format,
                        "--horizon",
                        "36 months",
                        "--scenario",
                        "dearer: price +5%; churn x 1.2",
                        "--scenario",
                        "collapse 60% after 18 months",
                        "--scenario",
                        "club: subscription 15 per month, churn 6% per month, take-up 25%"));
    }

    @Test
    void whatIfOfAFormula() {
        assertGolden(
                "what-if-formula.table",
                run(
                        "what-if stores.csv --model discounted --margin 30% --discount 15% --observed-through 2025-12-31",
                        "--set", "churn=40% per year", "--scenario", "retention +5 points per year"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void tornado(String format) {
        assertGolden(
                "tornado." + format,
                run(
                        "tornado stores.csv --margin 30% --discount 15% --observed-through 2025-12-31 --format "
                                + format,
                        "--swing",
                        "price -5%/price +5%",
                        "--swing",
                        "churn x 1.25/churn x 0.8",
                        "--swing",
                        "discount +5 points/discount -5 points"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void retention(String format) {
        assertGolden(
                "retention." + format,
                run("retention --from 80% --to 85% --discount 10% --margin 100 --format " + format));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenario | which command? what-if, tornado, retention; clv --help says more",
                "scenario what-if none.csv | Missing required option: '--scenario=CHANGES'",
                "scenario what-if none.csv --scenario luck | --scenario: there is no change 'luck'; changes are price, order value, frequency, margin, retention, churn, discount, collapse, upsell, subscription, as in 'price +10%'",
                "scenario what-if none.csv --scenario price | --scenario: a change of price is written as in 'price +10%', but was 'price'",
                "scenario tornado none.csv --swing price | --swing: must be two changes with '/' between them, as in 'price -5% / price +5%', but was 'price'",
                "scenario retention --from 80% --to 120% --discount 10% | retention must be above 0% and at most 100%, but was 120%",
                "scenario retention --from many --to 85% --discount 10% | --from: ratio must be a number, but was 'many'"
            })
    void aWrongCommand(String command, String message) {
        Run run = Run.of(command.split(" "));
        assertThat(run.err()).isEqualTo("clv: " + message + "\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aChangeThatTheModelDoesNotKnow() {
        Run run = run(
                "what-if stores.csv --observed-through 2025-12-31 --margin 30%",
                "--scenario", "retention +5 points per year");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .endsWith(
                        "clv: --scenario: scenario 'retention +5 points per year': a fitted model has no retention that"
                                + " is the same for all customers, so none can be raised by points; multiply the hazard of"
                                + " leaving (churn x 0.8)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "what-if", "tornado", "retention"})
    void help(String command) {
        Run run = Run.of(("scenario " + command + " --help").replace("  ", " ").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: clv scenario");
        assertThat(run.err()).isEmpty();
    }
}
