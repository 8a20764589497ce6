package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clv.examples.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model tried on what it was not fitted to. */
class EvaluateTest {

    private static final String ORDERS = Run.file("logs/orders.csv");
    private static final String CUT = " --calibrate-through 2024-09-30 --observed-through 2025-06-30";

    private static Run run(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.replaceAll(word -> word.equals("ORDERS") ? ORDERS : word);
        return Run.of(words.toArray(String[]::new));
    }

    private static String out(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void evaluate(String format) {
        Golden.assertMatchesFit(
                "evaluate." + format, out(run("evaluate ORDERS --model bg-nbd --format " + format + CUT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void compare(String format) {
        Golden.assertMatchesFit(
                "evaluate-compare." + format,
                out(run("evaluate ORDERS --compare --models bg-nbd,bg-bb,nbd,pareto-nbd --format " + format + CUT)));
    }

    @ParameterizedTest
    @CsvSource({
        "by-frequency, 'frequency,and_more,customers,actual,predicted'",
        "deciles, 'decile,customers,actual,predicted'",
        "histogram, 'purchases,and_more,actual,predicted'",
        "pit, 'tenth,customers,expected'",
        "tracking, 'through,held_out,actual,predicted,cumulative_actual,cumulative_predicted'",
        "cohorts, 'from,customers,purchases,standard_error,amount'",
        "scores, 'of,forecast,actual,predicted,bias,mae,rmse,gini,lift,log_score'"
    })
    void showsOnePart(String part, String header) {
        String csv = out(run("evaluate ORDERS --model bg-nbd --format csv --show " + part + CUT));

        assertThat(csv.lines().findFirst()).hasValue(header);
        assertThat(csv.lines()).hasSizeGreaterThan(3);
    }

    /** The table shows classes without an end as 7+. */
    @Test
    void showsOnePartForReading() {
        String table = out(run("evaluate ORDERS --model bg-nbd --show by-frequency" + CUT));

        assertThat(table)
                .startsWith("frequency  customers  actual  predicted\n")
                .contains("\n7+ ");
    }

    /** What is not known of the parameters makes what was forecast less sure of itself. */
    @Test
    void forecastsByThePosterior() {
        String table = out(run("evaluate ORDERS --model bg-nbd --posterior" + CUT));

        assertThat(table)
                .containsPattern("\nposterior under the weak prior by \\d+ evaluations of the likelihood, effective"
                        + " sample size at least \\d+, k-hat -?0\\.\\d\\d\n")
                .contains("\nbg-nbd posterior  ");
    }

    @Test
    void saysWhereTheDataAreTooFew() {
        assertThat(out(run("evaluate ORDERS --model bg-nbd --prior weak --calibrate-through 2024-03-31"
                        + " --observed-through 2025-06-30")))
                .contains("\n21 of 36 customers came back, where the 4 parameters of bg-nbd ask for 40: better nbd with"
                        + " its 2 parameters, or one fit to the customers of all groups\n")
                .contains("\nthe hold-out is longer than any customer was observed for in the calibration (65.14 and"
                        + " 12.71 weeks), and forecasts for it reach beyond what they learned from: calibrate through a"
                        + " later date than 2024-03-31\n");
    }

    @Test
    void opportunitiesAreTracked() {
        assertThat(out(run("evaluate ORDERS --model bg-bb --granularity month --unit months" + CUT)))
                .contains("\ntracked from the first purchases on: ")
                .contains("bg-bb fitted to 60 customers through 2024-09-30, and held against 9 months through");
    }

    @Test
    void comparesModelsOfOpportunitiesByHoldOut() {
        assertThat(out(run("evaluate ORDERS --compare --models bg-bb,nbd --granularity month --unit months" + CUT)))
                .contains("\n* of another process: compares with its like alone\n");
    }

    @Test
    void saysWhatCannotBeDone() {
        Run run = run("evaluate ORDERS --model bg-nbd --granularity month"
                + " --calibrate-through 2024-11-15 --observed-through 2025-01-15");
        assertThat(out(run)).doesNotContain("tracked from");
        assertThat(run.err())
                .contains("note: not tracked: the unit of time must not be shorter than a period of the grid, but was"
                        + " Weeks on a grid of months in UTC\n");
    }

    @Test
    void newcomersAreCountedApart() {
        assertThat(out(run("evaluate ORDERS --model bg-nbd --prior weak --calibrate-through 2024-03-31"
                        + " --observed-through 2025-06-30")))
                .contains("\n24 newcomers in the hold-out with 217 purchases of USD 9042.25, of whom a fit to the"
                        + " calibration knows nothing: not forecast, not judged\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--calibrate-through 2025-06-30 --observed-through 2025-06-30 | 2 | --calibrate-through: must be before the end of observation, 2025-06-30, for something to be held out, but was 2025-06-30",
                "--calibrate-through 2023-06-30 --observed-through 2025-06-30 | 1 | no customer has bought anything through 2023-06-30",
                "--calibrate-through 2024-12-02 --observed-through 2024-12-30 --granularity month | 1 | bg-nbd cannot be evaluated: a hold-out must reach into another period of the grid (months in UTC), but was from 2024-12-02 through 2024-12-30",
                "--observed-through 2025-06-30 | 2 | Missing required option: '--calibrate-through=DATE'",
                "--calibrate-through 2024-12-31 --model sbg | 2 | --model: transaction model must be one of bg-bb, bg-nbd, ggompertz-nbd, mbg-nbd, nbd, pareto-nbd, but was 'sbg'",
                "--calibrate-through 2024-12-31 --models nbd | 2 | --models: is of use beside --compare only",
                "--calibrate-through 2024-12-31 --compare --models nbd,nbd | 2 | --models: nbd is given twice",
                "--calibrate-through 2024-12-31 --compare --model nbd | 2 | --model: --compare shows the scores of all models; --models names some",
                "--calibrate-through 2024-12-31 --compare --show scores | 2 | --show: --compare shows the scores of all models; --models names some",
                "--calibrate-through 2024-12-31 --compare --spend-includes-first | 2 | --spend-includes-first: --compare is of purchases alone",
                "--calibrate-through 2024-12-31 --compare --posterior | 2 | --posterior: --compare is of fits",
                "--calibrate-through 2024-12-31 --show scores --format json | 2 | --show: json has all parts",
                "--calibrate-through 2024-12-31 --show all | 2 | --show: must be one of by-frequency, cohorts, deciles, histogram, pit, scores, tracking, but was 'all'",
                "--calibrate-through 2024-12-31 --model bg-bb | 2 | --granularity: must be the period of --unit, as in --granularity month --unit months, because bg-bb knows one opportunity to buy a period, but was day, and the unit weeks"
            })
    void refuses(String options, int code, String message) {
        Run run = run("evaluate ORDERS " + options);

        assertThat(run.err()).endsWith("clv: " + message + "\n");
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysWhereNoModelApplies() {
        assertThat(run("evaluate ORDERS --compare --models bg-bb" + CUT).err())
                .contains("clv: no model applies: bg-bb does not, T must be a whole number of opportunities, but was ")
                .endsWith("; give --granularity and --unit the same period\n");
    }

    @Test
    void moneyIsForecastOnlyWhereThereIsSome() {
        StringBuilder log = new StringBuilder("customer,date,amount\n");
        for (int i = 0; i < 30; i++) {
            String day = String.valueOf(10 + i % 20);
            log.append(i).append(",2024-01-").append(day).append(",0\n");
            if (i % 3 > 0) {
                log.append(i).append(",2024-03-").append(day).append(",0\n");
                log.append(i).append(",2024-05-").append(day).append(",0\n");
            }
        }
        Run run = Run.withInput(
                log.toString(),
                "evaluate - --prior weak --model nbd --calibrate-through 2024-03-31 --observed-through 2024-06-30"
                        .split(" "));

        assertThat(out(run)).doesNotContain("money in USD", "spend by");
        assertThat(run.err())
                .contains("warning: money is not forecast: gamma-gamma cannot be fitted, a fit must have at least one"
                        + " customer, but had none\n");
    }

    /** Customers of the first months buy every week, those of later months hardly ever again. */
    @Test
    void warnsOfDrift() {
        StringBuilder log = new StringBuilder("customer,date,amount\n");
        for (int month = 1; month <= 5; month++) {
            for (int i = 0; i < 20; i++) {
                String first = ",2024-0" + month + "-" + (10 + i % 5);
                log.append(month * 100 + i).append(first).append(",5\n");
                for (int again = 1; again <= (i + 12 - 3 * month) / 4; again++) {
                    log.append(month * 100 + i)
                            .append(",2024-0" + (month + 1) + "-" + (10 + 2 * again + i % 5))
                            .append(",5\n");
                }
            }
        }
        Run run = Run.withInput(
                log.toString(),
                "evaluate - --prior weak --model nbd --calibrate-through 2024-05-31 --observed-through 2024-08-31"
                        .split(" "));

        assertThat(out(run)).contains("5 cohorts at the age of 13.14 weeks: they drift, a trend of -");
        assertThat(run.err())
                .containsPattern("warning: customers who came later buy less often by the age of 13\\.14 weeks than"
                        + " those who came before \\(a trend of -\\d+\\.\\d standard errors over 5 cohorts\\): a model"
                        + " fitted to all takes the one for the other\n");
    }

    @Test
    void holdsThePublishedFiguresOfCdnow() throws Exception {
        JsonNode bg = cdnow("bg-nbd");
        JsonNode pareto = cdnow("pareto-nbd");

        assertThat(bg.get("actual").asInt()).isEqualTo(1882);
        assertThat(bg.get("customers").asInt()).isEqualTo(2357);
        assertThat(bg.get("horizon").asDouble()).isEqualTo(39);
        assertThat(bg.get("predicted").asDouble()).isCloseTo(1653.4, within(0.1));
        assertThat(pareto.get("predicted").asDouble()).isCloseTo(1665.5, within(0.1));
        assertThat(cdnow("mbg-nbd").get("predicted").asDouble()).isCloseTo(1576.7, within(0.1));
        assertThat(cdnow("nbd").get("predicted").asDouble()).isCloseTo(2929.8, within(0.1));
        assertThat(pareto.get("mae").asDouble()).isCloseTo(0.755, within(0.001));
        JsonNode zero = pareto.get("scores").get(1);
        assertThat(zero.get("forecast").asText()).isEqualTo("zero");
        assertThat(zero.get("mae").asDouble()).isCloseTo(0.798, within(0.001));
        assertThat(bg.get("by_frequency").get(0).get("customers").asInt()).isEqualTo(1411);
        assertThat(bg.get("tracking")).hasSize(78);
        assertThat(bg.get("spend").get("parameters").get("p").asDouble()).isCloseTo(6.25, within(0.01));
    }

    private static JsonNode cdnow(String model) throws Exception {
        @Nullable String folder = System.getProperty("clv.data");
        if (folder == null || folder.isEmpty()) {
            folder = System.getenv("CLV_DATA");
        }
        assumeTrue(
                folder != null && !folder.isEmpty(),
                "needs cdnow_sample.csv from https://www.brucehardie.com/datasets/ ; set -Dclv.data or CLV_DATA");
        return new JsonMapper()
                .readTree(out(run("evaluate " + Path.of(folder, "cdnow_sample.csv") + " --model " + model
                        + " --calibrate-through 1997-09-30 --observed-through 1998-06-30 --format json")));
    }
}
