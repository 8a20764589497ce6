package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.btyd.ModelFamily;
import io.clv.btyd.TransactionFamily;
import io.clv.ltv.NamedLtvModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong command is answered by one line and exit code 2, and a question for help by help. */
class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | which command? value, ltv, summarize, fit, compare, evaluate, predict, cohort, segment, report, simulate, economics, plan, scenario, help; clv --help says more",
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
                "value --model simpel | there is no model 'simpel'; did you mean 'simple'? models are {models}",
                "value --model simple --margin 30% | --margin: the simple model has no input 'gross-margin'; inputs are average-order-value, orders, revenue, lifespan, churn",
                "value --model simple --discount 1% | --discount: the simple model has no input 'discount'; inputs are average-order-value, orders, revenue, lifespan, churn",
                "value --model simple --margin x | --margin: the simple model has no input 'gross-margin'; inputs are average-order-value, orders, revenue, lifespan, churn",
                "value --model discounted --margin x | --margin: gross margin: ratio must be a number, but was 'x'",
                "value --model discounted --horizon 2 | --horizon: horizon must be a number and a unit, as in '12 months', or 'forever', but was '2'",
                "value --model discounted --inactivity soon | --inactivity: span must be a number and a unit, as in '12 months', but was 'soon'",
                "value --model simple --set churn | --set: must be input=value, as in churn-per-month=3%, but was 'churn'",
                "value --model simple --customer id | --customer: there is no log to read it from; name one after the command",
                "ltv | Missing required parameter: 'MODEL'",
                "ltv simpel | there is no model 'simpel'; did you mean 'simple'? models are {models}",
                "ltv simple | the simple model still needs: average order value, orders (or revenue instead of the two), lifespan (or churn)",
                "ltv simple --order 4 | the simple model has no input 'order'; did you mean 'orders'? inputs are average-order-value, orders, revenue, lifespan, churn",
                "ltv simple --orders | --orders needs a value",
                "simulate --customers 0 | customers must be at least 1, but was 0",
                "simulate --from 2024-01-01 --observed-through 2023-12-31 | end of observation must not be before the first day, 2024-01-01, but was 2023-12-31",
                "simulate --coming-over 3years | span over which customers come must end by the end of observation, 2025-12-31, but was 3 years from 2024-01-01",
                "simulate --coming-over soon | span must be a number and a unit, as in '12 months', but was 'soon'",
                "simulate --parameters r=1,alfa=2 | --parameters: unknown parameter 'alfa': bg-nbd has r, alpha, a, b",
                "simulate --parameters r=1,alpha=2 | --parameters: there is no a, b: bg-nbd has r, alpha, a, b",
                "simulate --parameters r=1,r=2 | --parameters: r is given twice",
                "simulate --parameters r | --parameters: must be name=value, as in r=0.5, but was 'r'",
                "simulate --parameters r=x | --parameters: r must be a number, but was 'x'",
                "simulate --parameters r=-1 | --parameters: r must be finite and above 0, but was -1",
                "simulate --parameters r=NaN | --parameters: r must be finite and above 0, but was NaN",
                "simulate --spend-parameters p=1 | --spend-parameters: there is no q, v: gamma-gamma has p, q, v",
                "simulate --model pareto-nbd | --parameters: pareto-nbd needs r, alpha, s, beta, as in --parameters r=0.5,...",
                "simulate --unit days | --unit: the parameters that are used if none are given are in weeks; give --parameters in days",
                "fit | Missing required parameter: 'FILE'",
                "fit - --model bgnbd | --model: must be one of {families}, but was 'bgnbd'",
                "fit - --prior strong | --prior: prior must be none, or weak and what is known of parameters, as in 'weak r~lognormal(0.5,0.7)', but was 'strong'",
                "fit - --spend-includes-first | --spend-includes-first: the bg-nbd model knows no spend",
                "fit - --summary --date x | --date: a summary is no log",
                "fit - --summary --refunds net | --refunds: a summary is no log",
                "fit - --summary --acquired x | --acquired: a summary is no log",
                "fit - --summary --calibrate-through 2024-01-01 | --calibrate-through: a summary is no log",
                "fit - --weights x | --weights: is of use beside --summary only",
                "fit - --complete-from soon | --complete-from: must be a date as in 1997-09-30, but was 'soon'",
                "fit - --model bg-bb | --granularity: must be the period of --unit, as in --granularity month --unit months, because bg-bb knows one opportunity to buy a period, but was day, and the unit weeks",
                "fit - --group store --save x | --save: keeps one fit, and --group makes several",
                "fit - --group store --covariates x | --covariates: are those of one fit, and --group makes several",
                "fit - --summary --group store | --group: is read off a log, and a summary is no log",
                "fit - --model sbg --group store | --group: is read off a log, and renewals are none",
                "fit - --summary --covariates x | --covariates: is read off a log, and a summary is no log",
                "fit - --model gamma-gamma --covariates x | --covariates: the gamma-gamma model takes none",
                "fit - --model sbg --covariates x | --covariates: the sbg model takes none",
                "fit - --model bg-bb --covariates x | --covariates: bg-bb takes no covariates; models that do are bg-nbd, ggompertz-nbd, mbg-nbd, nbd, pareto-nbd",
                "fit - --model sbg --observed-through 2025-01-01 | --observed-through: contract models count renewals, and a file of renewals is no log",
                "fit - --model bdw --unit months | --unit: contract models count renewals, and a file of renewals is no log",
                "fit - --model sbg --summary | --summary: renewals are no summary of a log",
                "compare | Missing required parameter: 'FILE'",
                "compare - --models bg-nbd,sbg | --models: transaction model must be one of {transactions}, but was 'sbg'",
                "compare - --models nbd,nbd | --models: nbd is given twice",
                "predict | Missing required parameter: 'FILE'",
                "predict - --renewal-moment just-after | --renewal-moment: is of use for sbg and bdw only",
                "predict - --model sbg --renewal-moment now | --renewal-moment: must be one of just-after, just-before, but was 'now'",
                "predict - --model sbg --horizon 1.5 | --horizon: must be a number of renewals from 1 to 10000, but was '1.5'",
                "predict - --model sbg --covariates x | --covariates: models of renewals take none",
                "predict - --parameters r=1 --covariates x | --covariates: --parameters give one model for all customers",
                "simulate --periods 3 | --periods: is of use for sbg and bdw only",
                "simulate --model sbg | --parameters: sbg needs alpha, beta, as in --parameters alpha=0.5,...",
                "simulate --model sbg --parameters alpha=1,beta=2 --unit weeks | --unit: renewals have no dates and no amounts",
                "simulate --model sbg --parameters alpha=1,beta=2 --periods 0 | --periods: must be at least 1, but was 0",
                "value --model sbg | --model: sbg counts renewals, and a log knows purchases: who has not bought for a while has cancelled nothing; give renewals to clv predict --model sbg",
                "value --model bg-bb | --granularity: must be the period of --unit, as in --granularity month --unit months, because bg-bb knows one opportunity to buy a period, but was day, and the unit weeks",
                "value --covariates x | --covariates: there is no log to read it from; name one after the command",
                "value --model simple --covariates x | --covariates: the simple model is a formula, and nothing is fitted",
                "predict - --model bgnbd | --model: transaction model must be one of {transactions}, but was 'bgnbd'",
                "predict - --parameters r=1,alfa=2 | --parameters: unknown parameter 'alfa': bg-nbd has r, alpha, a, b",
                "predict - --parameters r=1 --prior weak | --prior: --parameters give the model, and nothing is fitted",
                "predict - --parameters r=1 --acquired x | --acquired: --parameters give the model, and nothing is fitted",
                "predict - --load none.txt | --load: there is no file none.txt",
                "predict - --load x --parameters r=1 | --parameters: --load gives the model, and nothing is fitted",
                "predict - --load x --model nbd | --model: --load gives the model, and nothing is fitted",
                "predict - --horizon forever | --horizon: must be a number of weeks above 0, or a span as in '12 months', but was 'forever'",
                "predict - --horizon 0 | --horizon: must be a number of weeks above 0, or a span as in '12 months', but was '0'",
                "predict - --delta 0 | --delta: must be finite and above 0, but was 0.0",
                "predict - --delta x | --delta: 'x' is not a double",
                "value --model simple --prior weak | --prior: the simple model is a formula, and nothing is fitted",
                "value --model simple --complete-from 2024-01-01 | --complete-from: the simple model is a formula, and nothing is fitted",
                "value --model simple --load x | --load: there is no file x",
                "value --model simple --explain C001 | --explain: the simple model is a formula, and nothing is fitted",
                "value --model simple --cost c | --cost: the simple model has no input 'cost to serve'",
                "value --cost-per year | --cost-per: is of use beside --cost only",
                "value --cost c | --cost: there is no log to read it from; name one after the command",
                "value --acquired c | --acquired: there is no log to read it from; name one after the command",
                "value --inactivity 60days | --inactivity: the bg-nbd model uses no churn, lifespan or pace",
                "value --horizon forever | horizon forever needs a discount above 0, as the purchases to be expected may have no finite sum without it, but the discount was 0% per year",
                "ltv bg-nbd --horizon 1year | the bg-nbd model is fitted to the base that it values, and one customer is none; a model fitted before can value one",
                "ltv simple 4 | unexpected '4': inputs are written as --input value",
                "ltv simple --orders 4 | orders: pace must name its unit, as in '4 per year', but was '4'"
            })
    void aWrongCommand(String command, String message) {
        String[] args = command.isEmpty() ? new String[0] : command.split(" ");
        Run run = Run.of(args);

        // What is said before a command fails is not the error.
        assertThat(run.err().lines().filter(line -> !line.startsWith("note: ")))
                .containsExactly("clv: " + withNames(message));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    /** The names of what there is, which grow with the library. */
    private static String withNames(String message) {
        List<String> transactions =
                TransactionFamily.all().stream().map(ModelFamily::name).toList();
        List<String> families = new ArrayList<>(transactions);
        families.addAll(List.of("gamma-gamma", "sbg", "bdw"));
        Collections.sort(families);
        assertThat(families).contains("bg-nbd", "mbg-nbd", "nbd", "pareto-nbd");
        return message.replace(
                        "{models}",
                        NamedLtvModel.all().stream().map(NamedLtvModel::name).collect(Collectors.joining(", ")))
                .replace("{families}", String.join(", ", families))
                .replace("{transactions}", String.join(", ", transactions));
    }

    @ParameterizedTest
    @CsvSource({
        "--help",
        "help",
        "fit --help",
        "compare --help",
        "predict --help",
        "simulate --help",
        "value --help",
        "ltv --help",
        "summarize --help",
        "fit --help",
        "compare --help",
        "predict --help",
        "simulate --help",
        "help value"
    })
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
