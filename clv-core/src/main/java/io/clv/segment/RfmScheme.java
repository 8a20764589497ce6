package io.clv.segment;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.clv.ledger.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names for combinations of {@link Rfm} scores. A segment has a pattern such as {@code "R4-5 F3 M2-5"}, in which a
 * letter that is missing may have any score; the first segment that fits has the customer.
 *
 * <pre>{@code
 * RfmScheme scheme = RfmScheme.builder(3)
 *         .segment("best", "R3 F3")
 *         .segment("slipping", "R1-2 F2-3")
 *         .otherwise("others")
 *         .build();
 * }</pre>
 *
 * <p>Every combination has exactly one segment. Immutable and safe to share between threads.
 */
public final class RfmScheme {

    private static final int FEWEST = 2;
    private static final int MOST = 9;

    private static final RfmScheme STANDARD = builder(5)
            .segment("hibernating", "R1-2 F1-2")
            .segment("at risk", "R1-2 F3-4")
            .segment("cannot lose", "R1-2 F5")
            .segment("about to sleep", "R3 F1-2")
            .segment("need attention", "R3 F3")
            .segment("promising", "R4 F1")
            .segment("new", "R5 F1")
            .segment("potential loyalists", "R4-5 F2-3")
            .segment("loyal", "R3-4 F4-5")
            .segment("champions", "R5 F4-5")
            .build();

    private final int scores;
    private final List<String> labels;
    private final Map<String, List<String>> patterns;
    private final byte[] codes;

    private RfmScheme(int scores, Map<String, List<String>> patterns, byte[] codes) {
        this.scores = scores;
        this.patterns = patterns;
        this.labels = List.copyOf(patterns.keySet());
        this.codes = codes;
    }

    /**
     * The ten segments that are in common use in e-commerce, on the grid of recency and frequency, from those who have
     * been away longest to the best: hibernating (R1-2 F1-2), at risk (R1-2 F3-4), cannot lose (R1-2 F5), about to
     * sleep (R3 F1-2), need attention (R3 F3), promising (R4 F1), new (R5 F1), potential loyalists (R4-5 F2-3), loyal
     * (R3-4 F4-5), champions (R5 F4-5). Money is not asked for, as its total goes with frequency. The names are a
     * convention of vendors and tutorials without a paper behind them, and others draw the borders elsewhere; a
     * business that plans by segments should draw its own.
     *
     * @return the scheme for scores from 1 to 5
     */
    public static RfmScheme standard() {
        return STANDARD;
    }

    /**
     * A scheme of one's own.
     *
     * @param scores the highest score, from 2 to 9
     * @return an empty builder
     * @throws IllegalArgumentException if the highest score is not from 2 to 9
     */
    public static Builder builder(int scores) {
        return new Builder(requireScores(scores));
    }

    static int requireScores(int scores) {
        if (scores < FEWEST || scores > MOST) {
            throw new IllegalArgumentException(
                    "the highest score must be from " + FEWEST + " to " + MOST + ", but was " + scores);
        }
        return scores;
    }

    /**
     * The highest score.
     *
     * @return from 2 to 9
     */
    public int scores() {
        return scores;
    }

    /**
     * The names of the segments.
     *
     * @return in the order in which they were first given, which {@link Migration} takes for one from low to high
     */
    public List<String> labels() {
        return labels;
    }

    /** The code of a combination's segment. */
    int code(int recency, int frequency, int monetary) {
        return codes[((recency - 1) * scores + frequency - 1) * scores + monetary - 1];
    }

    /**
     * The name of a combination's segment.
     *
     * @param recency the score of recency
     * @param frequency the score of frequency
     * @param monetary the score of money
     * @return the name
     * @throws IllegalArgumentException if a score is not from 1 to the highest
     */
    public String segment(int recency, int frequency, int monetary) {
        for (int score : new int[] {recency, frequency, monetary}) {
            if (score < 1 || score > scores) {
                throw new IllegalArgumentException("scores must be from 1 to " + scores + ", but were R" + recency
                        + " F" + frequency + " M" + monetary);
            }
        }
        return labels.get(code(recency, frequency, monetary));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RfmScheme scheme
                && scores == scheme.scores
                && labels.equals(scheme.labels)
                && Arrays.equals(codes, scheme.codes);
    }

    @Override
    public int hashCode() {
        return 31 * labels.hashCode() + Arrays.hashCode(codes);
    }

    /** Each segment with its patterns. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        patterns.forEach((label, each) -> text.append(text.length() == 0 ? "" : "; ")
                .append(label)
                .append(": ")
                .append(String.join(" or ", each)));
        return text.toString();
    }

    /** Scores that a pattern allows. */
    private static final class Allowed {

        private static final Pattern RANGE = Pattern.compile("([RFM])([1-9])(?:-([1-9]))?");
        private static final String LETTERS = "RFM";

        private final int[] low = {1, 1, 1};
        private final int[] high;

        private Allowed(int scores) {
            high = new int[] {scores, scores, scores};
        }

        static Allowed parse(String label, String pattern, int scores) {
            Allowed allowed = new Allowed(scores);
            boolean[] given = new boolean[LETTERS.length()];
            List<String> words =
                    Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(pattern);
            if (words.isEmpty()) {
                throw refused(label, pattern, scores);
            }
            for (String word : words) {
                Matcher matcher = RANGE.matcher(word);
                int letter = matcher.matches() ? LETTERS.indexOf(matcher.group(1)) : -1;
                if (letter < 0 || given[letter]) {
                    throw refused(label, pattern, scores);
                }
                given[letter] = true;
                allowed.low[letter] = Integer.parseInt(matcher.group(2));
                @Nullable String to = matcher.group(3);
                allowed.high[letter] = to == null ? allowed.low[letter] : Integer.parseInt(to);
                if (allowed.high[letter] < allowed.low[letter] || allowed.high[letter] > scores) {
                    throw refused(label, pattern, scores);
                }
            }
            return allowed;
        }

        private static IllegalArgumentException refused(String label, String pattern, int scores) {
            return new IllegalArgumentException("pattern of segment '" + label
                    + "' must be scores from 1 to " + scores + " of R, F and M, as in 'R1-2 F" + scores
                    + "', but was '" + pattern + "'");
        }

        boolean has(int... combination) {
            for (int letter = 0; letter < low.length; letter++) {
                if (combination[letter] < low[letter] || combination[letter] > high[letter]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Collects segments. Not safe to share between threads. */
    public static final class Builder {

        private static final byte NONE = -1;

        private final int scores;
        private final Map<String, List<String>> patterns = new LinkedHashMap<>();
        private final byte[] codes;

        private Builder(int scores) {
            this.scores = scores;
            codes = new byte[scores * scores * scores];
            Arrays.fill(codes, NONE);
        }

        /**
         * Names combinations that have no name yet. A name may have several patterns.
         *
         * @param label the segment's name, not blank
         * @param pattern scores of R, F and M, as in "R4-5 F3"; a letter that is missing may have any
         * @return this builder
         * @throws IllegalArgumentException if the name is blank, the pattern has another form, or all it fits have a
         *     name already
         */
        public Builder segment(String label, String pattern) {
            Allowed allowed = Allowed.parse(label, pattern, scores);
            return take(label, pattern, allowed);
        }

        /**
         * Names all combinations that have no name yet.
         *
         * @param label the segment's name, not blank
         * @return this builder
         * @throws IllegalArgumentException if the name is blank, or all combinations have a name already
         */
        public Builder otherwise(String label) {
            return take(label, "all others", new Allowed(scores));
        }

        private Builder take(String label, String pattern, Allowed allowed) {
            Groups.of(new int[0], List.of(label));
            int code = List.copyOf(patterns.keySet()).indexOf(label);
            if (code < 0) {
                code = patterns.size();
            }
            boolean taken = false;
            for (int cell = 0; cell < codes.length; cell++) {
                if (codes[cell] == NONE && allowed.has(combination(cell))) {
                    codes[cell] = (byte) code;
                    taken = true;
                }
            }
            if (!taken) {
                throw new IllegalArgumentException("segment '" + label + "' would have nobody, because segments before"
                        + " it have all of '" + pattern + "'");
            }
            patterns.computeIfAbsent(label, unseen -> new ArrayList<>()).add(pattern);
            return this;
        }

        private int[] combination(int cell) {
            return new int[] {cell / scores / scores + 1, cell / scores % scores + 1, cell % scores + 1};
        }

        /**
         * Makes the scheme.
         *
         * @return the scheme
         * @throws IllegalArgumentException if a combination has no segment; the message names the first
         */
        public RfmScheme build() {
            for (int cell = 0; cell < codes.length; cell++) {
                if (codes[cell] == NONE) {
                    int[] combination = combination(cell);
                    throw new IllegalArgumentException("every combination of scores must have a segment, but R"
                            + combination[0] + " F" + combination[1] + " M" + combination[2]
                            + " has none; otherwise(label) names the rest");
                }
            }
            Map<String, List<String>> copy = new LinkedHashMap<>();
            patterns.forEach((label, each) -> copy.put(label, List.copyOf(each)));
            return new RfmScheme(scores, copy, codes.clone());
        }
    }
}
