package io.clv.lifecycle;

import static io.clv.lifecycle.StageWording.days;
import static io.clv.lifecycle.StageWording.percent;
import static io.clv.lifecycle.StageWording.periods;
import static io.clv.lifecycle.StageWording.rate;
import static io.clv.lifecycle.StageWording.someDays;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Says in words by which numbers a customer was judged. */
final class StageReasons {

    private final CustomerTable customers;
    private final PeriodTable table;
    private final RulesInDays rules;
    private final StageJudge judge;

    StageReasons(CustomerTable customers, PeriodTable table, RulesInDays rules, StageJudge judge) {
        this.customers = customers;
        this.table = table;
        this.rules = rules;
        this.judge = judge;
    }

    String reason(int row) {
        judge.judge(row);
        return switch (judge.cause) {
            case LOST ->
                silence() + ", longer than the " + days(rules.lost()) + " after which a customer counts as lost";
            case LOW_P_ALIVE ->
                "P(alive) is " + percent(judge.alive(row)) + ", below " + percent(rules.alive()) + "; " + silence();
            case BEYOND_OWN_RHYTHM ->
                silence() + "; the customer's " + StageWording.count(customers.frequency(row)) + " gaps average "
                        + someDays(judge.ownGap) + ", and " + percent(rules.share()) + " of gaps at that rhythm are "
                        + someDays(judge.threshold) + " or shorter";
            case OVERDUE -> overdue(row);
            case RETURNED ->
                "came back "
                        + (unit() == ChronoUnit.DAYS ? "on " : "in the " + StageWording.singular(unit()) + " of ")
                        + LocalDate.ofEpochDay(judge.returnedOn()) + " after at least " + someDays(judge.away)
                        + " without a purchase; lost is after " + days(rules.lost());
            case YOUNG ->
                "first purchase " + someDays(judge.age) + " ago; a customer is new for " + days(rules.young());
            case CURVE -> income(judge.curveStart(row));
        };
    }

    private String silence() {
        return "no purchase for " + someDays(judge.silent);
    }

    private String overdue(int row) {
        String once = customers.frequency(row) == 0 && rules.alive() >= 0
                ? " and only one ever, of which P(alive) cannot tell"
                : "";
        return silence()
                + once
                + (rules.fromGaps()
                        ? "; " + percent(rules.share()) + " of this base's gaps are " + someDays(rules.atRisk())
                                + " or shorter"
                        : ", longer than the " + days(rules.atRisk()) + " after which a customer is at risk");
    }

    private ChronoUnit unit() {
        return table.grid().unit();
    }

    private String income(int first) {
        CurveReader curve = judge.curve;
        LevelShifts levels = curve.levels;
        if (curve.direction() == IncomeCurve.Direction.UNTOLD) {
            return "the income of " + periods(curve.periods, unit()) + " is too short to tell a change from chance";
        }
        int last = levels.count - 1;
        String now = rate(levels.mean[last], table);
        if (last == 0) {
            return "no change of income beyond chance in " + periods(curve.periods, unit()) + ", at " + now;
        }
        double before = levels.mean[last - 1];
        LocalDate since = table.grid().startOf(first + levels.from[last]);
        String earlier = rate(before, table) + " of the " + periods(levels.from[last] - levels.from[last - 1], unit())
                + " before";
        if (levels.mean[last] == 0) {
            return "no income since " + since + ", after " + earlier;
        }
        double change = LevelShifts.relativeChange(before, levels.mean[last]);
        if (curve.direction() == IncomeCurve.Direction.HOLDING) {
            return "income has held at " + now + " for " + periods(curve.periods - levels.from[last], unit())
                    + ", since " + since;
        }
        return "income of " + now + " since " + since + ", "
                + (before > 0 ? percent(Math.abs(change)) + " " : "")
                + (change > 0 ? "above" : "below") + " the " + earlier;
    }
}
