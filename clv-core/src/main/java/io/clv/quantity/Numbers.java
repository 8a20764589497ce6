package io.clv.quantity;

import java.math.BigDecimal;

/** Checks and text forms shared by the value types of this package. */
final class Numbers {

    private Numbers() {}

    /** Refuses NaN and infinities, and turns -0.0 into 0.0, so that equal quantities are equal values. */
    static double requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, but was " + value);
        }
        return value + 0.0;
    }

    /** The shortest decimal that reads back as {@code value}, without an exponent or a trailing ".0". */
    static String text(double value) {
        return plain(new BigDecimal(Double.toString(value)));
    }

    /** As {@link #text}, for {@code value} taken as a share: 0.025 is "2.5%". */
    static String percentText(double value) {
        return plain(new BigDecimal(Double.toString(value)).movePointRight(2)) + "%";
    }

    /** Reads a decimal, or a percentage: "2.5%" is 0.025. */
    static double parseShare(String name, String text) {
        String stripped = text.strip();
        boolean percent = stripped.endsWith("%");
        String digits = percent ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
        BigDecimal decimal = parseDecimal(name, digits, text);
        return (percent ? decimal.movePointLeft(2) : decimal).doubleValue();
    }

    static double parse(String name, String text) {
        return parseDecimal(name, text.strip(), text).doubleValue();
    }

    private static BigDecimal parseDecimal(String name, String digits, String text) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, but was '" + text + "'", e);
        }
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
