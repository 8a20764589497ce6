package io.clv.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what is wrong with rows in the words of their columns: the core names a row by its place, which a row has on no
 * cluster.
 */
final class Faults implements Serializable {

    private static final long serialVersionUID = 1;

    private static final Pattern BY_PLACE = Pattern.compile("row (\\d+): (.*)", Pattern.DOTALL);

    private final ArrayList<String> names;

    Faults(List<String> names) {
        this.names = new ArrayList<>(names);
    }

    /** What is made of the rows, unless they are refused. */
    <T> T refused(WeightedRows rows, Function<WeightedRows, T> made) {
        String absent = absent(rows);
        if (!absent.isEmpty()) {
            throw new IllegalArgumentException(absent);
        }
        try {
            return made.apply(rows);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(inWords(rows, e), e);
        }
    }

    /** Why rows are refused; empty if they are not. */
    String of(WeightedRows rows, Function<WeightedRows, ?> made) {
        try {
            refused(rows, made);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String absent(WeightedRows rows) {
        for (int column = 0; column < names.size(); column++) {
            for (int row = 0; row < rows.size(); row++) {
                if (Double.isNaN(rows.get(column, row))) {
                    return "every customer must have a number in column '" + names.get(column)
                            + "', but at least one has null or NaN";
                }
            }
        }
        return "";
    }

    private String inWords(WeightedRows rows, IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        Matcher byPlace = BY_PLACE.matcher(message);
        if (!byPlace.matches()) {
            return message;
        }
        int row = Integer.parseInt(byPlace.group(1)) - 1;
        StringBuilder text = new StringBuilder("a customer with");
        for (int column = 0; column < names.size(); column++) {
            text.append(column == 0 ? " " : ", ")
                    .append(names.get(column))
                    .append(' ')
                    .append(rows.get(column, row));
        }
        return text.append(": ").append(byPlace.group(2)).toString();
    }
}
