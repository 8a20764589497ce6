package io.clv.ledger;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Currency;

/** The engine behind {@link Ledger#split}: the summary at the first date, and a fold of the rows between the two. */
final class HoldOut {

    private HoldOut() {}

    static Split of(
            CodedRows rows,
            Currency currency,
            LocalDate calibratedThrough,
            LocalDate observedThrough,
            LedgerOptions options) {
        int calibrated = EpochDays.of("calibratedThrough", calibratedThrough);
        int observed = EpochDays.of("observedThrough", observedThrough);
        if (calibrated >= observed) {
            throw new IllegalArgumentException("calibratedThrough must be before observedThrough, " + observedThrough
                    + ", but was " + calibratedThrough);
        }
        RowOrder order = new RowOrder(
                rows, currency, options.grid(), calibrated, observed, options.refunds(), options.afterEnd());
        PurchaseScan scan = new PurchaseScan(order, rows, options.refunds(), currency);
        PlainSummary summary = PlainSummary.of(rows, currency, calibratedThrough, options.afterEnd(AfterEnd.LEAVE_OUT));
        int[] frequency = CustomerColumns.select(scan.periods, summary.codes);
        for (int row = 0; row < frequency.length; row++) {
            // A period that is cut in two by the first date was counted there already.
            if (frequency[row] > 0 && scan.first[summary.codes[row]] == summary.table.lastPeriod(row)) {
                frequency[row]--;
            }
        }
        int newcomers = 0;
        long newcomerPurchases = 0;
        int refundsOnly = 0;
        ExactSum newcomerTotal = new ExactSum();
        ExactSum refunds = new ExactSum();
        int row = 0;
        for (int customer = 0; customer < rows.ids.size(); customer++) {
            if (row < summary.codes.length && summary.codes[row] == customer) {
                row++;
            } else if (scan.periods[customer] > 0) {
                newcomers++;
                newcomerPurchases += scan.periods[customer];
                newcomerTotal.add(scan.total[customer]);
            } else if (order.seen.get(customer)) {
                refundsOnly++;
                refunds.add(scan.total[customer]);
            }
        }
        Money ofNewcomers = newcomerTotal.toMoney("the total of the newcomers", currency);
        return new Split(
                summary.table,
                observedThrough,
                frequency,
                CustomerColumns.select(scan.total, summary.codes),
                newcomers,
                newcomerPurchases,
                ofNewcomers,
                order.exclusions(refundsOnly, refunds));
    }
}
