package io.clv.ledger;

import io.clv.quantity.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The {@linkplain CustomerState states} of many customers, in order of their ids: a log that is added to day by day and
 * summarised without reading old rows again.
 *
 * <pre>{@code
 * CustomerStates states = CustomerStates.of(january, LedgerOptions.defaults())
 *         .sealThrough(LocalDate.of(2024, 1, 31))
 *         .add(february);
 * CustomerTable customers = states.summarize(LocalDate.of(2024, 2, 29));
 * }</pre>
 *
 * <p>What holds of one state holds of many: they merge in any order and grouping, and their summary is
 * {@link Ledger#summarize(LocalDate, LedgerOptions)} of all rows to the last bit, except for the
 * {@linkplain CustomerTable#gaps gaps} of sealed ones. A date that is sealed takes no more rows, not even of a customer
 * who is new. Nothing is kept but by customer, so that one who is {@linkplain #erase erased} leaves no trace.
 *
 * <p>States are immutable and safe to share between threads; those of customers who are not touched are shared between
 * a set of states and the next. In memory a customer takes some 24 bytes more than in {@linkplain #writeTo binary
 * form}.
 */
public final class CustomerStates {

    private final Currency currency;
    private final LedgerOptions options;
    private final SealedRanges sealed;
    private final StateColumns columns;

    CustomerStates(Currency currency, LedgerOptions options, SealedRanges sealed, StateColumns columns) {
        this.currency = currency;
        this.options = options;
        this.sealed = sealed;
        this.columns = columns;
    }

    /**
     * No states yet.
     *
     * @param currency the currency of all amounts
     * @param options how rows will be summarised
     * @return an empty set, which merged with another is the other
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static CustomerStates of(Currency currency, LedgerOptions options) {
        StateColumns nobody = new StateColumns(Ids.ofTexts(new String[0]), new byte[0][]);
        return new CustomerStates(Money.zero(currency).currency(), options, SealedRanges.NONE, nobody);
    }

    /**
     * The states of the customers of a log.
     *
     * @param rows the log
     * @param options how rows will be summarised
     * @return the states
     * @throws IllegalArgumentException if the log has refunds and the options reject them; the message names the first
     */
    public static CustomerStates of(Ledger rows, LedgerOptions options) {
        return of(rows.currency(), options).add(rows);
    }

    /**
     * States that were kept one by one; those of one customer are merged, and those without rows left out.
     *
     * @param currency the currency of all amounts
     * @param options how rows will be summarised
     * @param states in any order
     * @return the states
     * @throws IllegalArgumentException if a state is of another currency or other options, some ids are numbers and
     *     some text, or states of one customer cannot be merged
     * @throws ArithmeticException if a customer would have more than 2^60 rows
     */
    public static CustomerStates of(Currency currency, LedgerOptions options, Iterable<CustomerState> states) {
        StateFormat format = of(currency, options).format();
        TreeMap<Ids, CustomerState> byId = new TreeMap<>(IdMerge::compareFirst);
        SealedRanges sealed = SealedRanges.NONE;
        for (CustomerState state : states) {
            format.requireSame(new StateFormat(state.currency(), state.options()));
            byId.merge(state.id(), state, CustomerState::merge);
            sealed = sealed.plus(state.history().sealed());
        }
        return new CustomerStates(currency, options, sealed, StateColumns.of(byId.values()));
    }

    /**
     * The states of the rows of all of some: what {@link #merge(CustomerStates)} makes of them one after the other, but
     * going over each customer's rows once, however many there are.
     *
     * @param currency the currency of all amounts
     * @param options how rows will be summarised
     * @param parts in any order
     * @return the merged states
     * @throws IllegalArgumentException if some are of another currency or other options, ids are numbers in some and
     *     text in others, or a customer has rows in some where others are sealed, or sealed ranges that overlap
     * @throws ArithmeticException if a customer would have more than 2^60 rows
     */
    public static CustomerStates mergeAll(Currency currency, LedgerOptions options, Iterable<CustomerStates> parts) {
        CustomerStates nobody = of(currency, options);
        StateColumns none = nobody.columns;
        List<StateColumns> columns = new ArrayList<>();
        SealedRanges sealed = SealedRanges.NONE;
        for (CustomerStates part : parts) {
            nobody.format().requireSame(part.format());
            sealed = sealed.plus(part.sealed);
            if (part.size() > 0) {
                requireOneKind(columns.isEmpty() ? part.columns : columns.get(0), part.columns);
                columns.add(part.columns);
            } else if (part.columns.ids.areNumbers()) {
                none = part.columns;
            }
        }
        return new CustomerStates(
                nobody.currency, options, sealed, columns.isEmpty() ? none : ColumnsMerge.of(columns, options));
    }

    private static void requireOneKind(StateColumns here, StateColumns there) {
        boolean numbers = here.ids.areNumbers();
        if (numbers != there.ids.areNumbers()) {
            throw new IllegalArgumentException("ids must be numbers on both sides or text on both, but were "
                    + (numbers ? "numbers here and text there" : "text here and numbers there"));
        }
    }

    /**
     * Reads what {@link #writeTo} wrote, whichever version of this library did. The stream is read to its end and left
     * open.
     *
     * @param in the binary form and nothing after it
     * @return the states
     * @throws IllegalArgumentException if the bytes are something else, corrupt, or of a later version of the format
     * @throws IOException if the stream cannot be read
     */
    public static CustomerStates readFrom(InputStream in) throws IOException {
        return new StatesReader(in).read();
    }

    /**
     * Writes the binary form: compact, versioned, with checksums. Equal states have equal bytes.
     *
     * @param out where to; it is flushed and left open
     * @throws IOException if it cannot be written to
     */
    public void writeTo(OutputStream out) throws IOException {
        StatesWriter.write(this, out);
    }

    /**
     * How many customers there are.
     *
     * @return 0 or more
     */
    public int size() {
        return columns.size();
    }

    /**
     * The currency of all amounts.
     *
     * @return the currency
     */
    public Currency currency() {
        return currency;
    }

    /**
     * How rows are summarised.
     *
     * @return the options
     */
    public LedgerOptions options() {
        return options;
    }

    /**
     * The last sealed date, before which there can be no summary.
     *
     * @return nothing if no day is sealed
     */
    public Optional<LocalDate> sealedThrough() {
        return sealed.last().map(LocalDate::ofEpochDay);
    }

    /**
     * A customer's id; that of a number is its decimal text.
     *
     * @param row from 0
     * @return the id
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public String id(int row) {
        return columns.ids.text(row);
    }

    /**
     * The row of a customer.
     *
     * @param id the id as {@link #id} gives it
     * @return the row, or -1 if there is no such customer
     */
    public int indexOf(String id) {
        return columns.ids.indexOf(id);
    }

    /**
     * The state of one customer.
     *
     * @param row from 0
     * @return the state
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public CustomerState state(int row) {
        return new CustomerState(columns.id(row), currency, options, columns.history(row, options));
    }

    /**
     * The states with rows more.
     *
     * @param rows the rows, of customers known or new
     * @return the new states
     * @throws IllegalArgumentException if a row's date is sealed, it is a refund and the options reject those, or it is
     *     of another currency; the message names the first, and no row is added. Also if ids are numbers on one side
     *     and text on the other
     * @throws ArithmeticException if a customer would have more than 2^60 rows
     */
    public CustomerStates add(Ledger rows) {
        return add(intake().all(rows.log()));
    }

    /**
     * The states with rows more, except for those that cannot be taken: whose date is sealed, or which are refunds and
     * the options reject those.
     *
     * @param rows the rows, of customers known or new
     * @param problems hears of each row that is left out, by its number from 1
     * @return the new states
     * @throws IllegalArgumentException if the rows are of another currency, or ids are numbers on one side and text on
     *     the other
     * @throws ArithmeticException if a customer would have more than 2^60 rows
     */
    public CustomerStates add(Ledger rows, Consumer<? super Problem> problems) {
        return add(intake().acceptable(rows.log(), problems));
    }

    private Intake intake() {
        return new Intake(sealed, options.refunds());
    }

    private CustomerStates add(Log log) {
        return merge(new CustomerStates(log.currency(), options, SealedRanges.NONE, StateColumns.of(log)));
    }

    /**
     * The states of the rows of both.
     *
     * @param other states of the same currency and options
     * @return the merged states
     * @throws IllegalArgumentException if the others are of another currency or other options, ids are numbers on one
     *     side and text on the other, or a customer has rows on one side where the other is sealed, or sealed ranges
     *     that overlap
     * @throws ArithmeticException if a customer would have more than 2^60 rows
     */
    public CustomerStates merge(CustomerStates other) {
        format().requireSame(other.format());
        if (size() > 0 && other.size() > 0) {
            requireOneKind(columns, other.columns);
        }
        StateColumns merged =
                columns.plus(other.columns, options, (mine, theirs, customer) -> mine.plus(theirs, customer, options));
        return new CustomerStates(currency, options, sealed.plus(other.sealed), merged);
    }

    /**
     * The states with all days through a date sealed: of their rows only counts are kept, and no more are taken. Days
     * that are sealed already stay so.
     *
     * @param date the last date to be sealed
     * @return the new states
     * @throws IllegalArgumentException if the date is beyond the range
     */
    public CustomerStates sealThrough(LocalDate date) {
        return seal(DayRange.through(EpochDays.of("date", date)));
    }

    /**
     * The states with some days sealed, whatever came before them: for a part of a log that is to be merged with
     * earlier parts.
     *
     * @param first the first date to be sealed
     * @param last the last date to be sealed
     * @return the new states
     * @throws IllegalArgumentException if the dates are not in this order, or beyond the range
     */
    public CustomerStates seal(LocalDate first, LocalDate last) {
        return seal(DayRange.of(first, last));
    }

    private CustomerStates seal(DayRange range) {
        return new CustomerStates(currency, options, sealed.plus(range), columns.sealed(range, options));
    }

    /**
     * The states without one customer, of whom nothing is left: not in the binary form, nor in any sum. Rows that are
     * added later make the customer anew.
     *
     * @param id the id as {@link #id} gives it
     * @return the new states; the same if there is no such customer
     */
    public CustomerStates erase(String id) {
        int row = indexOf(id);
        return row < 0 ? this : new CustomerStates(currency, options, sealed, columns.without(row));
    }

    /**
     * As {@link #summarize(LocalDate, LedgerOptions)} with the options of the states.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @return one row for each customer with a purchase
     * @throws IllegalArgumentException if a later day is sealed, the options refuse a row, or the date is beyond the
     *     range
     * @throws ArithmeticException if a customer's total, or a sum of what is left out, is beyond the range of money
     */
    public CustomerTable summarize(LocalDate observedThrough) {
        return summarize(observedThrough, options);
    }

    /**
     * What {@link Ledger#summarize(LocalDate, LedgerOptions)} makes of all rows, except for the
     * {@linkplain CustomerTable#gaps gaps} of sealed states.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @param other options with the grid and the policy of refunds of the states
     * @return one row for each customer with a purchase
     * @throws IllegalArgumentException if a later day is sealed, the options have another grid or policy or refuse a
     *     row, or the date is beyond the range
     * @throws ArithmeticException if a customer's total, or a sum of what is left out, is beyond the range of money
     */
    public CustomerTable summarize(LocalDate observedThrough, LedgerOptions other) {
        format().requireSuits(observedThrough, sealed, other);
        StateSummary summary = new StateSummary(columns.ids, currency, observedThrough, other);
        for (int row = 0; row < size(); row++) {
            summary.add(row, columns.history(row, options));
        }
        return summary.table();
    }

    private StateFormat format() {
        return new StateFormat(currency, options);
    }

    SealedRanges sealed() {
        return sealed;
    }

    StateColumns columns() {
        return columns;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerStates states
                && currency.equals(states.currency)
                && options.equals(states.options)
                && sealed.equals(states.sealed)
                && columns.equals(states.columns);
    }

    @Override
    public int hashCode() {
        return 31 * sealed.hashCode() + columns.hashCode();
    }

    @Override
    public String toString() {
        return size() + " customers in " + currency
                + sealedThrough().map(date -> ", sealed through " + date).orElse("");
    }
}
