package io.clv.io;

import io.clv.btyd.Fit;
import io.clv.btyd.Predictions;
import io.clv.btyd.ValueExplanation;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Estimate;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Currency;
import java.util.stream.Stream;

/**
 * Writes results for other programs, the same in every locale. Money is a decimal with all the digits of its currency;
 * other numbers are doubles with all their digits, never with an exponent; a column that a model does not give is an
 * empty cell in CSV and null in JSON. Rows stand in the order of their table, ascending by id.
 *
 * <p>A table has the columns {@code customer,frequency,recency,age,monetary_value,total}; values have
 * {@code customer,frequency,recency,age,monetary_value,total,p_alive,expected_transactions,expected_spend,clv,clv_low,clv_high}.
 * The value of one customer is a model's result, so {@code clv} is a double and not money; JSON gives the currency, the
 * rounded total of the base and the interval of the total beside the rows, and with it what {@code clv_low} and
 * {@code clv_high} are of and at which level.
 *
 * <p>A writer is flushed after each result and never closed. CSV may hold what ids hold, control characters too.
 */
public interface ResultWriter {

    /**
     * Writes comma-separated values with a header, lines ending in a line feed.
     *
     * @param out where to
     * @return the writer
     */
    static ResultWriter csv(Writer out) {
        return new CsvResults(out);
    }

    /**
     * Writes one JSON object a result and a line feed.
     *
     * @param out where to
     * @return the writer
     */
    static ResultWriter json(Writer out) {
        return new JsonResults(out);
    }

    /**
     * Writes a row for each customer.
     *
     * @param customers the table
     * @throws UncheckedIOException if writing fails
     */
    void write(CustomerTable customers);

    /**
     * Writes a log, a row for each transaction: {@code customer,date,amount}. What comes out as CSV is what
     * {@link TransactionCsv} reads.
     *
     * @param currency the currency of all amounts, which CSV leaves out
     * @param transactions in any order; closed at the end
     * @throws IllegalArgumentException if an amount is of another currency
     * @throws UncheckedIOException if writing fails
     */
    void write(Currency currency, Stream<Transaction> transactions);

    /**
     * Writes a row for each customer, with its value.
     *
     * @param values the values
     * @throws UncheckedIOException if writing fails
     */
    void write(CustomerValues values);

    /**
     * Writes one estimate: in JSON with its parts, inputs and assumptions as members, in CSV with a row for each.
     *
     * @param estimate the estimate
     * @throws UncheckedIOException if writing fails
     */
    void write(Estimate estimate);

    /**
     * Writes why a customer's value is what it is: in CSV a row for the base's average, one for what each factor adds,
     * one for each share of it where there are any, and one for the value,
     * {@code customer,driver,share,own,average,contribution,because}; the contributions without a share sum to the
     * value. In JSON an object with the contributions in an array, the value's interval or null, and what was seen of
     * the customer and of the base.
     *
     * @param explanation the explanation
     * @throws UncheckedIOException if writing fails
     */
    void write(ValueExplanation explanation);

    /**
     * Writes a fit: in CSV a row for each parameter, {@code parameter,value,standard_error,low,high}, where low and
     * high are the ends of its 90% interval; in JSON with all that is known of the fit, {@code standard_errors} and
     * {@code intervals_90} by parameter. Both are empty or null where the likelihood has no maximum, and of a parameter
     * that was held.
     *
     * @param fit the fit
     * @throws UncheckedIOException if writing fails
     */
    void write(Fit<?> fit);

    /**
     * Writes a row for each customer with what a model says of it:
     * {@code customer,p_alive,expected_transactions,dert,log_likelihood}. DERT is empty or null if no discount rate was
     * given. JSON gives model, horizon, discount rate and totals beside the rows.
     *
     * @param predictions the predictions
     * @throws UncheckedIOException if writing fails
     */
    void write(Predictions predictions);
}
