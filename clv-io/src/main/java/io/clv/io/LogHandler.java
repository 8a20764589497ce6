package io.clv.io;

import io.clv.ledger.RefundPolicy;
import org.jspecify.annotations.Nullable;

/** Makes rows of a ledger, and what else was asked for of the customers. */
final class LogHandler extends RecordHandler {

    private final TransactionCsv settings;
    private final DateField dates;
    private final AmountField amounts;
    private final LogRows rows;
    private final FurtherColumns further = new FurtherColumns();
    private @Nullable LogRole[] roles = {};
    private LogColumns columns = new LogColumns("", "", "", null);

    private char[] id = new char[64];
    private int idLength;
    private int day;
    private long minorUnits;

    LogHandler(TransactionCsv settings, String file) {
        super(file, settings.maxProblems);
        this.settings = settings;
        this.dates = settings.dateField();
        this.amounts = new AmountField(settings.currency);
        this.rows = new LogRows(settings.currency);
    }

    /** What was read, once the parser has come to the end. */
    LogFile toLogFile() {
        return new LogFile(
                rows.toLedger(settings.parallelism), further.toAttributes(), problems(), rowCount(), columns, notes());
    }

    @Override
    void begin(Header found) {
        roles = new @Nullable LogRole[found.size()];
        for (FurtherColumn asked : settings.further) {
            // What is asked for by name is not guessed to be something else.
            int column = use(found, found.take(asked.name()), "further column '" + asked.name() + "'");
            further.add(new CustomerColumn(asked, settings.currency, dates), column, found.size());
        }
        int customer = assign(found, LogRole.CUSTOMER, settings.customer);
        int date = assign(found, LogRole.DATE, settings.date);
        int amount = assign(found, LogRole.AMOUNT, settings.amount);
        int currency = assign(found, LogRole.CURRENCY, settings.currencyColumn);
        columns = new LogColumns(
                found.name(customer), found.name(date), found.name(amount), currency < 0 ? null : found.name(currency));
    }

    private int assign(Header found, LogRole role, @Nullable String named) {
        int column = use(found, found.find(role, named), role.word());
        if (column >= 0) {
            roles[column] = role;
        }
        return column;
    }

    @Override
    void take(int field, char[] buffer, int from, int to) {
        LogRole role = field < roles.length ? roles[field] : null;
        if (role != null) {
            take(role, field, buffer, from, to);
        } else {
            String fault = further.read(field, buffer, from, to);
            if (!fault.isEmpty()) {
                report(field, buffer, from, to, fault);
            }
        }
    }

    private void take(LogRole role, int field, char[] buffer, int from, int to) {
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
    void checkRow() {
        further.compare(id, idLength, this::report);
    }

    @Override
    void addRow() {
        rows.add(id, idLength, day, minorUnits);
        further.keep(line());
    }
}
