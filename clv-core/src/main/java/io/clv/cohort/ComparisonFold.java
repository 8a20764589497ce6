package io.clv.cohort;

import io.clv.ledger.PeriodTable;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The days of customers folded to what each did in two periods: one pass over the cells. */
final class ComparisonFold {

    static final int BEFORE = 0;
    static final int AFTER = 1;

    private final PeriodTable table;
    private final Season[] seasons;
    private final @Nullable RegularRule regular;

    final MoneyCells sales = new MoneyCells(2);
    final long[] purchases = new long[2];
    final int[] active = new int[2];
    final int[] newcomers = new int[2];
    final int[] observed = new int[2];
    final int[] regulars = new int[2];

    final Map<PeriodMeasure, PairedSums> all = sums();
    final Map<PeriodMeasure, PairedSums> treated = sums();
    final Map<PeriodMeasure, PairedSums> control = sums();

    ComparisonFold(
            PeriodTable table,
            Season before,
            Season after,
            @Nullable RegularRule regular,
            @Nullable ControlGroups groups) {
        this.table = table;
        this.seasons = new Season[] {before, after};
        this.regular = regular;
        for (int customer = 0; customer < table.customers(); customer++) {
            add(customer, groups);
        }
    }

    private static Map<PeriodMeasure, PairedSums> sums() {
        Map<PeriodMeasure, PairedSums> sums = new EnumMap<>(PeriodMeasure.class);
        for (PeriodMeasure measure : PeriodMeasure.values()) {
            if (measure != PeriodMeasure.REGULARS) {
                sums.put(measure, new PairedSums());
            }
        }
        return sums;
    }

    private void add(int customer, @Nullable ControlGroups groups) {
        double[] money = new double[2];
        int[] days = new int[2];
        int first = -1;
        boolean there = false;
        for (int cell = table.cellsBegin(customer); cell < table.cellsEnd(customer); cell++) {
            boolean bought = table.purchases(cell) > 0;
            if (first < 0 && bought) {
                first = cell;
            }
            for (int period = BEFORE; period <= AFTER; period++) {
                if (seasons[period].contains(table.period(cell))) {
                    there = true;
                    sales.add(period, table.minorUnits(cell));
                    money[period] += table.minorUnits(cell);
                    days[period] += bought ? 1 : 0;
                }
            }
        }
        if (!there) {
            return;
        }
        int[] isNew = new int[2];
        for (int period = BEFORE; period <= AFTER; period++) {
            purchases[period] += days[period];
            active[period] += days[period] > 0 ? 1 : 0;
            if (first >= 0 && seasons[period].contains(table.period(first))) {
                isNew[period] = 1;
                addNewcomer(period, customer, first);
            }
        }
        addTo(all, money, days, isNew);
        if (groups != null && groups.isTreated(customer)) {
            addTo(treated, money, days, isNew);
        } else if (groups != null && groups.isControl(customer)) {
            addTo(control, money, days, isNew);
        }
    }

    private void addNewcomer(int period, int customer, int first) {
        newcomers[period]++;
        if (regular != null && regular.canTell(table, first)) {
            observed[period]++;
            regulars[period] += regular.isMet(table, customer, first) ? 1 : 0;
        }
    }

    private static void addTo(Map<PeriodMeasure, PairedSums> sums, double[] money, int[] days, int[] isNew) {
        sums.forEach((measure, sum) -> {
            switch (measure) {
                case SALES -> sum.add(money[BEFORE], money[AFTER]);
                case PURCHASES -> sum.add(days[BEFORE], days[AFTER]);
                case ACTIVE_CUSTOMERS -> sum.add(Math.min(1, days[BEFORE]), Math.min(1, days[AFTER]));
                default -> sum.add(isNew[BEFORE], isNew[AFTER]);
            }
        });
    }

    /** The test of sales. */
    SignFlips flipsOfSales() {
        return all.getOrDefault(PeriodMeasure.SALES, new PairedSums()).signFlips();
    }
}
