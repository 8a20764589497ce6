package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.examples.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of a log that move how customers buy and leave. */
class CovariatesTest {

    private static final String STORES = Run.file("logs/stores.csv");
    private static final String ASKED = " STORES --observed-through 2025-06-30 ";

    @TempDir
    Path folder = Path.of("");

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

    private static double[] column(String csv, int column) {
        return csv.lines()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void fit(String format) {
        Run run = run("fit" + ASKED + "--model nbd --covariates income,store --format " + format);

        Golden.assertMatchesFit("fit-covariates." + format, out(run));
        assertThat(run.err()).contains("note: covariates: income a number, store a category\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void explained(String format) {
        Golden.assertMatchesFit(
                "explained-covariates." + format,
                out(run("value" + ASKED + "--model nbd --covariates income,store --margin 30% --horizon 1year --explain"
                        + " C07 --format " + format)));
    }

    @Test
    void aSavedFitPredictsAndValuesAsItDidAtOnce() {
        String file = folder.resolve("covariates.txt").toString();
        String spend = folder.resolve("spend.txt").toString();
        out(run("fit" + ASKED + "--covariates income --save", file));
        out(run("fit" + ASKED + "--model gamma-gamma --save", spend));
        String predict = "predict" + ASKED + "--horizon 26";
        String value = "value" + ASKED + "--margin 30% --horizon 1year --format csv";

        assertThat(out(run(predict + " --load", file))).isEqualTo(out(run(predict + " --covariates income")));
        double[] fitted = column(out(run(value + " --covariates income")), 9);
        assertThat(fitted).hasSize(60);
        assertThat(column(out(run(value + " --load", file)), 9)).containsExactly(fitted, within(1e-9));
        assertThat(column(out(run(value + " --covariates income --load", spend)), 9))
                .containsExactly(fitted, within(1e-9));
        assertThat(column(out(run(value + " --load", file, "--load", spend)), 9))
                .containsExactly(fitted, within(1e-9));
        assertThat(column(out(run(value)), 9)).isNotEqualTo(fitted);
        assertThat(run(predict + " --covariates income --load", file).err())
                .isEqualTo("clv: --covariates: --load gives them, income\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "incme | 2 | unknown column 'incme': the file has customer, date, amount, store, income; did you mean 'income'?",
                "income,income | 2 | --covariates: income is given twice",
            })
    void columnsThatCannotBe(String covariates, int code, String message) {
        Run run = run("fit" + ASKED + "--model nbd --covariates " + covariates);

        assertThat(run.err()).endsWith("clv: " + message + "\n");
        assertThat(run.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x;x;x | covariate 'plan' must differ between customers, but was 'x' for all",
                "2;2;2 | covariate 'plan' must differ between customers, but was 2.0 for all",
                "x;;y | covariate 'plan' must have a value for every customer, but has none for 'b'",
            })
    void covariatesThatTellNothing(String plans, String message) {
        StringBuilder log = new StringBuilder("customer,date,amount,plan\n");
        String[] each = plans.split(";", -1);
        for (int customer = 0; customer < each.length; customer++) {
            String id = "abc".substring(customer, customer + 1);
            log.append(id + ",2024-01-05,5," + each[customer] + "\n" + id + ",2024-05-05,5,\n");
        }

        Run run = Run.withInput(
                log.toString(), "fit - --model nbd --covariates plan --observed-through 2024-12-31".split(" "));

        assertThat(run.err()).endsWith("clv: --covariates: " + message + "\n");
        assertThat(run.code()).isEqualTo(1);
    }
}
