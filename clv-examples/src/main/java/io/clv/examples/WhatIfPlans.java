package io.clv.examples;

import static io.clv.ledger.LedgerOptions.collapse;
import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;

import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.Simulation;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.Input;
import io.clv.quantity.Horizon;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.scenario.Change;
import io.clv.scenario.RetentionLift;
import io.clv.scenario.Scenario;
import io.clv.scenario.SubscriptionOffer;
import io.clv.scenario.Swing;
import io.clv.scenario.WhatIf;
import java.time.LocalDate;
import java.util.List;

/** What if: plans and shocks held against the value of a base as it is, and what retention is worth by formula. */
public final class WhatIfPlans {

    private WhatIfPlans() {}

    /**
     * Fits a thousand customers once, and asks what several scenarios would make of their next three years.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        CustomerTable customers = customers();
        FittedLtv model = FittedLtv.fit(customers)
                .transactions(ParetoNbd.family())
                .spend(GammaGamma.family())
                .model();
        // What scenarios change is set in the base, not in the model.
        CustomerBase base = CustomerBase.of(customers)
                .with(Input.GROSS_MARGIN, percent(30))
                .with(Input.DISCOUNT, annually(percent(15)))
                .with(Input.HORIZON, Horizon.over(years(3)));
        WhatIf whatIf = WhatIf.of(model, base).by(byLoyalty(customers));

        List<Scenario> scenarios = List.of(
                Scenario.of("as it is"),
                Scenario.of("dearer, and some leave", Change.price(percent(5)), Change.churnTimes(1.2)),
                Scenario.of("loyalty programme", Change.churnTimes(0.8), Change.grossMargin(percent(-1))),
                Scenario.of("upsell", Change.upsell(percent(20), 2.5)),
                Scenario.of("the market collapses", Change.collapse(percent(60), months(18))),
                Scenario.of(
                        "a club",
                        Change.subscription(SubscriptionOffer.of(
                                MoneyRate.parse("USD 15 per month"), percent(6).lossPer(MONTHS), percent(25)))));
        for (Scenario scenario : scenarios) {
            System.out.println(whatIf.run(scenario).explain());
        }

        System.out.print(whatIf.tornado(List.of(
                        Swing.around("price", percent(5), Change::price),
                        Swing.around("frequency", percent(5), Change::frequency),
                        Swing.around("margin", percent(1), Change::grossMargin),
                        Swing.around("discount", percent(5), Change::discount),
                        new Swing("churn", Change.churnTimes(1.25), Change.churnTimes(0.8))))
                .explain());
        System.out.println();
        System.out.print(new RetentionLift(percent(80), percent(85), annually(percent(10)), YEARS).explain());
    }

    private static CustomerTable customers() {
        LocalDate end = LocalDate.of(2024, 12, 31);
        return Simulation.builder(ParetoNbd.of(0.7, 6, 0.8, 12), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(1000)
                .seed(2025)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(26))
                .observedThrough(end)
                .build()
                .ledger()
                .summarize(end, collapse(DAYS).unit(WEEKS));
    }

    private static Groups byLoyalty(CustomerTable customers) {
        int[] codes = new int[customers.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = customers.frequency(row) == 0 ? 0 : customers.frequency(row) < 5 ? 1 : 2;
        }
        return Groups.of(codes, List.of("bought once", "bought again", "bought 6 times or more"));
    }
}
