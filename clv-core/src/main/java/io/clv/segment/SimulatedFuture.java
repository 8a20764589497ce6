package io.clv.segment;

import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A log as it might have gone on after a date: what its customers did up to then, what a model draws for them after it,
 * and those who really came after it, as they were.
 */
final class SimulatedFuture {

    private static final int FIRST_CAPACITY = 1024;

    private final CustomerTable before;
    private final LocalDate through;
    private final double periodsPerUnit;
    private final int from;
    private final int to;
    private final Rows known;

    /** Rows of a log in columns that grow. */
    private static final class Rows {
        private String[] ids = new String[FIRST_CAPACITY];
        private int[] days = new int[FIRST_CAPACITY];
        private long[] minorUnits = new long[FIRST_CAPACITY];
        private int size;

        void add(String id, LocalDate day, long amount) {
            if (size == ids.length) {
                resize(2 * size);
            }
            ids[size] = id;
            days[size] = (int) day.toEpochDay();
            minorUnits[size++] = amount;
        }

        private void resize(int capacity) {
            ids = Arrays.copyOf(ids, capacity);
            days = Arrays.copyOf(days, capacity);
            minorUnits = Arrays.copyOf(minorUnits, capacity);
        }

        Rows copy() {
            Rows copy = new Rows();
            copy.ids = ids.clone();
            copy.days = days.clone();
            copy.minorUnits = minorUnits.clone();
            copy.size = size;
            return copy;
        }

        Ledger ledger(CustomerTable like) {
            resize(size);
            return Ledger.ofUnsafe(like.currency(), ids, days, minorUnits, Parallelism.sequential());
        }
    }

    SimulatedFuture(Ledger log, CustomerTable before, LocalDate through) {
        this.before = before;
        this.through = through;
        LedgerOptions options = before.options();
        CalendarGrid grid = options.grid();
        periodsPerUnit = (double) options.unit().getDuration().toSeconds()
                / grid.unit().getDuration().toSeconds();
        from = grid.indexOf(before.observedThrough());
        to = grid.indexOf(through);
        known = new Rows();
        addCells(log.periods(before.observedThrough(), grid, options.refunds()), false);
        addCells(log.periods(through, grid, options.refunds()), true);
    }

    /** Adds what was, period by period: of all customers, or of those only who came after the date. */
    private void addCells(PeriodTable periods, boolean newcomersOnly) {
        for (int customer = 0; customer < periods.customers(); customer++) {
            String id = periods.id(customer);
            if (newcomersOnly && before.indexOf(id) >= 0) {
                continue;
            }
            for (int cell = periods.cellsBegin(customer); cell < periods.cellsEnd(customer); cell++) {
                LocalDate day = periods.grid().startOf(periods.period(cell));
                long amount = periods.minorUnits(cell);
                if (periods.purchases(cell) > 0 && amount < 0) {
                    // A purchase whose period nets to less than nothing stays a purchase, and a refund beside it.
                    known.add(id, day, 0);
                }
                known.add(id, day, amount);
            }
        }
    }

    /** The customers at the later date, in one future. */
    CustomerTable draw(long seed, TransactionModel purchases, SpendModel spend) {
        Rows rows = known.copy();
        CalendarGrid grid = before.options().grid();
        double horizon = (to - from) / periodsPerUnit;
        for (int row = 0; row < before.size(); row++) {
            String id = before.id(row);
            long customer = number(id);
            int frequency = before.frequency(row);
            double[] times =
                    purchases.simulate(seed, customer, frequency, before.recency(row), before.age(row), horizon);
            if (times.length == 0) {
                continue;
            }
            double mean = before.monetaryValue(row);
            boolean spent = frequency > 0 && mean > 0;
            double[] amounts = spend.simulate(seed, customer, spent ? frequency : 0, spent ? mean : 0, times.length);
            for (int i = 0; i < times.length; i++) {
                int period = from + (int) Math.max(1, Math.ceil(times[i] * periodsPerUnit));
                long amount = Money.ofRounded(amounts[i], before.currency()).minorUnits();
                rows.add(id, grid.startOf(Math.min(period, to)), amount);
            }
        }
        return rows.ledger(before).summarize(through, before.options());
    }

    /** A number of the id alone, so that a customer's draw does not depend on who else is there (FNV-1a). */
    private static long number(String id) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
