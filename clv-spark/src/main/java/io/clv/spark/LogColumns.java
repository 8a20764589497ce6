package io.clv.spark;

import io.clv.quantity.Money;
import java.io.Serial;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a Dataset make a log, and how they are read.
 *
 * <pre>{@code
 * LogColumns columns = LogColumns.of(usd).customer("client_id").date("paid_at").amount("price");
 * }</pre>
 *
 * <ul>
 *   <li>The columns are {@code customer}, {@code date} and {@code amount} unless others are named.
 *   <li>Ids are numbers where the column is of an integer type, or a decimal one of up to 18 digits and none after the
 *       point. Else they are text, which is taken as it stands.
 *   <li>Dates are dates, timestamps, or text as in 1997-01-31. A timestamp is a moment, and dated as the calendar of
 *       {@link #zone} has it, which is UTC unless set, whatever the session's time zone is; one without a time zone
 *       ({@code timestamp_ntz}) stands as written.
 *   <li>Amounts are decimals, whole numbers, or text with a decimal point and no exponent, in major units unless they
 *       are said to be {@linkplain #minorUnits minor ones}. A column of floating point is refused: the query can cast
 *       it.
 *   <li>A column of currencies, if one is named, must hold the code of the log's currency in each row.
 * </ul>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class LogColumns implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** The currency of all amounts. */
    final Currency currency;

    /** The column of customer ids. */
    final String customer;

    /** The column of dates. */
    final String date;

    /** The column of amounts. */
    final String amount;

    /** Whether amounts are in minor units. */
    final boolean minorUnits;

    /** The column of currency codes, if there is one. */
    final @Nullable String currencyColumn;

    /** The zone whose dates moments are. */
    final ZoneId zone;

    private LogColumns(
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
     * The columns {@code customer}, {@code date} and {@code amount}.
     *
     * @param currency the currency of all amounts
     * @return the columns
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static LogColumns of(Currency currency) {
        return new LogColumns(
                Money.zero(currency).currency(), "customer", "date", "amount", false, null, ZoneOffset.UTC);
    }

    /**
     * With another column of customer ids.
     *
     * @param column its name; case does not count
     * @return the columns
     */
    public LogColumns customer(String column) {
        return new LogColumns(currency, column, date, amount, minorUnits, currencyColumn, zone);
    }

    /**
     * With another column of dates.
     *
     * @param column its name; case does not count
     * @return the columns
     */
    public LogColumns date(String column) {
        return new LogColumns(currency, customer, column, amount, minorUnits, currencyColumn, zone);
    }

    /**
     * With another column of amounts, in major units: 12.50 for USD 12.50.
     *
     * @param column its name; case does not count
     * @return the columns
     */
    public LogColumns amount(String column) {
        return new LogColumns(currency, customer, date, column, false, currencyColumn, zone);
    }

    /**
     * With another column of amounts, in minor units: 1250 for USD 12.50.
     *
     * @param column its name; case does not count
     * @return the columns
     */
    public LogColumns minorUnits(String column) {
        return new LogColumns(currency, customer, date, column, true, currencyColumn, zone);
    }

    /**
     * With a column of currency codes, each of which must be the log's.
     *
     * @param column its name; case does not count
     * @return the columns
     */
    public LogColumns currencyColumn(String column) {
        return new LogColumns(currency, customer, date, amount, minorUnits, column, zone);
    }

    /**
     * With the zone whose dates moments are.
     *
     * @param other the zone
     * @return the columns
     */
    public LogColumns zone(ZoneId other) {
        return new LogColumns(currency, customer, date, amount, minorUnits, currencyColumn, other);
    }

    @Override
    public String toString() {
        return "customer " + customer + ", date " + date + ", " + (minorUnits ? "minor units " : "amount ") + amount
                + (currencyColumn == null ? "" : ", currency " + currencyColumn) + ", in " + currency + ", zone "
                + zone;
    }
}
