package io.clv.ledger;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Currency;

/** The first and the last day of a log that is not empty, and its exact sum. */
record Extent(int firstDay, int lastDay, ExactSum sum) {

    static Extent of(KeyedRows rows) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        ExactSum sum = new ExactSum();
        for (int row = 0; row < rows.size(); row++) {
            first = Math.min(first, rows.days()[row]);
            last = Math.max(last, rows.days()[row]);
            sum.add(rows.amounts()[row]);
        }
        return new Extent(first, last, sum);
    }

    LocalDate firstDate() {
        return LocalDate.ofEpochDay(firstDay);
    }

    LocalDate lastDate() {
        return LocalDate.ofEpochDay(lastDay);
    }

    Money total(Currency currency) {
        return sum.toMoney("the total of the ledger", currency);
    }
}
