package io.clv.quantity;

import java.util.Map;
import java.util.stream.Collectors;

/** An estimate in words. */
final class Explanation {

    private Explanation() {}

    static String of(Estimate estimate) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                estimate.value() + ": " + estimate.measure().label() + ", "
                        + estimate.basis().label() + ", by the " + estimate.model() + " model");
        Horizon horizon = estimate.horizon();
        DiscountRate discount = estimate.discount();
        line(
                text,
                (horizon.isForever() ? "without end" : "over " + horizon)
                        + (discount.isNone() ? ", not discounted" : ", discounted at " + discount));
        estimate.interval().ifPresent(interval -> line(text, interval(interval, estimate)));
        if (estimate.partAmounts().size() > 1) {
            line(text, "made up of " + listed(estimate.parts()));
        }
        if (!estimate.inputs().isEmpty()) {
            line(text, "from " + listed(estimate.inputs()));
        }
        estimate.assumptions().forEach(assumption -> line(text, "assumes " + assumption));
        return text.toString();
    }

    private static String interval(Interval interval, Estimate estimate) {
        return interval.level() + " interval of the " + interval.of().label() + ": "
                + Money.ofRounded(interval.low(), estimate.currency()) + " to "
                + Money.ofRounded(interval.high(), estimate.currency());
    }

    private static String listed(Map<String, ?> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
