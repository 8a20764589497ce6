package io.clv.segment;

import io.clv.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures in texts for readers, the same in every locale. */
final class Wording {

    private Wording() {}

    /** "1 customer", "2,357 customers". */
    static String customers(long number) {
        return count(number) + (number == 1 ? " customer" : " customers");
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "65.3%". */
    static String percent(double share) {
        return decimal(100 * share, 1) + "%";
    }

    static String percent(Ratio share) {
        return percent(share.value());
    }

    static String decimal(double value, int digits) {
        // Adding zero turns -0.0 into 0.0.
        return String.format(
                Locale.ROOT, "%,." + digits + "f", new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN));
    }

    /** As it reads back, without a trailing ".0". */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** What is left of the whole, in decimal: 1 - 0.8 is 0.2 and not 0.19999999999999996. */
    static Ratio rest(Ratio share) {
        return Ratio.of(
                BigDecimal.ONE.subtract(BigDecimal.valueOf(share.value())).doubleValue());
    }
}
