package io.clv.examples.cli;

import org.jspecify.annotations.Nullable;

/** The data do not allow what was asked; the message is the one line that says why. */
final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataException(@Nullable String message) {
        super(message);
    }
}
