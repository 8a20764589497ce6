package io.clv.btyd;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import io.clv.ledger.JoinedAttributes;
import io.clv.numerics.CompensatedSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * How covariates become numbers, kept with the model that was fitted to them: a number is counted in standard
 * deviations from its mean, so that a coefficient is the effect of one standard deviation and the model without effects
 * is that of a customer with mean numbers; a category is 0 or 1 for each label but the base, the most frequent one.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class CovariateEncoding {

    private final ImmutableList<Column> columns;
    private final ImmutableList<String> terms;

    private CovariateEncoding(List<Column> columns) {
        this.columns = ImmutableList.copyOf(columns);
        this.terms =
                columns.stream().flatMap(column -> column.terms().stream()).collect(ImmutableList.toImmutableList());
    }

    /** One covariate. */
    private sealed interface Column {
        String name();

        List<String> terms();

        /** Fills in the terms of a customer from a place on, and returns the place after them. */
        int encode(Covariates values, double[] terms, int at);

        /** What follows the name in the text form. */
        String text();
    }

    private record Numeric(String name, double centre, double scale) implements Column {

        @Override
        public List<String> terms() {
            return List.of(name);
        }

        @Override
        public int encode(Covariates values, double[] terms, int at) {
            OptionalDouble value = values.number(name);
            if (value.isEmpty()) {
                throw new IllegalArgumentException("covariates must have a number '" + name + "', but were " + values);
            }
            terms[at] = (value.getAsDouble() - centre) / scale;
            return at + 1;
        }

        @Override
        public String text() {
            return "number " + centre + " " + scale + " " + name;
        }
    }

    private record Category(String name, List<String> labels) implements Column {

        @Override
        public List<String> terms() {
            return labels.subList(1, labels.size()).stream()
                    .map(label -> name + "=" + label)
                    .toList();
        }

        @Override
        public int encode(Covariates values, double[] terms, int at) {
            Optional<String> value = values.category(name);
            if (value.isEmpty()) {
                throw new IllegalArgumentException(
                        "covariates must have a category '" + name + "', but were " + values);
            }
            int label = labels.indexOf(value.get());
            if (label < 0) {
                throw new IllegalArgumentException("category '" + name + "' must be one of " + String.join(", ", labels)
                        + ", but was '" + value.get() + "'");
            }
            for (int i = 1; i < labels.size(); i++) {
                terms[at + i - 1] = i == label ? 1 : 0;
            }
            return at + labels.size() - 1;
        }

        @Override
        public String text() {
            return "category " + name + "\t" + String.join("\t", labels);
        }
    }

    /** Collects covariates and how each becomes numbers. Not safe to share between threads. */
    public static final class Builder {

        private final List<Column> columns = new ArrayList<>();

        private Builder() {}

        /**
         * A number.
         *
         * @param name the covariate
         * @param centre what is counted as 0
         * @param scale what is counted as 1 above it; positive
         * @return this builder
         * @throws IllegalArgumentException if the name is blank, holds a control character or is taken, or a number is
         *     not finite, or the scale is not above 0
         */
        public Builder number(String name, double centre, double scale) {
            if (!Double.isFinite(centre)) {
                throw new IllegalArgumentException("centre of " + name + " must be finite, but was " + centre);
            }
            Arguments.requireParameter("scale of " + name, scale);
            columns.add(new Numeric(checked(name), centre, scale));
            return this;
        }

        /**
         * A category.
         *
         * @param name the covariate
         * @param labels all that it may be, the base first
         * @return this builder
         * @throws IllegalArgumentException if the name or a label is blank, holds a control character or is taken, or
         *     there are fewer than two labels
         */
        public Builder category(String name, List<String> labels) {
            if (labels.size() < 2) {
                throw new IllegalArgumentException(
                        "category '" + name + "' must have at least two labels, but had " + labels);
            }
            List<String> known = new ArrayList<>();
            for (String label : labels) {
                if (known.contains(label)) {
                    throw new IllegalArgumentException(
                            "labels of category '" + name + "' must differ, but were " + labels);
                }
                known.add(requireText("label of category '" + name + "'", label));
            }
            columns.add(new Category(checked(name), List.copyOf(known)));
            return this;
        }

        private String checked(String name) {
            requireText("name of a covariate", name);
            if (columns.stream().anyMatch(column -> column.name().equals(name))) {
                throw new IllegalArgumentException("covariate '" + name + "' was already set");
            }
            return name;
        }

        /**
         * Makes the encoding.
         *
         * @return the encoding
         * @throws IllegalArgumentException if there is no covariate
         */
        public CovariateEncoding build() {
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("an encoding must have at least one covariate, but had none");
            }
            return new CovariateEncoding(columns);
        }
    }

    private static String requireText(String what, String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " must not be blank or hold control characters, but was '" + text + "'");
        }
        return text;
    }

    /**
     * Starts an encoding of which all is known.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Learns from customers what is the mean, the spread, and the most frequent label.
     *
     * @param attributes of the customers
     * @param names columns of numbers and categories
     * @return the encoding
     * @throws IllegalArgumentException if there is no such column or it holds neither, a customer has no value in it,
     *     or it is the same for all customers
     */
    public static CovariateEncoding of(JoinedAttributes attributes, List<String> names) {
        Builder builder = builder();
        for (String name : names) {
            if (attributes.holdsNumbers(name)) {
                learnNumber(builder, attributes, name);
            } else {
                learnCategory(builder, attributes, name);
            }
        }
        return builder.build();
    }

    private static void learnNumber(Builder builder, JoinedAttributes attributes, String name) {
        int customers = attributes.customers().size();
        CompensatedSum sum = new CompensatedSum();
        for (int row = 0; row < customers; row++) {
            sum.add(number(attributes, name, row));
        }
        double mean = sum.value() / customers;
        CompensatedSum squares = new CompensatedSum();
        for (int row = 0; row < customers; row++) {
            double off = number(attributes, name, row) - mean;
            squares.add(off * off);
        }
        double deviation = Math.sqrt(squares.value() / customers);
        if (!(deviation > 1e-12 * Math.abs(mean))) {
            throw new IllegalArgumentException("covariate '" + name + "' must differ between customers, but was "
                    + (customers == 0 ? "of none" : mean + " for all"));
        }
        builder.number(name, mean, deviation);
    }

    private static void learnCategory(Builder builder, JoinedAttributes attributes, String name) {
        Multiset<String> counts = TreeMultiset.create();
        for (int row = 0; row < attributes.customers().size(); row++) {
            counts.add(category(attributes, name, row));
        }
        if (counts.elementSet().size() < 2) {
            throw new IllegalArgumentException("covariate '" + name + "' must differ between customers, but was "
                    + (counts.isEmpty() ? "of none" : "'" + counts.iterator().next() + "' for all"));
        }
        String base = counts.iterator().next();
        for (String label : counts.elementSet()) {
            base = counts.count(label) > counts.count(base) ? label : base;
        }
        List<String> labels = new ArrayList<>(counts.elementSet());
        labels.remove(base);
        labels.add(0, base);
        builder.category(name, labels);
    }

    private static double number(JoinedAttributes attributes, String name, int row) {
        return attributes.number(name, row).orElseThrow(() -> missing(attributes, name, row));
    }

    private static String category(JoinedAttributes attributes, String name, int row) {
        return attributes.category(name, row).orElseThrow(() -> missing(attributes, name, row));
    }

    private static IllegalArgumentException missing(JoinedAttributes attributes, String name, int row) {
        return new IllegalArgumentException(
                "covariate '" + name + "' must have a value for every customer, but has none" + " for '"
                        + attributes.customers().id(row) + "'");
    }

    /**
     * The covariates of a customer.
     *
     * @param attributes of the customers
     * @param row from 0
     * @return those of this encoding
     * @throws IllegalArgumentException if there is no such column or it holds something else, or the customer has no
     *     value in it
     */
    public Covariates of(JoinedAttributes attributes, int row) {
        Covariates values = null;
        for (Column column : columns) {
            String name = column.name();
            if (column instanceof Numeric) {
                double number = number(attributes, name, row);
                values = values == null ? Covariates.of(name, number) : values.and(name, number);
            } else {
                String category = category(attributes, name, row);
                values = values == null ? Covariates.of(name, category) : values.and(name, category);
            }
        }
        if (values == null) {
            throw new IllegalStateException("an encoding without a column");
        }
        return values;
    }

    /**
     * The names of the covariates.
     *
     * @return in order
     */
    public List<String> covariates() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * What a covariate becomes: a number one term of its own name, a category one for each label but the base, such as
     * "channel=web".
     *
     * @return the terms, in order
     */
    public List<String> terms() {
        return terms;
    }

    /** The terms of one covariate. */
    List<String> termsOf(String covariate) {
        return columns.stream()
                .filter(column -> column.name().equals(covariate))
                .findFirst()
                .map(Column::terms)
                .orElseThrow(() -> new IllegalArgumentException("covariate must be one of "
                        + String.join(", ", covariates()) + ", but was '" + covariate + "'"));
    }

    /**
     * The terms of a customer.
     *
     * @param values the covariates; others than those of the encoding do not count
     * @return a number for each term
     * @throws IllegalArgumentException if a covariate is missing, or a category has a label that is not known
     */
    public double[] encode(Covariates values) {
        double[] encoded = new double[terms.size()];
        int at = 0;
        for (Column column : columns) {
            at = column.encode(values, encoded, at);
        }
        return encoded;
    }

    /** The terms of all customers, a row each. */
    double[][] encode(JoinedAttributes attributes) {
        double[][] rows = new double[attributes.customers().size()][];
        IntFunction<Covariates> values = row -> of(attributes, row);
        for (int row = 0; row < rows.length; row++) {
            rows[row] = encode(values.apply(row));
        }
        return rows;
    }

    /** A line for each covariate. */
    List<String> lines() {
        return columns.stream().map(Column::text).toList();
    }

    /** Reads what {@link #lines} gave. */
    static CovariateEncoding parse(List<String> lines) {
        Builder builder = builder();
        for (String line : lines) {
            String[] words = line.split(" ", 4);
            if (words.length == 4 && words[0].equals("number")) {
                builder.number(words[3], Double.parseDouble(words[1]), Double.parseDouble(words[2]));
            } else if (line.startsWith("category ")) {
                List<String> labels =
                        List.of(line.substring("category ".length()).split("\t", -1));
                builder.category(labels.get(0), labels.subList(1, labels.size()));
            } else {
                throw new IllegalArgumentException("covariate must be a number or a category, but was '" + line + "'");
            }
        }
        return builder.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CovariateEncoding encoding && encoding.columns.equals(columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    /** The terms. */
    @Override
    public String toString() {
        return terms.toString();
    }
}
