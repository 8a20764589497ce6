package io.clv.ltv;

import com.google.common.base.Ascii;
import io.clv.quantity.LossRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;

/** Numbers as the sentences of an estimate show them: rounded for a reader, where text forms keep every digit. */
final class Wording {

    private static final int SIGNIFICANT = 3;

    private static final MathContext SHOWN = new MathContext(6);

    private Wording() {}

    /** "month" for months. */
    static String singular(ChronoUnit unit) {
        String plural = Ascii.toLowerCase(unit.name());
        return plural.substring(0, plural.length() - 1);
    }

    /** "month" for a span of one month, else its text form: what follows "each" or "every". */
    static String each(Span span) {
        return span.length() == 1 ? singular(span.unit()) : span.toString();
    }

    /** The text form of a value, with figures that come from a measurement cut to six digits. */
    static String shown(Object value) {
        if (value instanceof Pace pace && isLong(pace.count())) {
            return plain(cut(pace.count())) + " per " + singular(pace.unit());
        }
        if (value instanceof LossRate rate && isLong(rate.share())) {
            return plain(cut(rate.share()).movePointRight(2)) + "% per " + singular(rate.unit());
        }
        if (value instanceof Span span && isLong(span.length())) {
            return Span.of(cut(span.length()).doubleValue(), span.unit()).toString();
        }
        return value.toString();
    }

    private static boolean isLong(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().precision() > SHOWN.getPrecision();
    }

    private static BigDecimal cut(double value) {
        return new BigDecimal(value).round(SHOWN);
    }

    /** "33.3 months". */
    static String about(Span span) {
        String length = rounded(span.length());
        return length + " " + singular(span.unit()) + (length.equals("1") ? "" : "s");
    }

    /** "54.3%". */
    static String percent(double share) {
        return rounded(100 * share) + "%";
    }

    /** All digits, without an exponent or a trailing ".0". */
    static String number(double value) {
        return plain(new BigDecimal(Double.toString(value)));
    }

    /** To three significant digits, and to at least one decimal. */
    private static String rounded(double value) {
        BigDecimal exact = new BigDecimal(value);
        int integerDigits = exact.precision() - exact.scale();
        return plain(exact.setScale(Math.max(1, SIGNIFICANT - integerDigits), RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
