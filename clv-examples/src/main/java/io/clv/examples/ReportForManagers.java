package io.clv.examples;

import static io.clv.ledger.LedgerOptions.collapse;
import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.Clv;
import io.clv.btyd.BgNbd;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.cohort.CohortTable;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.ledger.Split;
import io.clv.lifecycle.LifecycleStages;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.report.Analysis;
import io.clv.report.Report;
import io.clv.report.ReportRows;
import io.clv.task.Parallelism;
import io.clv.validation.Evaluation;
import io.clv.validation.Forecast;
import io.clv.validation.Tracking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A base on one page for those who decide: a page that needs no network, a workbook of the same tables, and the plain
 * rows of the charts for those who have charts of their own.
 */
public final class ReportForManagers {

    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final LocalDate CUT = LocalDate.of(2025, 6, 30);
    private static final LedgerOptions IN_WEEKS = collapse(DAYS).unit(WEEKS);

    private ReportForManagers() {}

    /**
     * Reports two thousand customers that a model has made up.
     *
     * @param args the folder that the files go to; a new one for temporary files if there is none
     * @throws IOException if they cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("clv-report");
        Ledger log = Simulation.builder(BgNbd.of(0.8, 5, 0.7, 2.5), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(2000)
                .seed(17)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(84))
                .observedThrough(END)
                .build()
                .ledger();

        CustomerTable customers = log.summarize(END, IN_WEEKS);
        PeriodTable months = log.periods(END, CalendarGrid.months(), RefundPolicy.REJECT);
        FittedLtv model = fitted(customers);
        CustomerValues values = model.value(customers);

        Split split = log.split(CUT, END, IN_WEEKS);
        FittedLtv rehearsal = fitted(split.calibration());
        BgNbd purchases = (BgNbd) rehearsal.transactions().model();
        Forecast forecast = Forecast.of(purchases, split, Parallelism.available())
                .withSpend(rehearsal.spend().model(), split.calibration());

        Analysis analysis = Analysis.of(values)
                .fitted(model)
                .holdOut(Evaluation.of(split, forecast))
                .tracking(Tracking.of(log, split, purchases))
                .cohorts(CohortTable.of(months))
                .grossMargin(percent(30))
                .acquisitionCost(Money.of(20, "USD"))
                .stages(LifecycleStages.of(customers, months));

        Report report = Report.of(analysis).title("Our customers at the end of 2025");
        report.writeTo(folder.resolve("report.html"));
        report.writeWorkbook(folder.resolve("report.xlsx"));
        report.language(Locale.forLanguageTag("fa")).writeTo(folder.resolve("report-fa.html"));
        System.out.println(report);
        System.out.println("wrote report.html and report.xlsx, and report-fa.html in Persian");

        print(report.rows());
    }

    private static FittedLtv fitted(CustomerTable customers) {
        return Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .intervals(Interval.Of.OUTCOME, percent(90))
                .model();
    }

    private static void print(ReportRows rows) {
        System.out.println();
        System.out.println("tiers, as plain rows");
        rows.tiers()
                .forEach(row -> System.out.printf(
                        Locale.ROOT,
                        "%s: %4d customers, %12s, %4.1f%% of the value%n",
                        row.name(),
                        row.customers(),
                        row.value(),
                        100 * row.shareOfValue().orElse(0)));
        System.out.println();
        System.out.println("stages");
        rows.stages()
                .forEach(row -> System.out.printf(
                        Locale.ROOT,
                        "%-9s %4d customers, %s%n",
                        row.stage(),
                        row.customers(),
                        row.value().orElseThrow()));
        System.out.println();
        System.out.println("whom to call first");
        rows.actions().stream()
                .limit(5)
                .forEach(row -> System.out.printf(
                        Locale.ROOT,
                        "%s, %s: %s at stake, active with %.0f%%, last purchase %s%n",
                        row.customer(),
                        row.reason().code(),
                        row.atStake().orElseThrow(),
                        100 * row.alive().orElseThrow(),
                        row.lastPurchase()));
        System.out.println();
        System.out.println("left out for want of data: " + rows.absent());
    }
}
