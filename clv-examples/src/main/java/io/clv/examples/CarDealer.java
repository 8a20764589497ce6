package io.clv.examples;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.Ledger;
import io.clv.ledger.RefundPolicy;
import io.clv.lifecycle.Milestones;
import io.clv.lifecycle.Replacement;
import io.clv.lifecycle.Replacements;
import io.clv.lifecycle.ReturnShare;
import io.clv.lifecycle.ServiceReturn;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import java.time.LocalDate;
import java.util.Currency;
import java.util.SplittableRandom;

/** When is the second car due, what is it worth if more customers come back for service, and who has a birthday? */
public final class CarDealer {

    private static final Currency EUR = Money.currency("EUR");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    private CarDealer() {}

    /**
     * A dealer's twelve years: cars that are kept for four to six years, and a workshop that six in ten come back to.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        SplittableRandom chance = new SplittableRandom(23);
        Ledger.Builder cars = Ledger.builder(EUR);
        Ledger.Builder visits = Ledger.builder(EUR);
        Attributes.Builder dates = Attributes.builder();
        for (int i = 0; i < 1500; i++) {
            String id = "C" + (1000 + i);
            long day = chance.nextLong(4380);
            double price = 18_000 + chance.nextInt(20_000);
            while (day < 4380) {
                cars.add(id, DAY.minusDays(4379).plusDays(day), Money.ofRounded(price, EUR));
                day += (long) (1800 * Math.pow(-Math.log(1 - chance.nextDouble()), 0.3));
                price *= 1.05 + 0.1 * chance.nextDouble();
            }
            if (chance.nextInt(10) < 6) {
                visits.add(id, DAY.minusDays(chance.nextInt(330)), Money.ofRounded(250, EUR));
            }
            if (i % 3 > 0) {
                dates.date(
                        "born",
                        id,
                        LocalDate.of(1950 + chance.nextInt(50), 1, 1).plusDays(chance.nextInt(365)));
            }
        }
        Ledger sold = cars.build();
        CustomerTable buyers = sold.summarize(DAY);

        Replacements next = Replacements.builder(sold.periods(DAY, CalendarGrid.days(), RefundPolicy.REJECT))
                .within(years(1))
                .build();
        System.out.print(next.explain());
        System.out.println("the next car, most to be expected first:");
        for (Replacement each : next.first(4)) {
            System.out.println(each.customer() + " bought on " + each.last() + ", next "
                    + each.date().orElseThrow() + " (" + each.earliest().orElseThrow() + " to "
                    + each.latest().orElseThrow() + "), within the year with "
                    + percent(Math.rint(100 * each.chance().orElseThrow().value())) + ", " + each.value());
        }

        System.out.println();
        ServiceReturn service = ServiceReturn.builder()
                .share(ReturnShare.measure(buyers, visits.build().summarize(DAY), years(1)))
                .target(percent(85))
                .visits(Pace.perYear(1.5))
                .marginPerVisit(Money.parse("EUR 120"))
                .costPerYear(Money.parse("EUR 25000"))
                .build();
        System.out.print(service.explain());

        System.out.println();
        Milestones days = Milestones.builder(dates.build().join(buyers, IdPolicy.REJECT, IdPolicy.ALLOW))
                .yearly("birthday", "born")
                .yearlySinceFirstPurchase("first car")
                .between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
        System.out.print(days.explain());
        days.list().stream()
                .limit(4)
                .forEach(each -> System.out.println(each.date() + " " + each.customer() + ": " + each.reason()));
    }
}
