package io.clv.lifecycle;

import io.clv.ledger.PeriodTable;

/**
 * Reads the levels of one customer's income after another off a table, whole periods only: a last period that is cut
 * short would look like a fall. Holds buffers: one instance a thread.
 */
final class CurveReader {

    private final PeriodTable table;
    private final int plateauFrom;
    private final int lastWhole;
    final LevelShifts levels;

    /** How many whole periods the curve has. */
    int periods;

    CurveReader(PeriodTable table, CurveRules rules) {
        this.table = table;
        plateauFrom = rules.plateauFrom();
        lastWhole = lastWhole(table);
        levels = new LevelShifts(rules);
    }

    static int lastWhole(PeriodTable table) {
        int last = table.lastPeriod();
        return table.grid().endOf(last).equals(table.observedThrough()) ? last : last - 1;
    }

    /** Reads the curve of a customer from a period on. */
    void read(int customer, int first) {
        periods = Math.max(0, lastWhole - first + 1);
        double[] amounts = levels.clear(periods);
        for (int cell = table.cellsBegin(customer); cell < table.cellsEnd(customer); cell++) {
            int at = table.period(cell) - first;
            if (at >= 0 && at < periods) {
                amounts[at] = table.minorUnits(cell);
            }
        }
        levels.find(periods);
    }

    /** Where the income goes at the end of the curve. */
    IncomeCurve.Direction direction() {
        if (periods < 2 * CurveRules.LEAST_PERIODS) {
            return IncomeCurve.Direction.UNTOLD;
        }
        int last = levels.count - 1;
        boolean recent = last > 0 && periods - levels.from[last] < plateauFrom;
        boolean ceased = last > 0 && levels.mean[last] <= 0;
        if (!recent && !ceased) {
            return IncomeCurve.Direction.HOLDING;
        }
        return levels.mean[last] > levels.mean[last - 1]
                ? IncomeCurve.Direction.GROWING
                : IncomeCurve.Direction.DECLINING;
    }

    /** The level that is the plateau: the highest that holds long enough, or -1. */
    int plateau() {
        int best = -1;
        for (int level = 0; level < levels.count; level++) {
            int length = levels.end(level, periods) - levels.from[level];
            boolean holds =
                    length >= plateauFrom && levels.mean[level] > 0 && 2 * levels.paid(level, periods) >= length;
            if (holds && (best < 0 || levels.mean[level] > levels.mean[best])) {
                best = level;
            }
        }
        return best;
    }

    /** What follows a plateau. */
    Plateau.Then then(int plateau) {
        if (plateau == levels.count - 1) {
            return Plateau.Then.HOLDS;
        }
        return levels.mean[plateau + 1] < levels.mean[plateau] ? Plateau.Then.FLOWS_OUT : Plateau.Then.GROWS;
    }
}
