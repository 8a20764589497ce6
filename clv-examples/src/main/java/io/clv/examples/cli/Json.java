package io.clv.examples.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;

/** The words of JSON, numbers with all digits and never with an exponent. */
final class Json {

    private Json() {}

    static String text(String value) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }

    /** A sum of weights, which is whole where nobody is weighted. */
    static String count(double value) {
        return value == Math.rint(value) ? new BigDecimal(value).toPlainString() : number(value);
    }

    /** A number, as csv has it too. */
    static String number(double value) {
        return new BigDecimal(Double.toString(value)).toPlainString();
    }
}
