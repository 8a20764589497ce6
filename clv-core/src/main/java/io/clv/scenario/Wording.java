package io.clv.scenario;

import com.google.common.base.Ascii;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as sentences show them. */
final class Wording {

    private Wording() {}

    /** "1 customer", "2,000 customers". */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d ", number) + noun + (number == 1 ? "" : "s");
    }

    static String singular(ChronoUnit unit) {
        String plural = Ascii.toLowerCase(unit.name());
        return plural.substring(0, plural.length() - 1);
    }

    /** "2", "1.5". */
    static String number(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    /** To so many decimals at most. */
    static String number(double value, int decimals) {
        return plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** "+10%", "-5%". */
    static String signed(Ratio change) {
        return (change.value() < 0 ? "" : "+") + change;
    }

    /** "+5 points". */
    static String points(Ratio points) {
        String number = plain(BigDecimal.valueOf(points.value()).movePointRight(2));
        return (points.value() < 0 ? "" : "+") + number + " points";
    }

    /** A change of so much of the whole, to a tenth of a percent. */
    static String percent(OptionalDouble share) {
        if (share.isEmpty()) {
            return "of nothing";
        }
        BigDecimal rounded = new BigDecimal(100 * share.getAsDouble()).setScale(1, RoundingMode.HALF_EVEN);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString() + "%";
    }

    static String discount(CustomerValues values) {
        return values.discount().map(Object::toString).orElse("each customer's own");
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
