package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clv.examples.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models side by side, and the fits of groups beside that of all. */
class ComparisonTest {

    private static final String STORES = Run.file("logs/stores.csv");
    private static final String END = " --observed-through 2025-06-30";

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

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void compare(String format) {
        Golden.assertMatchesFit(
                "compare." + format,
                out(run("compare STORES --models bg-nbd,bg-bb,nbd,pareto-nbd --format " + format + END)));
    }

    @Test
    void modelsOfOpportunitiesAreRankedApart() {
        List<String> csv = out(run(
                        "compare STORES --granularity month --unit months --models nbd,bg-bb,pareto-nbd --format csv"
                                + END))
                .lines()
                .toList();

        assertThat(csv.get(1)).startsWith("pareto-nbd,purchases at any moment,1,4,");
        assertThat(csv.get(2)).startsWith("nbd,purchases at any moment,2,2,");
        assertThat(csv.get(3)).startsWith("bg-bb,a purchase or none at each opportunity,1,4,");
    }

    @Test
    void allModelsAreComparedUnlessSomeAreNamed() {
        assertThat(out(run("compare STORES --format csv" + END)).lines().map(line -> line.split(",")[0]))
                .contains("bg-bb", "bg-nbd", "ggompertz-nbd", "mbg-nbd", "nbd", "pareto-nbd");
    }

    @Test
    void failsWhereNoModelApplies() {
        Run run = run("compare STORES --models bg-bb" + END);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("clv: no model applies: bg-bb does not, T must be a whole number of opportunities, but was ")
                .endsWith("; give --granularity and --unit the same period\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void groups(String format) {
        Golden.assertMatchesFit(
                "groups." + format,
                out(run("fit STORES --group store --model nbd --prior weak --format " + format + END)));
    }

    @Test
    void aGroupWithoutAMaximumSaysSo() {
        assertThat(out(run("fit STORES --group store --model nbd --format table" + END)))
                .endsWith("tiny: too small, 1 customer where 2 parameters ask for 20: at-boundary (r -> infinity, alpha"
                        + " -> infinity)\n");
    }

    @Test
    void groupsOfSpendAddUpToAll() {
        List<String> csv = out(run("fit STORES --group store --model gamma-gamma --format csv" + END))
                .lines()
                .toList();

        assertThat(csv).hasSize(5);
        assertThat(csv.get(0)).isEqualTo("group,customers,p,q,v,log_likelihood,aic,bic,diagnosis");
        assertThat(csv.get(4)).startsWith("tiny,1,").contains("too small, 1 customer where 3 parameters ask for 30: ");
    }

    @Test
    void aGroupThatCannotBeFittedSaysWhy() {
        String log = "customer,date,amount,plan\n" + "a,2024-01-01,5,x\na,2024-02-01,5,x\nb,2024-01-01,5,\n";
        Run run = Run.withInput(
                log, ("fit - --model gamma-gamma --group plan --format csv --observed-through 2024-12-31").split(" "));

        assertThat(out(run))
                .contains(
                        "(not said),1,,,,,,,\"cannot be fitted: a fit must have at least one customer, but had none\"");
    }

    @Test
    void donationsAreComparedByYears() {
        @Nullable String folder = System.getProperty("clv.data");
        if (folder == null || folder.isEmpty()) {
            folder = System.getenv("CLV_DATA");
        }
        assumeTrue(
                folder != null && !folder.isEmpty(),
                "needs donations.csv, the donations to a public radio station from"
                        + " https://www.brucehardie.com/datasets/ ; set -Dclv.data or CLV_DATA");
        Path donations = Path.of(folder, "donations.csv");

        String fit = out(run("fit " + donations + " --summary --model bg-bb --unit years --format csv"));
        Run unnamed = run("fit " + donations + " --summary --model bg-bb --weights weights --format csv");

        assertThat(fit).contains("alpha,1.203", "beta,0.749", "gamma,0.656", "delta,2.783");
        assertThat(out(unnamed)).isEqualTo(fit);
        assertThat(unnamed.err())
                .contains(
                        "note: each opportunity of the bg-bb model is taken for a week, because no --unit was given\n");
        assertThat(out(run("compare " + donations + " --summary --unit years --models bg-bb")))
                .contains("a purchase or none at each opportunity, in years, fitted to 11,104 customers with 24,615"
                        + " repeat purchases");
    }
}
