package io.clv.io;

import static io.clv.io.UnreadableLogException.Reason.COLUMN;
import static io.clv.io.UnreadableLogException.Reason.CONTENT;
import static io.clv.io.UnreadableLogException.Reason.TOO_MANY_PROBLEMS;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.clv.ledger.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of each record as the parser finds them: those of the first for a header, those of the others,
 * without the blanks around them, for a row or problems. No field becomes a string unless something is wrong with it.
 */
abstract class RecordHandler extends CsvCallbackHandler<Object> {

    private static final int SHOWN = 80;

    private final String file;
    private final int maxProblems;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> rowProblems = new ArrayList<>();
    private final List<String> headerFields = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Header header;
    private @Nullable String[] uses = {};

    private long line;
    private long rowCount;
    private long rowsWithProblems;
    private int fields;
    private int filledFields;
    private boolean empty;

    RecordHandler(String file, int maxProblems) {
        this.file = file;
        this.maxProblems = maxProblems;
    }

    /** Finds the columns. */
    abstract void begin(Header found);

    /** Reads a field of a row. */
    abstract void take(int field, char[] buffer, int from, int to);

    /** Looks at a row whose fields have no fault each by itself; may report what is wrong with them together. */
    abstract void checkRow();

    /** Keeps a row without a problem. */
    abstract void addRow();

    /** Checks what was read, once the parser has come to the end. */
    void end(Optional<String> guessedDelimiter) {
        if (header == null) {
            throw new UnreadableLogException(CONTENT, file + " is empty");
        }
        if (rowCount == 0) {
            throw new UnreadableLogException(CONTENT, file + " has a header and no rows");
        }
        if (!header.guesses().isEmpty()) {
            notes.add("guessed the " + String.join(", the ", header.guesses()));
        }
        guessedDelimiter.ifPresent(notes::add);
    }

    /** The line in which the record begins that is being read. */
    long line() {
        return line;
    }

    /** The number of the row that is being read, or of all rows at the end. */
    long rowCount() {
        return rowCount;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What was guessed. */
    List<String> notes() {
        return notes;
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return fields;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        fields = 0;
        filledFields = 0;
        empty = false;
        rowProblems.clear();
    }

    @Override
    protected void setEmpty() {
        empty = true;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("a log has no comments");
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && isBlank(buffer[from])) {
            from++;
        }
        while (from < to && isBlank(buffer[to - 1])) {
            to--;
        }
        int field = fields++;
        filledFields = from < to ? fields : filledFields;
        if (header == null) {
            headerFields.add(new String(buffer, from, to - from));
        } else {
            take(field, buffer, from, to);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    @Override
    protected @Nullable Object buildRecord() {
        if (empty) {
            return null;
        }
        if (header == null) {
            header = new Header(file, headerFields);
            uses = new @Nullable String[header.size()];
            begin(header);
        } else if (fields > 1 || filledFields > 0) {
            // A line of blanks is as empty as one of nothing.
            rowCount++;
            finishRow(header);
        }
        return null;
    }

    /** Notes what a column is used for, and refuses two uses; a column of -1 is none. */
    int use(Header found, int column, String use) {
        if (column >= 0) {
            String taken = uses[column];
            if (taken != null) {
                throw new UnreadableLogException(
                        COLUMN, "column '" + found.name(column) + "' cannot be both the " + taken + " and the " + use);
            }
            uses[column] = use;
        }
        return column;
    }

    private void finishRow(Header names) {
        if (fields < names.size() || filledFields > names.size()) {
            // What the fields mean is open, so their own problems are beside the point.
            rowProblems.clear();
            rowProblems.add(new Problem(line, "", "", "has " + fields + " fields, but the header has " + names.size()));
        }
        if (rowProblems.isEmpty()) {
            checkRow();
        }
        if (rowProblems.isEmpty()) {
            addRow();
            return;
        }
        problems.addAll(rowProblems);
        if (++rowsWithProblems > maxProblems) {
            throw new UnreadableLogException(
                    TOO_MANY_PROBLEMS,
                    file + " has more than " + maxProblems + " rows with problems: reading stopped in line " + line,
                    problems);
        }
    }

    /** Says what is wrong with a field. */
    void report(int field, char[] buffer, int from, int to, String message) {
        int shown = Math.min(to - from, SHOWN);
        report(field, new String(buffer, from, shown) + (shown < to - from ? "..." : ""), message);
    }

    /** Says what is wrong with a value. */
    void report(int field, String value, String message) {
        rowProblems.add(new Problem(line, header == null ? "" : header.name(field), value, message));
    }
}
