package io.clv.examples;

import static io.clv.ledger.LedgerOptions.collapse;
import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.Clv;
import io.clv.btyd.BgNbd;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.btyd.ValueExplanation;
import io.clv.btyd.ValueExplanation.Contribution;
import io.clv.btyd.ValueExplanation.Driver;
import io.clv.btyd.ValueExplanations;
import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.Money;
import java.time.LocalDate;

/** Why a customer is worth what he is: what his chance to be active, his purchases and his spend add to the average. */
public final class WhyThisValue {

    private WhyThisValue() {}

    /**
     * Explains the value of one customer in words and of another in numbers, and finds whom silence has cost most.
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
                .costToServe("USD 0.50", MONTHS)
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .model();

        ValueExplanations why = model.explain(CustomerBase.of(customers));
        System.out.print(why.of("C0004").explain());
        System.out.println();

        ValueExplanation silent = why.at(0);
        for (int row = 1; row < customers.size(); row++) {
            ValueExplanation other = why.at(row);
            silent = lostBySilence(other).compareTo(lostBySilence(silent)) < 0 ? other : silent;
        }
        System.out.println(silent);
        Money sum = silent.average();
        for (Contribution each : silent.contributions()) {
            System.out.println(each.driver().label() + " " + each.money() + " (" + each.because() + ")");
            sum = sum.plus(each.money());
        }
        System.out.println("average and contributions: " + sum);
    }

    private static Money lostBySilence(ValueExplanation of) {
        return of.contribution(Driver.P_ALIVE).orElseThrow().money();
    }
}
