package io.clv.io;

/** The separator of a CSV file, read off its first line: the candidate that stands there most often outside quotes. */
final class DelimiterGuess {

    /** In order of preference where two stand equally often. */
    private static final String CANDIDATES = ",;\t|";

    private DelimiterGuess() {}

    static char of(CharSequence head) {
        int[] counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        boolean text = false;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (text) {
                    break;
                }
                continue;
            } else if (!quoted && CANDIDATES.indexOf(c) >= 0) {
                counts[CANDIDATES.indexOf(c)]++;
            }
            text = true;
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return CANDIDATES.charAt(best);
    }
}
