package io.clv.examples.cli;

import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How far ahead: a number of time units, or a span with a unit of its own. */
final class HorizonText {

    private static final Span DEFAULT = Span.months(12);

    private HorizonText() {}

    /** The horizon in a unit; if none was given a year, which is said. */
    static double in(ChronoUnit unit, @Nullable String text, Console console) {
        if (text == null) {
            console.note("over " + DEFAULT + ", because no --horizon was given");
            return DEFAULT.in(unit);
        }
        double horizon;
        try {
            horizon = Character.isLetter(text.charAt(text.length() - 1))
                    ? Span.parse(text).in(unit)
                    : Double.parseDouble(text);
        } catch (RuntimeException e) {
            horizon = -1;
        }
        if (!(horizon > 0 && horizon <= Double.MAX_VALUE)) {
            throw new UsageException("--horizon: must be a number of " + Words.plural(unit)
                    + " above 0, or a span as in '12 months', but was '" + text + "'");
        }
        return horizon;
    }
}
