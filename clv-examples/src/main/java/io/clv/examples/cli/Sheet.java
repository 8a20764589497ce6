package io.clv.examples.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.ledger.Problem;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Ratio;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A short table that a planner has written: a header and rows of words and numbers, as csv. */
final class Sheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final List<String> header;
    private final List<CsvRecord> rows;
    private final Console console;

    private Sheet(String file, List<String> header, List<CsvRecord> rows, Console console) {
        this.file = file;
        this.header = header;
        this.rows = rows;
        this.console = console;
    }

    /** Reads a file that must have some columns; the order is no matter, nor are others beside them. */
    static Sheet read(String file, List<String> columns, Console console) {
        List<CsvRecord> records = records(file);
        if (records.size() < 2) {
            throw new DataException(file + (records.isEmpty() ? " is empty" : " has a header and no rows"));
        }
        List<String> header = records.get(0).getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new UsageException(file + " must have the columns " + String.join(", ", columns) + ", but has "
                        + String.join(", ", header));
            }
        }
        return new Sheet(file, header, records.subList(1, records.size()), console);
    }

    private static List<CsvRecord> records(String file) {
        String text;
        try {
            text = Files.readString(Path.of(file));
        } catch (CharacterCodingException e) {
            throw new DataException(file + " is not in UTF-8");
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("there is no file " + file + " that can be read");
        }
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        String first = content.lines().findFirst().orElse("");
        char separator = first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(content)
                    .stream()
                    .toList();
        } catch (CsvParseException e) {
            throw new DataException(file + " breaks the rules of CSV: " + e.getMessage());
        }
    }

    /** What each row says. All rows that say something wrong are listed before it is refused to go on. */
    <T> List<T> map(Function<Row, T> reading) {
        List<T> read = new ArrayList<>();
        int wrong = 0;
        for (CsvRecord each : rows) {
            Row row = new Row(each);
            try {
                read.add(reading.apply(row));
            } catch (IllegalArgumentException | ArithmeticException e) {
                wrong++;
                console.say(
                        new Problem(each.getStartingLineNumber(), row.column, row.value, String.valueOf(e.getMessage()))
                                .toString());
            }
        }
        if (wrong > 0) {
            throw new DataException(file + " has " + Words.count(wrong, "row") + " with problems");
        }
        return read;
    }

    /** A share, as in 5% or 0.05. */
    static double share(String text) {
        return Ratio.parse(text).value();
    }

    /** A date, as in 2026-01-31. */
    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date as in 1997-09-30, but was '" + text + "'", e);
        }
    }

    /** What a file says of customers, by the rows of their values; of others it says nothing that counts. */
    static JoinedAttributes join(Attributes known, CustomerValues values, String file, Console console) {
        JoinedAttributes joined = known.join(values.customers(), IdPolicy.ALLOW, IdPolicy.ALLOW);
        if (!joined.prospects().isEmpty()) {
            console.warn(Words.count(joined.prospects().size(), "customer") + " of " + file
                    + " left out, who have no value: " + joined.prospects().get(0)
                    + (joined.prospects().size() == 1 ? "" : " ..."));
        }
        return joined;
    }

    /** Says so where a file is about customers who are not in the log, of whom nothing comes. */
    static void warnOfUnknown(Collection<String> ids, CustomerTable customers, String file, Console console) {
        List<String> unknown =
                ids.stream().filter(id -> customers.indexOf(id) < 0).sorted().toList();
        if (!unknown.isEmpty()) {
            console.warn(Words.count(unknown.size(), "customer") + " of " + file + " left out, who are not in the log: "
                    + unknown.get(0) + (unknown.size() == 1 ? "" : " ..."));
        }
    }

    /** A row, which remembers where it was last looked at. */
    final class Row {

        private final CsvRecord cells;
        private String column = "";
        private String value = "";

        private Row(CsvRecord cells) {
            this.cells = cells;
        }

        /** The text of a column; empty if there is no such column, or nothing in it. */
        Optional<String> find(String name) {
            int at = header.indexOf(name);
            column = name;
            value = at < 0 || at >= cells.getFieldCount()
                    ? ""
                    : cells.getField(at).strip();
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        /** The text of a column, or an empty one. */
        String text(String name) {
            return find(name).orElse("");
        }

        /** What a column says, which must be something. */
        <T> T get(String name, Function<String, T> parser) {
            return parser.apply(find(name).orElseThrow(() -> new IllegalArgumentException("must not be empty")));
        }

        /** The row as a whole is looked at from now on. */
        Row whole() {
            column = "";
            value = "";
            return this;
        }
    }
}
