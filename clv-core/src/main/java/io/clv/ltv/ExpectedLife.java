package io.clv.ltv;

import io.clv.quantity.Horizon;
import io.clv.quantity.LossRate;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

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
        Optional<LossRate> churn = inputs.get(Input.CHURN);
        if (churn.isPresent()) {
            if (churn.get().share() == 0 && horizon.isForever()) {
                // A base that has measured this churn says why no lifespan follows from it.
                inputs.get(Input.LIFESPAN);
            }
            return ofChurn(churn.get(), horizon);
        }
        Span lifespan = inputs.require(Input.LIFESPAN);
        if (lifespan.length() == 0) {
            throw new IllegalArgumentException("lifespan must be longer than zero, but was " + lifespan);
        }
        Span counted =
                horizon.span().filter(span -> span.compareTo(lifespan) < 0).orElse(lifespan);
        return new ExpectedLife(counted, Horizon.over(counted), List.of());
    }

    /** Within H units {@code (1 - (1-c)^H)/c} are expected, as customers leave before the horizon too. */
    private static ExpectedLife ofChurn(LossRate churn, Horizon horizon) {
        if (horizon.isForever()) {
            Span span = churn.meanLifespan();
            return new ExpectedLife(
                    span,
                    horizon,
                    List.of("churn stays the same, so that a customer stays " + Wording.about(span)
                            + " on average (1 / churn)"));
        }
        ChronoUnit unit = churn.unit();
        double end = horizon.in(unit);
        double units = churn.share() == 0 ? end : churn.over(Span.of(end, unit)).value() / churn.share();
        Span span = Span.of(units, unit);
        return new ExpectedLife(
                span,
                horizon,
                List.of("churn stays the same, so that a customer stays " + Wording.about(span) + " of the " + horizon
                        + " on average"));
    }

    double in(ChronoUnit unit) {
        return span.in(unit);
    }
}
