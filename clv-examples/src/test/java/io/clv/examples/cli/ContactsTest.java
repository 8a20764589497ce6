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

/** What {@code clv plan contacts} and {@code clv plan accuracy} print, and what they refuse. */
class ContactsTest {

    private static final String RULES = " --at 11:00 --clock Europe/Berlin --quiet-hours 19:00-09:00 --quiet-days"
            + " saturday,sunday --quiet-dates 2025-12-25,2025-12-26 --gap 10";

    private static Run run(String command, String... words) {
        List<String> args = new ArrayList<>(List.of("plan"));
        for (String word : command.split(" ")) {
            args.add(word.endsWith(".csv") && !word.equals("none.csv") ? Run.file("logs/" + word) : word);
        }
        args.addAll(List.of(words));
        return Run.of(args.toArray(String[]::new));
    }

    private static Run planned(String options, String... words) {
        return run("contacts stores.csv --observed-through 2025-06-30" + RULES + options, words);
    }

    private static void assertGolden(String name, Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        Golden.assertMatchesFit("plan-" + name, run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void contacts(String format) {
        assertGolden(
                "contacts." + format,
                planned(
                        " --occasions occasions.csv --usage readings.csv --service-every 15000 --seasonality"
                                + " --least-chance 60% --format " + format,
                        "--cap",
                        "1 per month"));
    }

    @Test
    void contactsByRhythmWithTouches() {
        assertGolden(
                "contacts-rhythm.table",
                planned(" --forecast rhythm --gaps 6 --touches 12 --from 2025-07-15 --to 2026-07-14 --lead 21-7"
                        + " --grace 2 --limit 8 --model pareto-nbd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void unplaced(String format) {
        assertGolden(
                "unplaced." + format,
                planned(
                        " --forecast none --occasions occasions.csv --unplaced --lead 5-4 --format " + format,
                        "--cap",
                        "1 per month"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void accuracy(String format) {
        assertGolden(
                "accuracy." + format,
                run(
                        "accuracy stores.csv --calibrate-through 2024-12-31 --observed-through 2025-06-30 --forecast rhythm"
                                + " --gaps 6 --format " + format,
                        "--horizon",
                        "181 days"));
    }

    @Test
    void aCalendarIsWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("calls.ics");
        Run run = planned(" --forecast none --occasions occasions.csv --calendar " + file);
        assertThat(run.code()).as(run.err()).isZero();
        Golden.assertMatches("plan-contacts.ics", Files.readString(file).replace("\r\n", "\n"));
        Run missing = planned(" --forecast none --occasions occasions.csv --calendar " + folder.resolve("no/calls"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).endsWith("clv: --calendar: " + folder.resolve("no/calls") + " cannot be written\n");
    }

    @Test
    void whatWasPlannedAndMadeIsNotPlannedAgain(@TempDir Path folder) throws IOException {
        Path plan = folder.resolve("plan.txt");
        Run first = planned(" --forecast none --occasions occasions.csv --format csv");
        Files.writeString(plan, first.out());
        Run again = planned(" --forecast none --occasions occasions.csv --made " + plan);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out())
                .startsWith("0 contacts of 60 customers\n")
                .contains("contract end: 0 planned, 2 not (2 the customer was contacted for it before)\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan contacts | Missing required parameter: 'LOG.csv'",
                "plan contacts none.csv --forecast luck | --forecast: must be one of model, none, rhythm, but was 'luck'",
                "plan contacts none.csv --forecast none | --forecast: none leaves nothing to plan; give --usage, --occasions or --touches",
                "plan contacts none.csv --forecast none --model nbd --touches 2 | --model: --forecast none fits nothing",
                "plan contacts none.csv --gaps 3 | --gaps: are those of --forecast rhythm",
                "plan contacts none.csv --usage x | --usage: needs --service-every, such as 15000",
                "plan contacts none.csv --service-every 15000 | --service-every: is of the readings of --usage",
                "plan contacts none.csv --at noon | --at: must be a time as in 10:30, but was 'noon'",
                "plan contacts none.csv --quiet-hours 19:00 | --quiet-hours: must be two times, as in 19:00-09:00, but was '19:00'",
                "plan contacts none.csv --quiet-hours 09:00-19:00 | time of contact must be outside the quiet hours, 09:00 to 19:00, but was 10:00",
                "plan contacts none.csv --quiet-days someday | --quiet-days: must be one of friday, monday, saturday, sunday, thursday, tuesday, wednesday, but was 'someday'",
                "plan contacts none.csv --lead 14 | --lead: must be two numbers of days, as in 14-3, but was '14'",
                "plan contacts none.csv --lead 3-14 | lead must go from a number of days down to one that is not negative, but was from 3 to 14",
                "plan contacts none.csv --cap 1.5/month | --cap: must be a whole number, as in '2 per month', but was 1.5 per month",
                "plan contacts none.csv --horizon soon | --horizon: span must be a number and a unit, as in '12 months', but was 'soon'",
                "plan contacts none.csv --from 2026-01-01 --to 2025-01-01 | last day must not be before the first (2026-01-01), but was 2025-01-01",
                "plan accuracy none.csv | Missing required option: '--calibrate-through=DATE'",
                "plan accuracy none.csv --calibrate-through 2025-01-01 --forecast none | --forecast: none leaves nothing to be judged"
            })
    void aWrongCommand(String command, String message) {
        Run.assertRefuses(command, message);
    }

    @Test
    void whatAFileSaysWrongIsListed(@TempDir Path folder) throws IOException {
        Path dates = folder.resolve("dates.txt");
        Files.writeString(
                dates, "customer,occasion,date\nC01,birthday,2026-05-01\nC01,birthday,2026-06-01\nC02,birthday,May\n");
        Run run = planned(" --forecast none --occasions " + dates);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("customer C01 has two dates of 'birthday'; give them names of their own")
                .contains("must be a date as in 1997-09-30, but was 'May'")
                .endsWith("clv: " + dates + " has 2 rows with problems\n");
    }

    @Test
    void customersWhomTheLogDoesNotKnowAreNamed(@TempDir Path folder) throws IOException {
        Path dates = folder.resolve("dates.txt");
        Files.writeString(dates, "customer,occasion,date\nC01,birthday,2026-05-01\nX2,birthday,2026-06-01\n");
        Path readings = folder.resolve("readings.txt");
        Files.writeString(readings, "customer,date,reading,pace\nX1,2025-06-01,100,10 per day\n");
        Run run = planned(" --forecast none --service-every 1000 --usage " + readings + " --occasions " + dates);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("warning: 1 customer of " + readings + " left out, who are not in the log: X1\n")
                .contains("warning: 1 customer of " + dates + " left out, who are not in the log: X2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contacts", "accuracy"})
    void help(String command) {
        Run run = Run.of(("plan " + command + " --help").replace("  ", " ").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: clv plan");
        assertThat(run.err()).isEmpty();
    }
}
