package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/**
 * A base that models of purchase and spend have made, and what it goes on to do: customers come at the beginnings of
 * the first 26 weeks, are observed until the end of week 52, and what they do in the 52 weeks thereafter is known as
 * well.
 *
 * <p>A table knows days. So that nothing is lost by rounding, a day of the table is a ten-thousandth of a week, and
 * parameters in weeks become parameters in those.
 */
final class SimulatedBase {

    static final double WEEKS_AHEAD = 52;

    private static final int WEEKS_OBSERVED = 52;
    private static final int WEEKS_OF_ARRIVAL = 26;

    /** Days of the table in a week of the model. */
    static final int DAYS = 10_000;

    private final CustomerTable customers;
    private final int[] purchases;
    private final double[] amount;

    private SimulatedBase(CustomerTable customers, int[] purchases, double[] amount) {
        this.customers = customers;
        this.purchases = purchases;
        this.amount = amount;
    }

    /** A base by models in weeks and in major units. */
    static SimulatedBase of(TransactionModel model, SpendModel spend, int customers, long seed) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        int[] purchases = new int[customers];
        double[] amount = new double[customers];
        for (int customer = 0; customer < customers; customer++) {
            // Ids in this order are rows in this order.
            String id = String.format(Locale.ROOT, "C%06d", customer);
            int first = customer % WEEKS_OF_ARRIVAL;
            int age = WEEKS_OBSERVED - first;
            double[] times = model.simulate(seed, customer, age + WEEKS_AHEAD);
            double[] amounts = spend.simulate(seed, customer, times.length + 1);
            log.add(id, first * DAYS, cents(amounts[0]));
            int last = 0;
            int known = 0;
            while (known < times.length && times[known] <= age) {
                // Two purchases of one day would be one.
                last = Math.max(last + 1, (int) Math.ceil(times[known] * DAYS));
                log.add(id, first * DAYS + last, cents(amounts[++known]));
            }
            purchases[customer] = times.length - known;
            for (int ahead = known; ahead < times.length; ahead++) {
                amount[customer] += amounts[ahead + 1];
            }
        }
        CustomerTable table = log.build()
                .summarize(
                        LocalDate.ofEpochDay((long) WEEKS_OBSERVED * DAYS),
                        LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.DAYS));
        return new SimulatedBase(table, purchases, amount);
    }

    private static long cents(double amount) {
        return Math.round(100 * amount);
    }

    /** What was observed, in days of a ten-thousandth of a week. */
    CustomerTable customers() {
        return customers;
    }

    static Span ahead() {
        return Span.days(WEEKS_AHEAD * DAYS);
    }

    /** What a customer goes on to buy. */
    int purchases(int row) {
        return purchases[row];
    }

    /** What a customer goes on to spend. */
    double amount(int row) {
        return amount[row];
    }

    double purchases() {
        return Arrays.stream(purchases).sum();
    }

    double amount() {
        return Arrays.stream(amount).sum();
    }
}
