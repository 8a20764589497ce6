package io.clv.io;

import java.math.BigDecimal;

/** The decimal text of a double that reads back as the same double, without an exponent. */
final class PlainNumber {

    private PlainNumber() {}

    static String of(double value) {
        // -0.0 and 0.0 are one number to a reader.
        String text = Double.toString(value + 0.0);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }
}
