package io.clv.lifecycle;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where somebody stands, from first notice to won back. The first three are of prospects, who have bought nothing yet
 * and are known by their contacts only; the others are of customers.
 */
public enum Stage {
    /** A prospect who has taken notice. */
    AWARENESS("awareness"),
    /** A prospect who compares offers. */
    COMPARISON("comparison"),
    /** A prospect who has asked for ours. */
    INTEREST("interest"),
    /** A customer of whom it is too early to tell where his income goes. */
    NEW("new"),
    /** A customer whose income has risen lately. */
    GROWING("growing"),
    /** A customer whose income holds, or has not changed beyond chance. */
    PLATEAU("plateau"),
    /** A customer whose income has fallen lately. */
    DECLINING("declining"),
    /** A customer who is overdue. */
    AT_RISK("at risk"),
    /** A customer who has been silent for so long that he counts as gone. */
    LOST("lost"),
    /** A customer who counted as gone and has come back lately. */
    WON_BACK("won back");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /**
     * The stage in words.
     *
     * @return such as "at risk"
     */
    public String label() {
        return label;
    }

    /**
     * Whether it is a step of the funnel, of somebody who has bought nothing yet.
     *
     * @return true for awareness, comparison and interest
     */
    public boolean isProspect() {
        return this == AWARENESS || this == COMPARISON || this == INTEREST;
    }

    /**
     * Reads {@code "at risk"} or {@code "AT_RISK"}.
     *
     * @param text a label or a name, in any case
     * @return the stage
     * @throws IllegalArgumentException if there is no such stage; the message lists those there are
     */
    public static Stage parse(String text) {
        String stripped = text.strip();
        return Arrays.stream(values())
                .filter(stage ->
                        Ascii.equalsIgnoreCase(stage.label, stripped) || Ascii.equalsIgnoreCase(stage.name(), stripped))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("stage must be one of "
                        + Arrays.stream(values()).map(Stage::label).collect(Collectors.joining(", ")) + ", but was '"
                        + stripped + "'"));
    }
}
