package io.clv.quantity;

import com.google.common.base.Ascii;
import java.time.temporal.ChronoUnit;

/** The two halves of a text such as "3% per month", "3%/month" or "4 a year". */
record PerUnit(String amount, ChronoUnit unit) {

    static PerUnit parse(String name, String text) {
        String lower = Ascii.toLowerCase(text.strip());
        for (String separator : new String[] {"/", " per ", " a "}) {
            int at = lower.indexOf(separator);
            if (at > 0) {
                return new PerUnit(
                        lower.substring(0, at).strip(), TimeUnits.parse(lower.substring(at + separator.length())));
            }
        }
        throw new IllegalArgumentException(
                name + " must name its unit, as in '3 per month', but was '" + text.strip() + "'");
    }
}
