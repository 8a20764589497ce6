package io.clv.examples.cli;

import io.clv.io.UnreadableLogException;
import io.clv.io.UnreadableLogException.Reason;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into one line and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    static final int DATA = 1;
    private static final int USAGE = 2;

    /** The words of picocli, which has no type for it. */
    private static final String NO_COMMAND = "Missing required subcommand";

    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return fail(USAGE, unknown(unmatched));
        }
        if (NO_COMMAND.equals(e.getMessage())) {
            Set<String> commands = e.getCommandLine().getSubcommands().keySet();
            return fail(USAGE, "which command? " + String.join(", ", commands) + "; clv --help says more");
        }
        return fail(USAGE, String.valueOf(e.getMessage()).replaceFirst("^Invalid value for option '([^']*)'", "$1"));
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof UsageException || e instanceof ParameterException) {
            return fail(USAGE, e.getMessage());
        }
        if (e instanceof UnreadableLogException unreadable) {
            boolean wrongCommand = unreadable.reason() == Reason.FILE || unreadable.reason() == Reason.COLUMN;
            return fail(wrongCommand ? USAGE : DATA, e.getMessage());
        }
        if (e instanceof DataException || e instanceof CancellationException) {
            return fail(DATA, e.getMessage());
        }
        return fail(DATA, "this should not have happened, please report it: " + e);
    }

    private int fail(int code, @Nullable String message) {
        String firstLine = String.valueOf(message).lines().findFirst().orElse("");
        console.out().flush();
        console.say("clv: " + firstLine);
        return code;
    }

    private static String unknown(UnmatchedArgumentException e) {
        String argument = e.getUnmatched().get(0);
        List<String> near = e.getSuggestions();
        String kind = e.isUnknownOption() ? "option" : "argument";
        return "unknown " + kind + " '" + argument + "'"
                + (near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?");
    }
}
