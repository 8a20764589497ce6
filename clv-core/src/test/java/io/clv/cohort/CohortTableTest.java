package io.clv.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Acquisition;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A log of four customers, small enough to be counted by hand; its last month, April, is observed to the 15th. */
class CohortTableTest {

    private static final LocalDate END = LocalDate.parse("2025-04-15");

    private static final Ledger LOG = CohortLogs.of(
            "ann 2025-01-05 10.00",
            "ann 2025-01-20 5.00",
            "ann 2025-02-10 20.00",
            "ann 2025-04-02 8.00",
            "bob 2025-01-31 30.00",
            "cid 2025-02-03 12.50",
            "cid 2025-03-31 7.50",
            "dora 2025-04-01 99.00",
            "eve 2025-04-16 1.00");

    private static PeriodTable months(Ledger log) {
        return log.periods(END, CalendarGrid.months(), RefundPolicy.NET);
    }

    private static List<OptionalDouble> row(CohortTable table, int row, Reading reading) {
        return IntStream.range(0, table.ages())
                .mapToObj(age -> reading.of(row, age))
                .toList();
    }

    private interface Reading {
        OptionalDouble of(int row, int age);
    }

    private static List<OptionalDouble> numbers(double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value))
                .toList();
    }

    private static final double NOTHING = Double.NaN;

    @Test
    void cohortsByFirstPurchase() {
        CohortTable table = CohortTable.of(months(LOG));

        assertThat(table.labels()).containsExactly("2025-01", "2025-02", "2025-04");
        assertThat(table.from(1)).contains(LocalDate.parse("2025-02-01"));
        assertThat(table.ages()).isEqualTo(4);
        assertThat(IntStream.range(0, 3).map(table::customers)).containsExactly(2, 1, 1);
        assertThat(IntStream.range(0, 3).map(table::lastAge)).containsExactly(3, 2, 0);
        // January: Ann and Bob; February: Ann; March: nobody; April so far: Ann.
        assertThat(row(table, 0, table::activeShare)).isEqualTo(numbers(1, 0.5, 0, 0.5));
        assertThat(row(table, 1, table::activeShare)).isEqualTo(numbers(1, 1, 0, NOTHING));
        assertThat(row(table, 2, table::activeShare)).isEqualTo(numbers(1, NOTHING, NOTHING, NOTHING));
        assertThat(IntStream.range(0, 4).map(age -> table.active(0, age))).containsExactly(2, 1, 0, 1);
        // (10 + 5 + 30) / 2, 20 / 2, 0, 8 / 2.
        assertThat(row(table, 0, table::revenuePerCustomer)).isEqualTo(numbers(22.5, 10, 0, 4));
        assertThat(row(table, 0, table::cumulativeRevenuePerCustomer)).isEqualTo(numbers(22.5, 32.5, 32.5, 36.5));
        assertThat(row(table, 1, table::cumulativeRevenuePerCustomer)).isEqualTo(numbers(12.5, 20, 20, NOTHING));
        assertThat(table.revenue(0, 0)).isEqualTo(Money.parse("USD 45.00"));
        assertThat(table.revenue(2, 3)).isEqualTo(Money.parse("USD 0.00"));
        assertThat(table.revenue(0)).isEqualTo(Money.parse("USD 73.00"));
        assertThat(table.total())
                .isEqualTo(Money.parse("USD 192.00"))
                .isEqualTo(months(LOG).total());
        assertThat(table.currency()).isEqualTo(CohortLogs.USD);
        assertThat(table.observedThrough()).isEqualTo(END);
    }

    @Test
    void thePeriodThatIsCutShortIsMarked() {
        CohortTable table = CohortTable.of(months(LOG));

        assertThat(IntStream.range(0, 4).mapToObj(age -> table.observation(1, age)))
                .containsExactly(Observation.COMPLETE, Observation.COMPLETE, Observation.CUT_SHORT, Observation.NONE);
        assertThat(IntStream.range(0, 4).map(age -> table.observed(0, age))).containsExactly(2, 2, 2, 0);
        assertThat(table.observed(1, 3)).isZero();
        assertThat(table.observation(2, 0)).isEqualTo(Observation.CUT_SHORT);
        CohortTable through =
                CohortTable.of(LOG.periods(LocalDate.parse("2025-04-30"), CalendarGrid.months(), RefundPolicy.REJECT));
        assertThat(through.observation(2, 0)).isEqualTo(Observation.COMPLETE);
        assertThat(through.customers(2)).as("Dora and Eve").isEqualTo(2);
        assertThat(through.active(0, 3)).isEqualTo(1);
        assertThat(through.explain()).doesNotContain("in part");
    }

    @Test
    void averagesTakeInWhatWasSeenToItsEnd() {
        List<CohortTable.Average> averages = CohortTable.of(months(LOG)).averages();

        assertThat(averages).hasSize(3);
        // Dora's month is not over: Ann, Bob and Cid brought 45 + 12.50 in theirs.
        assertThat(averages.get(0)).isEqualTo(new CohortTable.Average(0, 2, 3, 1, 57.5 / 3, 57.5 / 3));
        assertThat(averages.get(1).activeShare()).isEqualTo(2 / 3.0);
        assertThat(averages.get(1).revenuePerCustomer()).isEqualTo(27.5 / 3);
        assertThat(averages.get(1).cumulativeRevenuePerCustomer()).isCloseTo(85 / 3.0, within(1e-13));
        // In the second month after the first only January's two customers are.
        assertThat(averages.get(2).cohorts()).isEqualTo(1);
        assertThat(averages.get(2).customers()).isEqualTo(2);
        assertThat(averages.get(2).activeShare()).isZero();
        assertThat(CohortTable.of(months(CohortLogs.of())).averages()).isEmpty();
    }

    @Test
    void cohortsByGroup() {
        Groups channels = Groups.ofLabels(List.of("web", "shop", "web", "shop"));

        CohortTable table =
                CohortTable.builder(months(LOG)).groups("channel", channels).build();

        assertThat(table.labels()).containsExactly("shop", "web");
        assertThat(table.from(0)).isEmpty();
        // Web: Ann of January, Cid of February; at age 2 Cid's month is April, which is not over.
        assertThat(IntStream.range(0, 4).mapToObj(age -> table.observation(1, age)))
                .containsExactly(
                        Observation.COMPLETE, Observation.COMPLETE, Observation.OF_SOME, Observation.CUT_SHORT);
        assertThat(IntStream.range(0, 4).map(age -> table.observed(1, age))).containsExactly(2, 2, 1, 0);
        assertThat(row(table, 1, table::activeShare)).isEqualTo(numbers(1, 1, 0, 1));
        // (15 + 12.50) / 2, (20 + 7.50) / 2, 0 / 1, 8 / 1.
        assertThat(row(table, 1, table::revenuePerCustomer)).isEqualTo(numbers(13.75, 13.75, 0, 8));
        assertThat(row(table, 1, table::cumulativeRevenuePerCustomer)).isEqualTo(numbers(13.75, 27.5, 27.5, 35.5));
        // Shop: Bob of January; Dora is in her first month, which is not over.
        assertThat(table.revenue(0, 0)).isEqualTo(Money.parse("USD 129.00"));
        assertThat(table.active(0, 0)).isEqualTo(2);
        assertThat(table.revenuePerCustomer(0, 0)).hasValue(30);
        assertThat(table.total()).isEqualTo(Money.parse("USD 192.00"));
        assertThat(table.averages())
                .isEqualTo(CohortTable.of(months(LOG)).averages().stream()
                        .map(each -> each.age() == 2 ? sameOfTwoRows(each) : each)
                        .toList());
    }

    private static CohortTable.Average sameOfTwoRows(CohortTable.Average each) {
        return new CohortTable.Average(
                each.age(),
                2,
                each.customers(),
                each.activeShare(),
                each.revenuePerCustomer(),
                each.cumulativeRevenuePerCustomer());
    }

    @Test
    void aGroupMayBeEmpty() {
        Groups tiers = Groups.of(new int[] {1, 1, 1, 1}, List.of("none", "all"));

        CohortTable table =
                CohortTable.builder(months(LOG)).groups("tier", tiers).build();

        assertThat(table.customers(0)).isZero();
        assertThat(table.lastAge(0)).isEqualTo(-1);
        assertThat(table.observation(0, 0)).isEqualTo(Observation.NONE);
        assertThat(table.activeShare(0, 0)).isEmpty();
        assertThat(table.revenue(0)).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void periodsMayBeTakenTogether() {
        CohortTable quarters = CohortTable.builder(months(LOG)).every(3).build();

        assertThat(quarters.labels()).containsExactly("2025-Q1", "2025-Q2");
        assertThat(quarters.ageUnit()).isEqualTo("quarters");
        assertThat(quarters.customers(0)).isEqualTo(3);
        // Active in a quarter counts once; 45 + 20 + 20 in the first one, 8 in what was seen of the second.
        assertThat(quarters.active(0, 0)).isEqualTo(3);
        assertThat(quarters.revenue(0, 0)).isEqualTo(Money.parse("USD 85.00"));
        assertThat(quarters.revenue(0, 1)).isEqualTo(Money.parse("USD 8.00"));
        assertThat(quarters.observation(0, 1)).isEqualTo(Observation.CUT_SHORT);
        assertThat(quarters.from(1)).contains(LocalDate.parse("2025-04-01"));
        assertThat(CohortTable.builder(months(LOG)).every(6).build().labels()).containsExactly("2025-01-01");
    }

    @Test
    void everyGridHasItsLabels() {
        assertThat(CohortTable.of(LOG.periods(END, CalendarGrid.years(), RefundPolicy.REJECT))
                        .labels())
                .containsExactly("2025");
        CohortTable weeks = CohortTable.of(LOG.periods(END, CalendarGrid.weeks(DayOfWeek.SUNDAY), RefundPolicy.REJECT));
        assertThat(weeks.labels()).containsExactly("2025-01-05", "2025-01-26", "2025-02-02", "2025-03-30");
        assertThat(weeks)
                .hasToString("4 customers in 4 cohorts by week of the first purchase, aged in weeks, observed"
                        + " through 2025-04-15");
        CohortTable fortnights = CohortTable.builder(
                        LOG.periods(END, CalendarGrid.weeks(DayOfWeek.MONDAY), RefundPolicy.REJECT))
                .every(2)
                .build();
        assertThat(fortnights.ageUnit()).isEqualTo("periods of 2 weeks");
        assertThat(fortnights.grouping()).isEqualTo("period of 2 weeks of the first purchase");
        CohortTable days = CohortTable.of(LOG.periods(END, CalendarGrid.days(), RefundPolicy.REJECT));
        assertThat(days.labels()).containsExactly("2025-01-05", "2025-01-31", "2025-02-03", "2025-04-01");
        assertThat(days.observation(0, days.lastAge(0))).isEqualTo(Observation.COMPLETE);
        CohortTable past = CohortTable.of(CohortLogs.of("a 1965-12-24 1.00")
                .periods(LocalDate.parse("1966-01-31"), CalendarGrid.months(), RefundPolicy.REJECT));
        assertThat(past.label(0)).isEqualTo("1965-12");
        assertThat(past.lastAge(0)).isEqualTo(1);
    }

    @Test
    void refundsBeforeTheFirstPurchaseCountWithIt() {
        Ledger log = CohortLogs.of("a 2025-01-10 -4.00", "a 2025-02-10 10.00", "a 2025-03-10 -3.00");

        CohortTable table = CohortTable.of(months(log));

        assertThat(table.labels()).containsExactly("2025-02");
        assertThat(table.revenue(0, 0)).isEqualTo(Money.parse("USD 6.00"));
        assertThat(table.revenue(0, 1)).isEqualTo(Money.parse("USD -3.00"));
        assertThat(table.active(0, 1)).as("a refund is no activity").isZero();
        assertThat(table.cumulativeRevenuePerCustomer(0, 1)).hasValue(3);
    }

    @Test
    void customersWhoseHistoryIsCutOffAreLeftOut() {
        CohortTable table = CohortTable.builder(months(LOG))
                .acquisition(
                        LOG.summarize(END, LedgerOptions.defaults().refunds(RefundPolicy.NET)),
                        Acquisition.completeFrom(LocalDate.parse("2025-01-15")))
                .build();

        assertThat(table.labels()).containsExactly("2025-01", "2025-02", "2025-04");
        assertThat(table.customers(0)).as("Bob alone").isEqualTo(1);
        assertThat(table.leftOutCustomers()).isEqualTo(1);
        assertThat(table.leftOut()).isEqualTo(Money.parse("USD 43.00"));
        assertThat(table.total().plus(table.leftOut())).isEqualTo(months(LOG).total());
        assertThat(table.explain())
                .endsWith("left out: 1 customer whose history the log cuts off, who brought USD 43.00\n");
    }

    @Test
    void explainsItself() {
        assertThat(CohortTable.of(months(LOG)).explain())
                .isEqualTo("4 customers in 3 cohorts by month of the first purchase, aged in months, observed through"
                        + " 2025-04-15\n"
                        + "age 0 is the month of the first purchase, which is shorter for who came late in it\n"
                        + "active is who made a purchase in the month; who made none may be back in the next, so the"
                        + " share is no retention\n"
                        + "the month from 2025-04-01 is observed in part: its figures are those so far, and in no"
                        + " average\n");
        assertThat(CohortTable.builder(months(LOG))
                        .groups("channel", Groups.ofLabels(List.of("x", "x", "x", "x")))
                        .build()
                        .explain())
                .startsWith("4 customers in 1 cohort by channel, aged in months, observed through 2025-04-15\n")
                .endsWith("customers of a row are of different age: each figure is of those who are old enough\n");
    }

    @Test
    void refusesWhatCannotBe() {
        CohortTable.Builder builder = CohortTable.builder(months(LOG));
        Groups groups = Groups.ofLabels(List.of("x", "x", "x", "x"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.every(0))
                .withMessage("periods to be taken together must be at least 1, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.every(5))
                .withMessage("months to be taken together must divide a year, as 3 do, but were 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.groups("tier", Groups.ofLabels(List.of("x"))))
                .withMessage("groups must be one for each of the 4 customers of the table, but were 1");
        builder.groups("tier", groups);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.groups("channel", groups))
                .withMessage("groups were already set to 'tier'");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> builder.acquisition(LOG.summarize(LocalDate.parse("2025-04-16")), Acquisition.inLog()))
                .withMessage("customers must be those of the table, " + months(LOG) + ", but were "
                        + LOG.summarize(LocalDate.parse("2025-04-16")));
        builder.acquisition(LOG.summarize(END), Acquisition.inLog());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.acquisition(LOG.summarize(END), Acquisition.inLog()))
                .withMessage("acquisition was already set");
        CohortTable table = builder.build();
        assertThatThrownBy(() -> table.activeShare(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.activeShare(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesMoreCellsThanAnybodyReads() {
        Ledger.Builder log = Ledger.builder(CohortLogs.USD);
        for (int day = 0; day < 6400; day++) {
            log.add(day, LocalDate.EPOCH.plusDays(day), Money.parse("USD 1"));
        }
        PeriodTable days =
                log.build().periods(LocalDate.EPOCH.plusDays(6399), CalendarGrid.days(), RefundPolicy.REJECT);

        // 6400 x 6401 / 2
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTable.of(days))
                .withMessage(
                        "cells of cohorts by age must be at most 20000000, but were 20483200: choose periods that are"
                                + " longer, or fewer groups");
    }

    @Test
    void sumsBeyondALongAreRefusedByName() {
        Ledger log = CohortLogs.of("a 2025-01-05 92233720368547758.07", "b 2025-01-06 0.01", "c 2025-01-07 -0.00");

        CohortTable table = CohortTable.of(months(log));

        assertThatThrownBy(() -> table.revenue(0, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "the revenue of cohort '2025-01' at age 0 is USD 92233720368547758.08, beyond the range of USD"
                                + " money");
        assertThatThrownBy(table::total)
                .hasMessage("the revenue of all cohorts is USD 92233720368547758.08, beyond the range of USD money");
        assertThat(table.revenuePerCustomer(0, 0).orElseThrow()).isCloseTo(9.223372036854776e16 / 3, within(8.0));
    }

    /**
     * Tables of CDNOW: 23,570 customers came from January to March 1997, and the log ends with June 1998. The counts
     * were taken with awk over the file.
     */
    @Test
    void cdnow() {
        Ledger log = CohortLogs.cdnow();
        PeriodTable months = log.periods(LocalDate.parse("1998-06-30"), CalendarGrid.months(), RefundPolicy.REJECT);

        CohortTable table = CohortTable.of(months);

        assertThat(table.labels()).containsExactly("1997-01", "1997-02", "1997-03");
        assertThat(IntStream.range(0, 3).map(table::customers)).containsExactly(7846, 8476, 7248);
        assertThat(table.ages()).isEqualTo(18);
        assertThat(table.total()).isEqualTo(log.total());
        assertThat(IntStream.range(0, 3).mapToObj(row -> table.observation(row, table.lastAge(row))))
                .containsOnly(Observation.COMPLETE);
        assertThat(IntStream.of(1, 2, 12, 17).map(age -> table.active(0, age))).containsExactly(1157, 964, 528, 498);
        // The base decays: one month after the first 1157 + 1312 + 1032 buy, a year after it 528 + 568 + 678.
        List<CohortTable.Average> averages = table.averages();
        assertThat(averages).hasSize(18);
        assertThat(averages.get(1).activeShare()).isEqualTo(3501 / 23570.0);
        assertThat(averages.get(12).activeShare()).isEqualTo(1774 / 23570.0);
        assertThat(averages.get(15).customers()).isEqualTo(23570);
        assertThat(averages.get(17).customers()).isEqualTo(7846);
        assertThat(averages.get(15).cumulativeRevenuePerCustomer()).isBetween(95.0, 108.0);
    }
}
