package io.clv.ledger;

/**
 * How negative amounts count. Tools that leave this open sum them in silence, and a model of spend then meets customers
 * whose mean is negative; here it is a choice, and {@link #REJECT} until one is made.
 *
 * <p>Under the two netting policies a refund in or before the first purchase period lowers the total of the first
 * period, a later one lowers the total of the repeat periods, whichever order it is for: a log rarely says.
 */
public enum RefundPolicy {

    /** A refund is refused, with its row, customer and date. */
    REJECT,

    /** A refund lowers totals; it neither makes nor removes a purchase period. */
    NET,

    /**
     * As {@link #NET}, but a period that holds a refund and nets to nothing or less is no purchase period: an order
     * that was sent back whole on the same day never was. Its money still counts.
     */
    NET_DROPPING_PERIODS,

    /** A refund is counted, summed apart and left out. */
    IGNORE
}
