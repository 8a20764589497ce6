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

/** What the commands of {@code clv plan} that look for reasons to call print, and what they refuse. */
class PlanTriggersTest {

    private static final String THROUGH = " --observed-through 2025-12-31";

    @TempDir
    private Path folder = Path.of("");

    private static Run run(String command, String... words) {
        List<String> args = new ArrayList<>(List.of("plan"));
        for (String word : command.split(" ")) {
            args.add(word.endsWith(".csv") ? Run.file("logs/" + word) : word);
        }
        args.addAll(List.of(words));
        return Run.of(args.toArray(String[]::new));
    }

    private static void assertGolden(String name, Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        Golden.assertMatchesFit("plan-" + name, run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void offers(String format) {
        Run run =
                run("offers bank.csv services.csv --segment segment --margin card=card_margin,loan=300 --ideal-top 40%"
                        + " --fewest-ideal 2 --format " + format + THROUGH);
        assertGolden("offers." + format, run);
        assertThat(run.err()).contains("services.csv left out, who have not bought: Kim ...\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void takers(String format) {
        assertGolden(
                "takers." + format,
                run("takers bank.csv services.csv --by segment,services=card --product services=loan --format " + format
                        + THROUGH));
    }

    @ParameterizedTest
    @CsvSource({
        "bundle, --bundle services=card+loan",
        "basket, --basket 500 --level 80%",
        "first-purchase, --first-purchase"
    })
    void otherTakers(String name, String question) {
        assertGolden(
                "takers-" + name + ".table",
                run("takers bank.csv services.csv --by segment,age:40:55 " + question + THROUGH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void milestones(String format) {
        assertGolden(
                "milestones." + format,
                run("milestones services.csv --yearly born --once contract_end --from 2026-01-01 --through 2026-03-01"
                        + " --leap-day march-1 --format " + format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void replacements(String format) {
        assertGolden(
                "replacements." + format,
                run(
                        "replacements phones.csv --fewest-watched 2 --format " + format + THROUGH,
                        "--within",
                        "18 months"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void serviceReturn(String format) {
        assertGolden(
                "service-return." + format,
                run(
                        "service-return --customers 2000 --share 60% --target 85% --margin 120 --cost 30000 --format "
                                + format,
                        "--visits",
                        "1.5 per year"));
    }

    @Test
    void serviceReturnThatIsCounted() {
        assertGolden(
                "service-return-counted.table",
                run(
                        "service-return phones.csv phone-visits.csv --target 85% --margin 20" + THROUGH,
                        "--visits",
                        "2 per year",
                        "--window",
                        "12 months"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan offers none.csv none.csv --margin card=1 | there is no file none.csv that can be read",
                "plan offers none.csv none.csv --margin card=services | --margin: column 'services' cannot hold two kinds of values",
                "plan takers none.csv none.csv --by a | what may be taken: give one of --product, --bundle, --basket, --first-purchase",
                "plan takers none.csv none.csv --by a --basket 3 --first-purchase | what may be taken: give one of --product, --bundle, --basket, --first-purchase",
                "plan takers none.csv none.csv --by a --product loan | --product: must be a column and a label, as in products=loan, but was 'loan'",
                "plan takers none.csv none.csv --by a --product p=x+y | --product: must name one label, but named 2",
                "plan takers none.csv none.csv --by a:x --basket 3 | --by: must be a number, but was 'x'",
                "plan milestones none.csv --from 2026-01-01 --through 2026-01-02 | which dates: give columns by --yearly, --once or both",
                "plan milestones none.csv --once a --from 2026-01-01 --through soon | --through: must be a date as in 1997-09-30, but was 'soon'",
                "plan milestones none.csv --once a --from 2026-01-01 --through 2026-01-02 --leap-day x | --leap-day: must be one of february-28, march-1, but was 'x'",
                "plan replacements none.csv --unit weeks | --unit: time is counted in the periods of --granularity",
                "plan service-return --target 85% --visits 2/year --margin 9 | what share comes back today: give --share, or two logs to count it from",
                "plan service-return a.csv --target 85% --visits 2/year --margin 9 | VISITS.csv: must be given with BOUGHT.csv, for a share to be counted",
                "plan service-return --share 60% --target 185% --customers 3 --visits 2/year --margin 9 | target must be between 0% and 100%, but was 185%",
                "plan service-return --share 60% --target 85% --visits 2/year --margin 9 | service return still needs: customers",
                "plan service-return --share 60% --target 85% --visits 2/year --margin 9 --level 80% | --level: is of use beside two logs only"
            })
    void aWrongCommand(String command, String message) {
        Run.assertRefuses(command, message);
    }

    @Test
    void whatAFileSaysWrongIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("sheet.csv"), "customer,born\nAnn,1990-13-01\n");
        Run dates = Run.of(
                "plan",
                "milestones",
                file.toString(),
                "--yearly",
                "born",
                "--from",
                "2026-01-01",
                "--through",
                "2026-01-31");
        assertThat(dates.err().replace(file.toString(), "sheet.csv")).isEqualTo("""
                line 2, born '1990-13-01': must be a date as in 1997-09-30, but was '1990-13-01'
                clv: sheet.csv has 1 row with problems
                """);
        assertThat(dates.code()).isEqualTo(1);

        Run offers = run("offers bank.csv services.csv --margin lone=9" + THROUGH);
        assertThat(offers.err())
                .endsWith("clv: service 'lone' has a margin, but nobody uses it; services used are card, loan, safe\n");
        assertThat(offers.code()).isEqualTo(1);
    }
}
