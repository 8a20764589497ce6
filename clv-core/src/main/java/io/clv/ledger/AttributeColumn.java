package io.clv.ledger;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value or none at each position, as words of 64 bits: the bits of a number, minor units, an epoch day, or the place
 * of a set of labels in the column's list of distinct sets. A category is a set of one. Only a builder writes to it.
 */
final class AttributeColumn {

    /** What the words mean, in the words of a message: "holds numbers". */
    enum Kind {
        NUMBER("numbers"),
        MONEY("money"),
        DATE("dates"),
        CATEGORY("categories"),
        SET("sets");

        final String plural;

        Kind(String plural) {
            this.plural = plural;
        }
    }

    private static final int FIRST_CAPACITY = 16;

    final String name;
    final Kind kind;
    final @Nullable Currency currency;
    private final BitSet present;
    private long[] words;
    private final Map<Set<String>, Integer> codes;
    private final List<Set<String>> labels;

    /** An empty column; of a currency if it holds money. */
    AttributeColumn(String name, Kind kind, @Nullable Currency currency) {
        this(name, kind, currency, new long[FIRST_CAPACITY], new BitSet(), new HashMap<>(), new ArrayList<>());
    }

    private AttributeColumn(
            String name,
            Kind kind,
            @Nullable Currency currency,
            long[] words,
            BitSet present,
            Map<Set<String>, Integer> codes,
            List<Set<String>> labels) {
        this.name = name;
        this.kind = kind;
        this.currency = currency;
        this.words = words;
        this.present = present;
        this.codes = codes;
        this.labels = labels;
    }

    boolean has(int position) {
        return position >= 0 && present.get(position);
    }

    double number(int position) {
        return Double.longBitsToDouble(words[position]);
    }

    Money money(int position) {
        return Money.ofMinor(words[position], Objects.requireNonNull(currency));
    }

    LocalDate date(int position) {
        return LocalDate.ofEpochDay(words[position]);
    }

    Set<String> labels(int position) {
        return labels.get((int) words[position]);
    }

    String category(int position) {
        return labels(position).iterator().next();
    }

    void setNumber(int position, double number) {
        set(position, Double.doubleToLongBits(number));
    }

    void setMinorUnits(int position, long minorUnits) {
        set(position, minorUnits);
    }

    void setDate(int position, LocalDate date) {
        set(position, date.toEpochDay());
    }

    void setLabels(int position, Set<String> value) {
        Integer code = codes.get(value);
        if (code == null) {
            code = labels.size();
            codes.put(value, code);
            labels.add(value);
        }
        set(position, code);
    }

    private void set(int position, long word) {
        if (position >= words.length) {
            words = Arrays.copyOf(words, Math.max(position + 1, words.length * 3 / 2));
        }
        words[position] = word;
        present.set(position);
    }

    /** A column with the values at some positions, one after the other; none where the position is -1. */
    AttributeColumn select(int[] positions) {
        long[] selected = new long[positions.length];
        BitSet there = new BitSet(positions.length);
        for (int to = 0; to < positions.length; to++) {
            if (has(positions[to])) {
                selected[to] = words[positions[to]];
                there.set(to);
            }
        }
        return new AttributeColumn(name, kind, currency, selected, there, Map.of(), List.copyOf(labels));
    }
}
