package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong command is answered by one line and exit code 2, and a question for help by help. */
class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | which command? value, ltv, summarize, simulate, help; clv --help says more",
                "valeu | unknown argument 'valeu'; did you mean 'value'?",
                "value --custmer x | unknown option '--custmer'; did you mean '--customer'?",
                "value a b | unknown argument 'b'",
                "summarize | Missing required parameter: 'LOG.csv'",
                "value --format xml | --format: must be one of csv, json, table, but was 'xml'",
                "value --limit -1 | --limit: must be a number of rows or 'all', but was '-1'",
                "value --unit fortnights | --unit: must be one of days, weeks, months, years, but was 'fortnights'",
                "value --refunds maybe | --refunds: must be one of ignore, net, net-dropping-periods, reject, but was 'maybe'",
                "value --after-end x | --after-end: must be one of leave-out, reject, but was 'x'",
                "value --zone Mars | --zone: must be a zone as in Europe/Paris, but was 'Mars'",
                "value --delimiter ab | --delimiter: must be one character or 'tab', but was 'ab'",
                "value --currency XXX | --currency: currency XXX has no minor digits in ISO 4217 and cannot hold money",
                "value --currency usdollar | --currency: currency must be an ISO 4217 code such as USD, but was 'usdollar'",
                "value --observed-through 2025 | --observed-through: must be a date as in 1997-09-30, but was '2025'",
                "value --max-problems many | --max-problems: 'many' is not an int",
                "summarize - --max-problems -1 | --max-problems: must not be negative, but was -1",
                "summarize - --date-format x | date format must be a pattern of year, month and day, as in dd.MM.yyyy, but was 'x'",
                "summarize - --delimiter x | delimiter must not be a quote, letter, digit or line end, but was 'x'",
                "value --model simpel | there is no model 'simpel'; did you mean 'simple'? models are bg-nbd, discounted, margin-adjusted, mbg-nbd, nbd, next-year, pareto-nbd, simple, subscription",
                "value --model simple --margin 30% | --margin: the simple model has no input 'gross-margin'; inputs are average-order-value, orders, revenue, lifespan, churn",
                "value --model simple --discount 1% | --discount: the simple model has no input 'discount'; inputs are average-order-value, orders, revenue, lifespan, churn",
                "value --model simple --margin x | --margin: the simple model has no input 'gross-margin'; inputs are average-order-value, orders, revenue, lifespan, churn",
                "value --model discounted --margin x | --margin: gross margin: ratio must be a number, but was 'x'",
                "value --model discounted --horizon 2 | --horizon: horizon must be a number and a unit, as in '12 months', or 'forever', but was '2'",
                "value --model discounted --inactivity soon | --inactivity: span must be a number and a unit, as in '12 months', but was 'soon'",
                "value --model simple --set churn | --set: must be input=value, as in churn-per-month=3%, but was 'churn'",
                "value --model simple --customer id | --customer: there is no log to read it from; name one after the command",
                "ltv | Missing required parameter: 'MODEL'",
                "ltv simpel | there is no model 'simpel'; did you mean 'simple'? models are bg-nbd, discounted, margin-adjusted, mbg-nbd, nbd, next-year, pareto-nbd, simple, subscription",
                "ltv simple | the simple model still needs: average order value, orders (or revenue instead of the two), lifespan (or churn)",
                "ltv simple --order 4 | the simple model has no input 'order'; did you mean 'orders'? inputs are average-order-value, orders, revenue, lifespan, churn",
                "ltv simple --orders | --orders needs a value",
                "ltv simple 4 | unexpected '4': inputs are written as --input value",
                "ltv simple --orders 4 | orders: pace must name its unit, as in '4 per year', but was '4'"
            })
    void aWrongCommand(String command, String message) {
        String[] args = command.isEmpty() ? new String[0] : command.split(" ");
        Run run = Run.of(args);

        assertThat(run.err()).isEqualTo("clv: " + message + "\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--help", "help", "value --help", "ltv --help", "summarize --help", "help value"})
    void help(String command) {
        Run run = Run.of(command.split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: clv");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void version() {
        assertThat(Run.of("--version").out()).isEqualTo("clv (not from a jar)\n");
    }

    @Test
    void helpNamesEveryCommonOption() {
        String help = Run.of("value", "--help").out();
        assertThat(Arrays.asList(
                        "--customer",
                        "--date",
                        "--amount",
                        "--date-format",
                        "--zone",
                        "--delimiter",
                        "--currency",
                        "--observed-through",
                        "--after-end",
                        "--granularity",
                        "--unit",
                        "--refunds",
                        "--inactivity",
                        "--set",
                        "--max-problems",
                        "--format",
                        "--limit",
                        "--model",
                        "--margin",
                        "--discount",
                        "--horizon"))
                .allSatisfy(option -> assertThat(help).contains(option + "="));
    }
}
