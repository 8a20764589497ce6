package io.clv.ltv;

import io.clv.quantity.Horizon;
import io.clv.quantity.LossRate;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How long a customer stays, for formulas that multiply by it: a lifespan that was given, or the mean that a constant
 * churn leaves, {@code 1/c}, both within the horizon.
 *
 * @param span the time
 * @param horizon how far ahead that counts
 * @param assumptions what it rests on
 */
record ExpectedLife(Span span, Horizon horizon, List<String> assumptions) {

    static ExpectedLife of(Inputs inputs, Horizon horizon) {
        if (!inputs.has(Input.CHURN)) {
            return ofLifespan(inputs.require(Input.LIFESPAN), horizon);
        }
        return horizon.span().map(end -> within(inputs, end)).orElseGet(() -> {
            Span mean = mean(inputs);
            String stay =
                    "churn stays the same, so that a customer stays " + Wording.about(mean) + " on average (1 / churn)";
            return new ExpectedLife(mean, Horizon.forever(), List.of(stay));
        });
    }

    private static ExpectedLife ofLifespan(Span lifespan, Horizon horizon) {
        if (lifespan.length() == 0) {
            throw new IllegalArgumentException("lifespan must be longer than zero, but was " + lifespan);
        }
        Span counted =
                horizon.span().filter(span -> span.compareTo(lifespan) < 0).orElse(lifespan);
        return new ExpectedLife(counted, Horizon.over(counted), List.of());
    }

    /** The mean life under a churn; a base that has measured both knows it in the churn's own period. */
    private static Span mean(Inputs inputs) {
        return inputs.has(Input.LIFESPAN)
                ? inputs.require(Input.LIFESPAN)
                : inputs.require(Input.CHURN).meanLifespan();
    }

    /** Of the mean life, the share of customers who leave before the horizon: {@code (1 - (1-c)^H)/c} units of H. */
    private static ExpectedLife within(Inputs inputs, Span horizon) {
        Span span = inputs.measuredChurn()
                .map(counts -> counts.lifespanWithin(horizon))
                .orElseGet(() -> within(inputs.require(Input.CHURN), horizon));
        String stay = "churn stays the same, so that a customer stays " + Wording.about(span) + " of the " + horizon
                + " on average";
        return new ExpectedLife(span, Horizon.over(horizon), List.of(stay));
    }

    private static Span within(LossRate churn, Span horizon) {
        return churn.share() == 0 ? horizon : Span.of(churn.over(horizon).value() / churn.share(), churn.unit());
    }

    double in(ChronoUnit unit) {
        return span.in(unit);
    }
}
