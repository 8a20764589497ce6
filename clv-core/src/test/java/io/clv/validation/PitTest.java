package io.clv.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Nbd;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.Simulation;
import io.clv.btyd.Tally;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Split;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PitTest {

    private static final Ratio LEVEL = Ratio.percent(90);

    /** A world of which purchases of a day are one: the model's own, at a pace at which that is rare. */
    private static final ParetoNbd WORLD = ParetoNbd.of(0.55, 10.6, 0.61, 11.7);

    /** Fast to ask for probabilities by each model of a posterior. */
    private static final BgNbd FAST_WORLD = BgNbd.of(0.6, 9, 0.8, 2.5);

    private static Split split(int customers, long seed) {
        return split(WORLD, customers, seed, row -> true);
    }

    private static Split split(TransactionModel world, int customers, long seed, Predicate<Transaction> rows) {
        List<Transaction> log = Simulation.builder(world, ChronoUnit.WEEKS, Money.currency("USD"))
                .customers(customers)
                .seed(seed)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(Span.weeks(12))
                .observedThrough(LocalDate.of(2025, 6, 30))
                .build()
                .transactions()
                .filter(rows)
                .toList();
        return Ledger.of(Money.currency("USD"), log)
                .split(LocalDate.of(2024, 9, 30), LocalDate.of(2025, 6, 30), LedgerOptions.defaults());
    }

    private static Pit pit(Split split, Forecast forecast) {
        return Evaluation.of(split, forecast).pit(7).orElseThrow();
    }

    @Test
    void isUniformWhereTheProbabilitiesAreRight() {
        Split split = split(6000, 1);

        Pit pit = pit(split, Forecast.of(WORLD, split, Parallelism.of(2)));

        assertThat(pit.size()).isEqualTo(split.calibration().size());
        assertThat(pit.uniformity()).isGreaterThan(0.01);
        assertThat(pit.distance()).isLessThan(1.63 / Math.sqrt(pit.size()));
        assertThat(pit.coverage(LEVEL).value()).isCloseTo(0.9, within(0.012));
        // Whole numbers: an interval covers more than it says.
        assertThat(pit.plainCoverage(LEVEL).value()).isGreaterThan(0.94);
    }

    /**
     * The customers of a base share the errors of its parameters, so that their tenths are uneven together, one way in
     * one base and another way in the next: over twenty bases each tenth has its mean within four standard errors.
     */
    @Test
    void isUniformByThePosteriorOfFewCustomers() {
        int bases = 20;
        double[] sum = new double[10];
        double[] squares = new double[10];
        double plain = 0;
        double randomised = 0;
        for (int base = 1; base <= bases; base++) {
            Split split = split(FAST_WORLD, 250, 100 + base, row -> true);
            Posterior<BgNbd> posterior = BgNbd.family()
                    .posterior(
                            Tally.of(split.calibration()),
                            PosteriorOptions.defaults().draws(60));
            Forecast forecast = Forecast.of(posterior, split, Parallelism.of(2));
            assertThat(forecast.name()).isEqualTo("bg-nbd posterior");
            // Each base its own draws: the same customers' would be off together in all of them.
            Pit pit = Evaluation.of(split, forecast).pit(base).orElseThrow();
            plain += pit.plainCoverage(LEVEL).value() / bases;
            randomised += pit.coverage(LEVEL).value() / bases;
            int[] tenths = pit.histogram();
            for (int i = 0; i < 10; i++) {
                double share = (double) tenths[i] / pit.size();
                sum[i] += share;
                squares[i] += share * share;
            }
        }
        for (int i = 0; i < 10; i++) {
            double mean = sum[i] / bases;
            double error = Math.sqrt((squares[i] / bases - mean * mean) / (bases - 1));
            assertThat(mean).as("tenth %s", i).isCloseTo(0.1, within(4 * error));
        }
        assertThat(randomised).isCloseTo(0.9, within(0.02));
        assertThat(plain).isGreaterThan(0.94);
    }

    /** In NBD nobody leaves, and so it expects purchases of those who have left. */
    @Test
    void isNotUniformByAnotherModel() {
        Split split = split(6000, 3);
        Nbd model = Nbd.fit(split.calibration()).model();

        Pit pit = pit(split, Forecast.of(model, split, Parallelism.sequential()));

        assertThat(pit.uniformity()).isLessThan(1e-6);
        assertThat(pit.distance()).isGreaterThan(1.63 / Math.sqrt(pit.size()));
        int[] tenths = pit.histogram();
        assertThat(tenths[0]).isGreaterThan(pit.size() / 10);
        assertThat(IntStream.of(tenths).sum()).isEqualTo(pit.size());
    }

    /** The average of the models' probabilities, each model as often as it was drawn. */
    @Test
    void posteriorForecastIsTheAverageOfItsModels() {
        Split split = split(60, 4);
        Posterior<BgNbd> posterior = BgNbd.family()
                .posterior(
                        Tally.of(split.calibration()),
                        PosteriorOptions.defaults().draws(50));
        double horizon = split.duration().in(ChronoUnit.WEEKS);

        Forecast forecast = Forecast.of(posterior, split, Parallelism.sequential());
        double[] three = forecast.counts().orElseThrow().probability(3);

        for (int row : new int[] {0, 7, 31}) {
            int x = split.calibration().frequency(row);
            double last = split.calibration().recency(row);
            double age = split.calibration().age(row);
            assertThat(forecast.expected(row))
                    .isCloseTo(
                            posterior.models().stream()
                                    .mapToDouble(model -> model.expectedTransactions(x, last, age, horizon))
                                    .average()
                                    .orElseThrow(),
                            within(1e-12));
            assertThat(three[row])
                    .isCloseTo(
                            posterior.models().stream()
                                    .mapToDouble(model -> model.probabilityOfCount(x, last, age, 3, horizon))
                                    .average()
                                    .orElseThrow(),
                            within(1e-14));
        }
        assertThat(Evaluation.of(split, forecast).counts().logScore()).isPresent();
    }

    @Test
    void dependsNeitherOnThreadsNorOnWhoElseIsThere() {
        Split split = split(300, 5);

        Pit one = pit(split, Forecast.of(WORLD, split, Parallelism.sequential()));
        Pit two = pit(split, Forecast.of(WORLD, split, Parallelism.of(2)));
        Split some = split(WORLD, 300, 5, row -> row.customer().endsWith("7"));
        Pit ofSome = pit(some, Forecast.of(WORLD, some, Parallelism.sequential()));

        for (int row = 0; row < one.size(); row++) {
            assertThat(two.value(row)).isEqualTo(one.value(row));
        }
        assertThat(ofSome.size()).isBetween(20, 30);
        for (int row = 0; row < ofSome.size(); row++) {
            int same = split.calibration().indexOf(some.calibration().id(row));
            assertThat(ofSome.value(row)).isEqualTo(one.value(same));
        }
        assertThat(Evaluation.of(split, Forecast.of(WORLD, split, Parallelism.sequential()))
                        .pit(8)
                        .orElseThrow()
                        .value(0))
                .isNotEqualTo(one.value(0));
    }

    @Test
    void aPlainForecastHasNone() {
        Split split = split(50, 6);

        assertThat(Evaluation.of(split, Baselines.zero(split)).pit(1)).isEmpty();
    }

    @Test
    void refusesLevelsThatAreNone() {
        Pit pit = new Pit(new double[] {0}, new double[] {1}, new double[] {0.25});

        assertThat(pit)
                .hasToString("1 customers by tenths of the forecast's probability"
                        + " [0, 0, 1, 0, 0, 0, 0, 0, 0, 0], p-value of uniformity 0.4373");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pit.coverage(Ratio.percent(100)))
                .withMessage("level must be between 0% and 100%, but was 100%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pit.plainCoverage(Ratio.percent(0)))
                .withMessage("level must be between 0% and 100%, but was 0%");
    }

    /** By hand: of four customers only the last had a count beyond the interval. */
    @Test
    void coversByHand() {
        Pit pit = new Pit(
                new double[] {0, 0.7, 0.04, 0.96}, new double[] {0.7, 0.2, 0.3, 0.03}, new double[] {0.01, 0.6, 0.1, 0.5
                });

        assertThat(pit.value(1)).isCloseTo(0.82, within(1e-15));
        assertThat(pit.plainCoverage(LEVEL).value()).isEqualTo(0.75);
        assertThat(pit.coverage(LEVEL).value()).isEqualTo(0.5);
        assertThat(pit.histogram()).containsExactly(2, 0, 0, 0, 0, 0, 0, 0, 1, 1);
    }

    @Property(tries = 200)
    void liesWithinTheProbabilities(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> numbers,
            @ForAll @IntRange(min = 1, max = 9) int tenths) {
        double[] draws = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        double[] below = Arrays.stream(draws).map(draw -> 0.5 * draw).toArray();
        double[] at = Arrays.stream(draws).map(draw -> 0.5 - 0.4 * draw).toArray();
        Pit pit = new Pit(below, at, draws);

        for (int row = 0; row < draws.length; row++) {
            assertThat(pit.value(row)).isBetween(below[row], below[row] + at[row] + 1e-15);
        }
        Ratio level = Ratio.percent(10 * tenths);
        assertThat(pit.coverage(level)).isLessThanOrEqualTo(pit.plainCoverage(level));
        assertThat(pit.distance()).isBetween(0.0, 1.0);
        assertThat(pit.uniformity()).isBetween(0.0, 1.0);
    }
}
