package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.examples.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code clv plan stages}, {@code plateaus} and {@code winback} print, and what they refuse. */
class PlanStagesTest {

    private static final String ACCOUNTS = "accounts.csv --observed-through 2025-12-31 --currency EUR";

    @TempDir
    private Path folder = Path.of("");

    private static Run run(String command, String... words) {
        List<String> args = new ArrayList<>(List.of("plan"));
        for (String word : command.split(" ")) {
            args.add(word.endsWith(".csv") && !word.startsWith("none") ? Run.file("logs/" + word) : word);
        }
        args.addAll(List.of(words));
        return Run.of(args.toArray(String[]::new));
    }

    private static void assertGolden(String name, Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        Golden.assertMatches("plan-" + name, run.out());
    }

    private static Run stages(String options, String... words) {
        List<String> all = new ArrayList<>(List.of("--at-risk-after", "45 days", "--lost-after", "100 days"));
        all.addAll(List.of(words));
        return run("stages " + ACCOUNTS + options, all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void stagesOfABase(String format) {
        assertGolden(
                "stages." + format,
                stages(
                        " --contacts contacts.csv --awareness ad --interest meeting --ignore-contacts unsubscribed"
                                + " --format " + format,
                        "--comparison",
                        "price list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void whoIsInThem(String format) {
        assertGolden(
                "stages-customers." + format,
                stages(
                        " --contacts contacts.csv --awareness ad --interest meeting --ignore-contacts unsubscribed"
                                + " --stage all --format " + format,
                        "--comparison",
                        "price list"));
    }

    @Test
    void stagesByPAlive() throws IOException {
        Path values = folder.resolve("values.csv");
        StringBuilder text = new StringBuilder("customer,clv,p_alive\n");
        for (String line : Files.readAllLines(Path.of(Run.file("logs/accounts.csv"))).stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .distinct()
                .toList()) {
            text.append(line)
                    .append(",100,")
                    .append(line.startsWith("G") ? 0.2 : 0.9)
                    .append('\n');
        }
        Files.writeString(values, text.append("Zinc Roofs,5,1\n"));
        Run run =
                stages(" --at-risk-below 50%", "--values", values.toString(), "--stage", "at risk", "--format", "csv");
        assertThat(run.err()).contains("1 customer of " + values + " left out, who are not in the log: Zinc Roofs\n");
        assertThat(run.out())
                .startsWith("customer,stage,to_date,value,currency,reason\n")
                .contains("\"P(alive) is 20%, below 50%; no purchase for ");
        Files.writeString(values, "customer,clv\nAda Bakery,5\n");
        assertThat(stages("", "--values", values.toString()).err())
                .endsWith("clv: " + values + " must have a value of every customer of the log, but has none of 'Brook"
                        + " Cafe'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void plateaus(String format) {
        assertGolden("plateaus." + format, run("plateaus " + ACCOUNTS + " --within 6 --format " + format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void winback(String format) {
        Run run = run(
                "winback " + ACCOUNTS + " --reasons left.csv --success 20% --cost 150 --margin 60% --format " + format,
                "--preventable",
                "fees,slow service",
                "--natural",
                "closed down",
                "--at-risk-after",
                "45 days",
                "--lost-after",
                "100 days");
        assertGolden("winback." + format, run);
        assertThat(run.err()).endsWith("left.csv left out, who are not in the log: Zinc Roofs\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | which command? stages, plateaus, winback, offers, takers, milestones, replacements, service-return, contacts, accuracy; clv --help says more",
                "stages | Missing required parameter: 'LOG.csv'",
                "stages none.csv --stage gone | --stage: stage must be one of awareness, comparison, interest, new, growing, plateau, declining, at risk, lost, won back, but was 'gone'",
                "stages none.csv --at-risk-below 50% | --at-risk-below: needs the p_alive of --values",
                "stages none.csv --interest offer | --interest: is of use beside --contacts only",
                "stages accounts.csv --observed-through 2025-12-31 --at-risk-after 90days --lost-after 30days | a customer must be at risk before he is lost, but is at risk after 90 days and lost after 30 days",
                "stages accounts.csv --observed-through 2025-12-31 --plateau-from 2 | a plateau must hold for at least 3 periods, but was 2",
                "plateaus none.csv --within 0 | --within: must be at least 1, but was 0",
                "winback none.csv | Missing required options: '--reasons=REASONS.csv', '--preventable=REASON', '--success=RATIO', '--cost=MONEY'",
                "winback accounts.csv --observed-through 2025-12-31 --reasons left.csv --preventable fees --success 120% --cost 5 | success of attempts must be between 0% and 100%, but was 120%",
                "winback accounts.csv --observed-through 2025-12-31 --reasons left.csv --preventable fees --natural fees --success 20% --cost 5 | reason 'fees' was already named preventable"
            })
    void refusals(String command, String message) {
        Run run = command.isEmpty() ? Run.of("plan") : run(command);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("clv: " + message + "\n");
    }

    @Test
    void gapsThatContradictTheRuleAreSaid() {
        Run run = run("stages accounts.csv --observed-through 2025-12-31 --lost-after", "20 days");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .endsWith(
                        "clv: a customer must be at risk before he is lost, but is at risk after 31 days and lost after"
                                + " 20 days; gaps said the former: say it, as in --at-risk-after '90 days'\n");
    }

    @Test
    void aKindOfContactThatNobodyNamedIsRefused() {
        Run run = stages(" --contacts contacts.csv --awareness ad --interest meeting");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "kind of contact must be one of ad, meeting, but was 'price list'; --ignore-contacts names those")
                .endsWith("contacts.csv has 3 rows with problems\n");
    }
}
