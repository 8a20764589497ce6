package io.clv.lifecycle;

import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.numerics.RandomStream;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;

/**
 * Clients who open an account in some month of 2019 to 2022, whose commissions grow for three to eight months, hold for
 * a normal time of 27 months give or take 6, fade over three months and cease, with noise of 15% a month.
 */
final class SmallBusinessBank {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final int FADING = 3;

    private SmallBusinessBank() {}

    static PeriodTable simulate(int clients, long seed) {
        return simulate(clients, seed, 72);
    }

    /** Observed for some months. */
    static PeriodTable simulate(int clients, long seed, int months) {
        Ledger.Builder log = Ledger.builder(Money.currency("EUR"));
        RandomStream random = RandomStream.of(seed, 0);
        for (int client = 0; client < clients; client++) {
            random.restart(seed, client);
            int opens = (int) (48 * random.uniform());
            int grows = 3 + (int) (6 * random.uniform());
            int stays = Math.max(3, (int) Math.round(27 + 6 * random.normal()));
            double level = 20_000 * Math.exp(0.5 * random.normal());
            for (int month = 0; month < grows + stays + FADING && opens + month < months; month++) {
                double share = month < grows
                        ? (month + 1.0) / (grows + 1)
                        : Math.min(1, (grows + stays + FADING - month) / (FADING + 1.0));
                double amount = level * share * Math.max(0.1, 1 + 0.15 * random.normal());
                log.add(
                        client,
                        (int) FIRST.plusMonths(opens + month).plusDays(14).toEpochDay(),
                        Math.round(amount));
            }
        }
        return log.build().periods(FIRST.plusMonths(months).minusDays(1), CalendarGrid.months(), RefundPolicy.REJECT);
    }
}
