package io.clv.ltv;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Tables of a few customers, written as "id, days before the end of each purchase, amount of each purchase". */
final class SmallLog {

    static final LocalDate END = LocalDate.of(2024, 6, 30);

    private SmallLog() {}

    /** Time in days; a row such as "ann 35,15 20.00" bought for 20.00 each, 35 and 15 days before the end. */
    static CustomerTable inDays(String... rows) {
        return table(LedgerOptions.collapse(ChronoUnit.DAYS), rows);
    }

    static CustomerTable table(LedgerOptions options, String... rows) {
        Ledger.Builder ledger = Ledger.builder(Money.currency("USD"));
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            for (String daysBefore : cells[1].split(",", -1)) {
                ledger.add(cells[0], END.minusDays(Long.parseLong(daysBefore)), Money.parse("USD " + cells[2]));
            }
        }
        return ledger.build().summarize(END, options);
    }

    /**
     * In windows of 10 days: b, c and e are silent for one; a and b are at risk in three windows, c in the one that it
     * was lost in, e and f in one, and d came too late.
     */
    static CustomerTable six() {
        return inDays("a 35,0 10.00", "b 35,15 20.00", "c 35 30.00", "d 9 5.00", "e 10 7.00", "f 19,9 1.50");
    }
}
