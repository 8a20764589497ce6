package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Logs that the command draws are logs that it reads. */
class SimulateTest {

    private static final String PARETO = "r=.55,alpha=10.6,s=.61,beta=11.7";

    @Test
    void theSameOnEveryRunAndAnotherForAnotherSeed() {
        String log = Run.of("simulate", "--customers", "20").out();

        assertThat(log).startsWith("customer,date,amount\nC01,2024-");
        assertThat(Run.of("simulate", "--customers", "20", "--seed", "1").out()).isEqualTo(log);
        assertThat(Run.of("simulate", "--customers", "20", "--seed", "-2").out())
                .isNotEqualTo(log);
    }

    @Test
    void saysWhatItDrewFrom() {
        assertThat(Run.of("simulate", "--customers", "20").err())
                .isEqualTo("note: drawn from the bg-nbd model, because no --model was given\n"
                        + "note: with the parameters of CDNOW, r=0.243,alpha=4.414,a=0.793,b=2.426, because no"
                        + " --parameters were given\n"
                        + "note: simulated: 20 customers of bg-nbd{r=0.243, alpha=4.414, a=0.793, b=2.426} in weeks,"
                        + " from 2024-01-01 through 2025-12-31, seed 1\n");
    }

    @Test
    void customersComeOverASpanAndAreObservedThroughADate() {
        Run simulated = Run.of(
                "simulate",
                "--model",
                "pareto-nbd",
                "--parameters",
                PARETO,
                "--customers",
                "300",
                "--from",
                "2023-03-01",
                "--observed-through",
                "2023-12-31",
                "--coming-over",
                "4 weeks",
                "--currency",
                "JPY",
                "--spend-parameters",
                "p=6,q=4,v=1500");
        assertThat(simulated.code()).as(simulated.err()).isZero();

        Run read = Run.withInput(
                simulated.out(), "summarize", "-", "--currency", "JPY", "--observed-through", "2023-12-31");

        assertThat(read.code()).as(read.err()).isZero();
        assertThat(read.out().lines().skip(1)).hasSize(300).allSatisfy(row -> {
            double age = Double.parseDouble(row.split(",")[3]);
            // from 2023-03-01 to 2023-12-31 are 305 days
            assertThat(age).isBetween((305 - 28) / 7.0, 305 / 7.0);
        });
    }

    @Test
    void aFitFindsTheModelThatMadeTheLog() {
        String log = Run.of("simulate", "--model", "nbd", "--parameters", "r=2,alpha=40", "--customers", "3000")
                .out();

        String csv = Run.withInput(
                        log, "fit", "-", "--model", "nbd", "--observed-through", "2025-12-31", "--format", "csv")
                .out();

        assertThat(csv.lines().map(line -> line.split(",")[0])).containsExactly("parameter", "r", "alpha");
        assertThat(csv.lines().skip(1).map(line -> Double.parseDouble(line.split(",")[1])))
                .satisfiesExactly(
                        r -> assertThat(r).isBetween(1.8, 2.2),
                        alpha -> assertThat(alpha).isBetween(36.0, 44.0));
    }
}
