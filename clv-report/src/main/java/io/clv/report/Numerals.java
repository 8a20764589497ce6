package io.clv.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Digits and signs as the Unicode CLDR gives them for a language. The formats of the JDK are not asked, because they
 * change from release to release, and a report has to be the same on all.
 */
enum Numerals {
    LATIN('0', ".", ",", "-", "%"),
    // The marks around the signs keep them on the right side of the digits.
    ARABIC('\u0660', "\u066b", "\u066c", "\u061c-", "\u066a\u061c"),
    PERSIAN('\u06f0', "\u066b", "\u066c", "\u200e\u2212", "\u066a");

    private final char zero;
    private final String point;
    private final String group;
    private final String minus;
    private final String percent;

    Numerals(char zero, String point, String group, String minus, String percent) {
        this.zero = zero;
        this.point = point;
        this.group = group;
        this.minus = minus;
        this.percent = percent;
    }

    String minus() {
        return minus;
    }

    /** With thousands grouped. */
    String whole(long number) {
        return decimal(BigDecimal.valueOf(number), 0);
    }

    /** With thousands grouped, rounded half to even to a number of decimals. */
    String decimal(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_EVEN);
        String plain = rounded.abs().toPlainString();
        int end = decimals == 0 ? plain.length() : plain.length() - decimals - 1;
        StringBuilder text = new StringBuilder(rounded.signum() < 0 ? minus : "");
        for (int at = 0; at < end; at++) {
            if (at > 0 && (end - at) % 3 == 0) {
                text.append(group);
            }
            text.append(plain.charAt(at));
        }
        if (decimals > 0) {
            text.append(point).append(plain, end + 1, plain.length());
        }
        return inDigits(text.toString());
    }

    String decimal(double number, int decimals) {
        return decimal(new BigDecimal(number), decimals);
    }

    /** 0.125 with one decimal is 12.5%. */
    String percent(double share, int decimals) {
        return decimal(new BigDecimal(share).movePointRight(2), decimals) + percent;
    }

    /** A year, or a part of a name, whose thousands are not grouped. */
    String inDigits(String text) {
        StringBuilder shaped = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            shaped.append(sign >= '0' && sign <= '9' ? (char) (zero + sign - '0') : sign);
        }
        return shaped.toString();
    }
}
