package io.clv.spark;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.apache.spark.sql.Row;

/**
 * Reads the rows of a log one after the other, in a task, into fields that the next row overwrites. A row is good or
 * has faults, and every fault is told.
 */
final class LogRow {

    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final long SECONDS_OF_DAY = 86_400;

    /** No {@code long} of minor units has more digits before its point. */
    private static final int MOST_DIGITS = 19;

    private final LogLayout layout;
    private final LogColumns columns;
    private final FaultListener faults;
    private final int decimals;
    private boolean good;

    long number;
    String text = "";
    int epochDay;
    long minorUnits;

    LogRow(LogLayout layout, FaultListener faults) {
        this.layout = layout;
        this.columns = layout.columns();
        this.faults = faults;
        this.decimals = columns.minorUnits ? 0 : columns.currency.getDefaultFractionDigits();
    }

    /** Reads a row of {@link LogLayout#projection}; tells whether it is good. */
    boolean read(Row row) {
        good = true;
        readCustomer(row);
        readDate(row);
        readAmount(row);
        if (columns.currencyColumn != null) {
            checkCurrency(row, columns.currencyColumn);
        }
        return good;
    }

    private void fault(String column, String value, String rule) {
        good = false;
        faults.fault(column, value, rule);
    }

    private boolean isNull(Row row, int at, String column) {
        if (row.isNullAt(at)) {
            fault(column, "", "must not be null");
            return true;
        }
        return false;
    }

    private void readCustomer(Row row) {
        if (isNull(row, LogLayout.CUSTOMER, columns.customer)) {
            return;
        }
        if (layout.numbers()) {
            number = row.getLong(LogLayout.CUSTOMER);
            return;
        }
        text = row.getString(LogLayout.CUSTOMER);
        if (text.isBlank()) {
            fault(columns.customer, text, "must not be blank");
        }
    }

    private void readDate(Row row) {
        if (isNull(row, LogLayout.DATE, columns.date)) {
            return;
        }
        switch (layout.dates()) {
            case EPOCH_DAYS -> epochDay = row.getInt(LogLayout.DATE);
            case EPOCH_MICROS -> epochDay = dayOf(row.getLong(LogLayout.DATE));
            case TEXT -> {
                if (!readDate(row.getString(LogLayout.DATE))) {
                    return;
                }
            }
        }
        String rule = layout.accepted().faultOfDay(epochDay);
        if (!rule.isEmpty()) {
            fault(columns.date, LocalDate.ofEpochDay(epochDay).toString(), rule);
        }
    }

    /** Microseconds in a {@code long} reach no day beyond an {@code int}. */
    private int dayOf(long micros) {
        long second = Math.floorDiv(micros, MICROS_OF_SECOND);
        int offset = columns.zone instanceof ZoneOffset fixed
                ? fixed.getTotalSeconds()
                : columns.zone
                        .getRules()
                        .getOffset(Instant.ofEpochSecond(second))
                        .getTotalSeconds();
        return (int) Math.floorDiv(second + offset, SECONDS_OF_DAY);
    }

    private boolean readDate(String date) {
        try {
            long day = LocalDate.parse(date).toEpochDay();
            epochDay = (int) day;
            if (day == epochDay) {
                return true;
            }
        } catch (DateTimeException e) {
            // Told below, with dates that no int of days holds.
        }
        fault(columns.date, date, "must be a date as in 1997-01-31");
        return false;
    }

    private void readAmount(Row row) {
        if (isNull(row, LogLayout.AMOUNT, columns.amount)) {
            return;
        }
        boolean read = switch (layout.amounts()) {
            case WHOLE -> readWhole(row.getLong(LogLayout.AMOUNT));
            case DECIMAL -> {
                BigDecimal amount = row.getDecimal(LogLayout.AMOUNT);
                yield readDecimal(amount, amount);
            }
            case TEXT -> readText(row.getString(LogLayout.AMOUNT));
        };
        String rule = read ? layout.accepted().faultOfAmount(minorUnits) : "";
        if (!rule.isEmpty()) {
            fault(columns.amount, Money.ofMinor(minorUnits, columns.currency).toString(), rule);
        }
    }

    private boolean readWhole(long amount) {
        if (decimals == 0) {
            minorUnits = amount;
            return true;
        }
        return readDecimal(BigDecimal.valueOf(amount), amount);
    }

    private boolean readText(String amount) {
        String plain = amount.strip();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+') {
                fault(columns.amount, amount, "must be a number");
                return false;
            }
        }
        BigDecimal value;
        try {
            value = new BigDecimal(plain);
        } catch (NumberFormatException e) {
            fault(columns.amount, amount, "must be a number");
            return false;
        }
        return readDecimal(value, amount);
    }

    private boolean readDecimal(BigDecimal amount, Object asGiven) {
        BigDecimal exact = amount.scale() > decimals ? amount.stripTrailingZeros() : amount;
        if (exact.scale() > decimals) {
            fault(
                    columns.amount,
                    asGiven.toString(),
                    columns.minorUnits
                            ? "must be a whole number of minor units"
                            : "has " + exact.scale() + " decimals, but " + columns.currency + " allows " + decimals);
            return false;
        }
        if (exact.precision() - exact.scale() > MOST_DIGITS) {
            return beyondRange(asGiven);
        }
        try {
            minorUnits = exact.movePointRight(decimals).longValueExact();
            return true;
        } catch (ArithmeticException e) {
            return beyondRange(asGiven);
        }
    }

    private boolean beyondRange(Object amount) {
        Currency currency = columns.currency;
        fault(columns.amount, amount.toString(), "is beyond the range of " + currency + " money");
        return false;
    }

    private void checkCurrency(Row row, String column) {
        if (isNull(row, LogLayout.CURRENCY, column)) {
            return;
        }
        String code = row.getString(LogLayout.CURRENCY);
        if (!code.strip().toUpperCase(Locale.ROOT).equals(columns.currency.getCurrencyCode())) {
            fault(column, code, "is not " + columns.currency + ", the currency of the log");
        }
    }
}
