package io.clv.io;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Reads the amounts of a log into minor units, straight from the parser's buffer where they are plain decimals, and as
 * text where a currency stands beside them or their digits are of another script. Never through a {@code double}.
 */
final class AmountField {

    static final String NO_NUMBER = "must be a number";

    /** Eighteen digits fit a long whatever they are. */
    private static final int SAFE_DIGITS = 18;

    private final Currency currency;
    private final int decimals;
    private long minorUnits;
    private String fault = "";

    AmountField(Currency currency) {
        this.currency = currency;
        this.decimals = currency.getDefaultFractionDigits();
    }

    /** What was read last. */
    long minorUnits() {
        return minorUnits;
    }

    /** Why the last text was refused, to follow its value in a message. */
    String fault() {
        return fault;
    }

    /** Whether the text is an amount of the currency. */
    boolean read(char[] buffer, int from, int to) {
        return readPlain(buffer, from, to) || readWritten(Numerals.plain(new String(buffer, from, to - from)));
    }

    private boolean readPlain(char[] buffer, int from, int to) {
        int at = from;
        boolean negative = at < to && buffer[at] == '-';
        if (negative) {
            at++;
        }
        long value = 0;
        int digits = 0;
        int afterPoint = -1;
        for (; at < to; at++) {
            int digit = buffer[at] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digits++;
                afterPoint += afterPoint >= 0 ? 1 : 0;
            } else if (buffer[at] == '.' && afterPoint < 0 && digits > 0) {
                afterPoint = 0;
            } else {
                return false;
            }
        }
        int missing = decimals - Math.max(afterPoint, 0);
        if (digits == 0 || afterPoint == 0 || missing < 0 || digits + missing > SAFE_DIGITS) {
            return false;
        }
        for (int i = 0; i < missing; i++) {
            value *= 10;
        }
        minorUnits = negative ? -value : value;
        return true;
    }

    private boolean readWritten(String text) {
        int first = firstOfNumber(text);
        int last = text.length() - 1;
        while (last >= 0 && !isDigit(text.charAt(last))) {
            last--;
        }
        if (first > last) {
            return refuse(NO_NUMBER);
        }
        String before = text.substring(0, first).strip();
        String after = text.substring(last + 1).strip();
        int sign = signAt(before);
        String mark = sign < 0 ? before : (before.substring(0, sign) + before.substring(sign + 1)).strip();
        String digits = ungrouped(text.substring(first, last + 1));
        if (digits.isEmpty() || (!mark.isEmpty() && !after.isEmpty())) {
            return refuse(NO_NUMBER);
        }
        String unit = mark.isEmpty() ? after : mark;
        if (!unit.isEmpty() && !CurrencySigns.match(unit, currency)) {
            return refuse(
                    CurrencySigns.isCurrency(unit)
                            ? "is in " + unit + ", but the log is in " + currency.getCurrencyCode()
                            : NO_NUMBER);
        }
        BigDecimal amount = new BigDecimal(digits);
        return readDecimal(sign >= 0 && before.charAt(sign) != '+' ? amount.negate() : amount);
    }

    private boolean readDecimal(BigDecimal amount) {
        BigDecimal exact = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (exact.scale() > decimals) {
            return refuse(
                    "has " + exact.scale() + " decimals, but " + currency.getCurrencyCode() + " allows " + decimals);
        }
        var minor = exact.setScale(decimals).unscaledValue();
        if (minor.bitLength() > Long.SIZE - 1) {
            return refuse("is beyond the range of " + currency.getCurrencyCode() + " money");
        }
        minorUnits = minor.longValue();
        return true;
    }

    private boolean refuse(String why) {
        fault = why;
        return false;
    }

    /** The first digit, or the point before it unless that ends an abbreviation, as in "Rs.12". */
    private static int firstOfNumber(String text) {
        int first = 0;
        while (first < text.length() && !isDigit(text.charAt(first))) {
            first++;
        }
        boolean point =
                first > 0 && (text.charAt(first - 1) == '.' || text.charAt(first - 1) == Numerals.ARABIC_DECIMAL);
        return point && (first == 1 || !Character.isLetter(text.charAt(first - 2))) ? first - 1 : first;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int signAt(String before) {
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            if (c == '-' || c == '+' || c == '\u2212') {
                return i;
            }
        }
        return -1;
    }

    /** Digits with at most one point, which the Arabic signs have become; empty if it is no number. */
    private static String ungrouped(String number) {
        StringBuilder plain = new StringBuilder(number.length());
        int sinceGroup = -1;
        boolean point = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (isDigit(c)) {
                plain.append(c);
                sinceGroup += sinceGroup >= 0 && !point ? 1 : 0;
            } else if (c == Numerals.ARABIC_THOUSANDS
                    && !point
                    && i > 0
                    && (sinceGroup < 0 ? i <= 3 : sinceGroup == 3)) {
                sinceGroup = 0;
            } else if ((c == '.' || c == Numerals.ARABIC_DECIMAL) && !point && (sinceGroup < 0 || sinceGroup == 3)) {
                plain.append('.');
                point = true;
            } else {
                return "";
            }
        }
        return sinceGroup < 0 || sinceGroup == 3 ? plain.toString() : "";
    }
}
