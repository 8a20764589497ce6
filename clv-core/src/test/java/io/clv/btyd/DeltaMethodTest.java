package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Intervals of functions of a fitted model. */
class DeltaMethodTest {

    private static final Ratio LEVEL = Ratio.percent(90);
    private static final Tally TALLY =
            Tally.of(Simulation.builder(BgNbd.of(0.6, 6, 0.8, 2.5), ChronoUnit.WEEKS, Money.currency("USD"))
                    .customers(4000)
                    .seed(5)
                    .from(LocalDate.of(2024, 1, 1))
                    .comingOver(Span.weeks(12))
                    .observedThrough(LocalDate.of(2025, 3, 31))
                    .build()
                    .ledger()
                    .summarize(LocalDate.of(2025, 3, 31)));
    private static final Fit<BgNbd> FIT = BgNbd.family().fit(TALLY);

    private static double of(BgNbd model, String parameter) {
        return model.parameters().getOrDefault(parameter, Double.NaN);
    }

    private static Interval interval(ToDoubleFunction<BgNbd> quantity, WaldScale scale) {
        return FIT.interval(quantity, scale, LEVEL).orElseThrow();
    }

    @Test
    void aParametersIsTheSameAsByName() {
        for (String name : BgNbd.family().parameterNames()) {
            ParameterInterval known = FIT.interval(name, LEVEL).orElseThrow();

            Interval interval = FIT.interval(model -> of(model, name), LEVEL).orElseThrow();

            assertThat(interval.low()).isCloseTo(known.low(), within(1e-7 * known.low()));
            assertThat(interval.high()).isCloseTo(known.high(), within(1e-7 * known.high()));
            assertThat(interval.of()).isEqualTo(Interval.Of.MEAN);
            assertThat(interval.level()).isEqualTo(LEVEL);
        }
    }

    /** By hand on the scale of the quantity: v -+ 1.6449 s, with s from the covariance of r and alpha. */
    @Test
    void meanRateByHand() {
        double[][] c = FIT.covariance().orElseThrow();
        double r = FIT.parameter("r");
        double alpha = FIT.parameter("alpha");
        double variance =
                c[0][0] / (alpha * alpha) - 2 * c[0][1] * r / Math.pow(alpha, 3) + c[1][1] * r * r / Math.pow(alpha, 4);

        Interval interval = interval(model -> of(model, "r") / of(model, "alpha"), WaldScale.IDENTITY);

        double width = 1.6448536269514722 * Math.sqrt(variance);
        assertThat(interval.low()).isCloseTo(r / alpha - width, within(1e-7 * width));
        assertThat(interval.high()).isCloseTo(r / alpha + width, within(1e-7 * width));
    }

    /** With many customers the posterior is nearly normal, and the two ways meet. */
    @Test
    void isThatOfThePosteriorWhereCustomersAreMany() {
        Posterior<BgNbd> posterior =
                BgNbd.family().posterior(TALLY, PosteriorOptions.defaults().draws(2000));
        ToDoubleFunction<BgNbd> purchases = model -> model.expectedTransactions(3, 20, 50, 52);
        ToDoubleFunction<BgNbd> alive = model -> model.probabilityAlive(3, 20, 50);

        assertNear(interval(purchases, WaldScale.LOG), posterior, purchases);
        assertNear(interval(alive, WaldScale.LOGIT), posterior, alive);
    }

    private static void assertNear(Interval wald, Posterior<BgNbd> posterior, ToDoubleFunction<BgNbd> quantity) {
        double[] draws =
                posterior.models().stream().mapToDouble(quantity).sorted().toArray();
        double low = draws[draws.length / 20];
        double high = draws[draws.length - 1 - draws.length / 20];
        assertThat(wald.low()).isCloseTo(low, within(0.15 * (high - low)));
        assertThat(wald.high()).isCloseTo(high, within(0.15 * (high - low)));
    }

    /** P(alive) of a one-timer is 1 under BG/NBD whatever the parameters: no place in log odds, and none needed. */
    @Test
    void whatTheDataHaveNoSayInHasNoWidth() {
        Interval interval = interval(model -> model.probabilityAlive(0, 0, 30), WaldScale.LOGIT);

        assertThat(interval).isEqualTo(new Interval(1, 1, LEVEL, Interval.Of.MEAN));
    }

    @Test
    void aHeldParameterIsCertain() {
        double r = FIT.parameter("r");
        Fit<BgNbd> held = BgNbd.family().fit(TALLY, FitOptions.defaults().fixing("r", r));

        assertThat(held.interval(model -> of(model, "r"), LEVEL)).hasValue(new Interval(r, r, LEVEL, Interval.Of.MEAN));
        assertThat(held.interval(model -> model.expectedTransactionsOfNewCustomer(52), LEVEL)
                        .orElseThrow()
                        .width())
                .isLessThan(interval(model -> model.expectedTransactionsOfNewCustomer(52), WaldScale.LOG)
                        .width());
    }

    @Test
    void thereIsNoneWithoutAMaximum() {
        double[] zeros = new double[60];
        double[] ages = new double[60];
        Arrays.fill(ages, 30);
        Fit<BgNbd> fit = BgNbd.family().fit(Tally.of(zeros, zeros, ages, ChronoUnit.WEEKS));

        assertThat(fit.diagnosis().converged()).isFalse();
        assertThat(fit.interval(model -> model.expectedTransactionsOfNewCustomer(52), LEVEL))
                .isEmpty();
    }

    @Test
    void refusesWhatHasNoPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interval(model -> -of(model, "r"), WaldScale.LOG))
                .withMessage("quantity must be above 0 for this scale, but was " + -FIT.parameter("r"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interval(model -> 1 + of(model, "r"), WaldScale.LOGIT))
                .withMessage("quantity must be between 0 and 1 for this scale, but was " + (1 + FIT.parameter("r")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interval(model -> Double.NaN, WaldScale.LOG))
                .withMessageStartingWith("quantity must be finite near the fitted parameters, but was NaN at [0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIT.interval(model -> 1, Ratio.percent(100)))
                .withMessage("level must be between 0% and 100%, but was 100%");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        interval(model -> 1e-300 + 1e5 * (of(model, "r") - FIT.parameter("r")), WaldScale.LOG))
                .withMessageMatching("the interval of 1.0E-300 with standard error .* reaches beyond a double");
    }

    @Property(tries = 60)
    void liesAboutTheQuantityWhereItCanLie(
            @ForAll @IntRange(min = 1, max = 12) int x,
            @ForAll @DoubleRange(min = 0.05, max = 1) double recency,
            @ForAll @DoubleRange(min = 1, max = 100) double age,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        Ratio level = Ratio.percent(percent);
        double last = recency * age;
        ToDoubleFunction<BgNbd> purchases = model -> model.expectedTransactions(x, last, age, 52);
        ToDoubleFunction<BgNbd> alive = model -> model.probabilityAlive(x, last, age);

        Interval ofPurchases = FIT.interval(purchases, level).orElseThrow();
        Interval ofAlive = FIT.interval(alive, WaldScale.LOGIT, level).orElseThrow();

        assertThat(ofPurchases.contains(purchases.applyAsDouble(FIT.model()))).isTrue();
        assertThat(ofPurchases.low()).isNotNegative();
        assertThat(ofAlive.contains(alive.applyAsDouble(FIT.model()))).isTrue();
        assertThat(ofAlive.low()).isNotNegative();
        assertThat(ofAlive.high()).isLessThanOrEqualTo(1);
        assertThat(FIT.interval(purchases, Ratio.percent(0.5 * percent))
                        .orElseThrow()
                        .width())
                .isLessThanOrEqualTo(ofPurchases.width());
    }
}
