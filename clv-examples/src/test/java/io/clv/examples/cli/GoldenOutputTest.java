package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.examples.Golden;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command prints, in each format. */
class GoldenOutputTest {

    private static final String LOG = Run.file("logs/shop.csv");

    /** Drawn from bg-nbd with r=1.2, alpha=5, a=.8, b=5 and gamma-gamma with p=4, q=6, v=50. */
    private static final String ORDERS = Run.file("logs/orders.csv");

    private static Run run(String command, String format, String... options) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.replaceAll(arg -> arg.equals("LOG") ? LOG : arg.equals("ORDERS") ? ORDERS : arg);
        args.addAll(List.of(options));
        args.addAll(List.of("--format", format));
        return Run.of(args.toArray(String[]::new));
    }

    private static void assertGolden(String name, Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        Golden.assertMatches(name, run.out());
    }

    private static void assertGoldenFit(String name, Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        // How many steps a fit takes is nothing to hold it to.
        Golden.assertMatchesFit(name, run.out().replaceFirst("\"evaluations\":\\d+", "\"evaluations\":0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void value(String format) {
        assertGoldenFit(
                "value." + format,
                run("value ORDERS --observed-through 2025-06-30 --margin 30% --discount 15% --limit 5", format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void explained(String format) {
        assertGoldenFit(
                "explained." + format,
                run(
                        "value ORDERS --observed-through 2025-06-30 --margin 30% --discount 15% --explain C02"
                                + " --set",
                        format, "cost-to-serve=0.10 per month"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void valueWithIntervalsOfTheMean(String format) {
        assertGoldenFit(
                "value-mean." + format,
                run(
                        "value ORDERS --observed-through 2025-06-30 --margin 30% --model mbg-nbd --interval mean --level 80%",
                        format, "--limit", "5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void valueByAFormula(String format) {
        assertGolden(
                "model-margin-adjusted." + format,
                run(
                        "value LOG --model margin-adjusted --observed-through 2025-12-31 --margin 30% --limit 5",
                        format, "--inactivity", "90 days"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void fit(String format) {
        assertGoldenFit("fit." + format, run("fit ORDERS --observed-through 2025-06-30", format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void fitOfSpend(String format) {
        assertGoldenFit(
                "fit-spend." + format, run("fit ORDERS --observed-through 2025-06-30 --model gamma-gamma", format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void predict(String format) {
        assertGoldenFit(
                "predict." + format,
                run(
                        "predict ORDERS --observed-through 2025-06-30 --model pareto-nbd --horizon 26 --delta 0.0027"
                                + " --limit 5",
                        format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void simulate(String format) {
        assertGolden("simulate." + format, run("simulate --customers 6 --seed 2 --limit 8", format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void summarize(String format) {
        assertGolden("summarize." + format, run("summarize LOG --observed-through 2025-12-31 --limit 5", format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void ltv(String format) {
        assertGolden(
                "ltv." + format,
                run(
                        "ltv subscription --revenue-per-month 49 --gross-margin 80% --churn-per-month=3%"
                                + " --expansion-per-month 1% --discount 10% --acquisition-cost 300",
                        format));
    }

    @Test
    void aSimulatedLog() {
        assertGoldenFit("simulated.table", run("value --margin 30% --limit 10", "table"));
    }

    @ParameterizedTest
    @CsvSource({
        "simple,",
        "discounted, --margin 30% --discount 15%",
        "subscription, --margin 30% --discount 15%",
        "next-year, --margin 30%"
    })
    void everyModel(String model, @Nullable String options) {
        String command = "value LOG --observed-through 2025-12-31 --model " + model;
        assertGolden("model-" + model + ".csv", run(command + (options == null ? "" : " " + options), "csv"));
    }
}
