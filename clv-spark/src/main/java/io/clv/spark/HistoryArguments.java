package io.clv.spark;

import org.jspecify.annotations.Nullable;

/** What a function of SQL is given of a customer. */
record HistoryArguments(int frequency, double recency, double age) {

    /** Nothing if an argument is null. */
    static @Nullable HistoryArguments of(@Nullable Object frequency, @Nullable Object recency, @Nullable Object age) {
        if (frequency == null || recency == null || age == null) {
            return null;
        }
        double whole = number("frequency", frequency);
        if (!(whole >= 0 && whole <= Integer.MAX_VALUE && whole == Math.rint(whole))) {
            throw new IllegalArgumentException(
                    "frequency must be a whole number and not negative, but was " + frequency);
        }
        return new HistoryArguments((int) whole, number("recency", recency), number("age", age));
    }

    static double number(String name, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(name + " must be a number, but was '" + value + "'");
    }
}
