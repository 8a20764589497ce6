package io.clv.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.RunnerException;

/** Every benchmark runs, once and small. */
class BenchmarksTest {

    private static final int ROWS = 1_000;
    private static final Rounds ONCE = new Rounds(1, 0, 0, 1, 1);

    @Test
    void everyBenchmarkRunsAndTheTableHasALineForEachComparison() throws Exception {
        List<Comparison> lines = new ArrayList<>();
        for (EngineKind rival : List.of(EngineKind.STREAMS, EngineKind.HASH_MAP)) {
            lines.add(Comparison.aggregation(rival, 1, LogShape.ZIPF, CustomerIds.TEXT, ROWS));
        }
        for (EngineKind rival : List.of(EngineKind.PARALLEL_STREAMS, EngineKind.DUCKDB)) {
            lines.add(Comparison.aggregation(rival, 2, LogShape.UNIFORM, CustomerIds.ARBITRARY, ROWS));
        }
        lines.add(Comparison.bound(2, LogShape.SORTED, ROWS));
        lines.add(Comparison.portfolio(PortfolioSum.MINOR_UNITS, ROWS));
        lines.add(Comparison.portfolio(PortfolioSum.MONEY, ROWS));
        Plan plan = new Plan(lines, ONCE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream progress = new ByteArrayOutputStream();

        Main.print(plan, stream(out), stream(progress));

        String number = "\\d+(\\.\\d+)?";
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(4))
                .hasSize(lines.size())
                .allMatch(line -> line.matches("\\| 1,000 .* \\| [12] \\| .* \\| " + number + " \\| " + number + " \\| "
                        + number + "x \\| " + number + " to " + number + " \\|"));
        assertThat(progress.toString(StandardCharsets.UTF_8).lines())
                .hasSize(plan.cells().size())
                .first()
                .asString()
                .startsWith("round 1 of 1: AggregationBenchmark "
                        + "{engine=CLV, ids=TEXT, rows=1000, shape=ZIPF, threads=1}: ");
    }

    @Test
    void loadingRunsToo() throws Exception {
        Cell loading = new Cell(LoadingBenchmark.class, Map.of("ids", "TEXT", "rows", "1000"), ROWS);

        assertThat(ONCE.measure(List.of(loading), stream(new ByteArrayOutputStream())))
                .hasEntrySatisfying(
                        loading, timings -> assertThat(timings.median()).isPositive());
    }

    @Test
    void everyJobOnModelsRunsAndHasItsLine() throws Exception {
        List<Target> targets = Arrays.stream(ModelJob.values())
                .map(job -> Target.of(job, ROWS))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Main.print(new TargetPlan(targets, ONCE), stream(out), stream(new ByteArrayOutputStream()));

        String number = "\\d+(\\.\\d+)?";
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.subList(4, 4 + targets.size()))
                .allMatch(line -> line.matches("\\| .*, [0-9,]+ .* in (days|weeks|years) \\| [12] \\| (≤ " + number
                        + ")? \\| " + number + " \\| " + number + " to " + number + " \\| .*\\|"));
        assertThat(lines.get(lines.size() - 1))
                .startsWith(
                        "Simulated customers are 1000000 customers of bg-nbd{r=0.243, alpha=4.414, a=0.793, b=2.426}"
                                + " in weeks, from 1997-01-01 through 1997-09-30, seed 20230101.");
    }

    @Test
    void callsAreTimedAndTheirAllocationTold() throws Exception {
        List<ModelKind> models = List.of(ModelKind.values());
        List<ModelCall> calls = List.of(ModelCall.PROBABILITY_ALIVE, ModelCall.MEAN_TIME_TO_NEXT_PURCHASE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Main.print(new CallPlan(models, calls, ONCE), stream(out), stream(new ByteArrayOutputStream()));

        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(4))
                .hasSize(models.size() * calls.size())
                .allMatch(line -> line.matches("\\| (nbd|bg-nbd|mbg-nbd|pareto-nbd) \\| (probability alive|mean time to"
                        + " next purchase) \\| \\d+(\\.\\d+)? \\| \\d+\\.\\d+ \\|"));
    }

    @ParameterizedTest
    @EnumSource
    void everyCallAnswersForEveryModel(ModelCall call) {
        for (ModelKind kind : ModelKind.values()) {
            assertThat(call.of(kind.model(), 3, 20, 39)).as(kind + " " + call).isFinite();
        }
    }

    @Test
    void benchmarkFailsThatCannotBeSetUp() {
        Cell impossible = Cell.aggregation(EngineKind.HASH_MAP, 2, LogShape.UNIFORM, CustomerIds.PACKABLE, ROWS);

        assertThatThrownBy(() -> ONCE.measure(List.of(impossible), stream(new ByteArrayOutputStream())))
                .isInstanceOf(RunnerException.class);
    }

    @Test
    void sumsThatDisagreeAreRefused() {
        Portfolio portfolio = new Portfolio(ROWS, 1);
        PortfolioSum.verify(portfolio);
        portfolio.decimals[0] = portfolio.decimals[0].add(BigDecimal.ONE);

        assertThatThrownBy(() -> PortfolioSum.verify(portfolio))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("big-decimal disagrees: minor-units has [USD ");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
