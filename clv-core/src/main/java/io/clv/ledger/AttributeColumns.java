package io.clv.ledger;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Columns by name, read by kind; a position of -1 has no value. */
final class AttributeColumns {

    private final Map<String, AttributeColumn> byName;

    private AttributeColumns(Map<String, AttributeColumn> byName) {
        this.byName = byName;
    }

    /** The columns with the values at some positions. */
    static AttributeColumns select(Iterable<AttributeColumn> columns, int[] positions) {
        Map<String, AttributeColumn> byName = new LinkedHashMap<>();
        for (AttributeColumn column : columns) {
            byName.put(column.name, column.select(positions));
        }
        return new AttributeColumns(byName);
    }

    AttributeColumns select(int[] positions) {
        return select(byName.values(), positions);
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    boolean has(String name, int position) {
        return named(name).has(position);
    }

    OptionalDouble number(String name, int position) {
        AttributeColumn column = of(name, AttributeColumn.Kind.NUMBER);
        return column.has(position) ? OptionalDouble.of(column.number(position)) : OptionalDouble.empty();
    }

    Optional<Money> money(String name, int position) {
        AttributeColumn column = of(name, AttributeColumn.Kind.MONEY);
        return column.has(position) ? Optional.of(column.money(position)) : Optional.empty();
    }

    Optional<LocalDate> date(String name, int position) {
        AttributeColumn column = of(name, AttributeColumn.Kind.DATE);
        return column.has(position) ? Optional.of(column.date(position)) : Optional.empty();
    }

    Optional<String> category(String name, int position) {
        AttributeColumn column = of(name, AttributeColumn.Kind.CATEGORY);
        return column.has(position) ? Optional.of(column.category(position)) : Optional.empty();
    }

    Set<String> set(String name, int position) {
        AttributeColumn column = of(name, AttributeColumn.Kind.SET);
        return column.has(position) ? column.labels(position) : Set.of();
    }

    private AttributeColumn named(String name) {
        AttributeColumn column = byName.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    byName.isEmpty()
                            ? "there are no columns, but one named '" + name + "' was asked for"
                            : "column must be one of " + String.join(", ", byName.keySet()) + ", but was '" + name
                                    + "'");
        }
        return column;
    }

    boolean holdsNumbers(String name) {
        return named(name).kind == AttributeColumn.Kind.NUMBER;
    }

    private AttributeColumn of(String name, AttributeColumn.Kind kind) {
        AttributeColumn column = named(name);
        if (column.kind != kind) {
            throw new IllegalArgumentException(
                    "column '" + name + "' holds " + column.kind.plural + ", not " + kind.plural);
        }
        return column;
    }
}
