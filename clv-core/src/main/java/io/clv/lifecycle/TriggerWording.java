package io.clv.lifecycle;

import com.google.common.base.Ascii;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers as the sentences of triggers show them, and refusals that they share. */
final class TriggerWording {

    private TriggerWording() {}

    /** "1 customer", "2,000 customers". */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "36 months". */
    static String periods(long number, ChronoUnit unit) {
        String plural = Ascii.toLowerCase(unit.name());
        return count(number, plural.substring(0, plural.length() - 1));
    }

    /** "3.3", without trailing zeros: "3". */
    static String number(double value) {
        return number(value, 1);
    }

    static String number(double value, int digits) {
        return plain(new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN));
    }

    /** "33.3%". */
    static String percent(double share) {
        return plain(new BigDecimal(100 * share).setScale(1, RoundingMode.HALF_EVEN)) + "%";
    }

    /** "USD 1.00 to USD 2.00". */
    static String money(Interval interval, Currency currency) {
        return Money.ofRounded(interval.low(), currency) + " to " + Money.ofRounded(interval.high(), currency);
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    static void requireUnset(String name, @Nullable Object previous) {
        if (previous != null) {
            throw new IllegalArgumentException(name + " was already set");
        }
    }

    static Ratio requireLevel(Ratio level) {
        return new Interval(0, 0, level, Interval.Of.MEAN).level();
    }

    static Ratio requireShare(String name, Ratio share) {
        if (share.value() < 0 || share.value() > 1) {
            throw new IllegalArgumentException(name + " must be between 0% and 100%, but was " + share);
        }
        return share;
    }

    /** Of names and what was set under each, one after the other, the names under which there is nothing. */
    static Optional<String> missing(@Nullable Object... namesAndValues) {
        StringBuilder missing = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                missing.append(missing.isEmpty() ? "" : ", ").append(namesAndValues[i]);
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing.toString());
    }
}
