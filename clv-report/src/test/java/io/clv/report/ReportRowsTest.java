package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.report.ActionRow.Reason;
import io.clv.segment.ValueTiers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportRowsTest {

    private static final ReportRows WHOLE = Bases.whole().rows();

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    @Test
    void sumsUpTheBase() {
        Summary summary = Analysis.of(Bases.values(10, 20.5)).rows().summary();
        assertThat(summary.customers()).isEqualTo(2);
        assertThat(summary.total()).isEqualTo(usd("30.50"));
        assertThat(summary.mean()).contains(usd("15.25"));
        assertThat(summary.purchases()).isEqualTo(2);
        assertThat(summary.revenue()).isEqualTo(usd("20"));
        assertThat(summary.firstPurchase()).contains(LocalDate.of(2025, 1, 1));
        assertThat(summary.observedThrough()).isEqualTo(Bases.END);
        assertThat(summary.expectedActive()).isEmpty();
    }

    @Test
    void aBaseWithoutCustomersHasAReportThatSaysSo() {
        ReportRows rows = Analysis.of(Bases.values()).rows();
        assertThat(rows.summary().mean()).isEmpty();
        assertThat(rows.summary().firstPurchase()).isEmpty();
        assertThat(rows.absent()).isEqualTo(EnumSet.complementOf(EnumSet.of(Section.VALUE)));
    }

    @Test
    void whatIsNotGivenIsAbsent() {
        assertThat(Analysis.of(Bases.values(1, 2)).rows().absent())
                .containsExactly(
                        Section.ALIVE,
                        Section.TRACKING,
                        Section.HOLD_OUT,
                        Section.COHORTS,
                        Section.CUMULATIVE,
                        Section.STAGES,
                        Section.CHANNELS,
                        Section.ASSUMPTIONS,
                        Section.DIAGNOSIS);
    }

    /** Of twenty customers one is the best 5%, three the next 15%, six the next 30% and ten the rest. */
    @Test
    void theUsualTiersStandBestFirst() {
        double[] amounts = new double[20];
        Arrays.setAll(amounts, i -> i + 1);
        List<TierRow> tiers = Analysis.of(Bases.values(amounts)).rows().tiers();
        assertThat(tiers).extracting(TierRow::name).containsExactly("A", "B", "C", "D");
        assertThat(tiers).extracting(TierRow::customers).containsExactly(1, 3, 6, 10);
        assertThat(tiers.get(1))
                .isEqualTo(new TierRow(
                        "B",
                        3,
                        0.15,
                        usd("54"),
                        Optional.of(usd("18")),
                        Optional.of(usd("17")),
                        OptionalDouble.of(54.0 / 210)));
    }

    @Test
    void tiersOfOnesOwnKeepTheirNames() {
        ReportRows rows = Analysis.of(Bases.values(1, 2, 30))
                .tiers(ValueTiers.byThreshold(usd("10")).named("small", "large"))
                .rows();
        assertThat(rows.tiers()).extracting(TierRow::name).containsExactly("large", "small");
        assertThat(rows.notes(Section.TIERS)).isEmpty();
    }

    /** Of 10, 20, 30 and 40 the poorest quarter holds 10%, the poorer half 30%. */
    @Test
    void theLorenzCurveBeginsWithThePoorest() {
        List<LorenzPoint> points =
                Analysis.of(Bases.values(40, 10, 30, 20)).rows().lorenz();
        assertThat(points).hasSize(101);
        assertThat(points.get(0)).isEqualTo(new LorenzPoint(0, 0));
        assertThat(points.get(25).shareOfValue()).isCloseTo(0.1, within(1e-12));
        assertThat(points.get(50).shareOfValue()).isCloseTo(0.3, within(1e-12));
        assertThat(points.get(100)).isEqualTo(new LorenzPoint(1, 1));
    }

    @Test
    void theLorenzCurveOfCustomersWhoLoseMoneyBeginsBelowZero() {
        ReportRows rows = Analysis.of(Bases.values(-10, 30)).rows();
        assertThat(rows.lorenz().get(50).shareOfValue()).isCloseTo(-0.5, within(1e-12));
        assertThat(rows.notes(Section.CONCENTRATION))
                .contains(Sentence.of("concentration.losing", 1, usd("-10")))
                .noneMatch(note -> note.code().equals("concentration.gini"));
    }

    @Test
    void thereAreNoSharesOfALoss() {
        ReportRows rows = Analysis.of(Bases.values(-10, -30)).rows();
        assertThat(rows.absent()).contains(Section.CONCENTRATION, Section.ACTIONS);
        assertThat(rows.tiers())
                .allSatisfy(tier -> assertThat(tier.shareOfValue()).isEmpty());
    }

    /** From 1 to 31 in 30 bins of a width of 1 there are 31 edges. */
    @Test
    void binsHaveARoundWidth() {
        double[] amounts = new double[31];
        Arrays.setAll(amounts, i -> i + 1);
        List<ValueBin> bins = Analysis.of(Bases.values(amounts)).rows().values();
        assertThat(bins)
                .hasSize(31)
                .allSatisfy(bin -> assertThat(bin.customers()).isEqualTo(1));
        assertThat(bins.get(0)).isEqualTo(new ValueBin(Optional.of(usd("1")), Optional.of(usd("2")), 1, usd("1")));
    }

    @Test
    void customersWhoAreFarOffDoNotStretchTheBins() {
        double[] amounts = new double[200];
        Arrays.setAll(amounts, i -> i % 10);
        amounts[0] = 1e6;
        List<ValueBin> bins = Analysis.of(Bases.values(amounts)).rows().values();
        ValueBin last = bins.get(bins.size() - 1);
        assertThat(last.from()).contains(usd("9"));
        assertThat(last.to()).isEmpty();
        assertThat(last.customers()).isEqualTo(21);
        assertThat(last.value()).isEqualTo(usd("1000180"));
    }

    @Test
    void customersOfOneValueAreInOneBin() {
        assertThat(Analysis.of(Bases.values(5, 5, 5)).rows().values())
                .containsExactly(new ValueBin(Optional.of(usd("5")), Optional.of(usd("5.01")), 3, usd("15")));
    }

    /** Two who came back and three who did not, in cells of their own. */
    @Test
    void chancesOfBeingActiveStandByFrequencyAndSilence() {
        ReportRows rows = Analysis.of(active(1, 1, 1, 0.25, 0.75)).rows();
        assertThat(rows.alive()).hasSize(3).first().satisfies(cell -> {
            assertThat(cell.frequencyFrom()).isZero();
            assertThat(cell.customers()).isEqualTo(3);
            assertThat(cell.meanAlive()).isEqualTo(1);
        });
        assertThat(rows.alive())
                .extracting(AliveCell::frequencyFrom, AliveCell::meanAlive)
                .contains(org.assertj.core.groups.Tuple.tuple(1, 0.25), org.assertj.core.groups.Tuple.tuple(1, 0.75));
        assertThat(rows.notes(Section.ALIVE)).containsExactly(Sentence.of("alive.one-time", 3));
        assertThat(rows.summary().expectedActive()).hasValue(4);
    }

    /** Up to nine each has a row; from there on 10, 12, 15, 20, 30, 50, 70, 100, 120 and so on begin one. */
    @Test
    void frequenciesStandInRowsThatGrowWider() {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        List<Integer> frequencies = List.of(0, 8, 9, 10, 11, 12, 99, 100, 130);
        for (int repeats : frequencies) {
            for (int day = 0; day <= repeats; day++) {
                log.add("bought again " + repeats, LocalDate.of(2025, 1, 1).plusDays(day), usd("10"));
            }
        }
        CustomerTable customers = log.build().summarize(Bases.END);
        double[] alive = new double[customers.size()];
        Arrays.fill(alive, 0.5);
        CustomerValues values = CustomerValues.builder("by-hand", customers)
                .amounts(alive)
                .column(Column.P_ALIVE, alive)
                .build();
        assertThat(Analysis.of(values).rows().alive())
                .extracting(cell -> cell.frequencyFrom() + "-" + cell.frequencyTo() + ": " + cell.customers())
                .containsExactly(
                        "0-0: 1", "8-8: 1", "9-9: 1", "10-11: 2", "12-14: 1", "70-99: 1", "100-119: 1", "120-149: 1");
    }

    /** At stake is 100 x 0.75 / 0.25 = 300 of d, 100 x 0.25 / 0.75 = 33.33 of e. */
    @Test
    void whoMayBeLeavingComesFirst() {
        List<ActionRow> actions =
                Analysis.of(active(1, 1, 1, 0.25, 0.75)).rows().actions();
        assertThat(actions).extracting(ActionRow::customer).containsExactly("d", "e", "a", "b", "c");
        assertThat(actions.get(0))
                .isEqualTo(new ActionRow(
                        "d",
                        Reason.MAY_BE_LEAVING,
                        Optional.empty(),
                        usd("100"),
                        Optional.of(usd("300")),
                        OptionalDouble.of(0.25),
                        2,
                        usd("20"),
                        LocalDate.of(2025, 2, 1)));
        assertThat(actions.get(1).atStake()).contains(usd("33.33"));
        assertThat(actions.get(2).reason()).isEqualTo(Reason.AMONG_THE_BEST);
    }

    @Test
    void whoIsSurelyGoneOrSurelyThereIsNotCalledFirst() {
        assertThat(Analysis.of(active(1, 1, 1, 0.09, 0.81)).rows().actions())
                .extracting(ActionRow::reason)
                .containsOnly(Reason.AMONG_THE_BEST);
    }

    /** Customers a, b and c with one purchase, d and e with two, each worth USD 100. */
    private static CustomerValues active(double... alive) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        for (String id : List.of("a", "b", "c", "d", "e")) {
            log.add(id, LocalDate.of(2025, 1, 1), usd("10"));
        }
        log.add("d", LocalDate.of(2025, 2, 1), usd("10"));
        log.add("e", LocalDate.of(2025, 12, 1), usd("10"));
        CustomerTable customers = log.build().summarize(Bases.END);
        double[] amounts = new double[5];
        Arrays.fill(amounts, 100);
        return CustomerValues.builder("by-hand", customers)
                .amounts(amounts)
                .column(Column.P_ALIVE, alive)
                .build();
    }

    @Test
    void stagesAreCountedAndValued() {
        ReportRows rows = Analysis.of(Bases.values(10, 20, 30))
                .stages(Groups.of(new int[] {0, 2, 2}, List.of("new", "growing", "lost")))
                .rows();
        assertThat(rows.stages())
                .containsExactly(
                        new StageRow("new", 1, 1.0 / 3, Optional.of(usd("10"))),
                        new StageRow("growing", 0, 0, Optional.of(usd("0"))),
                        new StageRow("lost", 2, 2.0 / 3, Optional.of(usd("50"))));
        assertThat(rows.actions()).extracting(ActionRow::stage).contains(Optional.of("lost"));
    }

    /** Search cost 1,000 for 50, USD 20 each, who are worth USD 60 each; who came for nothing is counted too. */
    @Test
    void campaignsOfAChannelAreAddedUp() {
        List<ChannelRow> channels = WHOLE.channels();
        assertThat(channels)
                .containsExactly(
                        new ChannelRow(
                                "print",
                                10,
                                usd("300"),
                                Optional.of(usd("30")),
                                Optional.of(usd("60")),
                                OptionalDouble.of(2)),
                        new ChannelRow(
                                "search",
                                50,
                                usd("1000"),
                                Optional.of(usd("20")),
                                Optional.of(usd("60")),
                                OptionalDouble.of(3)),
                        new ChannelRow(
                                "word of mouth",
                                40,
                                usd("0"),
                                Optional.of(usd("0")),
                                Optional.empty(),
                                OptionalDouble.empty()));
        assertThat(WHOLE.notes(Section.CHANNELS)).containsExactly(Sentence.of("channels.one-value", usd("60")));
    }

    @Test
    void costsAloneHaveNoWorth() {
        assertThat(Analysis.of(Bases.values(1)).channels(Bases.costs()).rows().channels())
                .allSatisfy(row -> {
                    assertThat(row.cac()).isPresent();
                    assertThat(row.ltv()).isEmpty();
                    assertThat(row.ltvToCac()).isEmpty();
                });
    }

    @Test
    void theHoldOutBeginsAfterTheCalibration() {
        assertThat(WHOLE.tracking())
                .allSatisfy(point ->
                        assertThat(point.heldOut()).isEqualTo(point.through().isAfter(LocalDate.of(2025, 6, 30))));
        HoldOut holdOut = WHOLE.holdOut().orElseThrow();
        assertThat(holdOut.calibratedThrough()).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(holdOut.actualMoney()).isPresent();
        double actual = WHOLE.frequencies().stream()
                .mapToDouble(row -> row.actual() * row.customers())
                .sum();
        assertThat(actual).isCloseTo((double) holdOut.actual(), within(1e-6));
    }

    @Test
    void theTriangleIsComplete() {
        assertThat(WHOLE.cohortUnit()).isEqualTo("months");
        assertThat(WHOLE.cohorts().stream().filter(cell -> cell.age() == 0))
                .allSatisfy(cell -> assertThat(cell.activeShare()).isEqualTo(1));
        assertThat(WHOLE.cohorts().get(0).from()).contains(LocalDate.of(2024, 1, 1));
        assertThat(WHOLE.cohorts().stream()
                        .filter(cell -> cell.age() == 0)
                        .mapToInt(CohortCell::customers)
                        .sum())
                .isEqualTo(300);
    }

    /** The margin of 30% is in the curve: at age 0 a cohort has brought 30% of its revenue. */
    @Test
    void cumulativeValueIsOfTheMargin() {
        CohortCell first = WHOLE.cohorts().get(0);
        CumulativeValuePoint point = WHOLE.cumulative().get(0);
        assertThat(point.cohort()).contains(first.cohort());
        assertThat(point.value().toDouble())
                .isCloseTo(0.3 * first.revenuePerCustomer().toDouble(), within(0.006));
        assertThat(WHOLE.cumulative().get(WHOLE.cumulative().size() - 1).cohort())
                .isEmpty();
        assertThat(WHOLE.acquisitionCost()).contains(usd("15"));
        assertThat(WHOLE.grossMargin()).contains(Ratio.percent(30));
    }

    @Test
    void theValueHasItsInterval() {
        assertThat(WHOLE.summary().interval()).hasValueSatisfying(interval -> {
            assertThat(interval.level()).isEqualTo(Ratio.percent(90));
            assertThat(interval.contains(WHOLE.summary().total().toDouble())).isTrue();
        });
    }

    /** What the library says of a usual fit is known in every language. */
    @Test
    void assumptionsAndDiagnosisAreInPlainWords() {
        assertThat(WHOLE.assumptions())
                .extracting(Sentence::code)
                .doesNotContain(Sentence.TEXT)
                .contains("purchases.model", "spend.model", "spend.independent", "alive.one-time", "interval.outcome");
        assertThat(WHOLE.diagnosis())
                .extracting(Sentence::code)
                .containsExactly("fit.converged", "fit.converged", "fit.posterior", "fit.posterior");
        assertThat(WHOLE.absent()).containsExactly(Section.STAGES);
    }

    @Test
    void rowsAreTheSameEveryTime() {
        assertThat(Bases.whole().rows()).isEqualTo(WHOLE);
    }
}
