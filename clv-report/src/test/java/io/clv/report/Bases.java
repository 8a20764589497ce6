package io.clv.report;

import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.Clv;
import io.clv.btyd.BgNbd;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.cohort.CohortTable;
import io.clv.economics.AcquisitionCosts;
import io.clv.economics.Campaign;
import io.clv.economics.CampaignEconomics;
import io.clv.economics.Newcomers;
import io.clv.economics.SpendItem;
import io.clv.economics.SpendKind;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.ledger.Split;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Estimate;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import io.clv.validation.Evaluation;
import io.clv.validation.Forecast;
import io.clv.validation.Tracking;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bases small enough to work out by hand, and one that a model has made up, with all that a report can show. */
final class Bases {

    static final LocalDate END = LocalDate.of(2025, 12, 31);

    private static final LedgerOptions IN_WEEKS =
            LedgerOptions.collapse(java.time.temporal.ChronoUnit.DAYS).unit(WEEKS);

    private Bases() {}

    /** Customers c000, c001 ... with one purchase of USD 10 each on the first day of 2025. */
    static CustomerTable table(int customers) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        for (int i = 0; i < customers; i++) {
            log.add(String.format(Locale.ROOT, "c%03d", i), LocalDate.of(2025, 1, 1), Money.of(10, "USD"));
        }
        return log.build().summarize(END);
    }

    static CustomerValues values(double... amounts) {
        return CustomerValues.builder("by-hand", table(amounts.length))
                .amounts(amounts)
                .build();
    }

    static Simulation simulation(int customers) {
        return Simulation.builder(BgNbd.of(0.8, 5, 0.7, 2.5), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(customers)
                .seed(17)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(60))
                .observedThrough(END)
                .build();
    }

    /** Everything that a report can show, of 300 customers. */
    static Analysis whole() {
        return whole(300);
    }

    static Analysis whole(int customers) {
        Ledger ledger = simulation(customers).ledger();
        FittedLtv model = fitted(ledger.summarize(END, IN_WEEKS));
        Split split = ledger.split(LocalDate.of(2025, 6, 30), END, IN_WEEKS);
        FittedLtv trial = fitted(split.calibration());
        BgNbd purchases = (BgNbd) trial.transactions().model();
        Forecast forecast = Forecast.of(purchases, split, Parallelism.sequential())
                .withSpend(trial.spend().model(), split.calibration());
        CustomerValues values = model.value(ledger.summarize(END, IN_WEEKS));
        return Analysis.of(values)
                .fitted(model)
                .holdOut(Evaluation.of(split, forecast))
                .tracking(Tracking.of(ledger, split, purchases))
                .cohorts(CohortTable.of(ledger.periods(END, CalendarGrid.months(), RefundPolicy.REJECT)))
                .grossMargin(Ratio.percent(30))
                .acquisitionCost(Money.of(15, "USD"))
                .channels(economics());
    }

    private static FittedLtv fitted(CustomerTable customers) {
        return Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(Ratio.percent(30))
                .over(years(1))
                .intervals(Interval.Of.OUTCOME, Ratio.percent(90))
                .model();
    }

    static CampaignEconomics economics() {
        return CampaignEconomics.builder(costs())
                .lifetimeValue(Estimate.builder("stated", Money.currency("USD"))
                        .measure(Measure.PROFIT)
                        .part("lifetime profit", 60)
                        .build())
                .targetRatio(3)
                .build();
    }

    /** USD 1,000 for 50 by search in two campaigns, USD 300 for 10 by print, nothing for 40 by word of mouth. */
    static AcquisitionCosts costs() {
        Campaign one = new Campaign("search", "one");
        Campaign two = new Campaign("search", "two");
        Campaign print = Campaign.of("print");
        return AcquisitionCosts.of(
                List.of(
                        SpendItem.of(one, SpendKind.MEDIA, Money.of(400, "USD")),
                        SpendItem.of(two, SpendKind.MEDIA, Money.of(600, "USD")),
                        SpendItem.of(print, SpendKind.FEES, Money.of(300, "USD"))),
                Newcomers.of(Map.of(one, 30L, two, 20L, print, 10L, Campaign.of("word of mouth"), 40L)));
    }
}
