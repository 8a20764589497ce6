package io.clv.ltv;

import io.clv.quantity.GrowthRate;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Fills in the subscription formula, terms, expansion and deliveries included. */
final class SubscriptionPlan {

    private final Schedule schedule;
    private final PaymentStream payments;
    /** The units of the revenue in one payment. */
    private final double units;
    /** What a running cost of 1 per unit comes to in a term, at its start. */
    private final double service;

    private SubscriptionPlan(Schedule schedule, ChronoUnit unit) {
        this.schedule = schedule;
        payments = new PaymentStream(schedule, 0);
        units = schedule.period().in(unit);
        service = runningCost(units, schedule.discount().continuous(unit));
    }

    static Plan of(String model, Inputs inputs, ChronoUnit unit) {
        boolean costed = inputs.has(Input.DELIVERIES) || inputs.has(Input.COST_TO_SERVE);
        UnitMargin margin = UnitMargin.of(inputs, unit, costed);
        Optional<Span> term = inputs.get(Input.PREPAID_TERM);
        term.ifPresent(SubscriptionPlan::requireLength);
        Optional<Deliveries> deliveries = inputs.get(Input.DELIVERIES);
        Timetable timetable = Timetable.of(model, inputs, term.orElse(Span.of(1, unit)));
        Schedule schedule = timetable.schedule();
        if (term.isPresent() || deliveries.isPresent()) {
            requireStartOfTerm(schedule.convention());
        }
        SubscriptionPlan plan = new SubscriptionPlan(schedule, unit);
        List<String> assumptions = new ArrayList<>();
        assumptions.add("one payment each " + Wording.each(schedule.period())
                + (term.isPresent() ? ", at the start of a term at whose end alone customers leave" : ""));
        boolean costs = !margin.running().isEmpty() || deliveries.isPresent();
        boolean expands = inputs.has(Input.LINEAR_EXPANSION)
                || (inputs.has(Input.EXPANSION) && (costs || plan.payments.isBounded()));
        DoubleFunction<Plan.Factors> factors = plan.factors(inputs, unit, expands, assumptions);
        assumptions.addAll(timetable.assumptions());
        margin.addTo(assumptions);
        return new Plan(
                margin,
                factors,
                expands,
                deliveries.map(plan::goods).orElse(0.0),
                timetable.basis(),
                schedule.horizon(),
                schedule.discount(),
                assumptions);
    }

    /** A term of no length would be paid for without end. */
    static void requireLength(Span term) {
        if (term.length() == 0) {
            throw new IllegalArgumentException("prepaid term must be longer than zero, but was " + term);
        }
    }

    private static void requireStartOfTerm(DiscountConvention convention) {
        if (convention != DiscountConvention.FIRST_PAYMENT_NOW && convention != DiscountConvention.FIRST_EXCLUDED) {
            throw new IllegalArgumentException("convention must be " + DiscountConvention.FIRST_PAYMENT_NOW + " or "
                    + DiscountConvention.FIRST_EXCLUDED + " where terms are prepaid or goods delivered, as these are"
                    + " dated from the start of a term, but was " + convention);
        }
    }

    private DoubleFunction<Plan.Factors> factors(
            Inputs inputs, ChronoUnit unit, boolean expands, List<String> assumptions) {
        if (inputs.has(Input.LINEAR_EXPANSION)) {
            MoneyRate change = inputs.require(Input.LINEAR_EXPANSION);
            double added = change.in(unit);
            assumptions.add("the price changes by the same amount each time"
                    + (added < 0 ? ", and payments and costs end when it reaches zero" : ""));
            return added < 0 ? revenue -> shrinking(revenue, added) : constant(linear(added));
        }
        if (inputs.has(Input.EXPANSION)) {
            double growthLog = growthLog(inputs);
            double grown = new PaymentStream(schedule, growthLog).level();
            assumptions.add("the price changes at the same rate each time");
            if (!expands) {
                // Nobody leaves and waiting takes nothing off: only the falling price bounds the sum.
                return constant(new Plan.Factors(units * grown, 0, 0, 0));
            }
            double level = payments.level();
            return constant(new Plan.Factors(units * level, units * (grown - level), 0, service * level));
        }
        assumptions.add("the price stays the same");
        return constant(linear(0));
    }

    private static DoubleFunction<Plan.Factors> constant(Plan.Factors factors) {
        return revenue -> factors;
    }

    private double growthLog(Inputs inputs) {
        GrowthRate growth = inputs.require(Input.EXPANSION);
        return Math.log1p(growth.share()) * schedule.period().in(growth.unit());
    }

    private Plan.Factors linear(double added) {
        return upTo(Double.POSITIVE_INFINITY, added);
    }

    /** The factors where the price falls by an amount to zero, which depends on where it begins. */
    private Plan.Factors shrinking(double revenue, double added) {
        return upTo(Math.max(0, Math.ceil(revenue / (-added * units))), added);
    }

    private Plan.Factors upTo(double stop, double added) {
        double level = payments.level(stop);
        double steps = added == 0 ? 0 : added * units * units * payments.linear(stop);
        return new Plan.Factors(units * level, 0, steps, service * level);
    }

    /** What a cost of 1 in each unit of a term comes to at the term's start; a broken last unit counts in part. */
    private static double runningCost(double units, double delta) {
        double sum = 0;
        for (int k = 0; k < units; k++) {
            sum += Math.min(1, units - k) * Math.exp(-delta * k);
        }
        return sum;
    }

    /** The cost of a term's deliveries at the term's start, for each unit of revenue that the term holds. */
    private double goods(Deliveries deliveries) {
        double sum = 0;
        for (Span due : deliveries.within(schedule.period())) {
            sum += schedule.discount().factor(due);
        }
        return sum * deliveries.units() * deliveries.unitCost().toDouble() / units;
    }
}
