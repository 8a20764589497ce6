package io.clv.examples.cli;

import org.jspecify.annotations.Nullable;

/** The command was wrong; the message is the one line that says how. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(@Nullable String message) {
        super(message);
    }
}
