package io.clv.examples;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;

import io.clv.economics.CreditRisk;
import io.clv.economics.InstalmentLimits;
import io.clv.economics.InstalmentPlan;
import io.clv.quantity.Money;

/** What may a customer owe? As much as his value carries at the stated risk, and his purse each month. */
public final class InstalmentPlans {

    private InstalmentPlans() {}

    /**
     * A kitchen in twelve instalments, what it costs to grant them, and the terms for two customers.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Money kitchen = Money.parse("USD 2400");
        CreditRisk risk = new CreditRisk(percent(4).lossPer(YEARS), percent(55));
        InstalmentPlan plan = InstalmentPlan.of(kitchen, 12, MONTHS, percent(0.5));
        for (InstalmentPlan.Instalment each : plan.schedule()) {
            System.out.println(each.number() + ": " + each.payment() + " (" + each.interest() + " interest), then owed "
                    + each.closing());
        }
        System.out.println();
        System.out.print(plan.worth(risk, annually(percent(9))).explain());

        InstalmentLimits loyal =
                new InstalmentLimits(Money.parse("USD 310"), risk, annually(percent(9)), percent(0), MONTHS);
        System.out.println();
        System.out.println("Without interest, for a loyal customer:");
        System.out.print(loyal.explain(kitchen, Money.parse("USD 150"), 36));
        InstalmentLimits passing =
                new InstalmentLimits(Money.parse("USD 60"), risk, annually(percent(9)), percent(0), MONTHS);
        System.out.println();
        System.out.println("For one who passes by:");
        System.out.print(passing.explain(kitchen, Money.parse("USD 150"), 36));
        System.out.println("in 16 instalments he can be granted "
                + passing.largestAmount(16).map(Money::toString).orElse("any amount"));
    }
}
