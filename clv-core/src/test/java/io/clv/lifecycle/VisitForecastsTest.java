package io.clv.lifecycle;

import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.MbgNbd;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitForecastsTest {

    private static final Span YEAR = Span.days(365);
    private static final CustomerTable CUSTOMERS = Garage.usual().customers();
    private static final PeriodTable DAYS = Garage.usual().days();
    private static final TransactionModel MODEL = BgNbd.of(0.8, 40, 0.6, 2.5);

    private static VisitForecasts byModel() {
        return VisitForecasts.byModel(MODEL, CUSTOMERS, YEAR, percent(80));
    }

    /**
     * Ann, x = 6, T = 200: given that she is there, P(no visit in t) = (240 / (240 + t))^6.8. Half of what is certain
     * within 365 days, 1 - (240 / 605)^6.8 = 0.99814, has come after t = 240 (0.50093^(-1 / 6.8) - 1) = 25.69 days.
     */
    @Test
    void aModelExpectsTheMedianOfThoseWhoComeWithinTheHorizon() {
        VisitForecast ann = byModel().forecast(CUSTOMERS.indexOf("ann")).orElseThrow();
        double within = 1 - Math.pow(240.0 / 605, 6.8);
        assertThat(within).isCloseTo(0.99814, within(1e-5));
        assertThat(240 * (Math.pow(1 - within / 2, -1 / 6.8) - 1)).isCloseTo(25.69, within(0.01));
        assertThat(ann.expected()).isEqualTo(Garage.TODAY.plusDays(26));
        assertThat(ann.interval().orElseThrow().earliest()).isEqualTo(Garage.TODAY.plusDays((long)
                Math.ceil(240 * (Math.pow(1 - within / 10, -1 / 6.8) - 1))));
        assertThat(ann.interval().orElseThrow().latest()).isEqualTo(Garage.TODAY.plusDays((long)
                Math.ceil(240 * (Math.pow(1 - within * 0.9, -1 / 6.8) - 1))));
        assertThat(ann.chance().orElseThrow().value())
                .isCloseTo(MODEL.probabilityOfPurchase(6, 180, 200, 365), within(1e-15));
        assertThat(ann.reason()).isEqualTo("7 visits, the last on 2025-12-11");
        assertThat(ann.source()).isEqualTo(VisitForecast.Source.MODEL);
    }

    @Test
    void theChanceOfOneWhoCameOnceIsNotThatHeIsStillThere() {
        int cid = CUSTOMERS.indexOf("cid");
        assertThat(MODEL.probabilityAlive(0, 0, 30)).isEqualTo(1);
        VisitForecast forecast = byModel().forecast(cid).orElseThrow();
        assertThat(forecast.chance().orElseThrow().value())
                .isCloseTo(1 - Math.pow(70.0 / (70 + 365), 0.8), within(1e-12))
                .isLessThan(0.8);
    }

    @Test
    void datesLieAfterTheEndOfObservationAndWithinTheHorizon() {
        VisitForecasts week = VisitForecasts.byModel(MODEL, CUSTOMERS, Span.weeks(1), percent(99));
        for (int row = 0; row < week.size(); row++) {
            VisitForecast forecast = week.forecast(row).orElseThrow();
            DateRange range = forecast.interval().orElseThrow();
            assertThat(range.earliest()).isAfter(Garage.TODAY);
            assertThat(range.contains(forecast.expected())).isTrue();
            assertThat(range.latest()).isBeforeOrEqualTo(week.through());
        }
        assertThat(week.through()).isEqualTo(Garage.TODAY.plusDays(7));
    }

    @Test
    void eachCustomerMayHaveAModelOfHisOwn() {
        TransactionModel other = MbgNbd.of(0.9, 30, 0.5, 3);
        VisitForecasts forecasts = VisitForecasts.byModel(
                row -> row == 0 ? other : MODEL, CUSTOMERS, YEAR, percent(80), Parallelism.of(2));
        assertThat(forecasts.forecast(0))
                .isEqualTo(VisitForecasts.byModel(other, CUSTOMERS, YEAR, percent(80))
                        .forecast(0));
        assertThat(forecasts.forecast(1)).isEqualTo(byModel().forecast(1));
    }

    @Test
    void aRhythmNeedsEnoughGapsAndHasToBeKept() {
        VisitForecasts forecasts = VisitForecasts.byRhythm(DAYS, CUSTOMERS, 4, YEAR, percent(80));
        VisitForecast ann = forecasts.forecast(CUSTOMERS.indexOf("ann")).orElseThrow();
        // gaps of 30 days, the last 20 days ago
        assertThat(ann.expected()).isBetween(Garage.TODAY.plusDays(9), Garage.TODAY.plusDays(11));
        assertThat(ann.reason()).isEqualTo("6 gaps between visits of typically 30 days, the last on 2025-12-11");
        assertThat(ann.chance().orElseThrow().value()).isGreaterThan(0.999);
        assertThat(forecasts.absence(CUSTOMERS.indexOf("bob")))
                .contains("1 gap between visits, and a rhythm of one's own needs 4");
        assertThat(forecasts.absence(CUSTOMERS.indexOf("dan")))
                .contains("5 gaps between visits of typically 10 days, the last on 2024-02-20: silent for longer than"
                        + " 99% of such gaps");
        assertThat(forecasts.absence(CUSTOMERS.indexOf("ann"))).isEmpty();
        assertThat(forecasts).hasToString("1 of 4 customers have a forecast through 2026-12-31: 1 by own rhythm");
    }

    private static VisitForecasts byUsage() {
        return VisitForecasts.byUsage(
                CUSTOMERS,
                row -> switch (CUSTOMERS.id(row)) {
                    case "bob" -> Optional.of(car(40_000).build());
                    case "cid" -> Optional.of(car(46_000).build());
                    case "dan" -> Optional.of(car(30_000).build());
                    default -> Optional.empty();
                },
                YEAR,
                percent(80));
    }

    private static Usage.Builder car(double reading) {
        return Usage.of("km")
                .serviceEvery(15_000)
                .lastServiceAt(30_000)
                .read(LocalDate.of(2025, 10, 6), reading)
                .pace(Pace.perDay(25));
    }

    @Test
    void usageSaysWhenAServiceIsDue() {
        VisitForecasts forecasts = byUsage();
        VisitForecast bob = forecasts.forecast(CUSTOMERS.indexOf("bob")).orElseThrow();
        assertThat(bob.expected()).isEqualTo(LocalDate.of(2025, 10, 6).plusDays(200));
        assertThat(bob.chance()).isEmpty();
        assertThat(bob.interval()).isEmpty();
        assertThat(bob.reason())
                .isEqualTo("760.92 km a month: service at 45,000 km, 40,000 km read on 2025-10-06, due on"
                        + " 2026-04-24");
        assertThat(forecasts.forecast(CUSTOMERS.indexOf("cid")).orElseThrow().expected())
                .isEqualTo(Garage.TODAY.plusDays(1));
        assertThat(forecasts.absence(CUSTOMERS.indexOf("dan")))
                .contains("760.92 km a month: service at 45,000 km, 30,000 km read on 2025-10-06, due on 2027-05-29,"
                        + " beyond the horizon");
        assertThat(forecasts.absence(CUSTOMERS.indexOf("ann"))).contains("usage is not known");
    }

    @Test
    void oneSourceStandsInForAnother() {
        VisitForecasts both = byUsage()
                .orElse(VisitForecasts.byRhythm(DAYS, CUSTOMERS, 4, YEAR, percent(80)))
                .orElse(byModel());
        assertThat(both.count(VisitForecast.Source.USAGE)).isEqualTo(2);
        assertThat(both.count(VisitForecast.Source.RHYTHM)).isEqualTo(1);
        assertThat(both.count(VisitForecast.Source.MODEL)).isEqualTo(1);
        assertThat(both.forecast(CUSTOMERS.indexOf("dan"))).isEqualTo(byModel().forecast(CUSTOMERS.indexOf("dan")));
    }

    @Test
    void forecastsOfDifferentThingsDoNotStandInForEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> byModel().orElse(VisitForecasts.byModel(MODEL, CUSTOMERS, Span.days(30), percent(80))))
                .withMessage("forecasts must be of one horizon and level, but were through 2026-12-31 at 80% and"
                        + " through 2026-01-30 at 80%");
        CustomerTable others = Garage.of().visits("eve", "2025-01-01").customers();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byModel().orElse(VisitForecasts.byModel(MODEL, others, YEAR, percent(80))))
                .withMessage("forecasts must be of one table, but were of 4 customers with 12 repeat purchases,"
                        + " observed through 2025-12-31, time in days and of 1 customers with 0 repeat purchases,"
                        + " observed through 2025-12-31, time in days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitForecasts.byRhythm(DAYS, others, 4, YEAR, percent(80)))
                .withMessage("visits by day must be of the customers of the table, 1 customers with 0 repeat"
                        + " purchases, observed through 2025-12-31, time in days, but were of 4 customers in days in"
                        + " UTC, 2024-01-01 to 2025-12-31, 16 cells");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(Span.days(0.5), percent(80), "horizon must be from 1 day to 100 years, but was 0.5 days");
        refused(Span.years(101), percent(80), "horizon must be from 1 day to 100 years, but was 101 years");
        refused(YEAR, Ratio.ONE, "level must be above 0% and below 100%, but was 100%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitForecasts.byRhythm(DAYS, CUSTOMERS, 1, YEAR, percent(80)))
                .withMessage("gaps of a rhythm must be at least 2, but were 1");
        PeriodTable months = Garage.usual().ledger().periods(Garage.TODAY, CalendarGrid.months(), RefundPolicy.REJECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitForecasts.byRhythm(months, CUSTOMERS, 4, YEAR, percent(80)))
                .withMessage("visits must be by day, days in UTC, but were in months in UTC");
        Garage once = Garage.of().visits("eve", "2025-01-01 2025-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitForecasts.byRhythm(once.days(), once.customers(), 2, YEAR, percent(80)))
                .withMessage("own rhythm needs a customer with 3 visits or more, but none of 1 customers has");
    }

    private static void refused(Span horizon, Ratio level, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitForecasts.byModel(MODEL, CUSTOMERS, horizon, level))
                .withMessage(message);
    }
}
