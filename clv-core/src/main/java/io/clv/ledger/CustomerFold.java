package io.clv.ledger;

/**
 * Folds one customer's rows, given in order of their periods, with refunds and sums of any size: the careful way, for
 * the rows on which the fast loops would have to doubt themselves.
 */
final class CustomerFold {

    private final boolean dropping;
    private final boolean ignoring;
    private final Log log;
    private final CustomerSink sink;

    private final ExactSum all = new ExactSum();
    private final ExactSum repeats = new ExactSum();
    private final ExactSum net = new ExactSum();
    private long key;
    private int period;
    private boolean purchase;
    private boolean refund;
    private int periods;
    private int first;
    private int last;

    CustomerFold(RefundPolicy refunds, Log log, CustomerSink sink) {
        this.dropping = refunds == RefundPolicy.NET_DROPPING_PERIODS;
        this.ignoring = refunds == RefundPolicy.IGNORE;
        this.log = log;
        this.sink = sink;
    }

    void begin(long customer, int firstPeriod) {
        key = customer;
        all.clear();
        repeats.clear();
        periods = 0;
        beginPeriod(firstPeriod);
    }

    private void beginPeriod(int next) {
        period = next;
        net.clear();
        purchase = false;
        refund = false;
    }

    void add(int rowPeriod, long amount) {
        if (rowPeriod != period) {
            endPeriod();
            beginPeriod(rowPeriod);
        }
        if (ignoring && amount < 0) {
            sink.addIgnoredRefund(amount);
            return;
        }
        net.add(amount);
        purchase |= amount >= 0;
        refund |= amount < 0;
    }

    private void endPeriod() {
        all.add(net);
        if (periods > 0) {
            repeats.add(net);
        }
        if (!purchase || (dropping && refund && net.signum() <= 0)) {
            return;
        }
        if (periods == 0) {
            first = period;
        } else {
            sink.gaps[period - last]++;
        }
        periods++;
        last = period;
    }

    void end() {
        endPeriod();
        if (!all.fits()) {
            throw all.beyond("the total of customer '" + log.keys().text(key) + "'", log.currency());
        }
        if (!repeats.fits()) {
            throw repeats.beyond(
                    "the total of the repeat purchases of customer '"
                            + log.keys().text(key) + "'",
                    log.currency());
        }
        if (periods == 0) {
            sink.addWithoutPurchase(key, all);
        } else {
            sink.add(key, periods, first, last, repeats.toLong(), all.toLong());
        }
    }
}
