package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.examples.Golden;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cohorts by age, and two periods beside each other. */
class CohortTest {

    private static final String STORES = Run.file("logs/stores.csv");
    private static final String SPRINGS = " --compare 2024-03-01..2024-05-31,2025-03-01..2025-05-31";

    private static Run run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.replaceAll(word -> word.equals("STORES") ? STORES : word);
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    private static String out(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void cohorts(String format) {
        Golden.assertMatches(
                "cohort." + format,
                out(run("cohort STORES --observed-through 2025-06-17 --grid quarters --margin 30% --cac 20 --format "
                        + format)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void groups(String format) {
        Golden.assertMatches(
                "cohort-by." + format,
                out(run(
                        "cohort STORES --observed-through 2025-06-17 --by store --grid quarters --show active,revenue,cumulative"
                                + " --ages 5 --limit 2 --format " + format)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void comparison(String format) {
        Golden.assertMatches(
                "cohort-compare." + format,
                out(run(
                        "cohort STORES --observed-through 2025-06-30 --acquisition-cost 500,650 --service-cost 90,120"
                                + SPRINGS + " --format " + format,
                        "--regular",
                        "3 in 90 days")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json"})
    void comparisonWithAControlGroup(String format) {
        Golden.assertMatches(
                "cohort-control." + format,
                out(run(
                        "cohort STORES --observed-through 2025-06-30 --by store --control north,south --level 90% --seed 7"
                                + SPRINGS + " --format " + format)));
    }

    @Test
    void costsOfCohortsMayDiffer() {
        String text = out(
                run(
                        "cohort STORES --observed-through 2025-06-30 --grid years --margin 30% --cac 2024=15.50 --show margin"));

        assertThat(text)
                .contains("cumulative margin per customer by age in years, in USD\n")
                .doesNotContain("active share by age")
                .contains("2024: paid back in year 0, by which a customer brought USD ");
    }

    @Test
    void customersWhoseHistoryIsCutOffAreLeftOut() {
        Run run = run("cohort STORES --observed-through 2025-06-30 --complete-from 2024-02-01 --format json");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("(log complete from 2024-02-01): they are left out of cohorts\n");
        assertThat(run.out()).doesNotContain("\"customers_left_out\":0,").contains("\"cohort\":\"2024-02\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--grid fortnights | --grid: must be one of days, months, quarters, weeks, years, but was 'fortnights'",
                "--show margin | --show: margin needs --margin",
                "--granularity month | --granularity: --grid says in which periods purchases are counted",
                "--unit months | --unit: --grid says what ages are counted in",
                "--margin 120% | --margin: must be between 0% and 100%, but was 120%",
                "--margin x | --margin: ratio must be a number, but was 'x'",
                "--cac 3 | --cac: is paid back by margin: give --margin too",
                "--cac 1,2 --margin 30% | --cac: must be one cost, or COHORT=COST for each, but was '1'",
                "--cac 2023-01=3 --margin 30% --grid years | --cac: cost of acquisition must be of a cohort, but was of '2023-01'; cohorts are 2024",
                "--cac -3 --margin 30% | --cac: cost of acquisition must not be negative, but was USD -3.00",
                "--by stoer | unknown column 'stoer': the file has customer, date, amount, store, income; did you mean 'store'?",
                "--seed 3 | --seed: is of use beside --compare only",
                "--control a,b | --control: is of use beside --compare only",
                "--compare 2024-03-01..2024-05-31 | --compare: must be two periods, as in 2024-03-01..2024-05-31,2025-03-01..2025-05-31, but was '2024-03-01..2024-05-31'",
                "--compare 2024,2025 | --compare: period must be its first and last date, as in 2024-03-01..2024-05-31, but was '2024'",
                "--compare 2024-03-01..2024-05-31,2025-04-01..2025-05-31 | --compare: period after must be of the same season as that before, 2024-03-01 to 2024-05-31, as 2025-03-01 to 2025-05-31 is, but was 2025-04-01 to 2025-05-31; --any-season compares them all the same",
                "--compare 2024-03-01..2024-02-01,2025-04-01..2025-05-31 | --compare: period before must not begin after it ends, on 2024-02-01, but begins on 2024-03-01",
                "SPRINGS --grid weeks | --grid: two periods are compared and no cohorts are made",
                "SPRINGS --margin 30% | --margin: two periods are compared and no cohorts are made",
                "SPRINGS --regular often | --regular: must be as in '3 in 90 days', but was 'often'",
                "SPRINGS --acquisition-cost 3 | --acquisition-cost: must be two costs, one for each period, but was '3'",
                "SPRINGS --control north,south | --control: names values of a column: give --by too",
                "SPRINGS --by store | --by: does nothing beside --compare without --control",
                "SPRINGS --by store --control north,west | --control: control group must be one of north, south, tiny, but was 'west'",
                "SPRINGS --level 100% | --level: level must be above 0% and below 100%, but was 100%",
            })
    void wrongUsage(String options, String message) {
        Run run = run("cohort STORES --observed-through 2025-06-30 " + options.replace("SPRINGS", SPRINGS.strip()));

        assertThat(run.err()).endsWith("clv: " + message + "\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void triangleThatIsNotKnown() {
        assertThat(run("cohort STORES --show all").err())
                .isEqualTo(
                        "clv: --show (active|revenue|cumulative|margin,...): must be one of active, cumulative, margin,"
                                + " revenue, but was 'all'\n");
    }

    @Test
    void periodsThatAreNotOverAreRefused() {
        Run run = run("cohort STORES --observed-through 2025-05-30" + SPRINGS);

        assertThat(run.err())
                .endsWith(
                        "clv: --compare: period after must be observed to its end, 2025-05-31, but the log is observed"
                                + " through 2025-05-30\n");
    }
}
