package io.clv.scenario;

import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.quantity.Horizon;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;

/** Of the value after a span, a share is lost; value is a sum over time, so the span cuts it in two. */
record Collapse(Ratio lost, Span after) implements Setting.Event {

    static Collapse of(Ratio lost, Span after) {
        if (!(after.length() > 0)) {
            throw new IllegalArgumentException("a collapse must come after a span above 0, but was after " + after);
        }
        return new Collapse(Factors.share("share lost in a collapse", lost), after);
    }

    @Override
    public CustomerValues values(Setting before) {
        CustomerValues whole = before.values();
        if (whole.horizon().in(ChronoUnit.DAYS) <= after.in(ChronoUnit.DAYS)) {
            return whole;
        }
        CustomerValues early = before.with(upTo(before.base())).values();
        double[] amounts = new double[whole.size()];
        for (int row = 0; row < amounts.length; row++) {
            amounts[row] = whole.amount(row) - lost.value() * (whole.amount(row) - early.amount(row));
        }
        return Blended.of(whole, amounts, "that " + lost + " of all value after " + after + " is lost");
    }

    private CustomerBase upTo(CustomerBase base) {
        Horizon end = Horizon.over(after);
        return base.has(Input.HORIZON) ? base.changing(Input.HORIZON, none -> end) : base.with(Input.HORIZON, end);
    }
}
