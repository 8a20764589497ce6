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
import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import java.time.LocalDate;

/**
 * A fitted model in the place of a formula: what every customer of a base is still to bring, what a newcomer is worth
 * over a whole life, and the same again from fits that were stored as text.
 */
public final class FittedValues {

    private FittedValues() {}

    /**
     * Values a thousand customers that a model has made up, and one who is still to come.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Ledger log = Simulation.builder(BgNbd.of(0.7, 6, 0.8, 2.4), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(1000)
                .seed(2025)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(26))
                .observedThrough(LocalDate.of(2024, 12, 31))
                .build()
                .ledger();
        CustomerTable customers =
                log.summarize(LocalDate.of(2024, 12, 31), collapse(DAYS).unit(WEEKS));

        FittedLtv model = Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .acquisitionCost("USD 5")
                .model();
        CustomerValues values = model.value(customers);

        System.out.print(values.explain());
        System.out.println();
        int row = customers.indexOf("C0004");
        System.out.println(values.id(row) + " bought on " + (customers.frequency(row) + 1)
                + " days and is still to bring " + values.value(row));
        System.out.println();
        System.out.print(model.newcomer().explain());

        String purchases = model.transactions().toText();
        String spend = model.spend().toText();
        Fit<BgNbd> purchasesAgain = BgNbd.family().parse(purchases);
        Fit<GammaGamma> spendAgain = GammaGamma.family().parse(spend);
        CustomerValues again = FittedLtv.of(purchasesAgain, spendAgain)
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .model()
                .value(customers);
        System.out.println();
        System.out.println("from stored fits: " + again.total());
    }
}
