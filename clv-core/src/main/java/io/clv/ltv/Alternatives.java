package io.clv.ltv;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.util.Set;

/** The inputs that say the same thing in another way, so that to set two of them is a contradiction. */
final class Alternatives {

    private static final ImmutableSetMultimap<Input<?>, Input<?>> OF =
            ImmutableSetMultimap.<Input<?>, Input<?>>builder()
                    .putAll(Input.REVENUE, Input.AVERAGE_ORDER_VALUE, Input.ORDERS)
                    .put(Input.AVERAGE_ORDER_VALUE, Input.REVENUE)
                    .put(Input.ORDERS, Input.REVENUE)
                    .putAll(Input.LIFESPAN, Input.CHURN, Input.RETENTION)
                    .putAll(Input.CHURN, Input.LIFESPAN, Input.RETENTION)
                    .putAll(Input.RETENTION, Input.LIFESPAN, Input.CHURN)
                    .putAll(Input.EXPANSION, Input.LINEAR_EXPANSION, Input.SHORTCUT_EXPANSION)
                    .putAll(Input.LINEAR_EXPANSION, Input.EXPANSION, Input.SHORTCUT_EXPANSION)
                    .putAll(Input.SHORTCUT_EXPANSION, Input.EXPANSION, Input.LINEAR_EXPANSION)
                    .build();

    /** The textbook shortcut is undiscounted, without end, at constant churn: beside it these say another thing. */
    private static final ImmutableSet<Input<?>> NOT_WITH_SHORTCUT = ImmutableSet.of(
            Input.RETENTION, Input.DISCOUNT, Input.HORIZON, Input.CONVENTION, Input.PREPAID_TERM, Input.DELIVERIES);

    private Alternatives() {}

    /** The inputs that say the same thing: what is set on a model hides them in a profile. */
    static Set<Input<?>> of(Input<?> input) {
        return OF.get(input);
    }

    /** The inputs that cannot be set beside this one. */
    static Set<Input<?>> excludedBy(Input<?> input) {
        if (input == Input.SHORTCUT_EXPANSION) {
            return Sets.union(OF.get(input), NOT_WITH_SHORTCUT);
        }
        return NOT_WITH_SHORTCUT.contains(input)
                ? Sets.union(OF.get(input), ImmutableSet.of(Input.SHORTCUT_EXPANSION))
                : OF.get(input);
    }

    /** What a formula must find absent when it is to take the shortcut. */
    static Set<Input<?>> notWithShortcut() {
        return NOT_WITH_SHORTCUT;
    }
}
