package io.clv.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;

/** Folds the histories of customers, given in the order of their ids, to a table. */
final class StateSummary implements PieceSink {

    private final Ids ids;
    private final Currency currency;
    private final LocalDate observedThrough;
    private final int lastDay;
    private final LedgerOptions options;
    private final GapCounts gaps = new GapCounts();
    private final PeriodFold fold;
    private boolean gapsKnown = true;

    private final int[] codes;
    private final int[] periods;
    private final int[] first;
    private final int[] last;
    private final long[] total;
    private final long[] repeatTotal;
    private int size;

    private long rowsAfterEnd;
    private int customersAfterEnd;
    private long refundRowsIgnored;
    private final ExactSum refundsIgnored = new ExactSum();
    private int refundsOnly;
    private final ExactSum refunds = new ExactSum();

    StateSummary(Ids ids, Currency currency, LocalDate observedThrough, LedgerOptions options) {
        this.ids = ids;
        this.currency = currency;
        this.observedThrough = observedThrough;
        this.lastDay = EpochDays.of("observedThrough", observedThrough);
        this.options = options;
        this.fold = new PeriodFold(options.refunds(), gaps::add);
        int customers = ids.size();
        codes = new int[customers];
        periods = new int[customers];
        first = new int[customers];
        last = new int[customers];
        total = new long[customers];
        repeatTotal = new long[customers];
    }

    /** Takes the next customer. */
    void add(int code, History history) {
        if (history.pieces().isEmpty()) {
            return;
        }
        gapsKnown &= history.sealed().isEmpty();
        boolean seen = false;
        for (Piece piece : history.pieces()) {
            if (piece.firstDay() <= lastDay) {
                piece.addTo(this, options);
                seen = true;
            } else if (options.afterEnd() == AfterEnd.REJECT) {
                throw new IllegalArgumentException("customer '" + ids.text(code) + "', "
                        + LocalDate.ofEpochDay(piece.firstDay()) + ", is after the end of observation, "
                        + observedThrough + "; AfterEnd.LEAVE_OUT would count and leave out such rows");
            } else {
                rowsAfterEnd += piece.rows();
            }
        }
        if (seen) {
            add(code, fold.close());
        } else {
            customersAfterEnd++;
        }
    }

    private void add(int code, ClosedPeriods all) {
        long ofAll = exact("the total of customer '", code, all.all());
        long ofRepeats = exact("the total of the repeat purchases of customer '", code, all.repeats());
        if (all.purchases() == 0) {
            refundsOnly++;
            refunds.add(all.all());
            return;
        }
        codes[size] = code;
        periods[size] = all.purchases();
        first[size] = all.first();
        last[size] = all.last();
        total[size] = ofAll;
        repeatTotal[size++] = ofRepeats;
    }

    private long exact(String what, int code, ExactAmount amount) {
        if (!amount.fits()) {
            ExactSum sum = new ExactSum();
            sum.add(amount);
            throw sum.beyond(what + ids.text(code) + "'", currency);
        }
        return amount.wrapped();
    }

    @Override
    public void addRows(long rows, long ignored, ExactAmount sumIgnored) {
        refundRowsIgnored += ignored;
        refundsIgnored.add(sumIgnored);
    }

    @Override
    public void add(PeriodCell cell) {
        fold.add(cell);
    }

    @Override
    public void add(ClosedPeriods closed) {
        fold.add(closed);
    }

    CustomerTable table() {
        CustomerColumns columns = new CustomerColumns(
                size == ids.size() ? ids : ids.select(Arrays.copyOf(codes, size)),
                Arrays.copyOf(periods, size),
                Arrays.copyOf(first, size),
                Arrays.copyOf(last, size),
                Arrays.copyOf(total, size),
                Arrays.copyOf(repeatTotal, size));
        Exclusions exclusions = new Exclusions(
                rowsAfterEnd,
                customersAfterEnd,
                refundRowsIgnored,
                refundsIgnored.toMoney("the sum of the refunds left out", currency),
                refundsOnly,
                refunds.toMoney("the total of the customers without a purchase", currency));
        return new CustomerTable(
                columns,
                currency,
                observedThrough,
                options,
                exclusions,
                gapsKnown ? gaps.toGaps(options.grid()) : Optional.empty());
    }
}
