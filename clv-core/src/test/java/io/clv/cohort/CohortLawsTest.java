package io.clv.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds of the cohorts of every log. */
class CohortLawsTest {

    private static final LocalDate BEGIN = LocalDate.parse("2024-01-01");

    /** A row of a log. */
    record Row(int customer, int day, long minorUnits) {}

    @Provide
    Arbitrary<List<Row>> logs() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.longs().between(0, 10_000)),
                                Tuple.of(1, Arbitraries.longs().between(-5_000, -1))))
                .as(Row::new)
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<CalendarGrid> grids() {
        return Arbitraries.of(
                CalendarGrid.days(),
                CalendarGrid.weeks(DayOfWeek.THURSDAY),
                CalendarGrid.months(),
                CalendarGrid.years());
    }

    @Provide
    Arbitrary<RefundPolicy> refunds() {
        return Arbitraries.of(RefundPolicy.NET, RefundPolicy.IGNORE, RefundPolicy.NET_DROPPING_PERIODS);
    }

    private static Ledger ledger(List<Row> rows) {
        Ledger.Builder ledger = Ledger.builder(CohortLogs.USD);
        rows.forEach(row ->
                ledger.add("c" + row.customer, BEGIN.plusDays(row.day), Money.ofMinor(row.minorUnits, CohortLogs.USD)));
        return ledger.build();
    }

    private static CohortTable cohorts(PeriodTable table, int each, boolean grouped, long seed) {
        CohortTable.Builder builder = CohortTable.builder(table).every(each);
        if (grouped) {
            Random random = new Random(seed);
            builder.groups(
                    "group", Groups.of(random.ints(table.customers(), 0, 3).toArray(), List.of("one", "two", "three")));
        }
        return builder.build();
    }

    @Property
    void cellsSumToTheLedger(
            @ForAll("logs") List<Row> log,
            @ForAll("grids") CalendarGrid grid,
            @ForAll("refunds") RefundPolicy refunds,
            @ForAll @IntRange(min = 0, max = 520) int end,
            @ForAll @IntRange(min = 1, max = 4) int each,
            @ForAll boolean grouped,
            @ForAll long seed) {
        PeriodTable table = ledger(log).periods(BEGIN.plusDays(end), grid, refunds);

        CohortTable cohorts = cohorts(table, each, grouped, seed);

        Money sum = Money.zero(CohortLogs.USD);
        int customers = 0;
        for (int row = 0; row < cohorts.size(); row++) {
            customers += cohorts.customers(row);
            Money ofRow = Money.zero(CohortLogs.USD);
            for (int age = 0; age < cohorts.ages(); age++) {
                ofRow = ofRow.plus(cohorts.revenue(row, age));
            }
            assertThat(cohorts.revenue(row)).isEqualTo(ofRow);
            sum = sum.plus(ofRow);
        }
        assertThat(sum).isEqualTo(table.total()).isEqualTo(cohorts.total());
        assertThat(customers).isEqualTo(table.customers());
        assertThat(cohorts.leftOut()).isEqualTo(Money.zero(CohortLogs.USD));
    }

    @Property
    void sharesAreSharesAndDenominatorsShrink(
            @ForAll("logs") List<Row> log,
            @ForAll("grids") CalendarGrid grid,
            @ForAll @IntRange(min = 0, max = 520) int end,
            @ForAll boolean grouped,
            @ForAll long seed) {
        PeriodTable table = ledger(log).periods(BEGIN.plusDays(end), grid, RefundPolicy.IGNORE);

        CohortTable cohorts = cohorts(table, 1, grouped, seed);

        for (int row = 0; row < cohorts.size(); row++) {
            int before = cohorts.customers(row);
            double cumulative = 0;
            for (int age = 0; age <= cohorts.lastAge(row); age++) {
                assertThat(cohorts.observation(row, age)).isNotEqualTo(Observation.NONE);
                assertThat(cohorts.observed(row, age)).isBetween(0, before);
                before = cohorts.observed(row, age);
                double share = cohorts.activeShare(row, age).orElseThrow();
                assertThat(share).isBetween(age == 0 ? 1.0 : 0.0, 1.0);
                cumulative += cohorts.revenuePerCustomer(row, age).orElseThrow();
                assertThat(cohorts.cumulativeRevenuePerCustomer(row, age).orElseThrow())
                        .isCloseTo(cumulative, within(1e-9));
            }
        }
        long fewer = table.customers();
        for (CohortTable.Average average : cohorts.averages()) {
            assertThat(average.customers()).isBetween(1L, fewer);
            fewer = average.customers();
            assertThat(average.activeShare()).isBetween(0.0, 1.0);
        }
    }

    /** Beside a count that looks at every customer, age by age, from the dates alone. */
    @Property(tries = 300)
    void agreesWithThePlainCount(
            @ForAll("logs") List<Row> log, @ForAll @IntRange(min = 0, max = 520) int end, @ForAll boolean grouped) {
        LocalDate through = BEGIN.plusDays(end);
        CalendarGrid grid = CalendarGrid.months();
        List<Row> seen = log.stream()
                .filter(row -> row.minorUnits >= 0 && row.day <= end)
                .toList();
        PeriodTable table = ledger(log).periods(through, grid, RefundPolicy.IGNORE);
        CohortTable cohorts = cohorts(table, 1, grouped, 5);
        int[] codes = new Random(5).ints(table.customers(), 0, 3).toArray();

        for (int row = 0; row < cohorts.size(); row++) {
            for (int age = 0; age <= cohorts.lastAge(row); age++) {
                int observed = 0;
                int active = 0;
                for (int customer = 0; customer < table.customers(); customer++) {
                    String id = table.id(customer);
                    List<LocalDate> dates = seen.stream()
                            .filter(each -> id.equals("c" + each.customer))
                            .map(each -> BEGIN.plusDays(each.day))
                            .sorted()
                            .toList();
                    LocalDate came = dates.get(0).withDayOfMonth(1);
                    boolean inRow = grouped
                            ? codes[customer] == row
                            : came.equals(cohorts.from(row).orElseThrow());
                    LocalDate from = came.plusMonths(age);
                    LocalDate last = from.plusMonths(1).minusDays(1);
                    if (inRow) {
                        observed += last.isAfter(through) ? 0 : 1;
                        active += dates.stream().anyMatch(date -> !date.isBefore(from) && !date.isAfter(last)) ? 1 : 0;
                    }
                }
                assertThat(cohorts.observed(row, age)).isEqualTo(observed);
                assertThat(cohorts.active(row, age)).isEqualTo(active);
            }
        }
    }

    @Property(tries = 200)
    void theOrderOfRowsDoesNotMatter(@ForAll("logs") List<Row> log, @ForAll long seed) {
        List<Row> shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, new Random(seed));
        LocalDate end = BEGIN.plusDays(300);

        CohortTable one = CohortTable.of(ledger(log).periods(end, CalendarGrid.months(), RefundPolicy.NET));
        CohortTable other = CohortTable.of(ledger(shuffled).periods(end, CalendarGrid.months(), RefundPolicy.NET));

        assertThat(other.labels()).isEqualTo(one.labels());
        assertThat(other.averages()).isEqualTo(one.averages());
    }

    @Property(tries = 300)
    void aCohortPaysBackOnceAndForACostThatIsLowEnough(
            @ForAll("logs") List<Row> log, @ForAll @IntRange(min = 0, max = 5_000) int cost) {
        CohortTable cohorts =
                CohortTable.of(ledger(log).periods(BEGIN.plusDays(520), CalendarGrid.months(), RefundPolicy.IGNORE));
        CohortPayback dear = cohorts.payback(Ratio.percent(40), Money.ofMinor(cost + 1, CohortLogs.USD));
        CohortPayback cheap = cohorts.payback(Ratio.percent(40), Money.ofMinor(cost, CohortLogs.USD));

        for (int row = 0; row < cohorts.size(); row++) {
            CohortPayback.Line line = dear.lines().get(row);
            if (line.age().isPresent()) {
                assertThat(cheap.lines().get(row).age().orElseThrow())
                        .isLessThanOrEqualTo(line.age().getAsInt());
            }
        }
        IntStream.range(0, cohorts.ages()).forEach(age -> {
            CohortPayback.Within within = dear.within(age);
            assertThat(within.paidBack() + within.not() + within.cannotSay()).isEqualTo(cohorts.size());
        });
    }
}
