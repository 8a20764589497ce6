package io.clv.ledger;

/** Steps through the periods of one customer at a time, in order, netting the rows of each. */
final class PeriodCursor {

    private final RowOrder order;
    private final long[] minor;
    private final boolean dropping;
    private final ExactSum net = new ExactSum();
    private int at;
    private int end;
    private int period;
    private int purchases;

    PeriodCursor(RowOrder order, CodedRows rows, RefundPolicy refunds) {
        this.order = order;
        this.minor = rows.minor;
        this.dropping = refunds == RefundPolicy.NET_DROPPING_PERIODS;
    }

    void enter(int customer) {
        at = order.begin[customer];
        end = order.begin[customer + 1];
    }

    /** Moves to the customer's next period with a row, if there is one. */
    boolean next() {
        if (at == end) {
            return false;
        }
        period = RowOrder.period(order.keys[at]);
        net.clear();
        purchases = 0;
        boolean refund = false;
        for (; at < end && RowOrder.period(order.keys[at]) == period; at++) {
            long amount = minor[RowOrder.row(order.keys[at])];
            net.add(amount);
            if (amount < 0) {
                refund = true;
            } else {
                purchases++;
            }
        }
        if (dropping && refund && net.signum() <= 0) {
            purchases = 0;
        }
        return true;
    }

    int period() {
        return period;
    }

    /** The purchases of the period; 0 if refunds have undone it and the policy drops it. */
    int purchases() {
        return purchases;
    }

    /** The money of the period; the next step overwrites it. */
    ExactSum net() {
        return net;
    }
}
