package io.clv.segment;

import io.clv.ledger.Groups;
import io.clv.ledger.JoinedAttributes;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Segments by what is known of customers beside their purchases: a category, a number or an amount between floors, the
 * period of a date, a label that they have or have not. Who has no value is in a segment of his own, which comes first
 * and is there only if somebody is in it.
 */
public final class AttributeSegments {

    private AttributeSegments() {}

    /**
     * Segments by category, in code point order.
     *
     * @param attributes of the customers
     * @param column a column of categories
     * @param labelOfMissing the label of customers that have none
     * @return one segment for each row
     * @throws IllegalArgumentException if there is no such column, it does not hold categories, or the label is blank
     */
    public static Groups byCategory(JoinedAttributes attributes, String column, String labelOfMissing) {
        return attributes.groups(column, labelOfMissing);
    }

    /**
     * Segments by a number.
     *
     * @param attributes of the customers
     * @param column a column of numbers
     * @param labelOfMissing the label of customers that have none
     * @param floors the least number of each segment but the lowest, ascending
     * @return one segment for each row, from low to high
     * @throws IllegalArgumentException if there is no such column, it does not hold numbers, a label is blank or there
     *     twice, or the floors are none, not finite or do not ascend
     */
    public static Groups byNumber(JoinedAttributes attributes, String column, String labelOfMissing, double... floors) {
        requireAscending(floors);
        Floors at = Floors.at(floors);
        List<String> labels =
                ValueTiers.labels(Arrays.stream(floors).mapToObj(Wording::plain).toList());
        return groups(attributes, labelOfMissing, labels, row -> {
            OptionalDouble number = attributes.number(column, row);
            return number.isPresent() ? Optional.of(at.classOf(number.getAsDouble())) : Optional.empty();
        });
    }

    private static void requireAscending(double[] floors) {
        double before = Double.NEGATIVE_INFINITY;
        for (double floor : floors) {
            if (!(floor > before && Double.isFinite(floor))) {
                throw new IllegalArgumentException(
                        "floors must be finite and ascend, but were " + Arrays.toString(floors));
            }
            before = floor;
        }
        if (floors.length == 0) {
            throw new IllegalArgumentException("floors must be at least one, but there was none");
        }
    }

    /**
     * Segments by an amount.
     *
     * @param attributes of the customers
     * @param column a column of money
     * @param labelOfMissing the label of customers that have none
     * @param floors the least amount of each segment but the lowest, ascending
     * @return one segment for each row, from low to high
     * @throws IllegalArgumentException if there is no such column, it does not hold money of the floors' currency, a
     *     label is blank or there twice, or the floors are none or do not ascend
     */
    public static Groups byMoney(JoinedAttributes attributes, String column, String labelOfMissing, Money... floors) {
        List<String> labels = ValueTiers.byThreshold(floors).labels();
        return groups(
                attributes,
                labelOfMissing,
                labels,
                row -> attributes.money(column, row).map(amount -> (int) Arrays.stream(floors)
                        .filter(floor -> amount.compareTo(floor) >= 0)
                        .count()));
    }

    /**
     * Segments by the period of a date, such as the month of acquisition; labels are the first days of the periods in
     * which somebody is.
     *
     * @param attributes of the customers
     * @param column a column of dates
     * @param labelOfMissing the label of customers that have none
     * @param periods the periods
     * @return one segment for each row, in the order of time
     * @throws IllegalArgumentException if there is no such column, it does not hold dates, or the label is blank
     */
    public static Groups byDate(
            JoinedAttributes attributes, String column, String labelOfMissing, CalendarGrid periods) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        int customers = attributes.customers().size();
        for (int row = 0; row < customers; row++) {
            attributes.date(column, row).map(date -> start(date, periods)).ifPresent(starts::add);
        }
        Map<LocalDate, Integer> codes = new HashMap<>();
        starts.forEach(start -> codes.put(start, codes.size()));
        List<String> labels = starts.stream().map(LocalDate::toString).toList();
        return groups(
                attributes,
                labelOfMissing,
                labels,
                row -> attributes.date(column, row).map(date -> codes.getOrDefault(start(date, periods), 0)));
    }

    private static LocalDate start(LocalDate date, CalendarGrid periods) {
        return periods.startOf(periods.indexOf(date));
    }

    /**
     * Two segments by a label: those who have it and those who have not.
     *
     * @param attributes of the customers
     * @param column a column of sets
     * @param labelOfMissing the label of customers of whom nothing is said
     * @param label what is looked for, a product for example
     * @return one segment for each row: "without ..." comes before "with ..."
     * @throws IllegalArgumentException if there is no such column, it does not hold sets, or a label is blank
     */
    public static Groups byLabel(JoinedAttributes attributes, String column, String labelOfMissing, String label) {
        return groups(
                attributes,
                labelOfMissing,
                List.of("without " + label, "with " + label),
                row -> attributes.has(column, row)
                        ? Optional.of(attributes.set(column, row).contains(label) ? 1 : 0)
                        : Optional.empty());
    }

    private static Groups groups(
            JoinedAttributes attributes,
            String labelOfMissing,
            List<String> labels,
            IntFunction<Optional<Integer>> codeOf) {
        int[] codes = new int[attributes.customers().size()];
        boolean missing = false;
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codeOf.apply(row).orElse(-1);
            missing |= codes[row] < 0;
        }
        List<String> all = new ArrayList<>(labels);
        all.add(0, labelOfMissing);
        // Checked whether or not it is used: who has a value today may have none tomorrow.
        Groups.of(new int[0], all);
        if (!missing) {
            return Groups.of(codes, labels);
        }
        Arrays.setAll(codes, row -> codes[row] + 1);
        return Groups.of(codes, all);
    }
}
