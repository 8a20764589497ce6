package io.clv.examples.cli;

import static io.clv.examples.cli.EconomicsRun.assertGolden;
import static io.clv.examples.cli.EconomicsRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code clv economics} prints, and what it refuses. */
class EconomicsTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void cac(String format) {
        assertGolden(
                "cac." + format,
                run("cac spend.csv acquired.csv --campaign campaign --observed-through 2025-12-31 --from 2025-01-01"
                        + " --value 130 --format " + format));
    }

    @Test
    void cacWithAFittedValue() {
        Run run = run(
                "cac spend.csv acquired.csv --observed-through 2025-12-31 --margin 40% --discount 10%" + " --target 2");
        assertGolden("cac-fitted.table", run);
        assertThat(run.err())
                .contains("note: newcomers from 2024-12-02, the first day of the log, because no --from was given\n")
                .contains("note: a newcomer's life counts for 3 years, because no --horizon was given\n");
    }

    @Test
    void cacWithoutAValue() {
        assertGolden(
                "cac-plain.table", run("cac spend.csv acquired.csv --observed-through 2025-12-31 --from 2025-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void payback(String format) {
        assertGolden(
                "payback." + format,
                run("payback --cac 900 --format " + format, "--margin", "50 per month", "--churn", "6% per month"));
    }

    @Test
    void paybackInTime() {
        assertGolden(
                "payback-within.table",
                run(
                        "payback --cac 400 --discount 10% --upfront 30 --target 2",
                        "--margin",
                        "50 per month",
                        "--retention",
                        "88%, 92% then 95% per month",
                        "--within",
                        "12 months"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void budget(String format) {
        assertGolden(
                "budget." + format,
                run("budget channels.csv --budget 100000 --hurdle 120% --draws 200 --format " + format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void growth(String format) {
        assertGolden(
                "growth." + format,
                run("growth phases.csv --from 2026-01-01 --through 36 --limit 12 --format " + format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void odds(String format) {
        assertGolden("odds." + format, run("odds --margin 40 --cost-existing 2 --cost-new 6 --format " + format));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "economics | which command? cac, payback, budget, growth, odds, campaigns, loyalty, instalments, credit, income, referral, leads, real, satisfaction; clv --help says more",
                "economics payback --cac 1 | Missing required option: '--margin=MONEY'",
                "economics payback --cac 1 --margin 1/month | --churn: or --retention must be given, and one only",
                "economics payback --cac x --margin 1/month --churn 1%/month | --cac: money must be a currency code and an amount, as in 'USD 12.50', but was 'x'",
                "economics payback --cac -1 --margin 1/month --churn 1%/month | CAC must not be negative, but was USD -1.00",
                "economics payback --cac 1 --margin 1/month --churn 1%/month --target 0 | target ratio must be finite and above 0, but was 0.0",
                "economics odds --margin 1 --new 0% --existing 5% | odds of selling to a new customer must be above 0%, at most 100% and in order, but were 0% to 0%",
                "economics cac none.csv - --value 1 --margin 2 | --value: and --margin both say what a newcomer is worth",
                "economics cac none.csv - --target 2 | --target: needs --value or --margin",
                "economics cac none.csv - | there is no file none.csv that can be read",
                "economics budget none.csv --budget -1x | --budget: money must be a currency code and an amount, as in 'USD 12.50', but was '-1x'",
                "economics growth none.csv --from soon | --from: must be a date as in 1997-09-30, but was 'soon'"
            })
    void aWrongCommand(String command, String message) {
        Run.assertRefuses(command, message);
    }

    private Run with(String content, String command) throws IOException {
        Path file = Files.writeString(folder.resolve("sheet.csv"), content);
        Run run = Run.of(command.replace("SHEET", file.toString()).split(" "));
        return new Run(run.code(), run.out(), run.err().replace(file.toString(), "sheet.csv"));
    }

    @Test
    void everyProblemOfASheetIsListed() throws IOException {
        Run run = with(
                "\uFEFFChannel;Kind;Amount\nsearch;media;12,5\nsearch;bribes;1\n;media;-3\n\nsearch;media;\n",
                "economics cac SHEET -");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                line 2, amount '12,5': amount must be a number, but was '12,5'
                line 3, kind 'bribes': kind of spend must be one of media, fees, salaries, tools, but was 'bribes'
                line 4, amount '-3': spend must not be negative, but was USD -3.00
                line 6, amount '': must not be empty
                clv: sheet.csv has 4 rows with problems
                """);
    }

    @Test
    void aSheetMustHaveItsColumns() throws IOException {
        Run run = with("channel,amount\nsearch,1\n", "economics cac SHEET -");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("clv: sheet.csv must have the columns channel, kind, amount, but has channel, amount\n");
        assertThat(with("channel,kind,amount\n", "economics cac SHEET -").err())
                .isEqualTo("clv: sheet.csv has a header and no rows\n");
        assertThat(with("", "economics cac SHEET -").err()).isEqualTo("clv: sheet.csv is empty\n");
    }

    @Test
    void channelsMustMakeABudget() throws IOException {
        Run form = with("channel,response,value\ntv,sqrt 3,10\n", "economics budget SHEET --budget 100");
        assertThat(form.code()).isEqualTo(1);
        assertThat(form.err())
                .isEqualTo(
                        "line 2, response 'sqrt 3': response must be power SCALE ELASTICITY, log SCALE"
                                + " THRESHOLD or hill MOST HALF STEEPNESS, but was 'sqrt 3'\nclv: sheet.csv has 1 row with problems\n");
        Run floors =
                with("channel,response,value,floor\ntv,power 3 .5,10,200\n", "economics budget SHEET --budget 100");
        assertThat(floors.err())
                .isEqualTo("clv: floors in all must not be above the budget, USD 100.00, but were USD 200.00\n");
        Run current = with(
                "channel,response,value,current\ntv,power 3 .5,10,20\nradio,power 1 .5,10,\n",
                "economics budget SHEET --budget 100");
        assertThat(current.err()).isEqualTo("clv: spend of channel 'radio' is missing; channels are tv, radio\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cac",
                "payback",
                "budget",
                "growth",
                "odds",
                "campaigns",
                "loyalty",
                "instalments",
                "credit",
                "income",
                "referral",
                "leads",
                "real",
                "satisfaction"
            })
    void help(String command) {
        Run run = Run.of(("economics " + command + " --help").replace("  ", " ").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: clv economics");
        assertThat(run.err()).isEmpty();
    }
}
