package io.clv.ltv;

import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schedule of a formula's payments as its inputs say it, and what it rests on.
 *
 * @param schedule when payments fall due
 * @param assumptions what that rests on
 */
record Timetable(Schedule schedule, List<String> assumptions) {

    static Timetable of(String model, Inputs inputs, Span period) {
        List<String> assumptions = new ArrayList<>();
        Optional<RetentionCurve> given = inputs.get(Input.RETENTION);
        RetentionCurve curve = given.orElseGet(() -> RetentionCurve.constant(inputs.require(Input.CHURN)));
        Optional<DiscountRate> discount = inputs.get(Input.DISCOUNT);
        Schedule schedule = new Schedule(
                model,
                curve,
                period,
                discount.orElse(DiscountRate.none()),
                inputs.get(Input.CONVENTION).orElse(DiscountConvention.FIRST_PAYMENT_NOW),
                inputs.get(Input.HORIZON).orElse(Horizon.forever()));
        assumptions.add(schedule.convention().sentence());
        if (schedule.end() <= schedule.convention().firstPayment() && schedule.remainder() == 0) {
            assumptions.add("no payment falls within the horizon");
        }
        if (given.isEmpty()) {
            assumptions.add("churn stays the same");
        }
        if (discount.isEmpty()) {
            assumptions.add("later money is worth as much as money now, as no discount was given");
        }
        return new Timetable(schedule, assumptions);
    }

    /** A customer who has just paid is no newcomer. */
    Basis basis() {
        return schedule.convention() == DiscountConvention.FIRST_EXCLUDED
                ? Basis.RESIDUAL_AFTER_OBSERVATION
                : Basis.LIFETIME_FROM_ACQUISITION;
    }
}
