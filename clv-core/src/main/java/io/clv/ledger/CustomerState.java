package io.clv.ledger;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * What there is to know of one customer's rows so that they can be summarised, and added to, without keeping them: what
 * a stream processor or a job that runs every night stores between two runs.
 *
 * <pre>{@code
 * CustomerState state = CustomerState.of("c", usd, LedgerOptions.defaults());
 * state = state.add(LocalDate.of(2024, 1, 31), Money.of(12, "USD"));
 * state = state.sealThrough(LocalDate.of(2024, 1, 31));
 * byte[] stored = state.toBytes();
 * CustomerTable table = CustomerState.parse(stored).summarize(LocalDate.of(2024, 2, 29));
 * }</pre>
 *
 * <p>Of each day with rows a state keeps counts and exact sums. Days can be <b>sealed</b>, as a rule all through some
 * date, once no more rows of them can come: then only counts are kept, and a state that is sealed through its last row
 * is of constant size. A sealed day takes no more rows, and the state cannot be summarised at a date before the last
 * sealed day; everything else is as exact as before.
 *
 * <p>States of the same customer <b>merge</b> in any order and grouping, whichever way the rows were split, and the
 * summary of what they merge to is the summary of all rows, to the last bit. Their sealed ranges must not overlap, nor
 * may one have rows where another is sealed. The same row in two states is two rows: exactly-once delivery is the
 * caller's.
 *
 * <p>The options are those of the summary. Their grid and policy of refunds decide what a seal keeps, and no state can
 * be merged with one of other options; under {@link RefundPolicy#REJECT} a refund cannot be added. The gaps between
 * purchases are not kept by a seal: {@link CustomerTable#gaps()} of a sealed state is empty.
 *
 * <p>The binary form is versioned and ends with a checksum. It takes some 15 bytes and the id; and 4 to 8 bytes for
 * each day with rows, or some 20 for all sealed days.
 *
 * <p>States are immutable and safe to share between threads.
 */
public final class CustomerState {

    private static final String MAGIC = "CS";
    private static final String NAME = "a customer's state";
    private static final int NUMBER = 0;
    private static final int TEXT = 1;

    private final Ids id;
    private final Currency currency;
    private final LedgerOptions options;
    private final History history;

    CustomerState(Ids id, Currency currency, LedgerOptions options, History history) {
        this.id = id;
        this.currency = currency;
        this.options = options;
        this.history = history;
    }

    /**
     * The state of a customer without rows.
     *
     * @param customer the customer's id, not blank
     * @param currency the currency of all amounts
     * @param options how rows will be summarised
     * @return the state, which merged with another of the customer is the other
     * @throws IllegalArgumentException if the customer is blank, or the currency has no minor digits in ISO 4217
     */
    public static CustomerState of(String customer, Currency currency, LedgerOptions options) {
        Ids id = Ids.ofTexts(new String[] {Ids.requireText("customer", customer)});
        return new CustomerState(id, Money.zero(currency).currency(), options, History.NONE);
    }

    /**
     * The state of a customer without rows, whose id is a number. The number 7 and the text "7" are two customers.
     *
     * @param customer the customer's id
     * @param currency the currency of all amounts
     * @param options how rows will be summarised
     * @return the state, which merged with another of the customer is the other
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static CustomerState of(long customer, Currency currency, LedgerOptions options) {
        Ids id = Ids.ofNumbers(new long[] {customer});
        return new CustomerState(id, Money.zero(currency).currency(), options, History.NONE);
    }

    /**
     * Reads what {@link #toBytes} wrote, whichever version of this library did.
     *
     * @param bytes the binary form
     * @return the state
     * @throws IllegalArgumentException if the bytes are something else, corrupt, or of a later version of the format
     */
    public static CustomerState parse(byte[] bytes) {
        StateFormat.requireMagic(MAGIC, NAME, bytes);
        int end = bytes.length - Integer.BYTES;
        ByteReader in = new ByteReader(NAME, bytes, Math.max(0, end));
        if (end < 0 || StateFormat.checksum(bytes, 0, end) != StateFormat.intAt(bytes, end)) {
            throw in.corrupt("its checksum is not that of its bytes");
        }
        in.read(MAGIC.length() + 1L);
        StateFormat format = StateFormat.read(in);
        int kind = in.readByte();
        if (kind > TEXT) {
            throw in.corrupt("the kind of its id is unknown");
        }
        Ids id = kind == NUMBER
                ? Ids.ofNumbers(new long[] {in.readSigned()})
                : Ids.ofTexts(new String[] {StateId.read(in)});
        History history = HistoryReader.read(in, format.options());
        in.requireEnd();
        return new CustomerState(id, format.currency(), format.options(), history);
    }

    /**
     * The binary form: compact, versioned, with a checksum. Equal states have equal bytes.
     *
     * @return the bytes
     */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter();
        StateFormat.writeMagic(MAGIC, out);
        new StateFormat(currency, options).write(out);
        if (id.areNumbers()) {
            out.writeByte(NUMBER);
            out.writeSigned(id.key(0));
        } else {
            out.writeByte(TEXT);
            StateId.write(id.text(0), out);
        }
        HistoryWriter.write(history, out);
        byte[] content = out.toBytes();
        out.writeInt(StateFormat.checksum(content, 0, content.length));
        return out.toBytes();
    }

    /**
     * The customer's id; that of a number is its decimal text.
     *
     * @return the id
     */
    public String customer() {
        return id.text(0);
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
     * How many rows the state was made of, sealed ones included.
     *
     * @return 0 or more
     */
    public long rows() {
        return history.rows();
    }

    /**
     * The last sealed date, before which there can be no summary.
     *
     * @return nothing if no day is sealed
     */
    public Optional<LocalDate> sealedThrough() {
        return history.sealed().last().map(LocalDate::ofEpochDay);
    }

    /**
     * Whether a date is sealed, so that a row of it cannot be added: for telling late rows apart beforehand.
     *
     * @param date a date
     * @return true if no more rows of it are taken
     */
    public boolean isSealed(LocalDate date) {
        return date.toEpochDay() == (int) date.toEpochDay()
                && history.sealed().holding((int) date.toEpochDay()).isPresent();
    }

    /**
     * The state with a row more.
     *
     * @param date the date
     * @param amount what was paid, or paid back if negative
     * @return the new state
     * @throws IllegalArgumentException if the date is sealed or beyond the range, the amount is of another currency, or
     *     a refund and refunds are rejected
     * @throws ArithmeticException if there are 2^60 rows already
     */
    public CustomerState add(LocalDate date, Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException("amount must be in " + currency + ", the currency of the state, but"
                    + " customer '" + customer() + "', " + date + ", has " + amount);
        }
        return add(EpochDays.of("date", date), amount.minorUnits());
    }

    /**
     * The state with a row more.
     *
     * @param epochDay the date in days from 1970-01-01
     * @param minorUnits the amount in minor units of the state's currency
     * @return the new state
     * @throws IllegalArgumentException if the date is sealed, or the amount is a refund and refunds are rejected
     * @throws ArithmeticException if there are 2^60 rows already
     */
    public CustomerState add(int epochDay, long minorUnits) {
        requireAcceptable(epochDay, minorUnits);
        return with(history.plus(History.of(epochDay, minorUnits), customer(), options));
    }

    /**
     * The state with rows more, given as columns with one entry a row, in any order.
     *
     * @param epochDays the dates in days from 1970-01-01
     * @param minorUnits the amounts in minor units of the state's currency
     * @return the new state
     * @throws IllegalArgumentException if the columns are not of one length, a date is sealed, or an amount is a refund
     *     and refunds are rejected; the message names the first such row, and none is added
     * @throws ArithmeticException if there would be more than 2^60 rows
     */
    public CustomerState addAll(int[] epochDays, long[] minorUnits) {
        if (epochDays.length != minorUnits.length) {
            throw new IllegalArgumentException("columns must be of one length, but epochDays had " + epochDays.length
                    + " and minorUnits " + minorUnits.length + " rows");
        }
        for (int row = 0; row < epochDays.length; row++) {
            requireAcceptable(epochDays[row], minorUnits[row]);
        }
        return with(history.plus(History.of(epochDays, minorUnits), customer(), options));
    }

    private void requireAcceptable(int epochDay, long minorUnits) {
        Optional<DayRange> range = history.sealed().holding(epochDay);
        if (range.isPresent()) {
            throw new IllegalArgumentException(row(epochDay, minorUnits) + ", " + Refusal.lateRule(range.get()));
        }
        if (minorUnits < 0 && options.refunds() == RefundPolicy.REJECT) {
            throw new IllegalArgumentException(row(epochDay, minorUnits) + ", " + Refusal.REFUND_RULE);
        }
    }

    private String row(int epochDay, long minorUnits) {
        return "customer '" + customer() + "', " + LocalDate.ofEpochDay(epochDay) + ", "
                + Money.ofMinor(minorUnits, currency);
    }

    /**
     * The state of the rows of both.
     *
     * @param other a state of the same customer, currency and options
     * @return the merged state
     * @throws IllegalArgumentException if the other is of another customer, currency or options, if sealed ranges
     *     overlap, or if one has rows where the other is sealed
     * @throws ArithmeticException if there would be more than 2^60 rows
     */
    public CustomerState merge(CustomerState other) {
        if (!id.equals(other.id)) {
            throw new IllegalArgumentException("states must be of one customer to be merged, but were of " + described()
                    + " and " + other.described());
        }
        new StateFormat(currency, options).requireSame(new StateFormat(other.currency, other.options));
        return with(history.plus(other.history, customer(), options));
    }

    private String described() {
        return (id.areNumbers() ? "number " : "text ") + "'" + customer() + "'";
    }

    /**
     * The state with all days through a date sealed: of their rows only counts are kept, and no more are taken. Days
     * that are sealed already stay so.
     *
     * @param date the last date to be sealed
     * @return the new state
     * @throws IllegalArgumentException if the date is beyond the range
     */
    public CustomerState sealThrough(LocalDate date) {
        return with(history.sealed(DayRange.through(EpochDays.of("date", date)), options));
    }

    /**
     * The state with some days sealed, whatever came before them: for a part of a log that is to be merged with earlier
     * parts.
     *
     * @param first the first date to be sealed
     * @param last the last date to be sealed
     * @return the new state
     * @throws IllegalArgumentException if the dates are not in this order, or beyond the range
     */
    public CustomerState seal(LocalDate first, LocalDate last) {
        return with(history.sealed(DayRange.of(first, last), options));
    }

    private CustomerState with(History other) {
        return new CustomerState(id, currency, options, other);
    }

    History history() {
        return history;
    }

    Ids id() {
        return id;
    }

    /**
     * As {@link #summarize(LocalDate, LedgerOptions)} with the options of the state.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @return one row, or none if the customer has no purchase
     * @throws IllegalArgumentException if a later day is sealed, the options refuse a row, or the date is beyond the
     *     range
     * @throws ArithmeticException if the customer's total is beyond the range of money
     */
    public CustomerTable summarize(LocalDate observedThrough) {
        return summarize(observedThrough, options);
    }

    /**
     * What {@link Ledger#summarize(LocalDate, LedgerOptions)} makes of all rows of the customer, except for the
     * {@linkplain CustomerTable#gaps gaps} of a sealed state.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @param other options with the grid and the policy of refunds of the state
     * @return one row, or none if the customer has no purchase
     * @throws IllegalArgumentException if a later day is sealed, the options have another grid or policy or refuse a
     *     row, or the date is beyond the range
     * @throws ArithmeticException if the customer's total is beyond the range of money
     */
    public CustomerTable summarize(LocalDate observedThrough, LedgerOptions other) {
        new StateFormat(currency, options).requireSuits(observedThrough, history.sealed(), other);
        StateSummary summary = new StateSummary(id, currency, observedThrough, other);
        summary.add(0, history);
        return summary.table();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerState state
                && id.equals(state.id)
                && currency.equals(state.currency)
                && options.equals(state.options)
                && history.equals(state.history);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + history.hashCode();
    }

    @Override
    public String toString() {
        return "customer '" + customer() + "', " + rows() + " rows in " + currency
                + sealedThrough().map(date -> ", sealed through " + date).orElse("");
    }
}
