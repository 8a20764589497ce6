package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Arrays;

/** A log of customers who pay on the tenth of a month, observed through 2025. */
final class Months {

    static final LocalDate END = LocalDate.of(2025, 12, 31);

    private final Ledger.Builder log = Ledger.builder(Money.currency("USD"));

    /** Pays amounts month after month; nothing where one is 0. */
    Months paid(String customer, String firstMonth, int... amounts) {
        LocalDate month = LocalDate.parse(firstMonth + "-10");
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] != 0) {
                bought(customer, month.plusMonths(i).toString(), amounts[i]);
            }
        }
        return this;
    }

    /** Pays the same amount for some months. */
    Months steady(String customer, String firstMonth, int months, int amount) {
        int[] amounts = new int[months];
        Arrays.fill(amounts, amount);
        return paid(customer, firstMonth, amounts);
    }

    Months bought(String customer, String date, int amount) {
        log.add(customer, LocalDate.parse(date), Money.of(amount, "USD"));
        return this;
    }

    CustomerTable customers() {
        return customers(END);
    }

    CustomerTable customers(LocalDate end) {
        return log.build().summarize(end);
    }

    /** With refunds taken off. */
    CustomerTable netCustomers() {
        return log.build().summarize(END, LedgerOptions.defaults().refunds(RefundPolicy.NET));
    }

    PeriodTable table() {
        return table(END);
    }

    PeriodTable days() {
        return log.build().periods(END, CalendarGrid.days(), RefundPolicy.NET);
    }

    PeriodTable table(LocalDate end) {
        return log.build().periods(end, CalendarGrid.months(), RefundPolicy.NET);
    }
}
