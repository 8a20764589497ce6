package io.clv.examples;

import static io.clv.ledger.IdPolicy.ALLOW;
import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;

import io.clv.Clv;
import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.economics.Satisfaction;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** Who is valuable and unhappy? What customers answered, beside what a fitted model says they are still to bring. */
public final class UnhappyCustomers {

    private UnhappyCustomers() {}

    /**
     * A shop that asked 800 customers, of whom a third answered.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Simulation shop = Simulation.builder(BgNbd.of(0.7, 6, 0.8, 2.4), ChronoUnit.WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(800)
                .seed(5)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(26))
                .observedThrough(LocalDate.of(2025, 6, 30))
                .build();
        CustomerTable customers = shop.ledger().summarize(shop.observedThrough());
        CustomerValues values = Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(40))
                .discountedAt(annually(percent(10)))
                .over(years(2))
                .value();
        SplittableRandom chance = new SplittableRandom(3);
        Attributes.Builder answers = Attributes.builder().numberColumn("nps");
        for (int row = 0; row < customers.size(); row++) {
            if (chance.nextInt(3) == 0) {
                answers.number("nps", customers.id(row), Math.min(10, 3 + chance.nextInt(10)));
            }
        }
        Satisfaction satisfaction = Satisfaction.builder(values, answers.build().join(customers, ALLOW, ALLOW))
                .nps("nps")
                .leaving(percent(25))
                .build();
        System.out.print(satisfaction.explain());
        System.out.println();
        System.out.println("call first:");
        satisfaction.firstToCall().stream()
                .limit(5)
                .forEach(each -> System.out.println("customer " + each.id() + ", worth " + each.value() + ", answered "
                        + each.nps().orElseThrow()));
    }
}
