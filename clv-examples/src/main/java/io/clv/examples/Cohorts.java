package io.clv.examples;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.cohort.CohortTable;
import io.clv.cohort.Observation;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Do customers who came later do better or worse? Cohorts by quarter of the first purchase: who is still active, what a
 * customer has brought, and when a cohort has paid for its acquisition.
 */
public final class Cohorts {

    private Cohorts() {}

    /**
     * Shows the cohorts of customers whom a model has made up, observed into the middle of a quarter.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Ledger log = Simulation.builder(BgNbd.of(0.8, 5, 0.7, 2.5), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(2000)
                .seed(17)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(84))
                .observedThrough(LocalDate.of(2025, 8, 16))
                .build()
                .ledger();
        PeriodTable months = log.periods(LocalDate.of(2025, 8, 16), CalendarGrid.months(), RefundPolicy.REJECT);

        CohortTable cohorts = CohortTable.builder(months).every(3).build();

        System.out.print(cohorts.explain());
        System.out.println();
        System.out.println("share of customers active, and USD a customer has brought, by age in " + cohorts.ageUnit());
        for (int row = 0; row < cohorts.size(); row++) {
            System.out.printf(Locale.ROOT, "%s, %4d customers:", cohorts.label(row), cohorts.customers(row));
            for (int age = 0; age <= cohorts.lastAge(row); age++) {
                System.out.printf(
                        Locale.ROOT,
                        "  %3.0f%% %5.1f%s",
                        100 * cohorts.activeShare(row, age).orElseThrow(),
                        cohorts.cumulativeRevenuePerCustomer(row, age).orElseThrow(),
                        cohorts.observation(row, age) == Observation.CUT_SHORT ? "*" : " ");
            }
            System.out.println();
        }
        System.out.print("average                :");
        for (CohortTable.Average average : cohorts.averages()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %3.0f%% %5.1f ",
                    100 * average.activeShare(),
                    average.cumulativeRevenuePerCustomer());
        }
        System.out.println();
        System.out.println("* the quarter is not over");

        System.out.println();
        System.out.print(cohorts.payback(percent(30), Money.parse("USD 20")).explain());

        System.out.println();
        System.out.println("all cohorts have brought " + cohorts.total() + ", the total of the log " + log.total());
    }
}
