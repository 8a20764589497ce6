package io.clv.benchmarks;

import io.clv.ledger.Ledger;
import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * An example: a log in a file that DuckDB can read (Parquet, CSV, JSON), as a {@link Ledger}. DuckDB is embedded,
 * streams the file through a plain {@link ResultSet} a block of rows at a time, and never holds it whole. With another
 * driver the same loop reads a table of any database.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar io.clv.benchmarks.DuckDbLog sales.parquet USD customer_id sold_on amount
 * }</pre>
 */
public final class DuckDbLog {

    private static final int ROWS_A_BLOCK = 10_000;

    private DuckDbLog() {}

    /**
     * Reads three columns of a file.
     *
     * @param file a name that ends in {@code .parquet}, {@code .csv}, {@code .csv.gz} or {@code .json}
     * @param currency of the amounts
     * @param customer the column of ids
     * @param date the column of dates; of a timestamp its date counts
     * @param amount the column of amounts in major units
     * @return all rows
     * @throws SQLException if DuckDB cannot read the file or has no such column
     * @throws IllegalArgumentException if a cell is empty or an amount has more decimals than the currency
     */
    public static Ledger read(Path file, Currency currency, String customer, String date, String amount)
            throws SQLException {
        // An amount as text is what was written: 0.1 stays 0.1.
        String query = "SELECT CAST(%s AS VARCHAR), CAST(%s AS DATE), CAST(%s AS VARCHAR) FROM %s"
                .formatted(
                        quoted(customer, '"'), quoted(date, '"'), quoted(amount, '"'), quoted(file.toString(), '\''));
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(ROWS_A_BLOCK);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, currency);
            }
        }
    }

    private static String quoted(String text, char quote) {
        String one = String.valueOf(quote);
        return quote + text.replace(one, one + one) + quote;
    }

    private static Ledger read(ResultSet rows, Currency currency) throws SQLException {
        Ledger.Builder ledger = Ledger.builder(currency);
        while (rows.next()) {
            String customer = cell(rows.getString(1), "customer", ledger.size());
            LocalDate date = cell(rows.getObject(2, LocalDate.class), "date", ledger.size());
            String amount = cell(rows.getString(3), "amount", ledger.size());
            ledger.add(customer, date, Money.of(new BigDecimal(amount), currency));
        }
        return ledger.build();
    }

    private static <T> T cell(@Nullable T value, String column, int rowsBefore) {
        if (value == null) {
            throw new IllegalArgumentException("row " + (rowsBefore + 1L) + " has no " + column);
        }
        return value;
    }

    /**
     * Reads a file and prints what it holds, and its customers as of its last date.
     *
     * @param arguments file, currency code, and the names of the columns of customers, dates and amounts
     * @throws SQLException if the file cannot be read
     */
    public static void main(String... arguments) throws SQLException {
        if (arguments.length != 5) {
            System.err.println("usage: DuckDbLog FILE CURRENCY CUSTOMER-COLUMN DATE-COLUMN AMOUNT-COLUMN");
            System.exit(2);
        }
        Ledger ledger =
                read(Path.of(arguments[0]), Money.currency(arguments[1]), arguments[2], arguments[3], arguments[4]);
        System.out.println(ledger);
        ledger.lastDate().ifPresent(end -> System.out.println(ledger.summarize(end)));
    }
}
