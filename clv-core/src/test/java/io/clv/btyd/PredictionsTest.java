package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PredictionsTest {

    private static final ParetoNbd MODEL = ParetoNbd.of(0.5533, 10.578, 0.606, 11.669);

    private static final Histories HISTORIES = Histories.of(
            new double[] {2, 0, 26, 2},
            new double[] {30.43, 0, 30.86, 30.43},
            new double[] {38.86, 38.86, 31, 38.86},
            ChronoUnit.WEEKS);

    private static Predictions predictions(Histories histories, OptionalDouble delta) {
        return Predictions.of(MODEL, histories, 52, delta, Parallelism.sequential());
    }

    @Test
    void theColumnsAreTheModelsAnswers() {
        Predictions predictions = predictions(HISTORIES, OptionalDouble.of(0.0027));

        assertThat(predictions.size()).isEqualTo(4);
        for (int row = 0; row < 4; row++) {
            int x = HISTORIES.x(row);
            double last = HISTORIES.last(row);
            double age = HISTORIES.age(row);
            assertThat(predictions.probabilityAlive(row)).isEqualTo(MODEL.probabilityAlive(x, last, age));
            assertThat(predictions.expectedTransactions(row)).isEqualTo(MODEL.expectedTransactions(x, last, age, 52));
            assertThat(predictions.dert(row)).hasValue(MODEL.discountedExpectedTransactions(x, last, age, 0.0027));
            assertThat(predictions.logLikelihood(row)).isEqualTo(MODEL.logLikelihood(x, last, age));
        }
        assertThat(predictions.expectedTransactions(2)).isCloseTo(25.46, within(0.01));
        assertThat(predictions.histories()).isSameAs(HISTORIES);
        assertThat(predictions.model()).containsSame(MODEL);
        assertThat(predictions.horizon()).isEqualTo(52);
        assertThat(predictions.delta()).hasValue(0.0027);
        assertThat(predictions)
                .hasToString(
                        "predictions of pareto-nbd{r=0.5533, alpha=10.578, s=0.606, beta=11.669} for 4 histories in weeks");
    }

    @Test
    void withoutARateThereIsNoDert() {
        Predictions predictions = predictions(HISTORIES, OptionalDouble.empty());

        assertThat(predictions.dert(0)).isEmpty();
        assertThat(predictions.totalDert()).isEmpty();
        assertThat(predictions.delta()).isEmpty();
    }

    @Test
    void totalsDoNotDependOnTheOrder() {
        Predictions forward = predictions(HISTORIES, OptionalDouble.of(0.0027));
        double[] x = {2, 26, 0, 2};
        double[] last = {30.43, 30.86, 0, 30.43};
        double[] age = {38.86, 31, 38.86, 38.86};
        Predictions other = predictions(Histories.of(x, last, age, ChronoUnit.WEEKS), OptionalDouble.of(0.0027));

        assertThat(other.totalAlive()).isEqualTo(forward.totalAlive());
        assertThat(other.totalExpectedTransactions()).isEqualTo(forward.totalExpectedTransactions());
        assertThat(other.totalDert()).isEqualTo(forward.totalDert());
        assertThat(other.totalLogLikelihood()).isEqualTo(forward.totalLogLikelihood());
        assertThat(forward.totalAlive())
                .isCloseTo(
                        List.of(0, 1, 2, 3).stream()
                                .mapToDouble(forward::probabilityAlive)
                                .sum(),
                        within(1e-12));
    }

    @Test
    void theTotalsOfCdnowAreThoseOfTheFit() {
        CustomerTable customers = Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.WEEKS));
        Fit<BgNbd> fit = BgNbd.fit(customers);
        Predictions predictions =
                Predictions.of(fit.model(), Histories.of(customers), 39, OptionalDouble.empty(), Parallelism.of(2));

        assertThat(predictions.totalExpectedTransactions()).isCloseTo(1653.4, within(0.1));
        assertThat(predictions.totalLogLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-8));
    }

    @Test
    void badHorizonsAndRatesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Predictions.of(MODEL, HISTORIES, -1, OptionalDouble.empty(), Parallelism.sequential()))
                .withMessage("horizon must be finite and not negative, but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> predictions(HISTORIES, OptionalDouble.of(0)))
                .withMessage("delta must be finite and above 0 for an infinite horizon, but was 0.0");
    }
}
