package io.clv.cohort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers and lines for readers, the same in every locale. */
final class Wording {

    private static final int PERCENT = 100;

    private Wording() {}

    static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String decimal(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** "12.3%". */
    static String percent(double share) {
        return decimal(share * PERCENT, 1) + "%";
    }

    /** "+12.3%", "-4.0%". */
    static String change(double share) {
        return sign(share) + percent(share);
    }

    /** "+" before what is above 0; what is below has its own. */
    static String sign(double value) {
        return value > 0 ? "+" : "";
    }
}
