package io.clv.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How much stronger or weaker days are than the average day, by the day of the week, the month of the year, or both,
 * multiplied. It says when orders come and not how many: the factors of the week are divided by their mean, and so are
 * those of the year, in which each month counts its days (February 28.2425 of them). Immutable.
 */
public final class SeasonalIndex {

    private static final SeasonalIndex NONE = new SeasonalIndex(ones(7), ones(12));

    private static final double FEBRUARY = 28.2425;

    private final double[] week;
    private final double[] year;

    private SeasonalIndex(double[] week, double[] year) {
        this.week = week;
        this.year = year;
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /**
     * All days alike.
     *
     * @return the index that is 1 on each
     */
    static SeasonalIndex none() {
        return NONE;
    }

    /**
     * The days of the week.
     *
     * @param factors seven of them, from Monday; of any mean
     * @return the index
     * @throws IllegalArgumentException if there are not seven, or one is negative or not finite, or all are 0
     */
    public static SeasonalIndex ofWeek(double... factors) {
        return new SeasonalIndex(week(factors), ones(12));
    }

    /**
     * The months of the year.
     *
     * @param factors twelve of them, from January, of a day in each month; of any mean
     * @return the index
     * @throws IllegalArgumentException if there are not twelve, or one is negative or not finite, or all are 0
     */
    public static SeasonalIndex ofYear(double... factors) {
        return new SeasonalIndex(ones(7), year(factors));
    }

    private static double[] week(double[] factors) {
        return scaled("days of the week", factors, ones(7));
    }

    private static double[] year(double[] factors) {
        double[] days = new double[12];
        for (Month month : Month.values()) {
            days[month.getValue() - 1] = month == Month.FEBRUARY ? FEBRUARY : month.minLength();
        }
        return scaled("months of the year", factors, days);
    }

    /**
     * Reads a week or a year: {@code "1.1, 1, 1, 1, 1.2, 0.9, 0.8"} is one of the week, twelve numbers are one of the
     * year.
     *
     * @param text seven or twelve numbers with commas between them
     * @return the index
     * @throws IllegalArgumentException if they are not numbers or not so many, or as {@link #ofWeek}
     */
    public static SeasonalIndex parse(String text) {
        List<Double> factors = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            try {
                factors.add(Double.parseDouble(each.strip()));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "seasonal index must be numbers with commas between them, but was '" + text.strip() + "'", e);
            }
        }
        double[] values = factors.stream().mapToDouble(each -> each).toArray();
        return switch (values.length) {
            case 7 -> ofWeek(values);
            case 12 -> ofYear(values);
            default ->
                throw new IllegalArgumentException("seasonal index must have 7 numbers, from Monday, or 12, from"
                        + " January, but had " + values.length);
        };
    }

    private static double[] scaled(String name, double[] factors, double[] weights) {
        if (factors.length != weights.length) {
            throw new IllegalArgumentException(
                    "index of the " + name + " must have " + weights.length + " factors, but had " + factors.length);
        }
        double sum = 0;
        double all = 0;
        for (int i = 0; i < factors.length; i++) {
            if (!(factors[i] >= 0 && factors[i] <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "index of the " + name + " must have factors from 0, but had " + factors[i]);
            }
            sum += weights[i] * factors[i];
            all += weights[i];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("index of the " + name + " must have a factor above 0, but had none");
        }
        double mean = sum / all;
        return Arrays.stream(factors).map(factor -> factor / mean).toArray();
    }

    /**
     * Both indices at once.
     *
     * @param other the other
     * @return the index whose days are the products, again with a mean of 1 over the week and over the year
     * @throws IllegalArgumentException if no day is above 0 in both
     */
    public SeasonalIndex and(SeasonalIndex other) {
        return new SeasonalIndex(week(product(week, other.week)), year(product(year, other.year)));
    }

    private static double[] product(double[] one, double[] other) {
        double[] product = one.clone();
        Arrays.setAll(product, i -> one[i] * other[i]);
        return product;
    }

    /**
     * The index of a day.
     *
     * @param day the date
     * @return how many times the average day
     */
    public double on(LocalDate day) {
        return week[day.getDayOfWeek().getValue() - 1] * year[day.getMonthValue() - 1];
    }

    /** The sum over the days from one through another: how many average days they are worth. */
    double over(LocalDate from, LocalDate through) {
        double sum = 0;
        for (LocalDate day = from; !day.isAfter(through); day = day.plusDays(1)) {
            sum += on(day);
        }
        return sum;
    }

    boolean isNone() {
        return equals(NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeasonalIndex index
                && Arrays.equals(week, index.week)
                && Arrays.equals(year, index.year);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(week) + Arrays.hashCode(year);
    }

    /** The strongest and the weakest. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (!Arrays.equals(week, NONE.week)) {
            parts.add("days of the week from " + range(week, i -> DayOfWeek.of(i + 1)));
        }
        if (!Arrays.equals(year, NONE.year)) {
            parts.add("months from " + range(year, i -> Month.of(i + 1)));
        }
        return parts.isEmpty() ? "no season" : String.join(", ", parts);
    }

    private interface Name {
        Enum<?> of(int i);
    }

    private static String range(double[] factors, Name name) {
        int low = 0;
        int high = 0;
        for (int i = 1; i < factors.length; i++) {
            low = factors[i] < factors[low] ? i : low;
            high = factors[i] > factors[high] ? i : high;
        }
        return part(factors[low], name.of(low)) + " to " + part(factors[high], name.of(high));
    }

    private static String part(double factor, Enum<?> name) {
        String word = name.name();
        return Wording.number(factor, 2) + " (" + word.charAt(0)
                + word.substring(1).toLowerCase(Locale.ROOT) + ")";
    }
}
