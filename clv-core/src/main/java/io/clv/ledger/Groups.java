package io.clv.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One group for each row of a table: a segment, a stage, a cohort, an arm of a test. A group is a code from 0 and has a
 * label; a label may have no row. The order of labels is that of whoever made the groups, from low to high for tiers.
 * Immutable; equal when codes and labels are.
 */
public final class Groups {

    private final int[] codes;
    private final List<String> labels;
    private final int[] counts;

    private Groups(int[] codes, List<String> labels) {
        this.codes = codes;
        this.labels = labels;
        this.counts = new int[labels.size()];
        for (int row = 0; row < codes.length; row++) {
            int code = codes[row];
            if (code < 0 || code >= counts.length) {
                throw new IllegalArgumentException("code of a group must be at least 0 and below the number of labels, "
                        + counts.length + ", but at row " + row + " was " + code);
            }
            counts[code]++;
        }
    }

    /**
     * Groups by code.
     *
     * @param codes the code of each row's group, which are copied
     * @param labels the label of each code, none blank, no two equal
     * @return the groups
     * @throws IllegalArgumentException if a code has no label, or a label is blank or comes twice
     */
    public static Groups of(int[] codes, List<String> labels) {
        Set<String> distinct = new HashSet<>();
        for (String label : labels) {
            if (!distinct.add(Ids.requireText("label of a group", label))) {
                throw new IllegalArgumentException("labels of groups must differ, but '" + label + "' came twice");
            }
        }
        return new Groups(codes.clone(), List.copyOf(labels));
    }

    /**
     * Groups by the label of each row. The codes follow the code point order of the labels.
     *
     * @param labels one for each row, none blank
     * @return the groups
     * @throws IllegalArgumentException if a label is blank
     */
    public static Groups ofLabels(List<String> labels) {
        Set<String> ascending = new TreeSet<>(CodePoints.ORDER);
        ascending.addAll(labels);
        List<String> distinct = new ArrayList<>(ascending);
        Map<String, Integer> codeOf = new HashMap<>();
        for (String label : distinct) {
            codeOf.put(label, codeOf.size());
        }
        int[] codes = labels.stream()
                .mapToInt(label -> codeOf.getOrDefault(label, -1))
                .toArray();
        return of(codes, distinct);
    }

    /**
     * How many rows there are.
     *
     * @return 0 or more
     */
    public int size() {
        return codes.length;
    }

    /**
     * The code of a row's group.
     *
     * @param row from 0
     * @return from 0 to the number of labels less one
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int code(int row) {
        return codes[row];
    }

    /**
     * The label of a row's group.
     *
     * @param row from 0
     * @return the label
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public String label(int row) {
        return labels.get(codes[row]);
    }

    /**
     * The labels by code.
     *
     * @return immutable
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * How many rows are in a group.
     *
     * @param code the group's
     * @return 0 or more
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public int count(int code) {
        return counts[code];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Groups groups && labels.equals(groups.labels) && Arrays.equals(codes, groups.codes);
    }

    @Override
    public int hashCode() {
        return 31 * labels.hashCode() + Arrays.hashCode(codes);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(codes.length).append(" rows");
        for (int code = 0; code < counts.length; code++) {
            text.append(code == 0 ? ": " : ", ")
                    .append(labels.get(code))
                    .append(' ')
                    .append(counts[code]);
        }
        return text.toString();
    }
}
