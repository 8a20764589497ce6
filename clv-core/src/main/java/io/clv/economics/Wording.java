package io.clv.economics;

import com.google.common.base.Ascii;
import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as sentences show them. */
final class Wording {

    private Wording() {}

    /** "1 customer", "2,000 customers". */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
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

    /** What is joined to a base must be of that base. */
    static void requireJoined(String what, JoinedAttributes joined, CustomerValues values) {
        if (!joined.customers().equals(values.customers())) {
            throw new IllegalArgumentException(what + " must be joined to the table of the values, "
                    + values.customers() + ", but was to another, " + joined.customers());
        }
    }

    /** Of names and what was set under each, one after the other, the names under which there is nothing. */
    static String missing(@Nullable Object... namesAndValues) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                missing.add(String.valueOf(namesAndValues[i]));
            }
        }
        return String.join(", ", missing);
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
