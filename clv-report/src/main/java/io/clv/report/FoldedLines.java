package io.clv.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Lines of an iCalendar, folded as RFC 5545 has it: after 75 octets of UTF-8 at most, and never within a character.
 * (The library's own writer counts {@code char}s, and cuts those apart that take two.)
 */
final class FoldedLines {

    private static final int MOST_OCTETS = 75;

    private final Writer out;
    private int octets;

    FoldedLines(Writer out) {
        this.out = out;
    }

    /** Writes whole lines, each with its end. */
    void write(String lines) throws IOException {
        for (int i = 0; i < lines.length(); ) {
            int point = lines.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\r' || point == '\n') {
                octets = 0;
            } else {
                int length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                if (octets + length > MOST_OCTETS) {
                    out.write("\r\n ");
                    octets = 1;
                }
                octets += length;
            }
            out.write(Character.toChars(point));
        }
    }
}
