package io.clv.ledger;

import java.util.Currency;

/**
 * Folds ordered rows into columns with one entry a customer of the log, whether or not the customer has purchased: the
 * engine behind {@link Ledger#summarize} and {@link Ledger#split}.
 */
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

    private final RowOrder order;
    private final Rows rows;
    private final boolean dropping;

    PurchaseScan(RowOrder order, Rows rows, RefundPolicy refunds, Currency currency) {
        int customers = rows.ids.size();
        this.periods = new int[customers];
        this.first = new int[customers];
        this.last = new int[customers];
        this.total = new long[customers];
        this.repeatTotal = new long[customers];
        this.order = order;
        this.rows = rows;
        this.dropping = refunds == RefundPolicy.NET_DROPPING_PERIODS;
        ExactSum all = new ExactSum();
        ExactSum repeats = new ExactSum();
        for (int customer = 0; customer < customers; customer++) {
            all.clear();
            repeats.clear();
            scan(customer, all, repeats);
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

    /** One customer's periods in order; {@code repeats} receives what comes after the first purchase period. */
    private void scan(int customer, ExactSum all, ExactSum repeats) {
        ExactSum net = new ExactSum();
        int end = order.begin[customer + 1];
        for (int at = order.begin[customer]; at < end; ) {
            int period = RowOrder.period(order.keys[at]);
            boolean purchase = false;
            boolean refund = false;
            net.clear();
            for (; at < end && RowOrder.period(order.keys[at]) == period; at++) {
                long amount = rows.minor[RowOrder.row(order.keys[at])];
                net.add(amount);
                purchase |= amount >= 0;
                refund |= amount < 0;
            }
            all.add(net);
            if (periods[customer] > 0) {
                repeats.add(net);
            }
            if (purchase && !(dropping && refund && net.signum() <= 0)) {
                count(customer, period);
            }
        }
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
