package io.clv.ltv;

import com.google.common.collect.ImmutableSet;
import io.clv.ledger.CustomerTable;
import io.clv.quantity.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the inputs of a base rest on, in words, as far as they were used.
 *
 * @param base the base
 * @param used the inputs that a model has read
 */
record BaseWording(CustomerBase base, Set<Input<?>> used) {

    /** What values say of themselves need not be said again. */
    private static final ImmutableSet<Input<?>> SAID_BY_VALUES =
            ImmutableSet.of(Input.DISCOUNT, Input.HORIZON, Input.CONVENTION);

    /** Says that an input is the same for all. */
    static Optional<String> forEveryone(Input<?> input, Object value) {
        return SAID_BY_VALUES.contains(input)
                ? Optional.empty()
                : Optional.of(input + " " + value + " for every customer");
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Input<?> input : base.each().inputs()) {
            if (used.contains(input) && base.each().given(input) > 0) {
                sentences.add(forEach(input));
            }
        }
        base.set().forEach((input, value) -> {
            if (used.contains(input) && base.each().given(input) == 0) {
                forEveryone(input, value).ifPresent(sentences::add);
            }
        });
        if (isMeasured(Input.AVERAGE_ORDER_VALUE) || isMeasured(Input.ORDERS) || isMeasured(Input.MONETARY_VALUE)) {
            sentences.add("all that a customer buys in one "
                    + Wording.singular(base.customers().options().grid().unit()) + " is one order");
        }
        if (isMeasured(Input.ORDERS)) {
            said(() -> "orders come at the pace they had while a customer was active, counted over at least "
                            + base.churnRule().window())
                    .ifPresent(sentences::add);
        }
        if (isMeasured(Input.CHURN) || isMeasured(Input.LIFESPAN)) {
            sentences.add(said(this::churn).orElse("churn cannot be measured on this base"));
        }
        return List.copyOf(sentences);
    }

    /** Says that an input was set customer by customer, and what the others have. */
    private String forEach(Input<?> input) {
        int size = base.size();
        int given = base.each().given(input);
        if (given == size) {
            return input + " as given for each customer";
        }
        Object common = base.set().get(input);
        String others = base.isMeasured(input) ? "as read off the log" : "none";
        return input + " as given for " + given + " of " + size + " customers, " + (common == null ? others : common)
                + " for the others";
    }

    private boolean isMeasured(Input<?> input) {
        return used.contains(input) && base.isMeasured(input);
    }

    private String churn() {
        ChurnCounts counts = base.measuredChurn();
        String lifespan = counts.lost() == 0 ? "" : ", and a mean lifespan of " + extrapolated(counts.lifespan());
        return "a customer without a purchase for " + counts.window() + " is lost: " + counts + ", a churn of "
                + Wording.percent(counts.share().value()) + " in that time" + lifespan;
    }

    /** A lifespan beyond what the log shows is not wrong, but nobody has seen it. */
    private String extrapolated(Span lifespan) {
        CustomerTable customers = base.customers();
        double longest = 0;
        for (int row = 0; row < customers.size(); row++) {
            longest = Math.max(longest, customers.age(row));
        }
        return Wording.about(lifespan)
                + (lifespan.in(customers.unit()) > longest ? ", longer than any customer was observed" : "");
    }

    /** A sentence about what may not be measurable. */
    private static Optional<String> said(Supplier<String> sentence) {
        try {
            return Optional.of(sentence.get());
        } catch (IllegalArgumentException unmeasurable) {
            return Optional.empty();
        }
    }
}
