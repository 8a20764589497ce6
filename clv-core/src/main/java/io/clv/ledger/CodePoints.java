package io.clv.ledger;

import java.util.Comparator;

/**
 * Strings by code point. {@link String#compareTo} goes by UTF-16 unit and puts what is written with two of them, such
 * as emoji and rare Han characters, before U+E000 to U+FFFF; other systems, and UTF-8 bytes, put it after.
 */
final class CodePoints {

    static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        int at = 0;
        while (at < length && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        if (at == length) {
            return Integer.compare(a.length(), b.length());
        }
        char unitOfA = a.charAt(at);
        char unitOfB = b.charAt(at);
        if (at > 0
                && Character.isHighSurrogate(a.charAt(at - 1))
                && (Character.isLowSurrogate(unitOfA) || Character.isLowSurrogate(unitOfB))) {
            at--;
        }
        return Integer.compare(a.codePointAt(at), b.codePointAt(at));
    }
}
