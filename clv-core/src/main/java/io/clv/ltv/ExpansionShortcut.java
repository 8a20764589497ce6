package io.clv.ltv;

import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.LossRate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The textbook's {@code a/(c - g)}. */
final class ExpansionShortcut {

    private ExpansionShortcut() {}

    static Plan plan(Inputs inputs, ChronoUnit unit) {
        for (Input<?> other : Alternatives.notWithShortcut()) {
            if (inputs.has(other)) {
                throw new IllegalArgumentException(
                        "the shortcut a/(c - g) knows no " + other + "; use the geometric expansion instead");
            }
        }
        GrowthRate growth = inputs.require(Input.SHORTCUT_EXPANSION);
        LossRate churn = inputs.require(Input.CHURN);
        UnitMargin margin = UnitMargin.of(inputs, unit, inputs.has(Input.COST_TO_SERVE));
        double g = growth.per(unit).share();
        double c = churn.per(unit).share();
        if (c == 0 || g >= c) {
            throw new IllegalArgumentException("the shortcut a/(c - g) needs a churn above 0% and above the growth, but"
                    + " churn was " + churn + " and growth " + growth);
        }
        Plan.Factors factors = new Plan.Factors(1 / c, 1 / (c - g) - 1 / c, 0, 1 / c);
        List<String> assumptions = new ArrayList<>();
        assumptions.add("the textbook shortcut a/(c - g), which leaves c g out of a/(c - g + c g)");
        assumptions.add(DiscountConvention.FIRST_PAYMENT_NOW.sentence());
        assumptions.add("churn stays the same");
        margin.addTo(assumptions);
        return new Plan(
                margin,
                revenue -> factors,
                true,
                0,
                Basis.LIFETIME_FROM_ACQUISITION,
                Horizon.forever(),
                DiscountRate.none(),
                assumptions);
    }
}
