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

/** Contract models from the command line. The survivors are those of Fader and Hardie (2007), High End. */
class RenewalsTest {

    private static final String SURVIVORS = """
            period,survivors
            0,1000
            1,869
            2,743
            3,653
            4,593
            5,551
            6,517
            7,491
            """;

    private static final String CUSTOMERS = """
            customer,renewals,active,weight
            ann,3,yes,40
            bob,0,no,30
            cat,1,no,20
            dan,3,no,5
            """;

    @TempDir
    Path folder = Path.of("");

    private static Run run(String input, String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(more));
        return Run.withInput(input, words.toArray(String[]::new));
    }

    private static String out(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void fit(String format) {
        Golden.assertMatchesFit("fit-renewals." + format, out(run(SURVIVORS, "fit - --model sbg --format " + format)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void predict(String format) {
        Golden.assertMatchesFit(
                "predict-renewals." + format,
                out(run(CUSTOMERS, "predict - --model sbg --delta 0.1 --horizon 4 --format " + format)));
    }

    @Test
    void predictOfCohorts() {
        List<String> csv = out(run(SURVIVORS, "predict - --model sbg --parameters alpha=1,beta=2 --horizon 2"))
                .lines()
                .toList();

        assertThat(csv).hasSize(4);
        assertThat(csv.get(0)).isEqualTo("renewal,survival,retention,observed_retention");
        assertThat(csv.get(1)).isEqualTo("0,1.0,,");
        String[] first = csv.get(2).split(",");
        assertThat(Double.parseDouble(first[1])).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(first[3]).isEqualTo("0.869");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void simulate(String format) {
        Golden.assertMatches(
                "simulate-renewals." + format,
                out(run(
                        "",
                        "simulate --model bdw --parameters alpha=1,beta=3,c=1.2 --customers 12 --seed 4 --periods 5"
                                + " --limit 4 --format " + format)));
    }

    @Test
    void whatIsSimulatedIsFittedByTheSameModel() {
        String log = out(run("", "simulate --model sbg --parameters alpha=.7,beta=3 --customers 20000 --periods 8"));

        List<String> fit =
                out(run(log, "fit - --model sbg --format csv")).lines().toList();

        assertThat(Double.parseDouble(fit.get(1).split(",")[1])).isCloseTo(0.7, within(0.05));
        assertThat(Double.parseDouble(fit.get(2).split(",")[1])).isCloseTo(3, within(0.3));
    }

    @Test
    void cohortsOfDifferentAgeAreFittedTogether() {
        String two = "cohort,period,survivors\n2023,0,100\n2023,1,80\n2023,2,70\n2024,1,90\n2024,0,100\n";

        assertThat(out(run(two, "fit - --model sbg"))).contains("\"customers\":200,");
    }

    @Test
    void aSavedFitPredictsWhatItPredictedAtOnce() {
        String file = folder.resolve("sbg.txt").toString();
        out(run(CUSTOMERS, "fit - --model sbg --save", file));
        String predict = "predict - --delta 0.1 --horizon 4";

        assertThat(out(run(CUSTOMERS, predict + " --load", file)))
                .isEqualTo(out(run(CUSTOMERS, predict + " --model sbg")));
        Run ofLog = run("customer,date,amount\na,2024-01-01,5\n", "value - --load", file);
        assertThat(ofLog.err())
                .isEqualTo("clv: --load: " + file + " holds a model of renewals, and a log knows none\n");
        assertThat(ofLog.code()).isEqualTo(2);
    }

    @Test
    void justAfterARenewalTheNextOneIsAPeriodAway() {
        String predict = "predict - --model sbg --parameters alpha=1,beta=2 --delta 0.1 --horizon 1";
        double before = derl(out(run(CUSTOMERS, predict)));
        double after = derl(out(run(CUSTOMERS, predict + " --renewal-moment just-after")));

        assertThat(before / after).isCloseTo(Math.exp(0.1), within(1e-12));
    }

    private static double derl(String csv) {
        return Double.parseDouble(csv.lines().skip(1).findFirst().orElse("").split(",")[5]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period,survivors;0,5;1,6 | survivors after renewal 1 must not be more than those who came (5), but were 6",
                "period,survivors;0,5;2,4 | there must be a row for every period from 0, in which customers come, to 2, but there is none for 1",
                "cohort,period,survivors;a,1,5 | cohort 'a': there must be a row for every period from 0, in which customers come, to 1, but there is none for 0"
            })
    void survivorsThatCannotBe(String file, String message) {
        Run run = run(file.replace(';', '\n') + "\n", "fit - --model sbg");

        assertThat(run.err()).endsWith("clv: standard input: " + message + "\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aLogIsNoFileOfRenewals() {
        Run run = run("customer,date,amount\na,2024-01-01,5\n", "fit - --model sbg");

        assertThat(run.err())
                .endsWith("clv: standard input must have the columns renewals and active, of customers, or period and"
                        + " survivors, of cohorts, but has customer, date, amount\n");
        assertThat(run.code()).isEqualTo(2);
    }
}
