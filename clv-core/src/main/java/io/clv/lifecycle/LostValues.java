package io.clv.lifecycle;

import static io.clv.lifecycle.StageWording.count;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Basis;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What went with each lost customer, in major units, unrounded. */
final class LostValues {

    private final CustomerTable customers;
    private final int[] rows;
    private final double[] amounts;
    private final List<String> notes;

    private LostValues(CustomerTable customers, int[] rows, double[] amounts, List<String> notes) {
        this.customers = customers;
        this.rows = rows;
        this.amounts = amounts;
        this.notes = List.copyOf(notes);
    }

    static LostValues income(LifecycleStages stages, Span before, Optional<Ratio> margin) {
        PeriodTable table = stages.periods();
        long whole = Math.max(1, Math.round(before.in(table.grid().unit())));
        double minorPerMajor = Math.pow(10, table.currency().getDefaultFractionDigits());
        int[] rows = lost(stages);
        double[] amounts = new double[rows.length];
        for (int at = 0; at < rows.length; at++) {
            amounts[at] = incomeBefore(table, rows[at], whole)
                    / minorPerMajor
                    * margin.map(Ratio::value).orElse(1.0);
        }
        String what = "lost: the "
                + margin.map(share -> "margin, " + share + " of the income,").orElse("revenue") + " of the "
                + StageWording.periods(whole, table.grid().unit()) + " up to the last purchase";
        return new LostValues(stages.customers(), rows, amounts, List.of(what));
    }

    private static double incomeBefore(PeriodTable table, int row, long whole) {
        int last = table.cellsEnd(row) - 1;
        while (last > table.cellsBegin(row) && table.purchases(last) == 0) {
            last--;
        }
        double sum = 0;
        for (int cell = table.cellsEnd(row) - 1;
                cell >= table.cellsBegin(row) && (long) table.period(last) - table.period(cell) < whole;
                cell--) {
            sum += table.minorUnits(cell);
        }
        return sum;
    }

    static LostValues of(LifecycleStages stages, CustomerValues values) {
        CustomerTable customers = stages.customers();
        int[] rows = lost(stages);
        double[] amounts = new double[rows.length];
        int without = 0;
        for (int at = 0; at < rows.length; at++) {
            int place = values.customers().indexOf(customers.id(rows[at]));
            without += place < 0 ? 1 : 0;
            amounts[at] = place < 0 ? 0 : values.amount(place);
        }
        List<String> notes = new ArrayList<>();
        notes.add("lost: " + values.measure().label() + ", " + values.basis().label() + ", by the " + values.model()
                + " model as of " + values.customers().observedThrough());
        if (values.basis() == Basis.RESIDUAL_AFTER_OBSERVATION
                && !values.customers().observedThrough().isBefore(customers.observedThrough())) {
            notes.add("the values are as of the day on which the customers counted as lost, when little is expected of"
                    + " them; values of an earlier date say more");
        }
        if (without > 0) {
            notes.add(count(without, "lost customer") + " without a value, counted as nothing");
        }
        return new LostValues(customers, rows, amounts, notes);
    }

    private static int[] lost(LifecycleStages stages) {
        return IntStream.range(0, stages.size())
                .filter(row -> stages.stage(row) == Stage.LOST)
                .toArray();
    }

    int size() {
        return rows.length;
    }

    int row(int at) {
        return rows[at];
    }

    String id(int at) {
        return customers.id(rows[at]);
    }

    double amount(int at) {
        return amounts[at];
    }

    Currency currency() {
        return customers.currency();
    }

    Money money(double amount) {
        return Money.ofRounded(amount, currency());
    }

    List<String> notes() {
        return notes;
    }
}
