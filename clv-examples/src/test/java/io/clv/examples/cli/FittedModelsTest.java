package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits, what becomes of them, and logs that hardly allow one. */
class FittedModelsTest {

    private static final String ORDERS = Run.file("logs/orders.csv");
    private static final String END = "2025-06-30";
    private static final String HEADER = "customer,date,amount\n";

    /** The margins, costs and dates of acquisition of four customers. */
    private static final String COLUMNS = """
            customer,date,amount,joined,margin,cost,discount
            a,2024-01-05,5,2023-05-01,30%,1.50,10%
            a,2024-02-01,6,,,,
            a,2024-03-05,7,2023-05-01,,1.50,
            b,2024-01-06,5,2024-01-06,0.5,,
            b,2024-05-05,9,,,,
            c,2024-02-06,5,,,,
            c,2024-02-16,7,,,,
            c,2024-06-16,8,,,,
            d,2024-03-06,8,,,2,20%
            """;

    @TempDir
    Path folder = Path.of("");

    private static Run run(String command, String... more) {
        return withInput("", command, more);
    }

    private static Run withInput(String input, String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.replaceAll(word -> word.equals("ORDERS") ? ORDERS : word);
        words.addAll(List.of(more));
        return Run.withInput(input, words.toArray(String[]::new));
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

    private String save(String model) {
        String file = folder.resolve(model + ".txt").toString();
        out(run("fit ORDERS --observed-through " + END + " --model " + model + " --save", file));
        return file;
    }

    @Test
    void aSavedFitPredictsWhatItPredictedAtOnce() {
        String predict = "predict ORDERS --horizon 26 --observed-through " + END;

        String loaded = out(run(predict + " --load", save("pareto-nbd")));

        assertThat(loaded).isEqualTo(out(run(predict + " --model pareto-nbd")));
    }

    @Test
    void aSavedFitBringsItsUnit() throws Exception {
        String file = folder.resolve("days.txt").toString();
        out(run("fit ORDERS --unit days --observed-through " + END + " --save", file));

        assertThat(Files.readString(Path.of(file))).contains("\nunit days\n");
        Run run = run("predict ORDERS --horizon x --observed-through " + END + " --load", file);
        assertThat(run.err()).contains("clv: --horizon: must be a number of days above 0");
        assertThat(run("predict ORDERS --unit weeks --load", file).err())
                .isEqualTo("clv: --unit: must be days, the unit of " + file + ", but was weeks\n");
    }

    @Test
    void valuesBySavedFitsAreThoseOfAFit() {
        String value = "value ORDERS --margin 30% --horizon 1year --format csv --observed-through " + END;
        double[] fitted = column(out(run(value + " --model mbg-nbd")), 9);
        String transactions = save("mbg-nbd");
        String spend = save("gamma-gamma");

        double[] loaded = column(out(run(value, "--load", transactions, "--load", spend)), 9);
        double[] half = column(out(run(value, "--load", transactions)), 9);
        double[] otherHalf = column(out(run(value + " --model mbg-nbd", "--load", spend)), 9);

        assertThat(fitted).hasSize(60);
        assertThat(loaded).containsExactly(fitted, within(1e-9));
        assertThat(half).containsExactly(fitted, within(1e-9));
        assertThat(otherHalf).containsExactly(fitted, within(1e-9));
    }

    @Test
    void refusesWhatSavedFitsCannotGive() throws Exception {
        String transactions = save("nbd");
        String spend = save("gamma-gamma");
        Path other = Files.writeString(folder.resolve("other.txt"), "customer,date\n");

        assertThat(run("predict ORDERS --load", spend).err())
                .isEqualTo("clv: --load: " + spend + " holds a model of spend, which expects no purchases\n");
        assertThat(run("value ORDERS --load", transactions, "--load", transactions)
                        .err())
                .isEqualTo("clv: --load: " + transactions + " holds a second model of purchases\n");
        assertThat(run("value ORDERS --prior weak --load", transactions, "--load", spend)
                        .err())
                .isEqualTo("clv: --prior: nothing is fitted where both models are loaded\n");
        Run noModel = run("value ORDERS --load", other.toString());
        assertThat(noModel.err())
                .startsWith("clv: --load: " + other + " is no saved model: line 1 must be ")
                .endsWith(", but was 'customer,date'\n");
        assertThat(noModel.code()).isEqualTo(1);
        Run nowhere = run("fit ORDERS --save", folder.resolve("no/where.txt").toString());
        assertThat(nowhere.err()).endsWith("no/where.txt cannot be written\n");
        assertThat(nowhere.code()).isEqualTo(2);
    }

    @Test
    void aHorizonIsANumberOfUnitsOrASpanAndAYearIfItIsLeftOut() {
        String predict = "predict ORDERS --model nbd --observed-through " + END;

        String inWeeks = out(run(predict + " --horizon 52"));
        Run unset = run(predict);

        assertThat(out(run(predict + " --horizon 364days"))).isEqualTo(inWeeks);
        assertThat(out(unset)).isEqualTo(out(run(predict + " --horizon 12months")));
        assertThat(unset.err()).contains("note: over 12 months, because no --horizon was given\n");
    }

    @Test
    void saysThatPAliveOfOneTimersIsNoFinding() {
        String note = "note: P(alive) is 1 by construction of the bg-nbd model for 3 customers without a repeat"
                + " purchase: it says nothing of them\n";

        assertThat(run("predict ORDERS --observed-through " + END).err()).contains(note);
        assertThat(run("predict ORDERS --model nbd --observed-through " + END).err())
                .doesNotContain("by construction");
    }

    @Test
    void aCutLogIsFittedAsIfItEndedThere() {
        Run cut = run("fit ORDERS --calibrate-through 2024-12-31 --observed-through " + END);

        assertThat(out(cut)).isEqualTo(out(run("fit ORDERS --observed-through 2024-12-31")));
        assertThat(cut.err()).contains("note: left out: ");
        assertThat(run("fit ORDERS --calibrate-through 2026-01-01 --observed-through " + END)
                        .err())
                .endsWith("clv: --calibrate-through: must not be after --observed-through, 2025-06-30, but was"
                        + " 2026-01-01\n");
    }

    @Test
    void rowsOfASummaryCountByTheirWeight() {
        String once = "visits,last,seen\n" + "2,3,9\n".repeat(3) + "0,0,9\n".repeat(4) + "1,5,9\n";
        String counted = "visits,last,seen,times\n2,3,9,3\n0,0,9,4\n1,5,9,1\n";
        String fit = "fit - --summary --model nbd --frequency visits --recency last --age seen --format csv";

        assertThat(out(withInput(counted, fit + " --weights times"))).isEqualTo(out(withInput(once, fit)));
        String table = out(withInput(
                counted,
                "predict - --summary --model nbd --frequency visits --recency last --age seen --weights times"
                        + " --horizon 9 --format table"));
        assertThat(table).contains(" purchases expected of 8 customers over 9 weeks\n8.00 of them expected");
    }

    @Test
    void spendOfASummaryIsFittedToItsMonetaryValues() {
        String summary = "x,t_x,T,zbar\n2,3,9,20\n0,0,9,0\n1,5,9,35\n3,8,9,25\n4,4,9,90\n";

        String csv = out(withInput(summary, "fit - --summary --model gamma-gamma --format csv"));

        assertThat(csv).startsWith("parameter,value,standard_error,low,high\np,");
        Run without = withInput("x,t_x,T\n1,2,3\n", "fit - --summary --model gamma-gamma");
        assertThat(without.err()).endsWith("clv: the summary has no column of monetary values\n");
        assertThat(without.code()).isEqualTo(1);
    }

    @Test
    void rowsOfASummaryThatCannotBeAreListed() {
        Run run = withInput("x,t_x,T\n1,2,3\n2,5,3\n-1,0,3\n", "fit - --summary");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("line 3, t_x '5'").contains("line 4, x '-1'");
        assertThat(run.err()).endsWith("clv: standard input has 2 rows with problems, and --max-problems is 0\n");
    }

    @Test
    void leavesCutOffHistoriesOutOfFits() {
        Run acquired =
                withInput(COLUMNS, "fit - --model nbd --prior weak --acquired joined --observed-through 2024-12-31");
        Run complete = withInput(
                COLUMNS, "fit - --model nbd --prior weak --complete-from 2024-01-06 --observed-through 2024-12-31");

        assertThat(out(acquired)).contains("\"customers\":3,").isEqualTo(out(complete));
        assertThat(acquired.err())
                .contains("note: the histories of 1 of 4 customers are cut off (acquired on the dates of column"
                        + " 'joined'): they are left out of fits\n");
        assertThat(complete.err())
                .contains("note: the histories of 1 of 4 customers are cut off (log complete from 2024-01-06): they"
                        + " are left out of fits\n");
        assertThat(withInput(
                                COLUMNS.replace("2023-05-01", "2024-05-01"),
                                "fit - --acquired joined --observed-through 2024-12-31")
                        .err())
                .endsWith("clv: --acquired: date in column 'joined' must not be after the first purchase on"
                        + " 2024-01-05, but was 2024-05-01 for customer 'a'\n");
    }

    @Test
    void warnsOfALogThatBeginsAfterItsCustomers() {
        StringBuilder log = new StringBuilder(HEADER);
        for (int customer = 0; customer < 60; customer++) {
            int month = customer < 40 ? 1 : 1 + customer % 12;
            log.append(String.format("%d,2024-%02d-15,10\n%d,2025-03-10,10\n", customer, month, customer));
        }

        Run run = withInput(log.toString(), "fit - --observed-through " + END);

        assertThat(out(run)).contains("\"customers\":60");
        assertThat(run.err())
                .contains("warning: assumed that every customer came with the first purchase in the log, though ")
                .contains(" (--complete-from, --acquired)\n");
    }

    @Test
    void marginsCostsAndDiscountsMayDifferByCustomer() {
        String value = "value - --prior weak --horizon 1year --format csv --observed-through 2024-12-31";
        double[] plain = column(out(withInput(COLUMNS, value + " --margin 40%")), 9);
        double[] margins = column(out(withInput(COLUMNS, value + " --margin 40% --margin-column margin")), 9);
        double[] costs = column(out(withInput(COLUMNS, value + " --margin 40% --cost cost")), 9);
        double[] yearly = column(out(withInput(COLUMNS, value + " --margin 40% --cost cost --cost-per year")), 9);
        double[] discounts = column(out(withInput(COLUMNS, value + " --margin 40% --discount-column discount")), 9);

        assertThat(margins)
                .containsExactly(new double[] {plain[0] * 0.75, plain[1] * 1.25, plain[2], plain[3]}, within(1e-9));
        assertThat(costs[0]).isLessThan(plain[0]);
        assertThat(costs[1]).isEqualTo(plain[1]);
        assertThat(plain[3] - costs[3]).isCloseTo(12 * (plain[3] - yearly[3]), within(1e-9));
        assertThat(discounts[1]).isEqualTo(plain[1]);
        assertThat(discounts[3] / plain[3]).isBetween(1 / 1.2, 1.0);
        Run bad = withInput(COLUMNS.replace("30%", "much"), value + " --margin-column margin");
        assertThat(bad.err())
                .endsWith("clv: --margin-column: customer 'a': gross margin: ratio must be a number, but was 'much'\n");
        assertThat(bad.code()).isEqualTo(1);
        Run two = withInput(COLUMNS.replaceFirst("1.50", "2.50"), value + " --cost cost");
        assertThat(two.err()).contains("line 4, cost '1.50': is not 2.50, the value of this customer in line 2\n");
        assertThat(two.code()).isEqualTo(1);
    }

    @Test
    void explainsWhatItValues() {
        String value = "value - --prior weak --horizon 1year --format csv --observed-through 2024-12-31 --margin 40%"
                + " --margin-column margin --cost cost";
        double[] values = column(out(withInput(COLUMNS, value)), 9);

        double[] ofB = column(out(withInput(COLUMNS, value + " --explain b")), 5);

        assertThat(ofB).hasSize(7);
        assertThat(ofB[6]).isCloseTo(values[1], within(0.005));
        assertThat(ofB[0] + ofB[1] + ofB[2] + ofB[3] + ofB[4] + ofB[5]).isCloseTo(ofB[6], within(1e-9));
        Run nobody = withInput(COLUMNS, value + " --explain B");
        assertThat(nobody.err())
                .endsWith("clv: --explain: there is no customer 'B'; the base has 4 customers, from 'a' to 'd'\n");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(withInput(
                                COLUMNS,
                                value.replace(" --margin 40%", "")
                                                .replace(" --cost cost", "")
                                                .replace(" --margin-column margin", "")
                                        + " --explain b")
                        .err())
                .endsWith("warning: no --margin was given: the values are revenue, not profit\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "nbd"})
    void oneCustomerIsFittedAndTheDoubtIsSaid(String model) {
        String log = HEADER + "a,2024-01-01,5\n";
        Run run = withInput(log, "predict - --observed-through 2024-12-31 --model " + model);

        assertThat(column(out(run), 2))
                .hasSize(1)
                .satisfies(expected -> assertThat(expected[0]).isBetween(0.0, 1e-3));
        assertThat(run.err())
                .contains("warning: the " + model + " fit is ")
                .contains("; --prior weak keeps a fit finite");
        Run weak = withInput(log, "predict - --prior weak --observed-through 2024-12-31 --model " + model);
        assertThat(column(out(weak), 2))
                .hasSize(1)
                .satisfies(expected -> assertThat(expected[0]).isBetween(1e-3, 10.0));
        assertThat(weak.err()).doesNotContain("warning");
    }

    @Test
    void spendOfOneTimersIsKnownIfFirstPurchasesCount() {
        String log = HEADER + "a,2024-01-01,5\nb,2024-02-01,6\nc,2024-03-05,7\nd,2024-04-05,7\n";
        String value = "value - --margin 30% --format csv --observed-through 2024-12-31";

        Run run = withInput(log, value);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .endsWith("clv: there must be a customer to fit spend to, but none has repeat purchases with a positive"
                        + " mean amount; --spend-includes-first includes the first purchase\n");

        String csv = out(withInput(log, value + " --spend-includes-first --prior weak"));
        assertThat(column(csv, 8)).hasSize(4).satisfies(spend -> {
            for (double each : spend) {
                assertThat(each).isBetween(5.0, 8.0);
            }
        });
    }

    @Test
    void intervalsAreOfTheOutcomeUnlessSaidOtherwise() {
        String value = "value ORDERS --margin 30% --horizon 1year --format csv --observed-through " + END;
        double[] low = column(out(run(value + " --limit 3")), 10);
        double[] high = column(out(run(value + " --limit 3")), 11);
        double[] lowMean = column(out(run(value + " --interval mean")), 10);
        double[] highMean = column(out(run(value + " --interval mean")), 11);
        double[] lowWide = column(out(run(value + " --level 99%")), 10);
        double[] highWide = column(out(run(value + " --level 0.99")), 11);

        assertThat(lowMean).hasSize(60);
        for (int row = 0; row < 60; row++) {
            assertThat(lowMean[row]).isLessThan(highMean[row]);
        }
        for (int row = 0; row < low.length; row++) {
            assertThat(low[row]).isLessThanOrEqualTo(lowMean[row]).isGreaterThanOrEqualTo(lowWide[row]);
            assertThat(high[row]).isLessThanOrEqualTo(highWide[row]);
        }
        assertThat(out(run(value + " --interval none")).lines().skip(1)).allMatch(line -> line.endsWith(",,"));
        assertThat(out(run("value ORDERS --horizon 1year --interval mean --level 80% --observed-through " + END)))
                .contains("\n80% interval of the total's mean: USD ");
    }

    @Test
    void refusesIntervalsThatThereAreNot() {
        String spend = save("gamma-gamma");
        String loaded =
                "a model that is loaded does not know the customers it was fitted to, and so not how sure it is\n";

        assertThat(run("value ORDERS --model simple --set lifespan-years=1 --level 90%")
                        .err())
                .endsWith("clv: --level: the simple model is a formula, and nothing is fitted\n");
        assertThat(run("value ORDERS --level 80% --load", spend).err()).isEqualTo("clv: --level: " + loaded);
        assertThat(run("value ORDERS --interval mean --load", spend).err()).isEqualTo("clv: --interval: " + loaded);
        assertThat(run("value ORDERS --observed-through " + END + " --load", spend)
                        .err())
                .contains("note: no intervals: " + loaded);
        assertThat(run("value ORDERS --observed-through " + END + " --interval none --load", spend)
                        .err())
                .doesNotContain("no intervals");
        assertThat(run("value ORDERS --interval none --level 80% --observed-through " + END)
                        .err())
                .endsWith("clv: --level: there is no interval with --interval none\n");
        assertThat(run("value ORDERS --level 100%").err())
                .endsWith("clv: --level: level must be above 0% and below 100%, but was 100%\n");
        assertThat(run("value ORDERS --interval sum").err())
                .contains("must be one of mean, none, outcome, but was 'sum'");
        assertThat(run("value ORDERS --level 99.9% --observed-through " + END).err())
                .endsWith("clv: draws must be at least 1999 for an interval at the level 99.9%, but were 400\n");
    }
}
