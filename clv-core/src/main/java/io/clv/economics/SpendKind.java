package io.clv.economics;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the money went to. A cost of acquisition that counts media alone flatters every channel that needs people. */
public enum SpendKind {
    /** What a platform, publisher or printer was paid for space, clicks and reach. */
    MEDIA,
    /** Agencies, commissions, bounties, and discounts given to newcomers only. */
    FEES,
    /** The people who win customers. */
    SALARIES,
    /** Software and data used to win customers. */
    TOOLS;

    /**
     * The word for it.
     *
     * @return the name in lower case
     */
    public String label() {
        return Ascii.toLowerCase(name());
    }

    /**
     * Reads the word.
     *
     * @param text such as "media", in any case
     * @return the kind
     * @throws IllegalArgumentException if there is no such kind; the message lists them
     */
    public static SpendKind parse(String text) {
        for (SpendKind kind : values()) {
            if (kind.label().equals(Ascii.toLowerCase(text.strip()))) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind of spend must be one of "
                + Arrays.stream(values()).map(SpendKind::label).collect(Collectors.joining(", ")) + ", but was '"
                + text.strip() + "'");
    }
}
