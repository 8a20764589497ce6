package io.clv.ltv;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;

/** Why a sum over all time has no limit, and what would give it one. */
final class Divergence {

    private static final MathContext DIGITS = new MathContext(5);

    private Divergence() {}

    static String of(Schedule schedule, double tailLog, double growthLog) {
        double factor = Math.exp(tailLog + growthLog - schedule.delta());
        String formula = growthLog == 0 ? "(1 - c)/(1 + d)" : "(1 - c)(1 + g)/(1 + d)";
        return begin(schedule, growthLog, Wording.percent(Math.exp(tailLog)) + " of the customers stay") + ": "
                + formula + " is "
                + new BigDecimal(factor).round(DIGITS).stripTrailingZeros().toPlainString()
                + " and must be below 1; " + remedy(schedule, tailLog + growthLog);
    }

    static String ofOpenEnded(Schedule schedule, double growthLog) {
        return begin(schedule, growthLog, "a survival function says how many stay")
                + ": without an end to it only a discount that outruns the growth bounds the sum; "
                + remedy(schedule, growthLog);
    }

    private static String begin(Schedule schedule, double growthLog, String stay) {
        String growth = growthLog == 0 ? "" : ", payments grow by " + Wording.percent(Math.expm1(growthLog));
        DiscountRate discount = schedule.discount();
        String wait = discount.isNone()
                ? " and waiting takes nothing off"
                : " and waiting takes " + Wording.percent(-Math.expm1(-schedule.delta())) + " off";
        return "the " + schedule.model() + " model's value has no limit: each " + Wording.each(schedule.period()) + " "
                + stay + growth + wait;
    }

    /** A horizon, or the discount at which the payments just begin to fade. */
    private static String remedy(Schedule schedule, double growthLog) {
        double years = schedule.period().in(ChronoUnit.YEARS);
        Ratio least = Ratio.of(Math.max(0, Math.expm1(growthLog / years)));
        return "give a horizon, or a discount above " + Wording.percent(least.value()) + " per year";
    }
}
