package io.clv.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.PeriodTable;
import io.clv.lifecycle.IncomeCurve.Direction;
import io.clv.lifecycle.IncomeCurve.Level;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class IncomeCurveTest {

    private static Money usd(int amount) {
        return Money.of(amount, "USD");
    }

    private static IncomeCurve curve(Months months) {
        return IncomeCurve.of(months.table(), 0);
    }

    @Test
    void growsHoldsAndFlowsOut() {
        IncomeCurve curve = curve(new Months()
                .steady("ada", "2023-01", 4, 40)
                .steady("ada", "2023-05", 24, 100)
                .steady("ada", "2025-05", 3, 30));
        assertThat(curve.levels())
                .containsExactly(
                        new Level(LocalDate.of(2023, 1, 1), 4, usd(40)),
                        new Level(LocalDate.of(2023, 5, 1), 24, usd(100)),
                        new Level(LocalDate.of(2025, 5, 1), 3, usd(30)),
                        new Level(LocalDate.of(2025, 8, 1), 5, usd(0)));
        assertThat(curve.plateau())
                .contains(new Plateau(LocalDate.of(2023, 5, 1), 4, 24, usd(100), Plateau.Then.FLOWS_OUT));
        assertThat(curve.direction()).isEqualTo(Direction.DECLINING);
        assertThat(curve.id()).isEqualTo("ada");
        assertThat(curve.unit()).isEqualTo(ChronoUnit.MONTHS);
        assertThat(curve.explain()).isEqualTo("""
                        income of ada
                        from 2023-01-01 for 4 months: USD 40.00 a month
                        from 2023-05-01 for 24 months: USD 100.00 a month
                        from 2025-05-01 for 3 months: USD 30.00 a month
                        from 2025-08-01 for 5 months: USD 0.00 a month
                        plateau of 24 months after 4 months, then flows out
                        """);
        assertThat(curve).hasToString("income of ada in 4 levels, at the end declining");
    }

    @Test
    void aLevelThatNeverShiftsHolds() {
        IncomeCurve curve = curve(new Months().steady("bob", "2025-01", 12, 70));
        assertThat(curve.direction()).isEqualTo(Direction.HOLDING);
        assertThat(curve.plateau()).contains(new Plateau(LocalDate.of(2025, 1, 1), 0, 12, usd(70), Plateau.Then.HOLDS));
    }

    @Test
    void aRecentRiseGrowsAndAnOldOneHolds() {
        assertThat(curve(new Months().steady("c", "2025-01", 7, 70).steady("c", "2025-08", 5, 100))
                        .direction())
                .isEqualTo(Direction.GROWING);
        assertThat(curve(new Months().steady("c", "2025-01", 6, 70).steady("c", "2025-07", 6, 100))
                        .direction())
                .isEqualTo(Direction.HOLDING);
    }

    @Test
    void aLevelThatWasLeftUpwardsGrowsOn() {
        IncomeCurve curve = curve(new Months().steady("c", "2025-01", 7, 70).steady("c", "2025-08", 5, 100));
        assertThat(curve.plateau()).contains(new Plateau(LocalDate.of(2025, 1, 1), 0, 7, usd(70), Plateau.Then.GROWS));
    }

    @Test
    void aFallToLessHoldsInTheEnd() {
        IncomeCurve curve = curve(new Months().steady("c", "2024-01", 12, 100).steady("c", "2025-01", 12, 60));
        assertThat(curve.direction()).isEqualTo(Direction.HOLDING);
        assertThat(curve.plateau().orElseThrow().then()).isEqualTo(Plateau.Then.FLOWS_OUT);
    }

    @Test
    void nothingHasNotHeldHoweverLong() {
        assertThat(curve(new Months().steady("c", "2023-01", 12, 100)).direction())
                .isEqualTo(Direction.DECLINING);
    }

    @Test
    void fewPeriodsTellNothing() {
        IncomeCurve curve = curve(new Months().paid("d", "2025-08", 10, 20, 30, 90, 300));
        assertThat(curve.levels()).hasSize(1);
        assertThat(curve.direction()).isEqualTo(Direction.UNTOLD);
        assertThat(curve.plateau()).isEmpty();
        assertThat(curve.explain()).endsWith("for 5 months: USD 90.00 a month\nno plateau\n");
    }

    @Test
    void aPeriodThatIsCutShortIsLeftOut() {
        Months months = new Months().steady("e", "2025-01", 11, 50);
        PeriodTable cut = months.table(LocalDate.of(2025, 12, 9));
        assertThat(IncomeCurve.of(cut, 0).levels()).containsExactly(new Level(LocalDate.of(2025, 1, 1), 11, usd(50)));
        PeriodTable first = new Months().bought("f", "2025-12-01", 5).table(LocalDate.of(2025, 12, 9));
        assertThat(IncomeCurve.of(first, 0).levels()).isEmpty();
        assertThat(IncomeCurve.of(first, 0).direction()).isEqualTo(Direction.UNTOLD);
    }

    @Test
    void aRarePurchaserHasNoPlateau() {
        IncomeCurve curve = curve(new Months().bought("g", "2024-01-05", 90).bought("g", "2025-03-05", 90));
        assertThat(curve.levels()).hasSize(1);
        assertThat(curve.plateau()).isEmpty();
    }

    @Test
    void refundsAreTakenOff() {
        IncomeCurve curve = curve(new Months().steady("h", "2025-01", 12, 50).bought("h", "2025-06-20", -50));
        assertThat(curve.levels().get(0).amount()).isEqualTo(Money.parse("USD 45.83"));
    }

    @Test
    void refusesRulesThatSayNothing() {
        assertThatThrownBy(() -> new CurveRules(Ratio.ZERO, 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least change of income must be above 0% and below 100%, but was 0%");
        assertThatThrownBy(() -> new CurveRules(Ratio.percent(100), 6))
                .hasMessage("least change of income must be above 0% and below 100%, but was 100%");
        assertThatThrownBy(() -> new CurveRules(Ratio.percent(20), 2))
                .hasMessage("a plateau must hold for at least 3 periods, but was 2");
        assertThat(CurveRules.defaults()).hasToString("changes of income from 20% on, plateaus from 6 periods on");
    }
}
