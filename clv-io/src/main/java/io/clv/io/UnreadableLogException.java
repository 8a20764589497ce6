package io.clv.io;

import io.clv.ledger.Problem;
import java.util.List;

/**
 * Says in one line why a whole log cannot be read. What is wrong with single rows is a {@link Problem} instead, until
 * there are more of them than the reader was told to put up with.
 */
public final class UnreadableLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Where the fault lies, for callers who treat the cases apart. */
    public enum Reason {
        /** There is no such file, or it may not be read. */
        FILE,
        /** A column was named that the file has not, or one that is needed could not be guessed. */
        COLUMN,
        /** What is in the file is no log: it is empty, binary, or breaks the rules of CSV. */
        CONTENT,
        /** More rows than allowed cannot be used. */
        TOO_MANY_PROBLEMS
    }

    /** Where the fault lies. */
    private final Reason reason;

    private final transient List<Problem> problems;

    UnreadableLogException(Reason reason, String message) {
        this(reason, message, List.of());
    }

    UnreadableLogException(Reason reason, String message, List<Problem> problems) {
        super(message);
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    /**
     * Where the fault lies.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * The problems that were found before reading stopped, in the order of the file.
     *
     * @return the problems; empty unless there were too many
     */
    public List<Problem> problems() {
        return problems;
    }
}
