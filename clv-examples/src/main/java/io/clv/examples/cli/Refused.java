package io.clv.examples.cli;

import org.jspecify.annotations.Nullable;

/** Options that are refused, not ignored, where they would do nothing. */
final class Refused {

    private Refused() {}

    static void unlessNull(String option, @Nullable Object value, String why) {
        unless(value == null, option, why);
    }

    static void unless(boolean notGiven, String option, String why) {
        if (!notGiven) {
            throw new UsageException(option + ": " + why);
        }
    }
}
