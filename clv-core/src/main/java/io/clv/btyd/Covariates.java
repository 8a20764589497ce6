package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Doubles;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What is known of one customer beside the history: numbers and categories by name. Immutable.
 *
 * <pre>{@code
 * Covariates web = Covariates.of("income", 2.5).and("channel", "web");
 * }</pre>
 */
public final class Covariates {

    private static final Covariates NONE = new Covariates(ImmutableMap.of(), ImmutableMap.of());

    private final ImmutableMap<String, Double> numbers;
    private final ImmutableMap<String, String> categories;

    private Covariates(ImmutableMap<String, Double> numbers, ImmutableMap<String, String> categories) {
        this.numbers = numbers;
        this.categories = categories;
    }

    /**
     * A number.
     *
     * @param name the covariate
     * @param value its value
     * @return covariates of that one
     * @throws IllegalArgumentException if the value is not finite
     */
    public static Covariates of(String name, double value) {
        return NONE.and(name, value);
    }

    /**
     * A category.
     *
     * @param name the covariate
     * @param value its value
     * @return covariates of that one
     */
    public static Covariates of(String name, String value) {
        return NONE.and(name, value);
    }

    /**
     * Reads the text form, such as "income=2.5, channel=web". What reads as a number is one.
     *
     * @param text names and values
     * @return the covariates
     * @throws IllegalArgumentException if the text has another form, a number is not finite, or a name comes twice
     */
    public static Covariates parse(String text) {
        Covariates all = NONE;
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "covariates must be as in 'income=2.5, channel=web', but were '" + text + "'");
            }
            String name = part.substring(0, equals).strip();
            String value = part.substring(equals + 1).strip();
            Double number = Doubles.tryParse(value);
            all = number == null ? all.and(name, value) : all.and(name, number.doubleValue());
        }
        return all;
    }

    /**
     * These covariates and a number.
     *
     * @param name the covariate
     * @param value its value
     * @return new covariates
     * @throws IllegalArgumentException if the value is not finite, or the covariate has one already
     */
    public Covariates and(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("covariate '" + name + "' must be finite, but was " + value);
        }
        return new Covariates(with(numbers, name, value), categories);
    }

    /**
     * These covariates and a category.
     *
     * @param name the covariate
     * @param value its value
     * @return new covariates
     * @throws IllegalArgumentException if the covariate has a value already
     */
    public Covariates and(String name, String value) {
        return new Covariates(numbers, with(categories, name, value));
    }

    private <T> ImmutableMap<String, T> with(Map<String, T> values, String name, T value) {
        if (numbers.containsKey(name) || categories.containsKey(name)) {
            throw new IllegalArgumentException("covariate '" + name + "' was already set");
        }
        return ImmutableMap.<String, T>builder().putAll(values).put(name, value).buildOrThrow();
    }

    /**
     * A number.
     *
     * @param name the covariate
     * @return its value; empty if there is none
     */
    public OptionalDouble number(String name) {
        Double value = numbers.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * A category.
     *
     * @param name the covariate
     * @return its value; empty if there is none
     */
    public Optional<String> category(String name) {
        return Optional.ofNullable(categories.get(name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Covariates covariates
                && covariates.numbers.equals(numbers)
                && covariates.categories.equals(categories);
    }

    @Override
    public int hashCode() {
        return 31 * numbers.hashCode() + categories.hashCode();
    }

    /** The text form that {@link #parse} reads, numbers first. */
    @Override
    public String toString() {
        return ImmutableMap.<String, Object>builder()
                .putAll(numbers)
                .putAll(categories)
                .buildOrThrow()
                .entrySet()
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
