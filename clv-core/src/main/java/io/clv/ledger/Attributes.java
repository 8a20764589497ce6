package io.clv.ledger;

import com.google.common.collect.ImmutableSet;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of customers besides their purchases: an age, a channel, a cost and a day of acquisition, the products
 * they hold. Columns have names and hold numbers, money, dates, categories or sets of labels; values are set id by id,
 * in any order, and any may be missing. Joined to a {@link CustomerTable} they stand by its rows.
 *
 * <p>Ids are text and match those of a table exactly as {@link CustomerTable#id} gives them. An instance is immutable
 * and safe to share between threads.
 */
public final class Attributes {

    private static final int SHOWN = 5;

    private final Ids ids;
    private final AttributeColumns columns;

    private Attributes(Ids ids, AttributeColumns columns) {
        this.ids = ids;
        this.columns = columns;
    }

    /**
     * Attributes to be set value by value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many ids have any value.
     *
     * @return 0 or more
     */
    public int size() {
        return ids.size();
    }

    /**
     * The ids that have any value, by code point.
     *
     * @return ascending
     */
    public List<String> ids() {
        return IntStream.range(0, ids.size()).mapToObj(ids::text).toList();
    }

    /**
     * The names of the columns, in the order in which they were first set.
     *
     * @return the names
     */
    public List<String> columns() {
        return columns.names();
    }

    /**
     * Whether an id has a value in a column.
     *
     * @param column its name
     * @param id a customer or prospect
     * @return false also for an id without any value
     * @throws IllegalArgumentException if there is no such column
     */
    public boolean has(String column, String id) {
        return columns.has(column, ids.indexOf(id));
    }

    /**
     * The number of an id.
     *
     * @param column its name
     * @param id a customer or prospect
     * @return nothing if it was not set
     * @throws IllegalArgumentException if there is no such column, or it does not hold numbers
     */
    public OptionalDouble number(String column, String id) {
        return columns.number(column, ids.indexOf(id));
    }

    /**
     * The amount of an id.
     *
     * @param column its name
     * @param id a customer or prospect
     * @return nothing if it was not set
     * @throws IllegalArgumentException if there is no such column, or it does not hold money
     */
    public Optional<Money> money(String column, String id) {
        return columns.money(column, ids.indexOf(id));
    }

    /**
     * The date of an id.
     *
     * @param column its name
     * @param id a customer or prospect
     * @return nothing if it was not set
     * @throws IllegalArgumentException if there is no such column, or it does not hold dates
     */
    public Optional<LocalDate> date(String column, String id) {
        return columns.date(column, ids.indexOf(id));
    }

    /**
     * The category of an id.
     *
     * @param column its name
     * @param id a customer or prospect
     * @return nothing if it was not set
     * @throws IllegalArgumentException if there is no such column, or it does not hold categories
     */
    public Optional<String> category(String column, String id) {
        return columns.category(column, ids.indexOf(id));
    }

    /**
     * The labels of an id.
     *
     * @param column its name
     * @param id a customer or prospect
     * @return immutable, in code point order; empty also if it was not set, which {@link #has} tells apart
     * @throws IllegalArgumentException if there is no such column, or it does not hold sets
     */
    public Set<String> set(String column, String id) {
        return columns.set(column, ids.indexOf(id));
    }

    /**
     * The attributes by the rows of a table.
     *
     * @param customers the table
     * @param unknown whether attributes may be of ids that are not in the table: prospects
     * @param missing whether customers of the table may be without any attribute
     * @return the columns by row, and the prospects
     * @throws IllegalArgumentException if ids stand on one side only and the policy for that side rejects it
     */
    public JoinedAttributes join(CustomerTable customers, IdPolicy unknown, IdPolicy missing) {
        int[] positions = new int[customers.size()];
        BitSet known = new BitSet(ids.size());
        List<String> without = new ArrayList<>();
        for (int row = 0; row < positions.length; row++) {
            positions[row] = ids.indexOf(customers.id(row));
            if (positions[row] >= 0) {
                known.set(positions[row]);
            } else {
                without.add(customers.id(row));
            }
        }
        List<String> prospects = IntStream.range(0, ids.size())
                .filter(position -> !known.get(position))
                .mapToObj(ids::text)
                .toList();
        if (unknown == IdPolicy.REJECT && !prospects.isEmpty()) {
            throw new IllegalArgumentException("attributes must be of customers of the table, but " + some(prospects)
                    + " are not; IdPolicy.ALLOW takes them for prospects");
        }
        if (missing == IdPolicy.REJECT && !without.isEmpty()) {
            throw new IllegalArgumentException("customers of the table must have attributes, but " + some(without)
                    + " have none; IdPolicy.ALLOW leaves them empty");
        }
        return new JoinedAttributes(customers, columns.select(positions), prospects, without.size());
    }

    private static String some(List<String> ids) {
        return ids.size() + " ("
                + ids.stream().limit(SHOWN).map(id -> "'" + id + "'").collect(Collectors.joining(", "))
                + (ids.size() > SHOWN ? ", ..." : "") + ")";
    }

    @Override
    public String toString() {
        return columns().isEmpty() ? "no attributes" : String.join(", ", columns()) + " of " + size() + " ids";
    }

    /** Sets values id by id; {@link #build()} is a snapshot. */
    public static final class Builder {

        private final Map<String, Integer> positions = new HashMap<>();
        private final Map<String, AttributeColumn> columns = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Has a column of numbers, even if none is set.
         *
         * @param column the column's name
         * @return this
         * @throws IllegalArgumentException if the name is blank, or the column of another kind
         */
        public Builder numberColumn(String column) {
            return declare(column, AttributeColumn.Kind.NUMBER, null);
        }

        /**
         * Has a column of amounts, even if none is set.
         *
         * @param column the column's name
         * @param currency the currency of its amounts
         * @return this
         * @throws IllegalArgumentException if the name is blank, or the column of another kind or currency
         */
        public Builder moneyColumn(String column, Currency currency) {
            return declare(column, AttributeColumn.Kind.MONEY, currency);
        }

        /**
         * Has a column of dates, even if none is set.
         *
         * @param column the column's name
         * @return this
         * @throws IllegalArgumentException if the name is blank, or the column of another kind
         */
        public Builder dateColumn(String column) {
            return declare(column, AttributeColumn.Kind.DATE, null);
        }

        /**
         * Has a column of categories, even if none is set.
         *
         * @param column the column's name
         * @return this
         * @throws IllegalArgumentException if the name is blank, or the column of another kind
         */
        public Builder categoryColumn(String column) {
            return declare(column, AttributeColumn.Kind.CATEGORY, null);
        }

        /**
         * Has a column of sets, even if none is set.
         *
         * @param column the column's name
         * @return this
         * @throws IllegalArgumentException if the name is blank, or the column of another kind
         */
        public Builder setColumn(String column) {
            return declare(column, AttributeColumn.Kind.SET, null);
        }

        private Builder declare(String name, AttributeColumn.Kind kind, @Nullable Currency currency) {
            Ids.requireText("column", name);
            AttributeColumn known = column(name, kind, currency);
            if (known.kind != kind || !Objects.equals(known.currency, currency)) {
                throw new IllegalArgumentException("column '" + name + "' holds "
                        + described(known.kind, known.currency) + ", not " + described(kind, currency));
            }
            return this;
        }

        private static String described(AttributeColumn.Kind kind, @Nullable Currency currency) {
            return kind.plural + (currency == null ? "" : " in " + currency);
        }

        /**
         * Sets a number.
         *
         * @param column the column's name
         * @param id a customer or prospect, not blank
         * @param number a finite number
         * @return this
         * @throws IllegalArgumentException if a name is blank, the number not finite, the value set before, or the
         *     column of another kind
         */
        public Builder number(String column, String id, double number) {
            requireUnset(column, id, AttributeColumn.Kind.NUMBER);
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(cell(column, id) + " must be finite, but was " + number);
            }
            column(column, AttributeColumn.Kind.NUMBER, null).setNumber(position(id), number + 0.0);
            return this;
        }

        /**
         * Sets an amount.
         *
         * @param column the column's name
         * @param id a customer or prospect, not blank
         * @param amount an amount of the column's currency
         * @return this
         * @throws IllegalArgumentException if a name is blank, the value was set before, or the column is of another
         *     kind or currency
         */
        public Builder money(String column, String id, Money amount) {
            requireUnset(column, id, AttributeColumn.Kind.MONEY);
            AttributeColumn amounts = column(column, AttributeColumn.Kind.MONEY, amount.currency());
            if (!amount.currency().equals(amounts.currency)) {
                throw new IllegalArgumentException(cell(column, id) + " must be in " + amounts.currency
                        + ", as the values before it, but was " + amount);
            }
            amounts.setMinorUnits(position(id), amount.minorUnits());
            return this;
        }

        /**
         * Sets a date.
         *
         * @param column the column's name
         * @param id a customer or prospect, not blank
         * @param date the date
         * @return this
         * @throws IllegalArgumentException if a name is blank, the value was set before, or the column is of another
         *     kind
         */
        public Builder date(String column, String id, LocalDate date) {
            requireUnset(column, id, AttributeColumn.Kind.DATE);
            column(column, AttributeColumn.Kind.DATE, null).setDate(position(id), date);
            return this;
        }

        /**
         * Sets a category.
         *
         * @param column the column's name
         * @param id a customer or prospect, not blank
         * @param label the category, not blank
         * @return this
         * @throws IllegalArgumentException if a name or the label is blank, the value was set before, or the column is
         *     of another kind
         */
        public Builder category(String column, String id, String label) {
            requireUnset(column, id, AttributeColumn.Kind.CATEGORY);
            Ids.requireText(cell(column, id), label);
            column(column, AttributeColumn.Kind.CATEGORY, null).setLabels(position(id), Set.of(label));
            return this;
        }

        /**
         * Sets labels.
         *
         * @param column the column's name
         * @param id a customer or prospect, not blank
         * @param labels the labels, none blank; may be empty, which says that there are none
         * @return this
         * @throws IllegalArgumentException if a name or a label is blank, the value was set before, or the column is of
         *     another kind
         */
        public Builder set(String column, String id, Set<String> labels) {
            requireUnset(column, id, AttributeColumn.Kind.SET);
            for (String label : labels) {
                Ids.requireText("label in " + cell(column, id), label);
            }
            Set<String> ordered = labels.stream().sorted(CodePoints.ORDER).collect(ImmutableSet.toImmutableSet());
            column(column, AttributeColumn.Kind.SET, null).setLabels(position(id), ordered);
            return this;
        }

        private void requireUnset(String column, String id, AttributeColumn.Kind kind) {
            Ids.requireText("column", column);
            Ids.requireText("customer", id);
            AttributeColumn known = columns.get(column);
            if (known == null) {
                return;
            }
            if (known.kind != kind) {
                throw new IllegalArgumentException("column '" + column + "' holds " + known.kind.plural
                        + ", but customer '" + id + "' was given " + kind.plural);
            }
            if (known.has(positions.getOrDefault(id, -1))) {
                throw new IllegalArgumentException(cell(column, id) + " was already set");
            }
        }

        private int position(String id) {
            return positions.computeIfAbsent(id, unseen -> positions.size());
        }

        private AttributeColumn column(String name, AttributeColumn.Kind kind, @Nullable Currency currency) {
            return columns.computeIfAbsent(name, n -> new AttributeColumn(n, kind, currency));
        }

        private static String cell(String column, String id) {
            return "column '" + column + "' of customer '" + id + "'";
        }

        /**
         * The attributes so far.
         *
         * @return immutable attributes
         */
        public Attributes build() {
            String[] ascending = positions.keySet().toArray(String[]::new);
            Arrays.sort(ascending, CodePoints.ORDER);
            int[] order = new int[ascending.length];
            for (int i = 0; i < order.length; i++) {
                order[i] = positions.getOrDefault(ascending[i], -1);
            }
            return new Attributes(Ids.ofTexts(ascending), AttributeColumns.select(columns.values(), order));
        }
    }
}
