package io.clv.ledger;

import io.clv.task.Parallelism;

/**
 * What the ids of a log have in common.
 *
 * @param ascii whether all their letters are ASCII
 * @param longest the length of the longest
 * @param prefix the length of what all begin with
 * @param low which of the letters 0 to 63 occur after it
 * @param high which of the letters 64 to 127 do
 */
record TextSurvey(boolean ascii, int longest, int prefix, long low, long high) {

    static final int ASCII = 128;

    private static final int SAMPLE = 1 << 10;

    static TextSurvey of(String[] ids, Parallelism parallelism) {
        int prefix = sampledPrefix(ids);
        while (true) {
            TextSurvey survey = of(ids, prefix, parallelism);
            if (survey.prefix == prefix) {
                return survey;
            }
            prefix = survey.prefix;
        }
    }

    private static int sampledPrefix(String[] ids) {
        int prefix = ids[0].length();
        int step = Math.max(1, ids.length / SAMPLE);
        for (int row = 0; row < ids.length; row += step) {
            prefix = common(ids[0], ids[row], prefix);
        }
        return prefix;
    }

    private static int common(String first, String id, int most) {
        int limit = Math.min(most, id.length());
        int at = 0;
        while (at < limit && first.charAt(at) == id.charAt(at)) {
            at++;
        }
        return at;
    }

    private static TextSurvey of(String[] ids, int prefix, Parallelism parallelism) {
        Blocks blocks = Blocks.of(ids.length, parallelism);
        TextSurvey[] surveys = new TextSurvey[blocks.count()];
        parallelism.run(
                blocks.count(), block -> surveys[block] = ofBlock(ids, blocks.begin(block), blocks.end(block), prefix));
        TextSurvey all = surveys[0];
        for (TextSurvey survey : surveys) {
            all = all.and(survey);
        }
        return all;
    }

    private static TextSurvey ofBlock(String[] ids, int from, int to, int assumed) {
        int prefix = assumed;
        int longest = 0;
        int letters = 0;
        long low = 0;
        long high = 0;
        for (int row = from; row < to; row++) {
            String id = ids[row];
            if (id.isEmpty() || id.charAt(0) <= ' ' || id.charAt(0) >= ASCII) {
                Ids.requireText("customer of row " + (row + 1L), id);
            }
            prefix = common(ids[0], id, prefix);
            int length = id.length();
            longest = Math.max(longest, length);
            for (int i = prefix; i < length; i++) {
                char letter = id.charAt(i);
                letters |= letter;
                long bit = 1L << letter;
                low |= (letter & 64) == 0 ? bit : 0;
                high |= (letter & 64) == 0 ? 0 : bit;
            }
        }
        boolean ascii = letters < ASCII && ids[from].chars().limit(prefix).allMatch(letter -> letter < ASCII);
        return new TextSurvey(ascii, longest, prefix, low, high);
    }

    private TextSurvey and(TextSurvey other) {
        return new TextSurvey(
                ascii && other.ascii,
                Math.max(longest, other.longest),
                Math.min(prefix, other.prefix),
                low | other.low,
                high | other.high);
    }

    /** The letters that occur, in order. */
    char[] alphabet() {
        char[] letters = new char[Long.bitCount(low) + Long.bitCount(high)];
        int size = 0;
        for (char letter = 0; letter < ASCII; letter++) {
            long word = letter < Long.SIZE ? low : high;
            if ((word >>> letter & 1) != 0) {
                letters[size++] = letter;
            }
        }
        return letters;
    }
}
