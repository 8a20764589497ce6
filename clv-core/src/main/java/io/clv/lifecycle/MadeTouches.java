package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contacts that were made before: they count for caps and gaps, and nothing is said twice. */
final class MadeTouches {

    private static final int[] NOTHING = {};

    private final CustomerTable customers;
    private final Map<Integer, List<PlannedTouch>> byRow = new HashMap<>();

    MadeTouches(CustomerTable customers, List<PlannedTouch> touches) {
        this.customers = customers;
        for (PlannedTouch touch : touches) {
            int row = customers.indexOf(touch.customer());
            if (row < 0) {
                throw new IllegalArgumentException("contacts made must be of customers of the table, but '"
                        + touch.customer() + "' is not one of them");
            }
            byRow.computeIfAbsent(row, unseen -> new ArrayList<>()).add(touch);
        }
    }

    /** The days of a customer's contacts from a first day on, in any order. */
    int[] days(int row, ContactRules rules, int first) {
        List<PlannedTouch> touches = byRow.get(row);
        return touches == null
                ? NOTHING
                : touches.stream()
                        .mapToInt(touch -> Math.toIntExact(date(touch, rules).toEpochDay() - first))
                        .toArray();
    }

    private static LocalDate date(PlannedTouch touch, ContactRules rules) {
        return touch.moment().withZoneSameInstant(rules.zone()).toLocalDate();
    }

    /** Whether a customer was contacted for an occasion. */
    boolean isDone(int row, Occasion occasion) {
        List<PlannedTouch> touches = byRow.get(row);
        if (touches == null) {
            return false;
        }
        String key = occasion.key(row, customers);
        return touches.stream().anyMatch(touch -> touch.key().equals(key));
    }
}
