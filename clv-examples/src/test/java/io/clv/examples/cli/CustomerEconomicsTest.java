package io.clv.examples.cli;

import static io.clv.examples.cli.EconomicsRun.assertGolden;
import static io.clv.examples.cli.EconomicsRun.run;
import static org.assertj.core.api.Assertions.assertThat;

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

/** The commands of {@code clv economics} about customers one has: what they print, and what they refuse. */
class CustomerEconomicsTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void campaigns(String format) {
        assertGolden(
                "campaigns." + format,
                run("campaigns acquired.csv --from 2025-04-01 --observed-through 2025-12-31 --margin 40%"
                        + " --campaign channel --cost search=400,social=150 --format " + format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void loyalty(String format) {
        assertGolden(
                "loyalty." + format, run("loyalty changes.csv --cost 90 --format " + format, "--control", "held out"));
    }

    @Test
    void loyaltyWithoutAControl() {
        assertGolden("loyalty-compared.table", run("loyalty changes.csv --cost 90", "--comparison", "held out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void instalments(String format) {
        assertGolden(
                "instalments." + format,
                run(
                        "instalments --amount 1200 --instalments 6 --interest 1% --loss 60% --discount 8% --value 45"
                                + " --payable 150 --format " + format,
                        "--default",
                        "5% per year"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void credit(String format) {
        Run run = run("credit worth.csv credit.csv --format " + format);
        assertGolden("credit." + format, run);
        assertThat(run.err()).endsWith("credit.csv left out, who have no value: Gus\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void income(String format) {
        assertGolden("income." + format, run("income income.csv worth.csv --format " + format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void referral(String format) {
        assertGolden(
                "referral." + format,
                run(
                        "referral --newcomer 180 --attributable 60% --saved 40 --reward 20 --discount 10% --format "
                                + format,
                        "--referrals",
                        "0.3 per year",
                        "--churn",
                        "20% per year",
                        "--horizon",
                        "5 years"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void leads(String format) {
        assertGolden(
                "leads." + format, run("leads lead-values.csv traits.csv --by channel,age:30:45 --format " + format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void real(String format) {
        assertGolden(
                "real." + format,
                run("real prices.csv orders.csv --base 2025-12 --observed-through 2025-12-31 --format " + format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void satisfaction(String format) {
        Run run = run("satisfaction worth.csv answers.csv --leaving 25% --format " + format);
        assertGolden("satisfaction." + format, run);
        assertThat(run.err()).endsWith("worth.csv are taken for profit that the customers are still to bring\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "economics loyalty none.csv --cost 1 --control a --comparison b | --control: and --comparison cannot both be given",
                "economics loyalty none.csv --cost x | --cost: money must be a currency code and an amount, as in 'USD 12.50', but was 'x'",
                "economics instalments --amount 9 --instalments 0 --default 1%/year --loss 50% | number of instalments must be between 1 and 1200, but was 0",
                "economics instalments --amount 9 --instalments 2 --default 1%/year --loss 150% | loss given default must be between 0% and 100%, but was 150%",
                "economics instalments --amount 9 --instalments 2 --default 1%/year --loss 50% --value 3 | --value: and --payable are of use together only",
                "economics referral --referrals 1/year --churn 5%/year --newcomer 9 --attributable 150% | attributable share must be between 0% and 100%, but was 150%",
                "economics leads none.csv none.csv --by age:x | --by: must be a number, but was 'x'",
                "economics real none.csv - --base soon | --base: must be a month as in 2025-01, but was 'soon'",
                "economics satisfaction none.csv none.csv | there is no file none.csv that can be read"
            })
    void aWrongCommand(String command, String message) {
        Run.assertRefuses(command, message);
    }

    private Run with(String content, String command) throws IOException {
        Path file = Files.writeString(folder.resolve("sheet.csv"), content);
        List<String> args = new ArrayList<>();
        for (String word : command.split(" ")) {
            args.add(word.equals("SHEET") ? file.toString() : word.endsWith(".csv") ? Run.file("logs/" + word) : word);
        }
        Run run = Run.of(args.toArray(String[]::new));
        return new Run(run.code(), run.out(), run.err().replace(file.toString(), "sheet.csv"));
    }

    @Test
    void whatAFileSaysWrongIsTold() throws IOException {
        Run answers = with("customer,nps\nAnn,11\n", "economics satisfaction worth.csv SHEET");
        assertThat(answers.code()).isEqualTo(1);
        assertThat(answers.err())
                .endsWith("clv: nps of customer 'Ann' must be a whole number from 0 to 10, but was 11\n");

        Run twice = with("customer,value\nAnn,1\nAnn,2\n", "economics satisfaction SHEET answers.csv");
        assertThat(twice.err()).isEqualTo("clv: sheet.csv has customer 'Ann' twice\n");

        Run groups = with("customer,group,before,after\nAnn,in,1,2\nBob,in,1,x\n", "economics loyalty SHEET --cost 1");
        assertThat(groups.err()).isEqualTo("""
                line 3, after 'x': must be a number, but was 'x'
                clv: sheet.csv has 1 row with problems
                """);
        Run member = with("customer,group,before,after\nAnn,in,1,2\nBob,in,1,3\n", "economics loyalty SHEET --cost 1");
        assertThat(member.err()).isEqualTo("clv: there is no group 'member'; groups are in\n");

        Run prices = with(
                "month,level\n2024-01,100\n2024-03,101\n",
                "economics real SHEET orders.csv --base 2024-01 --observed-through 2025-12-31");
        assertThat(prices.err())
                .isEqualTo("clv: a price index needs every month from 2024-01 to 2024-03, but 2024-02 is missing\n");
    }
}
