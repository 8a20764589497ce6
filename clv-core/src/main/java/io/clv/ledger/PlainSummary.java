package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The plain engine: the rows up to a date, ordered by customer and folded with care. It takes every log; the fast
 * engines leave to it those whose dates or amounts lie too far apart to be packed.
 */
final class PlainSummary {

    final CustomerTable table;

    /** The code of each row's customer in the log. */
    final int[] codes;

    private PlainSummary(CustomerTable table, int[] codes) {
        this.table = table;
        this.codes = codes;
    }

    static PlainSummary of(CodedRows rows, Currency currency, LocalDate observedThrough, LedgerOptions options) {
        int lastDay = EpochDays.of("observedThrough", observedThrough);
        CalendarGrid grid = options.grid();
        RowOrder order =
                new RowOrder(rows, currency, grid, Long.MIN_VALUE, lastDay, options.refunds(), options.afterEnd());
        PurchaseScan scan = new PurchaseScan(order, rows, options.refunds(), currency);
        int[] codes = scan.buyers();
        int refundsOnly = 0;
        ExactSum refunds = new ExactSum();
        for (int customer = 0; customer < rows.ids.size(); customer++) {
            if (scan.periods[customer] == 0 && order.seen.get(customer)) {
                refundsOnly++;
                refunds.add(scan.total[customer]);
            }
        }
        CustomerTable table = new CustomerTable(
                CustomerColumns.of(rows.ids, scan, codes),
                currency,
                observedThrough,
                options,
                order.exclusions(refundsOnly, refunds),
                scan.gaps.toGaps(grid));
        return new PlainSummary(table, codes);
    }
}
