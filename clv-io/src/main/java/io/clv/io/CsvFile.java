package io.clv.io;

import static io.clv.io.UnreadableLogException.Reason.CONTENT;
import static io.clv.io.UnreadableLogException.Reason.FILE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.clv.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Streams a CSV file through a handler, and says in one line why one cannot be read.
 *
 * @param delimiter what stands between two fields, or null to guess it
 * @param progress hears how many bytes were read
 */
record CsvFile(@Nullable Character delimiter, Progress progress) {

    /** A field longer than this is no field, but a quote that was not closed. */
    private static final int LONGEST_FIELD = 1 << 20;

    private static final long UNKNOWN_SIZE = -1;

    /** Makes what a file is read to, by the name that messages call it. */
    interface Handlers<H extends RecordHandler> {
        H of(String name);
    }

    /** Reads a file to its end. */
    <H extends RecordHandler> H read(Path file, Handlers<H> handlers) {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw new UnreadableLogException(FILE, "there is no file " + name);
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableLogException(FILE, name + " is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name, Files.isRegularFile(file) ? Files.size(file) : UNKNOWN_SIZE, handlers);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Reads a stream to its end, and leaves it open. */
    <H extends RecordHandler> H read(InputStream in, String name, Handlers<H> handlers) {
        try {
            return read(in, name, UNKNOWN_SIZE, handlers);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private <H extends RecordHandler> H read(InputStream in, String name, long size, Handlers<H> handlers)
            throws IOException {
        TextSource source = new TextSource(in, name, size, progress);
        char separator = delimiter == null ? DelimiterGuess.of(source.head()) : delimiter;
        H handler = handlers.of(name);
        // Closing the parser would close the caller's stream; it holds nothing else.
        CsvReader<Object> parser = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, source);
        try {
            // The handler keeps what it needs and hands nothing on, so that this one call reads to the end.
            if (parser.iterator().hasNext()) {
                throw new IllegalStateException("a record of " + name + " was handed on");
            }
        } catch (CsvParseException e) {
            throw broken(name, handler.line(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(name, e.getCause() == null ? e : e.getCause());
        }
        handler.end(guessed(separator));
        return handler;
    }

    private Optional<String> guessed(char separator) {
        return delimiter == null && separator != ','
                ? Optional.of("guessed the delimiter " + (separator == '\t' ? "tab" : "'" + separator + "'"))
                : Optional.empty();
    }

    /** The parser's own exceptions are told apart by their words alone; it also wraps what the handler throws. */
    private static RuntimeException broken(String name, long line, CsvParseException e) {
        if (e.getCause() instanceof RuntimeException thrown && !(thrown instanceof CsvParseException)) {
            return thrown;
        }
        String message = e + " " + e.getCause();
        String rule = message.contains("after closing quote")
                ? "a quoted field must end at its closing quote, but more follows"
                : "a quoted field must have a closing quote, but has none";
        return new UnreadableLogException(
                CONTENT, name + " breaks the rules of CSV in the record that begins in line " + line + ": " + rule);
    }

    private static UnreadableLogException unreadable(String name, Exception e) {
        String why = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
        return new UnreadableLogException(FILE, name + " cannot be read: " + why);
    }
}
