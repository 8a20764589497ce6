package io.clv.ltv;

import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The deliveries that subscribers of one start day are expected to get. */
final class Procurement {

    /** Keeps a delivery at the very end of the span out, whatever rounding does to its time. */
    private static final double TOLERANCE = 1e-9;

    private Procurement() {}

    static List<PlannedDelivery> plan(Inputs inputs, long subscribers, LocalDate start, Span over) {
        if (subscribers < 0) {
            throw new IllegalArgumentException("subscribers must not be negative, but were " + subscribers);
        }
        Needs needs = new Needs(inputs).input(Input.DELIVERIES).either(Input.CHURN, Input.RETENTION);
        if (!inputs.has(Input.ORDERS)) {
            needs.either(Input.PREPAID_TERM, Input.REVENUE);
        }
        needs.check("the procurement plan");
        Deliveries deliveries = inputs.require(Input.DELIVERIES);
        RetentionCurve curve =
                inputs.get(Input.RETENTION).orElseGet(() -> RetentionCurve.constant(inputs.require(Input.CHURN)));
        Span term = inputs.get(Input.PREPAID_TERM).orElseGet(() -> Span.of(1, inputs.revenueUnit()));
        SubscriptionPlan.requireLength(term);
        List<Span> due = deliveries.within(term);
        List<PlannedDelivery> plan = new ArrayList<>();
        double end = over.in(term.unit()) * (1 - TOLERANCE);
        for (int paid = 0; paid * term.length() < end; paid++) {
            Span begin = Span.of(paid * term.length(), term.unit());
            double there = subscribers * curve.survivalAfter(begin.in(curve.unit()));
            for (Span after : due) {
                if (begin.length() + after.in(term.unit()) < end) {
                    plan.add(delivery(start, begin, after, there, deliveries));
                }
            }
        }
        return List.copyOf(plan);
    }

    private static PlannedDelivery delivery(
            LocalDate start, Span begin, Span after, double subscribers, Deliveries deliveries) {
        boolean sameUnit = begin.unit() == after.unit();
        Span whole = Span.of(begin.length() + after.in(begin.unit()), begin.unit());
        LocalDate date = sameUnit ? later(start, whole) : later(later(start, begin), after);
        double units = subscribers * deliveries.units();
        Money cost = Money.ofRounded(
                units * deliveries.unitCost().toDouble(), deliveries.unitCost().currency());
        return new PlannedDelivery(date, whole, subscribers, units, cost);
    }

    /** Whole units are calendar units, so that monthly deliveries keep their day; others go by mean lengths. */
    private static LocalDate later(LocalDate date, Span span) {
        double length = span.length();
        return length == Math.rint(length)
                ? date.plus((long) length, span.unit())
                : date.plusDays(Math.round(span.in(ChronoUnit.DAYS)));
    }
}
