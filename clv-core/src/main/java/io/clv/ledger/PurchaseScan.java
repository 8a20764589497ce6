package io.clv.ledger;

import java.util.Currency;
import java.util.stream.IntStream;

/** Folds ordered rows into columns with one entry a customer of the log, purchases or not. */
final class PurchaseScan {

    /** Distinct purchase periods; 0 for a customer who has none in the window. */
    final int[] periods;

    /** The first purchase period; of no meaning without one. */
    final int[] first;

    /** The last purchase period; of no meaning without one. */
    final int[] last;

    /** The sum of all rows in minor units. */
    final long[] total;

    /** The part of the total that is dated after the first purchase period. */
    final long[] repeatTotal;

    final GapCounts gaps = new GapCounts();

    PurchaseScan(RowOrder order, CodedRows rows, RefundPolicy refunds, Currency currency) {
        int customers = rows.ids.size();
        this.periods = new int[customers];
        this.first = new int[customers];
        this.last = new int[customers];
        this.total = new long[customers];
        this.repeatTotal = new long[customers];
        PeriodCursor cursor = new PeriodCursor(order, rows, refunds);
        ExactSum all = new ExactSum();
        ExactSum repeats = new ExactSum();
        for (int customer = 0; customer < customers; customer++) {
            all.clear();
            repeats.clear();
            cursor.enter(customer);
            while (cursor.next()) {
                all.add(cursor.net());
                if (periods[customer] > 0) {
                    repeats.add(cursor.net());
                }
                if (cursor.purchases() > 0) {
                    count(customer, cursor.period());
                }
            }
            if (!all.fits() || !repeats.fits()) {
                String who = " of customer '" + rows.ids.text(customer) + "'";
                throw all.fits()
                        ? repeats.beyond("the total of the repeat purchases" + who, currency)
                        : all.beyond("the total" + who, currency);
            }
            total[customer] = all.toLong();
            repeatTotal[customer] = repeats.toLong();
        }
    }

    /** The codes of the customers with a purchase period, ascending. */
    int[] buyers() {
        return IntStream.range(0, periods.length)
                .filter(customer -> periods[customer] > 0)
                .toArray();
    }

    private void count(int customer, int period) {
        if (periods[customer] == 0) {
            first[customer] = period;
        } else {
            gaps.add((long) period - last[customer]);
        }
        periods[customer]++;
        last[customer] = period;
    }
}
