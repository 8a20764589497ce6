package io.clv.examples.cli;

import io.clv.btyd.TransactionModel;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers for readers, the same in every locale. */
final class Words {

    private Words() {}

    /** "1 row", "2,000 rows". */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A number of customers, which weights may make a fraction. */
    static String weight(double number, String noun) {
        return number == Math.rint(number) ? count((long) number, noun) : decimal(number, 2) + " " + noun + "s";
    }

    /** A model with its parameters, to four digits. */
    static String model(TransactionModel model) {
        return model.name() + " with "
                + model.parameters().entrySet().stream()
                        .map(each -> each.getKey() + " " + significant(each.getValue(), 4))
                        .collect(Collectors.joining(", "));
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String decimal(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** To four digits: a span of so many days is seldom a round one of weeks. */
    static Span rounded(Span span) {
        return Span.of(Double.parseDouble(significant(span.length(), 4)), span.unit());
    }

    /** With its sign, but for 0. */
    static String signed(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString();
    }

    /** The name of a constant, in lower case with hyphens. */
    static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** With so many significant digits, however large or small it is; without an exponent where that is readable. */
    static String significant(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        double size = Math.abs(value);
        return size != 0 && (size < 1e-6 || size >= 1e9) ? rounded.toString() : rounded.toPlainString();
    }

    /** Without the currency, which the reader knows from elsewhere. */
    static String amount(Money money) {
        return money.amount().toPlainString();
    }

    static String plural(ChronoUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    static String singular(ChronoUnit unit) {
        String plural = plural(unit);
        return plural.substring(0, plural.length() - 1);
    }
}
