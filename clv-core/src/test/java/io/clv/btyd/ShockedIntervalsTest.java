package io.clv.btyd;

import static io.clv.btyd.CustomerIntervals.Quantity.P_ALIVE;
import static io.clv.btyd.CustomerIntervals.Quantity.SPEND;
import static io.clv.btyd.CustomerIntervals.Quantity.TRANSACTIONS;
import static io.clv.btyd.CustomerIntervals.Quantity.VALUE;
import static io.clv.quantity.Interval.Of.MEAN;
import static io.clv.quantity.Interval.Of.OUTCOME;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How sure a model is under a shock: the doubt about its parameters is what it was, and each draw is shocked. */
class ShockedIntervalsTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final CustomerTable CUSTOMERS = Simulation.builder(
                    BgNbd.of(0.7, 6, 0.8, 2.4), ChronoUnit.WEEKS, Money.currency("USD"))
            .spend(GammaGamma.of(6.25, 3.74, 15.44))
            .customers(300)
            .seed(2025)
            .from(LocalDate.of(2024, 1, 1))
            .comingOver(weeks(26))
            .observedThrough(END)
            .build()
            .ledger()
            .summarize(END, LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));
    private static final CustomerBase BASE = CustomerBase.of(CUSTOMERS);
    private static final FittedLtv MODEL = FittedLtv.fit(CUSTOMERS)
            .transactions(BgNbd.family())
            .spend(GammaGamma.family())
            .over(weeks(26))
            .intervals(OUTCOME, percent(90))
            .model();

    private static double mean(FittedLtv model, Interval.Of of, Quantity quantity) {
        return Arrays.stream(model.intervals(BASE, of, percent(90)).baseDraws(quantity))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Interval.Of.class)
    void whoSpendsTwiceAsMuchIsWorthTwiceAsMuch(Interval.Of of) {
        FittedLtv twice = MODEL.under(Shock.spendingTimes(2));
        for (Quantity quantity : new Quantity[] {VALUE, SPEND}) {
            Interval before = MODEL.intervals(BASE, of, percent(90)).base(quantity);
            Interval after = twice.intervals(BASE, of, percent(90)).base(quantity);
            assertThat(after.low()).isCloseTo(2 * before.low(), within(1e-9 * before.low()));
            assertThat(after.high()).isCloseTo(2 * before.high(), within(1e-9 * before.high()));
        }
    }

    @Test
    void outcomesAndMeansAgreeUnderAShock() {
        FittedLtv shocked = MODEL.under(new Shock(2, 1.5, 1.2));
        for (Quantity quantity : new Quantity[] {TRANSACTIONS, VALUE}) {
            double mean = mean(shocked, MEAN, quantity);
            assertThat(mean(shocked, OUTCOME, quantity)).isCloseTo(mean, within(0.02 * mean));
            assertThat(mean).isGreaterThan(mean(MODEL, MEAN, quantity));
        }
        // What is past stays as it is.
        assertThat(mean(shocked, MEAN, P_ALIVE)).isEqualTo(mean(MODEL, MEAN, P_ALIVE));
    }

    @Test
    void valuesUnderAShockHaveTheirIntervals() {
        CustomerValues values = MODEL.under(Shock.leavingTimes(3)).value(BASE);
        Interval total = values.totalInterval().orElseThrow();
        assertThat(total.contains(values.total().toDouble())).isTrue();
        assertThat(total.high())
                .isLessThan(MODEL.value(BASE).totalInterval().orElseThrow().high());
    }
}
