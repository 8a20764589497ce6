package io.clv.io;

import io.clv.task.Progress;
import org.jspecify.annotations.Nullable;

/** What every reader can be told, each once. */
final class ReaderSettings {

    private static final int MAX_PROBLEMS = 1000;

    private @Nullable Character delimiter;
    private @Nullable Integer maxProblems;
    private @Nullable Progress progress;

    static <T> T once(String name, @Nullable T before, T value) {
        if (before != null) {
            throw new IllegalArgumentException(name + " was already set to " + before);
        }
        return value;
    }

    void delimiter(char separator) {
        if (separator == '"' || separator == '\n' || separator == '\r' || Character.isLetterOrDigit(separator)) {
            throw new IllegalArgumentException(
                    "delimiter must not be a quote, letter, digit or line end, but was '" + separator + "'");
        }
        delimiter = once("delimiter", delimiter, separator);
    }

    void maxProblems(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("max problems must not be negative, but was " + count);
        }
        maxProblems = once("max problems", maxProblems, count);
    }

    void progress(Progress listener) {
        progress = once("progress listener", progress, listener);
    }

    int maxProblems() {
        return maxProblems == null ? MAX_PROBLEMS : maxProblems;
    }

    CsvFile file() {
        return new CsvFile(delimiter, progress == null ? Progress.none() : progress);
    }
}
