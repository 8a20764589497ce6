package io.clv.io;

import java.util.regex.Pattern;

/** Reads decimals with a point, an exponent perhaps after them, as doubles. */
final class NumberField {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private double value;
    private String fault = "";

    /** What was read last. */
    double value() {
        return value;
    }

    /** Why the last text was refused, to follow its value in a message. */
    String fault() {
        return fault;
    }

    /** Whether the text is a finite number. */
    boolean read(char[] buffer, int from, int to) {
        String text = Numerals.plain(new String(buffer, from, to - from))
                .replace(Numerals.ARABIC_DECIMAL, '.')
                .replace('\u2212', '-');
        if (!DECIMAL.matcher(text).matches()) {
            fault = AmountField.NO_NUMBER;
            return false;
        }
        // Adding zero turns -0.0 into 0.0.
        value = Double.parseDouble(text) + 0.0;
        fault = "must be finite";
        return Double.isFinite(value);
    }
}
