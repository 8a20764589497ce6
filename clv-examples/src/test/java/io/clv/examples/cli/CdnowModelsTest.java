package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tenth of CDNOW that the authors of the models publish figures of: 39 weeks to fit, 39 to predict, each to one
 * unit in the last digit that is printed.
 */
class CdnowModelsTest {

    private static final Map<String, String> FILES =
            Map.of("log", "cdnow_sample.csv", "summary", "cdnow_summary.csv", "donations", "donations.csv");

    private Path data = Path.of("");

    @BeforeEach
    void find() {
        @Nullable String folder = System.getProperty("clv.data");
        if (folder == null || folder.isEmpty()) {
            folder = System.getenv("CLV_DATA");
        }
        assumeTrue(
                folder != null && !folder.isEmpty(),
                "needs cdnow_sample.csv, cdnow_summary.csv and donations.csv from"
                        + " https://www.brucehardie.com/datasets/ ; set -Dclv.data or CLV_DATA");
        data = Path.of(folder);
    }

    private String run(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.replaceAll(
                word -> FILES.containsKey(word) ? data.resolve(FILES.get(word)).toString() : word);
        Run run = Run.of(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private JsonNode json(String command) throws Exception {
        return new JsonMapper().readTree(run(command + " --format json"));
    }

    private static double sum(String csv, int column) {
        return csv.lines()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "bg-nbd, -9582.43, r .2426 alpha 4.414 a .793 b 2.426",
        "pareto-nbd, -9594.97, r .5533 alpha 10.578 s .606 beta 11.669",
        "mbg-nbd, -9582.13, r .525 alpha 6.183 a .891 b 1.614",
        "nbd, -9763.66, r .385 alpha 12.072",
        "gamma-gamma, -4055.92, p 6.25 q 3.74 v 15.44"
    })
    void fits(String model, double logLikelihood, String parameters) throws Exception {
        JsonNode fit = json("fit log --calibrate-through 1997-09-30 --model " + model);

        assertThat(fit.get("model").asText()).isEqualTo(model);
        assertThat(fit.get("log_likelihood").asDouble()).isCloseTo(logLikelihood, within(0.01));
        assertThat(fit.get("diagnosis").asText()).isEqualTo("converged");
        assertThat(fit.get("customers").asInt()).isEqualTo(model.equals("gamma-gamma") ? 946 : 2357);
        String[] words = parameters.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            double unit = Math.pow(10, words[i + 1].indexOf('.') + 1 - words[i + 1].length());
            assertThat(fit.get("parameters").get(words[i]).asDouble())
                    .as(words[i])
                    .isCloseTo(Double.parseDouble(words[i + 1]), within(unit));
            assertThat(fit.get("standard_errors").get(words[i]).asDouble()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"bg-nbd, 1653.4", "pareto-nbd, 1665.5", "mbg-nbd, 1576.7", "nbd, 2929.8"})
    void predictsTheHoldOut(String model, double expected) {
        String csv = run("predict log --calibrate-through 1997-09-30 --horizon 39 --model " + model);

        assertThat(csv).startsWith("customer,p_alive,expected_transactions,dert,log_likelihood\n");
        assertThat(csv.lines()).hasSize(2358);
        assertThat(sum(csv, 2)).isCloseTo(expected, within(0.1));
    }

    @Test
    void aSummaryOfTheLogGivesNearlyTheSame() throws Exception {
        JsonNode fit = json("fit summary --summary");

        // its times have two decimals
        assertThat(fit.get("log_likelihood").asDouble()).isCloseTo(-9582.43, within(0.1));
        assertThat(sum(run("predict summary --summary --horizon 39"), 2)).isCloseTo(1653.4, within(0.5));
    }

    @Test
    void predictsAtPublishedParameters() {
        String csv = run("predict log --calibrate-through 1997-09-30 --horizon 39 --model bg-nbd"
                + " --parameters r=.243,alpha=4.414,a=.793,b=2.426");
        String[] first = csv.lines().skip(1).findFirst().orElse("").split(",", -1);

        // the authors' example: x = 2, t_x = 30.43, T = 38.86
        assertThat(first[0]).isEqualTo("0001");
        assertThat(Double.parseDouble(first[2])).isCloseTo(1.226, within(0.001));
        assertThat(first[3]).isEmpty();
    }

    @Test
    void rowsOfASummaryMayStandForManyCustomers() throws Exception {
        JsonNode fit = json("fit donations --summary --unit years --model bg-bb");

        assertThat(fit.get("customers").asDouble()).isEqualTo(11_104);
        assertThat(fit.get("unit").asText()).isEqualTo("years");
        assertThat(fit.get("log_likelihood").asDouble()).isCloseTo(-33225.58, within(0.01));
        assertThat(run("predict donations --summary --unit years --model bg-bb --horizon 5 --format table"))
                .startsWith("12884.16 purchases expected of 11,104 customers over 5 years\n");
    }
}
