package io.clv.lifecycle;

import io.clv.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as the sentences of plans show them. */
final class PlanWording {

    private PlanWording() {}

    /** "1,203". */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 customer", "2,000 customers". */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** "1,250", "0.5". */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
        String text = String.format(Locale.ROOT, "%,.2f", rounded);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text.replaceAll("0$", "");
    }

    /** "62%", "0.4%", "less than 0.1%". */
    static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.05) {
            return "less than 0.1%";
        }
        int digits = (percent > 0 && percent < 1) || (percent > 99 && percent < 100) ? 1 : 0;
        return new BigDecimal(percent).setScale(digits, RoundingMode.HALF_EVEN).toPlainString() + "%";
    }

    static String percent(Ratio share) {
        return percent(share.value());
    }

    static void requireUnset(String name, @Nullable Object previous) {
        if (previous != null) {
            throw new IllegalArgumentException(name + " was already set to " + previous);
        }
    }
}
