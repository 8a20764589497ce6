package io.clv.ledger;

import com.google.common.base.Ascii;
import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log from the rows of a database query. A reader is immutable and safe to share between threads.
 *
 * <pre>{@code
 * try (PreparedStatement query = connection.prepareStatement("SELECT customer, date, amount FROM orders")) {
 *     query.setFetchSize(10_000);
 *     try (ResultSet rows = query.executeQuery()) {
 *         Ledger ledger = ResultSetLog.of(usd).read(rows);
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>The columns are {@code customer}, {@code date} and {@code amount} unless others are named.
 *   <li>Ids are numbers where the column is of an integer type, or a decimal one of up to 18 digits and none after the
 *       point; no text is made of those. Else they are text.
 *   <li>Dates are dates, or timestamps. One without a zone stands as written; one with a zone is a moment, and dated as
 *       the calendar of {@link #zone} has it, which is UTC unless set.
 *   <li>Amounts are exact decimals, or whole {@linkplain #minorUnits minor units}. A column of floating point is
 *       refused: the query can cast it.
 *   <li>A column of currencies, if one is named, must hold the code of the log's currency in each row.
 * </ul>
 *
 * <p>Rows are read one by one and kept in columns. This is the only class that uses the module {@code java.sql}, which
 * the library does without where nobody calls it.
 */
public final class ResultSetLog {

    private static final int SAFE_DIGITS = 18;
    private static final int ROWS_BETWEEN_CHECKS = 1 << 12;

    private final Currency currency;
    private final String customer;
    private final String date;
    private final String amount;
    private final boolean minorUnits;
    private final @Nullable String currencyColumn;
    private final ZoneId zone;

    private ResultSetLog(
            Currency currency,
            String customer,
            String date,
            String amount,
            boolean minorUnits,
            @Nullable String currencyColumn,
            ZoneId zone) {
        this.currency = currency;
        this.customer = customer;
        this.date = date;
        this.amount = amount;
        this.minorUnits = minorUnits;
        this.currencyColumn = currencyColumn;
        this.zone = zone;
    }

    /**
     * A reader of the columns {@code customer}, {@code date} and {@code amount}.
     *
     * @param currency the currency of all amounts
     * @return the reader
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static ResultSetLog of(Currency currency) {
        return new ResultSetLog(
                Money.zero(currency).currency(), "customer", "date", "amount", false, null, ZoneOffset.UTC);
    }

    /**
     * This reader with another column of customer ids.
     *
     * @param column its name or label in the result; case does not count
     * @return the reader
     */
    public ResultSetLog customer(String column) {
        return new ResultSetLog(currency, column, date, amount, minorUnits, currencyColumn, zone);
    }

    /**
     * This reader with another column of dates.
     *
     * @param column its name or label in the result; case does not count
     * @return the reader
     */
    public ResultSetLog date(String column) {
        return new ResultSetLog(currency, customer, column, amount, minorUnits, currencyColumn, zone);
    }

    /**
     * This reader with another column of amounts, in major units: 12.50 for USD 12.50.
     *
     * @param column its name or label in the result; case does not count
     * @return the reader
     */
    public ResultSetLog amount(String column) {
        return new ResultSetLog(currency, customer, date, column, false, currencyColumn, zone);
    }

    /**
     * This reader with another column of amounts, in minor units: 1250 for USD 12.50.
     *
     * @param column its name or label in the result; case does not count
     * @return the reader
     */
    public ResultSetLog minorUnits(String column) {
        return new ResultSetLog(currency, customer, date, column, true, currencyColumn, zone);
    }

    /**
     * This reader with a column of currency codes, each of which must be the log's.
     *
     * @param column its name or label in the result; case does not count
     * @return the reader
     */
    public ResultSetLog currencyColumn(String column) {
        return new ResultSetLog(currency, customer, date, amount, minorUnits, column, zone);
    }

    /**
     * This reader with the zone whose dates moments are.
     *
     * @param other the zone
     * @return the reader
     */
    public ResultSetLog zone(ZoneId other) {
        return new ResultSetLog(currency, customer, date, amount, minorUnits, currencyColumn, other);
    }

    /**
     * Reads a result to its end, and leaves it open.
     *
     * @param rows a result, before its first row
     * @return the log
     * @throws IllegalArgumentException if a column is missing or of a type that cannot be read, or a value breaks a
     *     rule; the message names the first
     * @throws CancellationException if the thread is interrupted
     * @throws SQLException if the database reports a failure
     */
    public Ledger read(ResultSet rows) throws SQLException {
        return read(rows, problem -> {
            throw new IllegalArgumentException("row " + problem.line() + ", " + problem.column() + " '"
                    + problem.value() + "', " + problem.message());
        });
    }

    /**
     * Reads a result to its end, and leaves it open. Rows with values that break a rule are left out.
     *
     * @param rows a result, before its first row
     * @param problems hears of each such value, with the number of its row from 1
     * @return the log of the other rows
     * @throws IllegalArgumentException if a column is missing or of a type that cannot be read
     * @throws CancellationException if the thread is interrupted
     * @throws SQLException if the database reports a failure
     */
    public Ledger read(ResultSet rows, Consumer<? super Problem> problems) throws SQLException {
        return new Reader(rows, problems).read();
    }

    private enum DateType {
        DATE,
        WALL_CLOCK,
        MOMENT
    }

    /** One result being read. */
    private final class Reader {

        private final ResultSet rows;
        private final ResultSetMetaData meta;
        private final Consumer<? super Problem> problems;
        private final int customerAt;
        private final int dateAt;
        private final int amountAt;
        private final int currencyAt;
        private final boolean numbers;
        private final DateType dateType;
        private final boolean wholeAmounts;
        private long row;
        private boolean bad;

        Reader(ResultSet rows, Consumer<? super Problem> problems) throws SQLException {
            this.rows = rows;
            this.meta = rows.getMetaData();
            this.problems = problems;
            this.customerAt = find(customer);
            this.dateAt = find(date);
            this.amountAt = find(amount);
            this.currencyAt = currencyColumn == null ? 0 : find(currencyColumn);
            this.numbers = isInteger(customerAt) || isShortWholeDecimal(customerAt);
            this.dateType = dateType();
            this.wholeAmounts = minorUnits && isInteger(amountAt);
            if (!isInteger(amountAt) && !isDecimal(amountAt)) {
                throw new IllegalArgumentException("column " + amount + " must be exact, of a decimal or integer type,"
                        + " but is " + meta.getColumnTypeName(amountAt) + "; cast it in the query, as in CAST(" + amount
                        + " AS DECIMAL(18, 2))");
            }
        }

        private int find(String name) throws SQLException {
            List<String> labels = new ArrayList<>();
            for (int column = 1; column <= meta.getColumnCount(); column++) {
                String label = meta.getColumnLabel(column);
                if (Ascii.equalsIgnoreCase(label, name)) {
                    return column;
                }
                labels.add(label);
            }
            throw new IllegalArgumentException(
                    "the result has no column '" + name + "'; it has " + String.join(", ", labels));
        }

        private boolean isInteger(int column) throws SQLException {
            return switch (meta.getColumnType(column)) {
                case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
                default -> false;
            };
        }

        private boolean isDecimal(int column) throws SQLException {
            int type = meta.getColumnType(column);
            return type == Types.DECIMAL || type == Types.NUMERIC;
        }

        private boolean isShortWholeDecimal(int column) throws SQLException {
            int precision = meta.getPrecision(column);
            return isDecimal(column) && meta.getScale(column) == 0 && precision > 0 && precision <= SAFE_DIGITS;
        }

        private DateType dateType() throws SQLException {
            // Some databases tell a timestamp with a zone by the name of its type only.
            String name = Ascii.toLowerCase(meta.getColumnTypeName(dateAt));
            int type = meta.getColumnType(dateAt);
            if (type == Types.TIMESTAMP_WITH_TIMEZONE
                    || name.contains("timestamptz")
                    || name.contains("with time zone")
                    || name.contains("with local time zone")
                    || name.contains("datetimeoffset")) {
                return DateType.MOMENT;
            }
            return switch (type) {
                case Types.DATE -> DateType.DATE;
                case Types.TIMESTAMP -> DateType.WALL_CLOCK;
                default ->
                    throw new IllegalArgumentException("column " + date + " must be a date or a timestamp, but is "
                            + meta.getColumnTypeName(dateAt) + "; cast it in the query, as in CAST(" + date
                            + " AS DATE)");
            };
        }

        Ledger read() throws SQLException {
            Ledger.Builder log = Ledger.builder(currency);
            while (rows.next()) {
                if (row++ % ROWS_BETWEEN_CHECKS == 0 && Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted after " + (row - 1) + " rows were read");
                }
                bad = false;
                long number = numbers ? readNumber() : 0;
                String text = numbers ? "" : readText();
                int day = readDay();
                long minor = readAmount();
                requireCurrency();
                if (!bad && numbers) {
                    log.add(number, day, minor);
                } else if (!bad) {
                    log.add(text, day, minor);
                }
            }
            // An empty log is of the kind of ids that its column has.
            return log.size() == 0 && numbers
                    ? Ledger.ofUnsafe(currency, new long[0], new int[0], new long[0])
                    : log.build();
        }

        private void report(String column, String value, String message) {
            bad = true;
            problems.accept(new Problem(row, column, value, message));
        }

        private void reportNull(String column) {
            report(column, "", "must not be null");
        }

        private long readNumber() throws SQLException {
            long id = rows.getLong(customerAt);
            if (rows.wasNull()) {
                reportNull(customer);
            }
            return id;
        }

        private String readText() throws SQLException {
            String id = rows.getString(customerAt);
            if (id == null) {
                reportNull(customer);
                return "";
            }
            if (id.isBlank()) {
                report(customer, id, "must not be blank");
            }
            return id;
        }

        private int readDay() throws SQLException {
            LocalDate day = readDate();
            if (day == null) {
                reportNull(date);
                return 0;
            }
            long epochDay = day.toEpochDay();
            if (epochDay != (int) epochDay) {
                report(
                        date,
                        day.toString(),
                        "must be from " + LocalDate.ofEpochDay(Integer.MIN_VALUE) + " to "
                                + LocalDate.ofEpochDay(Integer.MAX_VALUE));
            }
            return (int) epochDay;
        }

        private @Nullable LocalDate readDate() throws SQLException {
            switch (dateType) {
                case MOMENT -> {
                    OffsetDateTime moment = rows.getObject(dateAt, OffsetDateTime.class);
                    return moment == null
                            ? null
                            : moment.atZoneSameInstant(zone).toLocalDate();
                }
                case WALL_CLOCK -> {
                    LocalDateTime time = rows.getObject(dateAt, LocalDateTime.class);
                    return time == null ? null : time.toLocalDate();
                }
                default -> {
                    Object value = rows.getObject(dateAt);
                    if (value == null || value instanceof LocalDate) {
                        return (LocalDate) value;
                    }
                    return rows.getDate(dateAt).toLocalDate();
                }
            }
        }

        private long readAmount() throws SQLException {
            if (wholeAmounts) {
                long minor = rows.getLong(amountAt);
                if (rows.wasNull()) {
                    reportNull(amount);
                }
                return minor;
            }
            BigDecimal value = rows.getBigDecimal(amountAt);
            if (value == null) {
                reportNull(amount);
                return 0;
            }
            return minorUnitsOf(value);
        }

        private long minorUnitsOf(BigDecimal value) {
            int digits = minorUnits ? 0 : currency.getDefaultFractionDigits();
            BigDecimal exact = value.stripTrailingZeros();
            if (exact.scale() > digits) {
                report(
                        amount,
                        value.toString(),
                        minorUnits
                                ? "must be a whole number of minor units"
                                : "has " + exact.scale() + " decimals, but " + currency + " allows " + digits);
                return 0;
            }
            // Judged before it is written out in full: 1E+1000000 would fill the memory.
            boolean huge = exact.precision() - exact.scale() > SAFE_DIGITS + 1;
            BigInteger minor = huge ? BigInteger.ZERO : exact.setScale(digits).unscaledValue();
            if (huge || minor.bitLength() >= Long.SIZE) {
                report(amount, value.toString(), "is beyond the range of " + currency + " money");
            }
            return minor.longValue();
        }

        private void requireCurrency() throws SQLException {
            if (currencyAt == 0 || currencyColumn == null) {
                return;
            }
            String code = rows.getString(currencyAt);
            if (code == null) {
                reportNull(currencyColumn);
            } else if (!Ascii.equalsIgnoreCase(code.strip(), currency.getCurrencyCode())) {
                report(currencyColumn, code, "is not " + currency + ", the currency of the log");
            }
        }
    }
}
