package io.clv.examples.cli;

import io.clv.io.UnreadableLogException;
import io.clv.ledger.Problem;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a command reads, a file or standard input, and what there is to say of it. */
final class Source {

    private static final String STANDARD_INPUT = "-";

    private final String file;
    private final String name;
    private final Console console;

    private Source(String file, String name, Console console) {
        this.file = file;
        this.name = name;
        this.console = console;
    }

    static Source of(String file, Console console) {
        return new Source(file, file.equals(STANDARD_INPUT) ? "standard input" : file, console);
    }

    /** Reads by one of two ways to read; where that cannot be done, lists the problems that are the reason. */
    <T> T read(Function<Path, T> ofFile, BiFunction<InputStream, String, T> ofStream) {
        try {
            return file.equals(STANDARD_INPUT) ? ofStream.apply(console.in(), name) : ofFile.apply(path());
        } catch (UnreadableLogException e) {
            list(e.problems());
            throw e;
        }
    }

    private Path path() {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException("there is no file " + file);
        }
    }

    /** Says what was guessed and what is wrong, and refuses to go on if that is too much. */
    void report(List<String> notes, List<Problem> problems, long rows, long rowsWithProblems, int tolerated) {
        notes.forEach(console::note);
        list(problems);
        if (rowsWithProblems > tolerated) {
            throw new DataException(name + " has " + Words.count(rowsWithProblems, "row")
                    + " with problems, and --max-problems is " + tolerated);
        }
        if (rowsWithProblems > 0) {
            console.warn(
                    Words.count(rowsWithProblems, "row") + " with problems left out, of " + Words.count(rows, "row"));
        }
    }

    private void list(List<Problem> problems) {
        problems.forEach(problem -> console.say(problem.toString()));
    }
}
