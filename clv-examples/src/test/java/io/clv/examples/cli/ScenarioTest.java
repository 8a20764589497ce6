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
    @ValueSource(strings = {"table", "csv", "json"})
    void capacity(String format) {
        assertGolden(
                "capacity." + format,
                run(
                        "capacity stores.csv --model bg-nbd --observed-through 2025-12-31 --per month --periods 6"
                                + " --overdispersion history --newcomers-doubt 10% --format " + format,
                        "--newcomers",
                        "3 per week",
                        "--season",
                        "1, 1, 1, 1, 1, 1.5, 0.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void capacityOfCustomersWhoAreAllAlike(String format) {
        assertGolden(
                "capacity-rates." + format,
                run(
                        "capacity --customers 80000 --doubt 20% --from 2025-01-01 --per week --periods 208"
                                + " --capacity 40000 --capacity 4000000 --percentile 5% --percentile 50%"
                                + " --overdispersion 8% --newcomers-vary 15% --format " + format,
                        "--orders",
                        "1.5 per month",
                        "--churn",
                        "4% per month",
                        "--newcomers",
                        "1000 per day",
                        "--growth",
                        "8% per month"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenario capacity | without a log, --orders and --from are needed, and --customers or --newcomers",
                "scenario capacity --orders 1/day --from 2025-01-01 | a forecast of orders still needs: customers or newcomers",
                "scenario capacity --orders often --from 2025-01-01 | --orders: pace must name its unit, as in '4 per year', but was 'often'",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers -5 | --customers: customers must be from 0 to 10000000000, but were -5",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --doubt -20% | --doubt: doubt about the rate of orders must be between 0% and 1000%, but was -20%",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --model bg-nbd | --model: is of use with a log, and none is given",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --growth 2%/month | --growth: is of use with --newcomers only",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --season 1,2 | --season: seasonal index must have 7 numbers, from Monday, or 12, from January, but had 2",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --overdispersion history | --overdispersion: there is no log to read it off",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --overdispersion much | --overdispersion: ratio must be a number, but was 'much'",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --periods 0 | --periods: a forecast must be of at least 1 period, but was of 0",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --futures 5 | --futures: futures must be at least 20, but were 5",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --capacity -5 | capacity must not be negative, but was -5",
                "scenario capacity --orders 1/day --from 2025-01-01 --customers 5 --percentile 100% | percentile must be above 0% and below 100%, but was 100%",
                "scenario capacity none.csv --customers 5 | --customers: the log says it: its customers are known by their histories"
            })
    void aForecastThatCannotBe(String command, String message) {
        Run.assertRefuses(command, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenario | which command? what-if, tornado, retention, capacity; clv --help says more",
                "scenario what-if none.csv | Missing required option: '--scenario=CHANGES'",
                "scenario what-if none.csv --scenario luck | --scenario: there is no change 'luck'; changes are price, order value, frequency, margin, retention, churn, discount, collapse, upsell, subscription, as in 'price +10%'",
                "scenario what-if none.csv --scenario price | --scenario: a change of price is written as in 'price +10%', but was 'price'",
                "scenario tornado none.csv --swing price | --swing: must be two changes with '/' between them, as in 'price -5% / price +5%', but was 'price'",
                "scenario retention --from 80% --to 120% --discount 10% | retention must be above 0% and at most 100%, but was 120%",
                "scenario retention --from many --to 85% --discount 10% | --from: ratio must be a number, but was 'many'"
            })
    void aWrongCommand(String command, String message) {
        Run.assertRefuses(command, message);
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
    @ValueSource(strings = {"", "what-if", "tornado", "retention", "capacity"})
    void help(String command) {
        Run run = Run.of(("scenario " + command + " --help").replace("  ", " ").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: clv scenario");
        assertThat(run.err()).isEmpty();
    }
}
