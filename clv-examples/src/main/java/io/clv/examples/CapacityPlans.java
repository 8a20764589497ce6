package io.clv.examples;

import static io.clv.ledger.LedgerOptions.collapse;
import static io.clv.quantity.Pace.perDay;
import static io.clv.quantity.Pace.perMonth;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.btyd.BgNbd;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.FuturePurchases;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Shock;
import io.clv.btyd.Simulation;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.scenario.Inflow;
import io.clv.scenario.OrderForecast;
import io.clv.scenario.OrderRate;
import io.clv.scenario.Overdispersion;
import io.clv.scenario.SeasonalIndex;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** How many orders are to come, how many of them to be ready for, and the day on which a capacity is passed. */
public final class CapacityPlans {

    private static final LocalDate TODAY = LocalDate.of(2024, 12, 29);

    private CapacityPlans() {}

    /**
     * Forecasts a quarter of a shop whose customers are known, and four years of one that grows from 5,000 orders a
     * day.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Ledger log = log();
        CustomerTable customers = log.summarize(TODAY, collapse(DAYS).unit(WEEKS));
        FittedLtv model = FittedLtv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .model();
        OrderForecast quarter = quarter(log, customers, model);
        System.out.print(quarter.explain());
        System.out.println("week        expected  5%..95%");
        for (int week = 0; week < quarter.periods(); week += 4) {
            System.out.printf(
                    "%s  %8.0f  %d..%d%n",
                    quarter.from(week),
                    quarter.mean(week),
                    quarter.orders(week, percent(5)),
                    quarter.orders(week, percent(95)));
        }
        System.out.print(quarter.dayPassed(160).explain());

        // The same under a campaign after which customers buy half again as often.
        System.out.println();
        OrderForecast campaign = quarter(log, customers, model.under(Shock.buyingTimes(1.5)));
        System.out.printf(
                "with the campaign %.0f orders are expected in the place of %.0f%n",
                campaign.meanTotal(), quarter.meanTotal());
        System.out.print(campaign.dayPassed(160).explain());

        // No history, but expectations and how far they may be missed.
        System.out.println();
        OrderForecast growing = OrderForecast.over(CalendarGrid.days(), 4 * 365)
                .from(LocalDate.of(2025, 1, 1))
                .customers(80_000)
                .buying(OrderRate.of(perMonth(1.5))
                        .losing(percent(4).lossPer(MONTHS))
                        .doubted(percent(20)))
                .newcomers(Inflow.of(perDay(1000))
                        .growing(percent(8).growthPer(MONTHS))
                        .varying(percent(15))
                        .doubted(percent(10)))
                .season(SeasonalIndex.ofWeek(1.1, 1, 1, 1, 1.2, 1, 0.7))
                .overdispersion(new Overdispersion(percent(8), CalendarGrid.days()))
                .forecast();
        System.out.print(growing.explain());
        for (long capacity : new long[] {5_000, 50_000, 500_000}) {
            System.out.print(growing.dayPassed(capacity).explain());
        }
    }

    private static OrderForecast quarter(Ledger log, CustomerTable customers, FittedLtv model) {
        CalendarGrid week = CalendarGrid.weeks(DayOfWeek.MONDAY);
        return OrderForecast.over(week, 13)
                .customers(customers)
                .buying(FuturePurchases.of(model))
                .newcomers(Inflow.of(perDay(5)).doubted(percent(10)))
                .overdispersion(Overdispersion.estimate(
                        log.periods(TODAY, week, customers.options().refunds())))
                .forecast();
    }

    private static Ledger log() {
        return Simulation.builder(BgNbd.of(0.5, 5, 0.8, 2.4), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(1800)
                .seed(2025)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(52))
                .observedThrough(TODAY)
                .build()
                .ledger();
    }
}
