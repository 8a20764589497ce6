package io.clv.economics;

import com.google.common.base.Ascii;
import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;

/** Numbers as sentences show them. */
final class Wording {

    private Wording() {}

    /** "1 customer", "2,000 customers". */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d ", number) + noun + (number == 1 ? "" : "s");
    }

    /** "18 months". */
    static String periods(long number, ChronoUnit unit) {
        return count(number, singular(unit));
    }

    static String singular(ChronoUnit unit) {
        String plural = Ascii.toLowerCase(unit.name());
        return plural.substring(0, plural.length() - 1);
    }

    /** "3.33", without trailing zeros: "3". */
    static String number(double value) {
        return plain(rounded(value, 2));
    }

    /** "33.3%". */
    static String percent(double share) {
        return plain(rounded(100 * share, 1)) + "%";
    }

    static String money(double amount, Currency currency) {
        return Money.ofRounded(amount, currency).toString();
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
