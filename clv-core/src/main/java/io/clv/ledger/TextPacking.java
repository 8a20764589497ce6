package io.clv.ledger;

import io.clv.task.Parallelism;
import java.util.Optional;

/**
 * Short ids as numbers: what follows their common prefix, letter by letter from the top, each letter as its place in
 * the alphabet that the ids use. Exact, and the order of the numbers is the order of the ids by code point, so that
 * text goes through the engines as numbers do. Eight digits take 32 bits, nine letters of ASCII 63.
 */
final class TextPacking {

    /** Numbers stay positive, so that their signed order is their order. */
    private static final int BITS = Long.SIZE - 1;

    private final String prefix;
    private final byte[] codes;
    private final char[] letters;
    private final int bits;
    private final int slots;

    private TextPacking(String prefix, TextSurvey survey) {
        this.prefix = prefix;
        this.letters = survey.alphabet();
        this.codes = new byte[TextSurvey.ASCII];
        for (int i = 0; i < letters.length; i++) {
            codes[letters[i]] = (byte) (i + 1);
        }
        this.bits = Math.max(1, Packing.bits(0, letters.length));
        this.slots = BITS / bits;
    }

    /** The packing of these ids, or nothing where they are too long or not ASCII. */
    static Optional<TextPacking> of(String[] ids, Parallelism parallelism) {
        if (ids.length == 0) {
            return Optional.empty();
        }
        TextSurvey survey = TextSurvey.of(ids, parallelism);
        if (!survey.ascii()) {
            return Optional.empty();
        }
        TextPacking packing = new TextPacking(ids[0].substring(0, survey.prefix()), survey);
        return survey.longest() - survey.prefix() <= packing.slots ? Optional.of(packing) : Optional.empty();
    }

    long[] pack(String[] ids, Parallelism parallelism) {
        long[] keys = new long[ids.length];
        Blocks blocks = Blocks.of(ids.length, parallelism);
        parallelism.run(blocks.count(), block -> {
            for (int row = blocks.begin(block); row < blocks.end(block); row++) {
                keys[row] = pack(ids[row]);
            }
        });
        return keys;
    }

    private long pack(String id) {
        long key = 0;
        int length = id.length();
        for (int i = prefix.length(); i < length; i++) {
            key = (key << bits) | codes[id.charAt(i)];
        }
        return key << (bits * (slots - (length - prefix.length())));
    }

    /** The key of an id, or -1 if no id of the log can have it. */
    long keyOf(String id) {
        if (!id.startsWith(prefix) || id.length() - prefix.length() > slots) {
            return -1;
        }
        for (int i = prefix.length(); i < id.length(); i++) {
            if (id.charAt(i) >= TextSurvey.ASCII || codes[id.charAt(i)] == 0) {
                return -1;
            }
        }
        return pack(id);
    }

    String text(long key) {
        StringBuilder text = new StringBuilder(prefix);
        for (int slot = slots - 1; slot >= 0; slot--) {
            int code = (int) (key >>> (bits * slot)) & ((1 << bits) - 1);
            if (code == 0) {
                break;
            }
            text.append(letters[code - 1]);
        }
        return text.toString();
    }
}
