package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;

/** The engine behind {@link Ledger#periods}: ordered rows folded to one cell a customer and period. */
final class PeriodScan {

    private final CodedRows rows;
    private final Currency currency;
    private final CalendarGrid grid;
    private final RowOrder order;

    private final int[] codes;
    private final int[] begin;
    private final int[] period;
    private final int[] purchases;
    private final long[] amount;
    private int customers;
    private int cells;
    private int refundsOnly;
    private final ExactSum refunds = new ExactSum();

    private PeriodScan(CodedRows rows, Currency currency, CalendarGrid grid, RowOrder order, RefundPolicy policy) {
        this.rows = rows;
        this.currency = currency;
        this.grid = grid;
        this.order = order;
        this.codes = new int[rows.ids.size()];
        this.begin = new int[rows.ids.size() + 1];
        int most = order.distinctPeriods();
        this.period = new int[most];
        this.purchases = new int[most];
        this.amount = new long[most];
        PeriodCursor cursor = new PeriodCursor(order, rows, policy);
        for (int customer = 0; customer < rows.ids.size(); customer++) {
            scan(customer, cursor);
        }
    }

    static PeriodTable of(
            CodedRows rows, Currency currency, LocalDate observedThrough, CalendarGrid grid, RefundPolicy refunds) {
        int lastDay = EpochDays.of("observedThrough", observedThrough);
        RowOrder order = new RowOrder(rows, currency, grid, Long.MIN_VALUE, lastDay, refunds, AfterEnd.LEAVE_OUT);
        return new PeriodScan(rows, currency, grid, order, refunds).table(observedThrough);
    }

    private void scan(int customer, PeriodCursor cursor) {
        ExactSum all = new ExactSum();
        boolean buyer = false;
        cursor.enter(customer);
        while (cursor.next()) {
            if (!cursor.net().fits()) {
                throw cursor.net()
                        .beyond(
                                "the total of customer '" + rows.ids.text(customer) + "' in the period from "
                                        + grid.startOf(cursor.period()),
                                currency);
            }
            period[cells] = cursor.period();
            purchases[cells] = cursor.purchases();
            amount[cells++] = cursor.net().toLong();
            all.add(cursor.net());
            buyer |= cursor.purchases() > 0;
        }
        if (buyer) {
            codes[customers++] = customer;
            begin[customers] = cells;
        } else if (order.seen.get(customer)) {
            cells = begin[customers];
            refundsOnly++;
            refunds.add(all);
        }
    }

    private PeriodTable table(LocalDate observedThrough) {
        boolean everyone = customers == rows.ids.size();
        return new PeriodTable(
                everyone ? rows.ids : rows.ids.select(Arrays.copyOf(codes, customers)),
                currency,
                grid,
                observedThrough,
                Arrays.copyOf(begin, customers + 1),
                Arrays.copyOf(period, cells),
                Arrays.copyOf(purchases, cells),
                Arrays.copyOf(amount, cells),
                order.exclusions(refundsOnly, refunds));
    }
}
