package io.clv.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Ways to take a log apart and to put together what was made of the parts. */
final class Parts {

    private Parts() {}

    /** Rows dealt to some parts at random; parts may stay empty. */
    static List<List<SlowSummary.Row>> deal(List<SlowSummary.Row> rows, int parts, Random random) {
        List<List<SlowSummary.Row>> dealt = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            dealt.add(new ArrayList<>());
        }
        rows.forEach(row -> dealt.get(random.nextInt(parts)).add(row));
        return dealt;
    }

    /** Rows up to the first date, up to the next, and so on, and those after the last. */
    static List<List<SlowSummary.Row>> cut(List<SlowSummary.Row> rows, List<LocalDate> ascending) {
        List<List<SlowSummary.Row>> parts = new ArrayList<>();
        for (int i = 0; i <= ascending.size(); i++) {
            parts.add(new ArrayList<>());
        }
        for (SlowSummary.Row row : rows) {
            int part = 0;
            while (part < ascending.size() && row.date().isAfter(ascending.get(part))) {
                part++;
            }
            parts.get(part).add(row);
        }
        return parts;
    }

    static List<LocalDate> ascending(List<LocalDate> dates) {
        return List.copyOf(new TreeSet<>(dates));
    }

    /** Merges in a random order and grouping. */
    static <T> T merge(List<T> parts, BinaryOperator<T> merge, Random random) {
        List<T> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            Collections.shuffle(left, random);
            T one = left.remove(left.size() - 1);
            T other = left.remove(left.size() - 1);
            left.add(merge.apply(one, other));
        }
        return left.get(0);
    }
}
