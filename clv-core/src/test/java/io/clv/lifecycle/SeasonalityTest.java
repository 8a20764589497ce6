package io.clv.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalityTest {

    /**
     * Ten customers from Wednesday 2025-12-03 on, watched for 28 days: 40 customer-days of each weekday. All 40 repeat
     * visits are on Fridays: n = 40 against e = 40/7 = 5.7143, the others 0. The excess of squares is 34.2857^2 + 6
     * 5.7143^2 - 40 (6/7) = 1337.14, the squares of e 228.57, so k = 0.17094; Friday (40.17094 / 5.88524) = 6.8257, the
     * others 0.17094 / 5.88524 = 0.029046.
     */
    @Test
    void indicesAreShrunkByWhatChanceWouldDo() {
        Garage garage = Garage.of();
        for (int customer = 0; customer < 10; customer++) {
            garage.visits("c" + customer, "2025-12-03 2025-12-05 2025-12-12 2025-12-19 2025-12-26");
        }
        Seasonality seasons = Seasonality.of(garage.days());
        assertThat(seasons.weekday(DayOfWeek.FRIDAY)).isCloseTo(6.8257, within(1e-4));
        assertThat(seasons.weekday(DayOfWeek.MONDAY)).isCloseTo(0.029046, within(1e-6));
        assertThat(seasons.hasMonths()).isFalse();
        assertThat(seasons.month(Month.MAY)).isEqualTo(1);
        // all customers are alike: nobody differs from the base
        assertThat(seasons.visitsForOwnWeekdays()).isEmpty();
        assertThat(seasons.index(3, LocalDate.of(2026, 5, 1))).isEqualTo(seasons.weekday(DayOfWeek.FRIDAY));
    }

    @Test
    void whatChanceMayHaveDoneIsNoSeason() {
        Random random = new Random(5);
        Garage garage = Garage.of();
        for (int customer = 0; customer < 200; customer++) {
            for (int visit = 0; visit < 10; visit++) {
                garage.visit("c" + customer, LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365)));
            }
        }
        Seasonality seasons = Seasonality.of(garage.days());
        for (DayOfWeek day : DayOfWeek.values()) {
            assertThat(seasons.weekday(day)).isCloseTo(1, within(0.06));
        }
        assertThat(seasons.visitsForOwnWeekdays()).isEmpty();
        assertThat(seasons.explain())
                .contains("months are left out: it takes two whole years to see every month")
                .contains("nobody has weekdays of his own");
    }

    /** Half of the customers come on Tuesdays and half on Saturdays, but for every fifth visit. */
    @Test
    void customersHaveWeekdaysOfTheirOwnWhereTheirHistoryCarriesIt() {
        Random random = new Random(7);
        Garage garage = Garage.of();
        for (int customer = 0; customer < 100; customer++) {
            LocalDate own = LocalDate.of(2025, 1, 4).plusDays(customer % 2 == 0 ? 0 : 3);
            int visits = customer < 50 ? 20 : 2;
            for (int visit = 0; visit < visits; visit++) {
                garage.visit(
                        String.format("c%03d", customer),
                        random.nextInt(5) == 0
                                ? LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365))
                                : own.plusDays(7L * random.nextInt(51)));
            }
        }
        Seasonality seasons = Seasonality.of(garage.days());
        int needed = seasons.visitsForOwnWeekdays().orElseThrow();
        assertThat(needed).isBetween(2, 6);
        LocalDate saturday = LocalDate.of(2026, 5, 2);
        assertThat(seasons.index(0, saturday)).isGreaterThan(3.5);
        assertThat(seasons.index(1, saturday)).isLessThan(1);
        assertThat(seasons.index(99, saturday)).isEqualTo(seasons.weekday(DayOfWeek.SATURDAY));
        assertThat(seasons.explain())
                .contains("customers with " + needed + " repeat visits or more have weekdays of their own");
    }

    /** Visits become fewer from year to year, and there are twice as many in December as in other months. */
    @Test
    void monthsAreSeenBesideATrend() {
        Random random = new Random(11);
        Garage garage = Garage.of();
        LocalDate first = LocalDate.of(2022, 1, 1);
        for (int customer = 0; customer < 300; customer++) {
            garage.visit("c" + customer, first);
            for (int visit = 0; visit < 60; visit++) {
                LocalDate day = first.plusDays(1 + random.nextInt(1460));
                double keep = (day.getMonth() == Month.DECEMBER ? 1 : 0.5)
                        * (1 - 0.6 * (day.toEpochDay() - first.toEpochDay()) / 1460.0);
                if (random.nextDouble() < keep) {
                    garage.visit("c" + customer, day);
                }
            }
        }
        Seasonality seasons = Seasonality.of(garage.days());
        assertThat(seasons.hasMonths()).isTrue();
        // twice the others: 12 * 2 / 13 of an average month
        assertThat(seasons.month(Month.DECEMBER)).isCloseTo(24.0 / 13, within(0.12));
        for (Month month : Month.values()) {
            if (month != Month.DECEMBER) {
                assertThat(seasons.month(month)).isCloseTo(12.0 / 13, within(0.12));
            }
        }
    }

    @Test
    void nobodyWhoCameTwiceIsNoSeason() {
        Seasonality seasons =
                Seasonality.of(Garage.of().visits("ann", "2025-12-01").days());
        assertThat(seasons.weekday(DayOfWeek.MONDAY)).isEqualTo(1);
        assertThat(seasons.visitsForOwnWeekdays()).isEmpty();
        assertThat(seasons).hasToString("seasons of 0 repeat visits, without months");
    }

    @Test
    void visitsMustBeByDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seasonality.of(
                        Garage.usual().ledger().periods(Garage.TODAY, CalendarGrid.months(), RefundPolicy.REJECT)))
                .withMessage("visits must be by day, days in UTC, but were in months in UTC");
    }
}
