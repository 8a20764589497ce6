package io.clv.lifecycle;

import static io.clv.quantity.Span.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of stages, plateaus and attempts, whatever the log. */
class LifecycleLawsTest {

    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    record Row(int customer, int day, long minor) {}

    record Base(CustomerTable customers, PeriodTable table) {

        static Base of(List<Row> rows) {
            Ledger.Builder log = Ledger.builder(Money.currency("USD"));
            rows.forEach(row ->
                    log.add("C" + row.customer(), (int) END.minusDays(row.day()).toEpochDay(), row.minor()));
            Ledger ledger = log.build();
            return new Base(ledger.summarize(END), ledger.periods(END, CalendarGrid.months(), RefundPolicy.REJECT));
        }

        LifecycleStages stages(LifecycleRules rules) {
            return LifecycleStages.builder(customers, table).rules(rules).build();
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.longs().between(0, 100_000))
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }

    private static LifecycleRules rules(int atRisk, int lost) {
        return LifecycleRules.builder()
                .atRiskAfter(days(atRisk))
                .lostAfter(days(lost))
                .newFor(days(120))
                .build();
    }

    @Property(tries = 300)
    void everyCustomerHasAStageAndAReasonWithNumbers(@ForAll("rows") List<Row> rows) {
        Base base = Base.of(rows);
        LifecycleStages stages = base.stages(rules(60, 150));
        assertThat(stages.lines().stream()
                        .mapToInt(LifecycleStages.Line::customers)
                        .sum())
                .isEqualTo(base.customers().size());
        for (int row = 0; row < stages.size(); row++) {
            assertThat(stages.stage(row).isProspect()).isFalse();
            assertThat(stages.reason(row)).matches(".*\\d.*").doesNotContain("NaN", "Infinity");
        }
    }

    @Property(tries = 300)
    void theOrderOfRowsIsNoMatter(@ForAll("rows") List<Row> rows, @ForAll long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        LifecycleStages stages = Base.of(rows).stages(rules(60, 150));
        LifecycleStages same = Base.of(shuffled).stages(rules(60, 150));
        for (int row = 0; row < stages.size(); row++) {
            assertThat(same.reason(row)).isEqualTo(stages.reason(row));
        }
        assertThat(same.lines()).isEqualTo(stages.lines());
    }

    @Property(tries = 300)
    void aliveTellsNothingOfThoseWhoBoughtOnce(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 0, max = 100) int percent) {
        Base base = Base.of(rows);
        double[] alive = new double[base.customers().size()];
        Arrays.fill(alive, percent / 100.0);
        LifecycleStages asked = LifecycleStages.builder(base.customers(), base.table())
                .rules(LifecycleRules.builder()
                        .atRiskAfter(days(60))
                        .lostAfter(days(150))
                        .newFor(days(120))
                        .atRiskBelow(Ratio.percent(50))
                        .build())
                .values(CustomerValues.builder("bg-nbd", base.customers())
                        .amounts(new double[alive.length])
                        .column(CustomerValues.Column.P_ALIVE, alive)
                        .build())
                .build();
        LifecycleStages plain = base.stages(rules(60, 150));
        for (int row = 0; row < plain.size(); row++) {
            if (base.customers().frequency(row) == 0) {
                assertThat(asked.stage(row)).isEqualTo(plain.stage(row));
            }
        }
    }

    @Property(tries = 300)
    void aLongerRuleLosesNobodyMore(@ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 300) int longer) {
        Base base = Base.of(rows);
        LifecycleStages stages = base.stages(rules(60, 150));
        LifecycleStages patient = base.stages(rules(60, 150 + longer));
        for (int row = 0; row < stages.size(); row++) {
            if (patient.stage(row) == Stage.LOST) {
                assertThat(stages.stage(row)).isEqualTo(Stage.LOST);
            }
        }
    }

    @Property(tries = 300)
    void stagesDoNotDependOnTheUnitOfMoney(@ForAll("rows") List<Row> rows) {
        LifecycleStages stages = Base.of(rows).stages(rules(60, 150));
        LifecycleStages dearer = Base.of(rows.stream()
                        .map(row -> new Row(row.customer(), row.day(), row.minor() * 128))
                        .toList())
                .stages(rules(60, 150));
        assertThat(dearer.groups()).isEqualTo(stages.groups());
    }

    @Property(tries = 300)
    void othersDoNotMatterUnderRulesThatAreSaid(@ForAll("rows") List<Row> rows) {
        LifecycleStages stages = Base.of(rows).stages(rules(60, 150));
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(9, 400, 5));
        LifecycleStages with = Base.of(more).stages(rules(60, 150));
        for (int row = 0; row < stages.size(); row++) {
            int there = with.customers().indexOf(stages.customers().id(row));
            assertThat(with.reason(there)).isEqualTo(stages.reason(row));
        }
    }

    @Property(tries = 300)
    void levelsCoverTheCurveAndHoldItsMoney(@ForAll("rows") List<Row> rows) {
        PeriodTable table = Base.of(rows).table();
        PlateauLengths lengths = PlateauLengths.of(table);
        double before = 1;
        for (int period = 0; period < 40; period++) {
            double still = lengths.survival(period).value();
            assertThat(still).isBetween(0.0, before);
            before = still;
        }
        for (int customer = 0; customer < table.customers(); customer++) {
            IncomeCurve curve = IncomeCurve.of(table, customer);
            int first = table.period(table.cellsBegin(customer));
            assertThat(curve.levels().stream()
                            .mapToInt(IncomeCurve.Level::periods)
                            .sum())
                    .isEqualTo(table.lastPeriod() - first + 1);
            double total = curve.levels().stream()
                    .mapToDouble(level -> level.amount().minorUnits() * (double) level.periods())
                    .sum();
            long paid = 0;
            for (int cell = table.cellsBegin(customer); cell < table.cellsEnd(customer); cell++) {
                paid += table.minorUnits(cell);
            }
            assertThat(total).isBetween(paid - 31.0, paid + 31.0);
            assertThat(lengths.plateau(curve.id())).isEqualTo(curve.plateau());
        }
    }

    @Property(tries = 300)
    void attemptsThatPayAreNeverWorseThanAll(
            @ForAll("rows") List<Row> rows,
            @ForAll @IntRange(min = 0, max = 100) int success,
            @ForAll @IntRange(min = 0, max = 500) int cost) {
        Base base = Base.of(rows);
        Attributes.Builder reasons = Attributes.builder().categoryColumn("reason");
        for (int row = 0; row < base.customers().size(); row += 2) {
            reasons.category("reason", base.customers().id(row), "price");
        }
        ChurnReasons churn = ChurnReasons.builder(
                        base.stages(rules(60, 150)),
                        reasons.build().join(base.customers(), IdPolicy.ALLOW, IdPolicy.ALLOW),
                        "reason")
                .preventable("price")
                .build();
        WinBack plan = churn.winBack(Ratio.percent(success), Money.ofMinor(cost, Money.currency("USD")));
        assertThat(plan.worthwhile().attempts()).isLessThanOrEqualTo(plan.all().attempts());
        // Expected amounts are rounded once each.
        assertThat(plan.worthwhile().net().minorUnits())
                .isGreaterThanOrEqualTo(plan.all().net().minorUnits() - 1);
        assertThat(plan.worthwhile().net().minorUnits()).isGreaterThanOrEqualTo(-1);
    }
}
