package io.clv.io;

import static io.clv.io.UnreadableLogException.Reason.CONTENT;
import static io.clv.io.UnreadableLogException.Reason.TOO_MANY_PROBLEMS;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.clv.ledger.Problem;
import io.clv.ledger.RefundPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of each record as the parser finds them and makes a row or problems of them. No field becomes a
 * string unless something is wrong with it.
 */
final class LogHandler extends CsvCallbackHandler<Object> {

    private static final int SHOWN = 80;

    private final TransactionCsv settings;
    private final String file;
    private final DateField dates;
    private final AmountField amounts;
    private final LogRows rows;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> rowProblems = new ArrayList<>();
    private final List<String> headerFields = new ArrayList<>();
    private @Nullable Header header;
    private @Nullable ColumnRole[] roles = {};
    private LogColumns columns = new LogColumns("", "", "", null);

    private long line;
    private long rowCount;
    private long rowsWithProblems;
    private int fields;
    private int filledFields;
    private boolean empty;
    private char[] id = new char[64];
    private int idLength;
    private int day;
    private long minorUnits;

    LogHandler(TransactionCsv settings, String file) {
        this.settings = settings;
        this.file = file;
        this.dates = settings.dateField();
        this.amounts = new AmountField(settings.currency);
        this.rows = new LogRows(settings.currency);
    }

    /** What was read, once the parser has come to the end. */
    LogFile toLogFile(List<String> notes) {
        if (header == null) {
            throw new UnreadableLogException(CONTENT, file + " is empty");
        }
        if (rowCount == 0) {
            throw new UnreadableLogException(CONTENT, file + " has a header and no rows");
        }
        List<String> all = new ArrayList<>();
        if (!header.guesses().isEmpty()) {
            all.add("guessed the " + String.join(", the ", header.guesses()));
        }
        all.addAll(notes);
        return new LogFile(rows.toLedger(settings.parallelism), problems, rowCount, columns, all);
    }

    /** The line in which the record begins that is being read. */
    long line() {
        return line;
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
            return;
        }
        ColumnRole role = field < roles.length ? roles[field] : null;
        if (role != null) {
            take(role, field, buffer, from, to);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private void take(ColumnRole role, int field, char[] buffer, int from, int to) {
        switch (role) {
            case CUSTOMER -> takeCustomer(field, buffer, from, to);
            case DATE -> {
                day = dates.epochDay(buffer, from, to);
                if (day == DateField.NO_DATE) {
                    report(field, buffer, from, to, dates.rule());
                } else if (settings.lastDate != null && day > settings.lastDate.toEpochDay()) {
                    report(field, buffer, from, to, "is after the end of observation, " + settings.lastDate);
                }
            }
            case AMOUNT -> takeAmount(field, buffer, from, to);
            case CURRENCY -> takeCurrency(field, buffer, from, to);
        }
    }

    private void takeCustomer(int field, char[] buffer, int from, int to) {
        idLength = to - from;
        if (idLength > id.length) {
            id = new char[idLength * 2];
        }
        System.arraycopy(buffer, from, id, 0, idLength);
        boolean blank = true;
        for (int i = 0; i < idLength && blank; i++) {
            blank = Character.isWhitespace(id[i]);
        }
        if (blank) {
            report(field, buffer, from, to, "must not be blank");
        }
    }

    private void takeAmount(int field, char[] buffer, int from, int to) {
        if (!amounts.read(buffer, from, to)) {
            report(field, buffer, from, to, amounts.fault());
            return;
        }
        minorUnits = amounts.minorUnits();
        if (minorUnits < 0 && settings.refunds == RefundPolicy.REJECT) {
            report(field, buffer, from, to, "is a refund, which is rejected unless refunds are set to net or ignore");
        }
    }

    private void takeCurrency(int field, char[] buffer, int from, int to) {
        String code = settings.currency.getCurrencyCode();
        boolean same = to - from == code.length();
        for (int i = 0; i < code.length() && same; i++) {
            // Setting the bit of lower case is enough to compare with letters.
            same = (buffer[from + i] | 0x20) == (code.charAt(i) | 0x20);
        }
        if (!same) {
            report(field, buffer, from, to, "is not " + code + ", the currency of the log");
        }
    }

    @Override
    protected @Nullable Object buildRecord() {
        if (empty) {
            return null;
        }
        if (header == null) {
            begin(new Header(file, headerFields));
        } else if (fields > 1 || filledFields > 0) {
            // A line of blanks is as empty as one of nothing.
            rowCount++;
            finishRow(header);
        }
        return null;
    }

    private void begin(Header found) {
        header = found;
        roles = new @Nullable ColumnRole[found.size()];
        int customer = assign(found, ColumnRole.CUSTOMER, settings.customer);
        int date = assign(found, ColumnRole.DATE, settings.date);
        int amount = assign(found, ColumnRole.AMOUNT, settings.amount);
        int currency = assign(found, ColumnRole.CURRENCY, settings.currencyColumn);
        columns = new LogColumns(
                found.name(customer), found.name(date), found.name(amount), currency < 0 ? null : found.name(currency));
    }

    private int assign(Header found, ColumnRole role, @Nullable String named) {
        int column = found.find(role, named);
        if (column >= 0) {
            ColumnRole taken = roles[column];
            if (taken != null) {
                throw new UnreadableLogException(
                        UnreadableLogException.Reason.COLUMN,
                        "column '" + found.name(column) + "' cannot be both the " + taken.word() + " and the "
                                + role.word());
            }
            roles[column] = role;
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
            rows.add(id, idLength, day, minorUnits);
            return;
        }
        problems.addAll(rowProblems);
        if (++rowsWithProblems > settings.maxProblems) {
            throw new UnreadableLogException(
                    TOO_MANY_PROBLEMS,
                    file + " has more than " + settings.maxProblems + " rows with problems: reading stopped in line "
                            + line,
                    problems);
        }
    }

    private void report(int field, char[] buffer, int from, int to, String message) {
        int shown = Math.min(to - from, SHOWN);
        String value = new String(buffer, from, shown) + (shown < to - from ? "..." : "");
        rowProblems.add(new Problem(line, header == null ? "" : header.name(field), value, message));
    }
}
