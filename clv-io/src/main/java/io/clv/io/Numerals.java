package io.clv.io;

/**
 * Brings numbers as they are written in right-to-left text to plain form: Arabic-Indic and Persian digits become 0 to
 * 9, and the invisible marks that steer the direction of text go.
 */
final class Numerals {

    static final char ARABIC_DECIMAL = '\u066B';
    static final char ARABIC_THOUSANDS = '\u066C';

    private Numerals() {}

    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0660' && c <= '\u0669') {
                plain.append((char) ('0' + (c - '\u0660')));
            } else if (c >= '\u06F0' && c <= '\u06F9') {
                plain.append((char) ('0' + (c - '\u06F0')));
            } else if (!isDirectionMark(c)) {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    private static boolean isDirectionMark(char c) {
        return c == '\u061C'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
