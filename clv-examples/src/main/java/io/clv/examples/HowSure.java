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
import io.clv.btyd.CustomerIntervals;
import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How sure a fitted model is: what the whole base will bring within a year, what each of two groups of it will, and how
 * likely it is that a budget is reached.
 */
public final class HowSure {

    private HowSure() {}

    /**
     * Asks of a thousand customers whom a model has made up.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        LocalDate end = LocalDate.of(2024, 12, 31);
        CustomerTable customers = Simulation.builder(BgNbd.of(0.7, 6, 0.8, 2.4), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(1000)
                .seed(2025)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(26))
                .observedThrough(end)
                .build()
                .ledger()
                .summarize(end, collapse(DAYS).unit(WEEKS));
        FittedLtv model = Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .model();
        Groups groups = Groups.of(
                IntStream.range(0, customers.size())
                        .map(row -> Math.min(1, customers.frequency(row)))
                        .toArray(),
                List.of("bought once", "came back"));

        CustomerBase base = CustomerBase.of(customers);
        CustomerIntervals outcome = model.intervals(base, groups, Interval.Of.OUTCOME, percent(90));
        CustomerIntervals mean = model.intervals(base, groups, Interval.Of.MEAN, percent(90));

        System.out.println("a year's profit, expected " + model.value(customers).total());
        print("all, what will happen", outcome.base(Quantity.VALUE));
        print("all, the expectation ", mean.base(Quantity.VALUE));
        for (int group = 0; group < groups.labels().size(); group++) {
            print(groups.labels().get(group), outcome.group(Quantity.VALUE, group));
        }
        int row = customers.indexOf("C0004");
        print("customer C0004", outcome.customer(Quantity.VALUE, row));
        Interval orders = outcome.base(Quantity.TRANSACTIONS);
        System.out.printf(Locale.ROOT, "purchases: %.0f to %.0f%n", orders.low(), orders.high());

        double budget = 16_000;
        long reached = Arrays.stream(outcome.baseDraws(Quantity.VALUE))
                .filter(value -> value >= budget)
                .count();
        System.out.printf(Locale.ROOT, "USD %.0f or more: %.1f%% likely%n", budget, 100.0 * reached / outcome.draws());
        System.out.println(outcome.diagnosis().replace("; ", "\n"));
    }

    private static void print(String what, Interval interval) {
        System.out.printf(Locale.ROOT, "%s: USD %.2f to %.2f%n", what, interval.low(), interval.high());
    }
}
