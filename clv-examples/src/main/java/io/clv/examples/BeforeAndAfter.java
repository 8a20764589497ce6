package io.clv.examples;

import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.weeks;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.cohort.PeriodComparison;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.ledger.Transaction;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Since January 2025 a free delivery is offered in the north. Did this spring do better than the last, is it more than
 * noise, and was it the free delivery? The south, which has none, tells.
 */
public final class BeforeAndAfter {

    private static final LocalDate END = LocalDate.of(2025, 9, 30);

    private BeforeAndAfter() {}

    /**
     * Compares two springs, first as they are and then against the south.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Ledger log = log();
        PeriodTable table = log.periods(END, CalendarGrid.days(), RefundPolicy.REJECT);

        PeriodComparison springs = springs(table)
                .regular(3, days(120))
                .acquisitionCost(Money.parse("USD 18000"), Money.parse("USD 24000"))
                .serviceCost(MoneyRate.parse("USD 3000 per month"), MoneyRate.parse("USD 4200 per month"))
                .compare();
        System.out.print(springs.explain());

        List<String> regions = new ArrayList<>();
        for (int customer = 0; customer < table.customers(); customer++) {
            regions.add(table.id(customer).substring(0, "north".length()));
        }
        PeriodComparison delivery = springs(table)
                .control(Groups.ofLabels(regions), "north", "south")
                .compare();
        System.out.println();
        System.out.print(delivery.explain());
    }

    private static PeriodComparison.Builder springs(PeriodTable table) {
        return PeriodComparison.builder(table)
                .before(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 5, 31))
                .after(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 5, 31));
    }

    /** Customers of a model who, but in the north from 2025 on, leave three of ten purchases unmade. */
    private static Ledger log() {
        SplittableRandom moods = new SplittableRandom(5);
        List<Transaction> rows = new ArrayList<>();
        for (String region : List.of("north", "south")) {
            Simulation.builder(BgNbd.of(0.6, 3, 0.8, 4), WEEKS, Money.currency("USD"))
                    .spend(GammaGamma.of(6.25, 3.74, 15.44))
                    .customers(5000)
                    .seed(region.charAt(0))
                    .from(LocalDate.of(2023, 1, 1))
                    .comingOver(weeks(130))
                    .observedThrough(END)
                    .build()
                    .transactions()
                    .forEach(row -> {
                        boolean inTheMood = moods.nextInt(10) >= 3;
                        if (inTheMood || (region.equals("north") && row.date().getYear() == 2025)) {
                            rows.add(new Transaction(region + row.customer(), row.date(), row.amount()));
                        }
                    });
        }
        return Ledger.of(Money.currency("USD"), rows);
    }
}
