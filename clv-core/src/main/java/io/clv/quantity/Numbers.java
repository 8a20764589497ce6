package io.clv.quantity;

import java.math.BigDecimal;

/** Checks and text forms shared by the value types of this package. */
final class Numbers {

    /** A number with its first digit further than this from the point is written with an exponent. */
    private static final int LONGEST = 30;

    /** Decimals further out than this are neither a double nor worth an exact computation. */
    private static final int LARGEST_SCALE = 100_000;

    private Numbers() {}

    /** Refuses NaN and infinities, and turns -0.0 into 0.0, so that equal quantities are equal values. */
    static double requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, but was " + value);
        }
        return value + 0.0;
    }

    /** What to throw when finite quantities have a result that is not. */
    static ArithmeticException beyondDouble(String result) {
        return new ArithmeticException(result + " is beyond the range of a double");
    }

    /** A decimal that reads back as {@code value}, without a trailing ".0". */
    static String text(double value) {
        return text(BigDecimal.valueOf(value));
    }

    /** As {@link #text}, for {@code value} taken as a share: 0.025 is "2.5%". */
    static String percentText(double value) {
        return text(BigDecimal.valueOf(value).scaleByPowerOfTen(2)) + "%";
    }

    private static String text(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        int firstDigit = stripped.precision() - stripped.scale();
        return Math.abs(firstDigit) > LONGEST ? stripped.toString() : stripped.toPlainString();
    }

    /** The double nearest to a hundredth: dividing 0.7 by 100 would miss 0.007. */
    static double share(double percent) {
        return Double.isFinite(percent)
                ? BigDecimal.valueOf(percent).scaleByPowerOfTen(-2).doubleValue()
                : percent;
    }

    /** Reads a decimal, or a percentage: "2.5%" is 0.025. */
    static double parseShare(String name, String text) {
        String stripped = text.strip();
        if (!stripped.endsWith("%")) {
            return parse(name, text);
        }
        String digits = stripped.substring(0, stripped.length() - 1).strip();
        return toDouble(name, parseDecimal(name, digits, text).scaleByPowerOfTen(-2), text);
    }

    /** Reads a decimal. */
    static double parse(String name, String text) {
        return toDouble(name, parseDecimal(name, text.strip(), text), text);
    }

    private static BigDecimal parseDecimal(String name, String digits, String text) {
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, but was '" + text.strip() + "'", e);
        }
        if (Math.abs((long) decimal.scale()) > LARGEST_SCALE) {
            throw beyondDouble(name, text);
        }
        return decimal;
    }

    private static double toDouble(String name, BigDecimal decimal, String text) {
        double value = decimal.doubleValue();
        if (Double.isInfinite(value)) {
            throw beyondDouble(name, text);
        }
        return value;
    }

    private static IllegalArgumentException beyondDouble(String name, String text) {
        return new IllegalArgumentException(
                name + " must be within the range of a double, but was '" + text.strip() + "'");
    }
}
