package io.clv.examples.cli;

/**
 * Makes text that comes from data fit to print. Control characters could drive the terminal, so they are spelled out;
 * so are the marks that steer the direction of text, which could reorder the rest of the line. Text that runs from
 * right to left is wrapped in isolates, so that the columns beside it stay where they are.
 */
final class SafeText {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private SafeText() {}

    /** The text on one line, with what would act instead of show spelled out as \\u001B. */
    static String escaped(String text) {
        int at = 0;
        while (at < text.length() && !acts(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (acts(c)) {
                safe.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    safe.append("0123456789ABCDEF".charAt(c >> shift & 0xF));
                }
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    /** As {@link #escaped}, for a cell of a table. */
    static String cell(String text) {
        String safe = escaped(text);
        return isRightToLeft(safe) ? FIRST_STRONG_ISOLATE + safe + POP_ISOLATE : safe;
    }

    /** How many columns of a terminal the text takes. */
    static int width(String text) {
        return text.codePoints().map(SafeText::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** East Asian text and emoji; exact enough for a table. */
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF01 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    private static boolean acts(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                c == '\u061C'
                        || c == '\u200E'
                        || c == '\u200F'
                        || (c >= '\u202A' && c <= '\u202E')
                        || (c >= '\u2066' && c <= '\u2069');
        };
    }

    private static boolean isRightToLeft(String text) {
        return text.codePoints().anyMatch(c -> {
            byte direction = Character.getDirectionality(c);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                    || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
        });
    }
}
