package io.clv.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What the ids of simulated customers look like. */
public enum CustomerIds {

    /** Numbers as a sequence hands them out, with holes: their range is about 37 times their count. */
    PACKABLE,

    /** Numbers all over the 64 bits, as hashes are. */
    ARBITRARY,

    /** {@code C} and eight digits, a {@link String} of its own in each row. */
    TEXT;

    private static final int DIGITS = 8;

    /** The ids of so many customers in ascending order; for {@link #TEXT} the numbers that {@link #text} spells. */
    long[] numbers(int customers) {
        long[] numbers = new long[customers];
        for (int customer = 0; customer < customers; customer++) {
            numbers[customer] = switch (this) {
                case PACKABLE -> 1_000_000_000L + customer * 37L + (Mix.bits(customer) & 31);
                case ARBITRARY -> Mix.bits(customer);
                case TEXT -> customer;
            };
        }
        Arrays.sort(numbers);
        return numbers;
    }

    /** A new string, whose hash nobody has asked for yet. */
    static String text(long number) {
        byte[] text = new byte[1 + DIGITS];
        text[0] = 'C';
        long rest = number;
        for (int digit = DIGITS; digit > 0; digit--) {
            text[digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
