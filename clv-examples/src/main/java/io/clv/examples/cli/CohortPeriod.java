package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.quantity.CalendarGrid;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What cohorts and ages may be counted in. */
enum CohortPeriod {
    DAYS(ChronoUnit.DAYS, 1),
    WEEKS(ChronoUnit.WEEKS, 1),
    MONTHS(ChronoUnit.MONTHS, 1),
    QUARTERS(ChronoUnit.MONTHS, 3),
    YEARS(ChronoUnit.YEARS, 1);

    private static final int ON_A_PAGE = 36;

    private final ChronoUnit unit;
    private final int each;

    CohortPeriod(ChronoUnit unit, int each) {
        this.unit = unit;
        this.each = each;
    }

    /** The shortest from months on by which customers make no more cohorts than a page can show. */
    static CohortPeriod forPage(CustomerTable customers) {
        LocalDate first = IntStream.range(0, customers.size())
                .mapToObj(customers::firstPurchase)
                .min(Comparator.naturalOrder())
                .orElse(customers.observedThrough());
        return Stream.of(MONTHS, QUARTERS)
                .filter(period -> period.count(first, customers.observedThrough()) <= ON_A_PAGE)
                .findFirst()
                .orElse(YEARS);
    }

    private int count(LocalDate first, LocalDate last) {
        return (grid().indexOf(last) - grid().indexOf(first)) / each + 1;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** How many of the unit make one. */
    int each() {
        return each;
    }

    CalendarGrid grid() {
        return CalendarGrid.of(unit);
    }
}
