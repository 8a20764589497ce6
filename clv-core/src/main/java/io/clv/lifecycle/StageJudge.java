package io.clv.lifecycle;

import static java.time.temporal.ChronoUnit.DAYS;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Span;
import java.util.Optional;

/** Puts one customer after another into a stage, and keeps what it was judged by. Holds buffers: one a thread. */
final class StageJudge {

    /** What decided. */
    enum Cause {
        LOST,
        LOW_P_ALIVE,
        BEYOND_OWN_RHYTHM,
        OVERDUE,
        RETURNED,
        YOUNG,
        CURVE
    }

    /** Times are multiples of a day, up to rounding in another unit. */
    private static final double TOLERANCE = 1e-6;

    private final CustomerTable customers;
    private final PeriodTable table;
    private final RulesInDays rules;
    private final Optional<CustomerValues> values;
    private final double daysPerUnit;
    private final PeriodDays days;
    final CurveReader curve;

    Cause cause = Cause.CURVE;
    double silent;
    double age;
    double ownGap;
    double threshold;

    /** The place of the period in which a customer who counted as lost came back, or -1. */
    private int returned;

    /** At least how many days the customer was away before the return. */
    int away;

    StageJudge(
            CustomerTable customers,
            PeriodTable table,
            PeriodDays days,
            RulesInDays rules,
            CurveRules curveRules,
            Optional<CustomerValues> values) {
        this.customers = customers;
        this.table = table;
        this.rules = rules;
        this.values = values;
        daysPerUnit = Span.of(1, customers.unit()).in(DAYS);
        this.days = days;
        curve = new CurveReader(table, curveRules);
    }

    Stage judge(int row) {
        int repeats = customers.frequency(row);
        double recency = customers.recency(row) * daysPerUnit;
        age = customers.age(row) * daysPerUnit;
        silent = age - recency;
        if (silent > rules.lost() + TOLERANCE) {
            cause = Cause.LOST;
            return Stage.LOST;
        }
        findReturn(row, recency);
        if (isAtRisk(row, repeats, recency)) {
            return Stage.AT_RISK;
        }
        if (returned >= 0 && days.end() - days.start(returned) < rules.back()) {
            cause = Cause.RETURNED;
            return Stage.WON_BACK;
        }
        if (age < rules.young() - TOLERANCE) {
            cause = Cause.YOUNG;
            return Stage.NEW;
        }
        cause = Cause.CURVE;
        curve.read(row, curveStart(row));
        return switch (curve.direction()) {
            case GROWING -> Stage.GROWING;
            case DECLINING -> Stage.DECLINING;
            default -> Stage.PLATEAU;
        };
    }

    /** The period in which the curve that is judged begins. */
    int curveStart(int row) {
        return returned >= 0 ? days.first() + returned : table.period(table.cellsBegin(row));
    }

    private boolean isAtRisk(int row, int repeats, double recency) {
        if (repeats > 0 && rules.alive() >= 0) {
            cause = Cause.LOW_P_ALIVE;
            return alive(row) < rules.alive();
        }
        if (repeats >= rules.ownGaps() && returned < 0) {
            ownGap = recency / repeats;
            threshold = rules.ownOverdue(ownGap, repeats);
            if (threshold < rules.lost()) {
                cause = Cause.BEYOND_OWN_RHYTHM;
                return silent > threshold + TOLERANCE;
            }
        }
        cause = Cause.OVERDUE;
        threshold = rules.atRisk();
        return silent > threshold + TOLERANCE;
    }

    double alive(int row) {
        return values.orElseThrow().get(CustomerValues.Column.P_ALIVE, row);
    }

    /** Finds the latest purchase after a silence that is surely longer than that of a lost customer. */
    private void findReturn(int row, double recency) {
        returned = -1;
        if (recency <= rules.lost()) {
            return;
        }
        int later = -1;
        for (int cell = table.cellsEnd(row) - 1; cell >= table.cellsBegin(row); cell--) {
            if (table.purchases(cell) == 0) {
                continue;
            }
            int period = table.period(cell) - days.first();
            if (later >= 0 && days.between(period, later) > rules.lost() + TOLERANCE) {
                returned = later;
                away = days.between(period, later);
                return;
            }
            later = period;
        }
    }

    int returnedOn() {
        return days.start(returned);
    }
}
