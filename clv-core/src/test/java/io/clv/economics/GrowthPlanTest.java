package io.clv.economics;

import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ltv.RetentionCurve;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GrowthPlanTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static MarginCurve margins(String... amounts) {
        return MarginCurve.of(
                MONTHS, java.util.Arrays.stream(amounts).map(Figures::usd).toList());
    }

    /** Two months at a loss, then two at a profit. */
    private static final GrowthPlan PLAN = GrowthPlan.startingOn(START)
            .phase(new GrowthPhase("land grab", 2, 10, usd("100"), margins("40", "30")))
            .phase(new GrowthPhase("harvest", 2, 20, usd("30"), margins("40", "30", "10")))
            .through(6)
            .build();

    @Test
    void cashGoesOutFirstAndComesBackLater() {
        // Month: out at its start, in at its end.
        // 1: 1000, 400          balance -1000, then  -600
        // 2: 1000, 400 + 300    balance -1600, then  -900
        // 3: 600,  300 + 800    balance -1500, then  -400
        // 4: 600,  600 + 800    balance -1000, then   400
        // 5: 0,    200 + 600                         1200
        // 6: 0,    200                               1400
        assertThat(PLAN.periods())
                .extracting(GrowthPlan.Period::balance)
                .containsExactly(usd("-600"), usd("-900"), usd("-400"), usd("400"), usd("1200"), usd("1400"));
        assertThat(PLAN.periods())
                .extracting(GrowthPlan.Period::cashFlow)
                .containsExactly(usd("-600"), usd("-300"), usd("500"), usd("800"), usd("800"), usd("200"));
        assertThat(PLAN.cashNeed()).isEqualTo(usd("1600"));
        assertThat(PLAN.deepestOn()).contains(LocalDate.of(2026, 2, 1));
        assertThat(PLAN.turnsOn()).contains(LocalDate.of(2026, 3, 1));
        assertThat(PLAN.paidBackOn()).contains(LocalDate.of(2026, 4, 30));
        assertThat(PLAN.explain()).isEqualTo("""
                land grab: 2 months, 10 customers a month at USD 100.00 each, who bring USD 70.00: a loss of USD 30.00 on each
                harvest: 2 months, 20 customers a month at USD 30.00 each, who bring USD 80.00: USD 50.00 earned on each
                cash need: USD 1600.00, deepest on 2026-02-01
                turns on 2026-03-01: from then on no month costs more than it brings
                all is paid back by 2026-04-30; the balance is then USD 400.00, and USD 1400.00 after 6 months
                """);
        assertThat(PLAN).hasToString("cash need USD 1600.00, paid back by 2026-04-30");
    }

    @Test
    void aLossIsNamed() {
        GrowthPhase grab = new GrowthPhase("land grab", 2, 10, usd("100"), margins("40", "30"));
        assertThat(grab.isLossMaking()).isTrue();
        assertThat(grab.payback().isNever()).isTrue();
        GrowthPlan alone = GrowthPlan.startingOn(START).phase(grab).build();
        assertThat(alone.periods()).hasSize(4);
        assertThat(alone.paidBackOn()).isEmpty();
        // 2 x 10 x (70 - 100)
        assertThat(alone.explain())
                .endsWith("turns on 2026-03-01: from then on no month costs more than it brings\n"
                        + "not paid back: the balance is USD -600.00 after 4 months\n");
        assertThat(alone).hasToString("cash need USD 1600.00, not paid back");
    }

    @Test
    void whatComesAtOnceLowersTheNeed() {
        MarginCurve setUp = margins("10").upfront(usd("30"));
        GrowthPlan plan = GrowthPlan.startingOn(START)
                .phase(new GrowthPhase("only", 1, 10, usd("35"), setUp))
                .build();
        // -350 + 300 = -50, then + 100
        assertThat(plan.cashNeed()).isEqualTo(usd("50"));
        assertThat(plan.periods().get(0).balance()).isEqualTo(usd("50"));
        GrowthPlan free = GrowthPlan.startingOn(START)
                .phase(new GrowthPhase("free", 1, 10, usd("0"), setUp))
                .build();
        assertThat(free.cashNeed()).isEqualTo(usd("0"));
        assertThat(free.deepestOn()).isEmpty();
        assertThat(free.explain()).contains("cash need: USD 0.00\n");
    }

    @Test
    void aPlanThatEndsInItsPhaseHasNotTurned() {
        GrowthPlan cut = GrowthPlan.startingOn(START)
                .phase(new GrowthPhase("land grab", 5, 10, usd("100"), margins("40", "30")))
                .through(2)
                .build();
        assertThat(cut.periods()).hasSize(2);
        assertThat(cut.turnsOn()).isEmpty();
        assertThat(cut.explain()).contains("does not turn: the last month costs more than it brings\n");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> new GrowthPhase("x", 0, 1, usd("1"), margins("1")),
                "phase 'x' must last at least 1 period, but was 0");
        refused(
                () -> new GrowthPhase("x", 1, -1, usd("1"), margins("1")),
                "customers of phase 'x' must not be negative, but were -1");
        refused(
                () -> new GrowthPhase("x", 1, 1, usd("-1"), margins("1")),
                "CAC must not be negative, but was USD -1.00");
        refused(() -> GrowthPlan.startingOn(START).build(), "a growth plan still needs: a phase");
        refused(() -> GrowthPlan.startingOn(START).through(0), "through must be at least 1 period, but was 0");
        refused(
                () -> GrowthPlan.startingOn(START)
                        .phase(new GrowthPhase("x", 1, 1, usd("1"), margins("1")))
                        .phase(new GrowthPhase("y", 1, 1, usd("1"), MarginCurve.of(WEEKS, List.of(usd("1"))))),
                "phases must have periods of one length, but 'x' counts months and 'y' weeks");
        refused(
                () -> GrowthPlan.startingOn(START)
                        .phase(new GrowthPhase("x", 1, 1, usd("1"), margins("1")))
                        .through(1201)
                        .build(),
                "a plan must be looked at for at most 1200 periods, but was for 1201");
    }

    @Property(tries = 200)
    void nothingIsLostAndTheNeedIsTheDeepest(
            @ForAll @IntRange(min = 1, max = 8) int months,
            @ForAll @IntRange(max = 300) int customers,
            @ForAll @IntRange(max = 200) int cac,
            @ForAll @IntRange(min = 1, max = 60) int margin) {
        MarginCurve curve = MarginCurve.of(
                MoneyRate.of(Money.of(margin, "USD"), MONTHS), RetentionCurve.constant(percent(50), MONTHS));
        GrowthPlan plan = GrowthPlan.startingOn(START)
                .phase(new GrowthPhase("only", months, customers, Money.of(cac, "USD"), curve))
                .through(120)
                .build();
        double lifetime = 2.0 * margin;
        assertThat(plan.periods().get(119).balance().toDouble())
                .isCloseTo(months * customers * (lifetime - cac), within(0.01));
        assertThat(plan.periods())
                .allSatisfy(period -> assertThat(
                                plan.cashNeed().plus(period.balance()).minorUnits())
                        .isGreaterThanOrEqualTo(-1));
        assertThat(plan.paidBackOn().isPresent()).isEqualTo(lifetime >= cac || customers == 0);
    }
}
