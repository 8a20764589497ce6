package io.clv.examples;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Simulation;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.lifecycle.ContactPlan;
import io.clv.lifecycle.ContactRules;
import io.clv.lifecycle.PlanAccuracy;
import io.clv.lifecycle.Seasonality;
import io.clv.lifecycle.Usage;
import io.clv.lifecycle.VisitForecasts;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.report.ContactCalendar;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whom does a garage call when, and why? 36 touches over three years, and each before a service or a visit is due. */
public final class ContactPlans {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    private ContactPlans() {}

    /**
     * A garage of 300 customers, of some of whose cars it knows how far they are driven.
     *
     * @param args not used
     * @throws IOException never, as the calendar is written to memory
     */
    public static void main(String[] args) throws IOException {
        Ledger visits = Simulation.builder(BgNbd.of(1.6, 18, 0.5, 3.5), ChronoUnit.WEEKS, Money.currency("EUR"))
                .customers(300)
                .seed(11)
                .from(LocalDate.of(2023, 1, 2))
                .comingOver(weeks(80))
                .observedThrough(TODAY)
                .build()
                .ledger();
        CustomerTable customers = visits.summarize(TODAY);
        VisitForecasts forecasts = VisitForecasts.byUsage(
                        customers, row -> Optional.ofNullable(row % 5 == 0 ? car(row) : null), years(1), percent(80))
                .orElse(byRhythmOrModel(visits, customers));
        System.out.println(forecasts);

        PeriodTable days = days(visits, TODAY);
        Seasonality seasons = Seasonality.of(days);
        ContactRules rules = ContactRules.between(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31))
                .in(ZoneId.of("Europe/Berlin"))
                .at(LocalTime.of(16, 30))
                .quietHours(LocalTime.of(18, 0), LocalTime.of(9, 0))
                .quietDays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                .lead(14, 3)
                .cap(2, CalendarGrid.months())
                .minimumGap(10)
                .touches(36)
                .leastChance(percent(25))
                .build();
        ContactPlan plan = ContactPlan.builder(customers, rules)
                .visits(forecasts)
                .occasion("inspection", row -> Optional.ofNullable(row % 3 == 0 ? TODAY.plusDays(10 + row) : null))
                .seasonality(seasons)
                .build();
        System.out.println();
        System.out.print(plan.explain());
        System.out.println();
        System.out.println("the first calls of customer " + customers.id(15) + ":");
        plan.touches(15).stream()
                .limit(5)
                .forEach(touch -> System.out.println(
                        touch.moment().toLocalDateTime() + " " + touch.reason() + ": " + touch.because()));
        System.out.println();
        System.out.println("not in the plan, for example:");
        plan.unplaced().stream()
                .limit(2)
                .forEach(left -> System.out.println("customer " + left.customer() + ", " + left.because()));

        StringWriter calendar = new StringWriter();
        ContactCalendar.of(plan.touches(15).subList(3, 4), Instant.parse("2026-01-01T00:00:00Z"))
                .write(calendar);
        System.out.println();
        System.out.print(calendar.toString().replace("\r\n", "\n"));

        LocalDate earlier = TODAY.minusYears(1);
        PlanAccuracy accuracy =
                PlanAccuracy.of(byRhythmOrModel(visits, visits.summarize(earlier)), days(visits, TODAY));
        System.out.println();
        System.out.print(accuracy.explain());
    }

    /** The customer's own rhythm, and of those who have none what a model expects. */
    private static VisitForecasts byRhythmOrModel(Ledger visits, CustomerTable customers) {
        return VisitForecasts.byRhythm(days(visits, customers.observedThrough()), customers, 8, years(1), percent(80))
                .orElse(VisitForecasts.byModel(BgNbd.fit(customers).model(), customers, years(1), percent(80)));
    }

    private static PeriodTable days(Ledger visits, LocalDate through) {
        return visits.periods(through, CalendarGrid.days(), RefundPolicy.REJECT);
    }

    /** A service every 15,000 km, and a reading at the last visit. */
    private static Usage car(int row) {
        return Usage.of("km")
                .serviceEvery(15_000)
                .lastServiceAt(30_000)
                .read(LocalDate.of(2025, 10, 1), 38_000 + 20 * row)
                .pace(Pace.perMonth(900 + 5 * row))
                .build();
    }
}
