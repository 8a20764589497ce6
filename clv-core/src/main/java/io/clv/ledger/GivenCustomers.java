package io.clv.ledger;

import com.google.common.base.Ascii;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Makes a table of customers who were summarised elsewhere, checking what a table of one's own takes for granted. */
final class GivenCustomers {

    /** Times are printed and read, and so are as good as the last digits of a double; days are not that close. */
    private static final double NEAR = 1e-9;

    /** Beyond it a double of minor units does not tell one from the next. */
    private static final double LARGEST_MINOR = 0x1p53;

    private final Currency currency;
    private final LedgerOptions options;
    private final LocalDate observedThrough;
    private final long endPeriod;
    private final double minorPerMajor;

    GivenCustomers(Currency currency, LedgerOptions options, LocalDate observedThrough) {
        this.currency = Money.zero(currency).currency();
        this.options = options;
        this.observedThrough = observedThrough;
        this.endPeriod = options.grid().indexOf(observedThrough);
        this.minorPerMajor = Math.pow(10, currency.getDefaultFractionDigits());
    }

    CustomerTable table(Iterable<Customer> rows) {
        List<Customer> sorted = new ArrayList<>();
        rows.forEach(sorted::add);
        sorted.sort(Comparator.comparing(Customer::id, CodePoints.ORDER));
        int size = sorted.size();
        String[] ids = new String[size];
        for (int row = 0; row < size; row++) {
            ids[row] = Ids.requireText("customer", sorted.get(row).id());
            if (row > 0 && ids[row].equals(ids[row - 1])) {
                throw new IllegalArgumentException("customers must have an id each, but two have '" + ids[row] + "'");
            }
        }
        CustomerColumns columns = new CustomerColumns(
                Ids.ofTexts(ids), new int[size], new int[size], new int[size], new long[size], new long[size]);
        for (int row = 0; row < size; row++) {
            put(sorted.get(row), row, columns);
        }
        Money none = Money.zero(currency);
        return new CustomerTable(
                columns, currency, observedThrough, options, new Exclusions(0, 0, 0, none, 0, none), Optional.empty());
    }

    private void put(Customer customer, int row, CustomerColumns columns) {
        int frequency = customer.frequency();
        long recency = periods(customer, "recency", customer.recency());
        long age = periods(customer, "age", customer.age());
        if (recency > age) {
            throw refused(customer, "recency must not be above the age, " + customer.age(), customer.recency());
        }
        if (frequency < 0 || frequency > recency || (frequency == 0) != (recency == 0)) {
            throw refused(
                    customer,
                    "frequency must be 0 where the recency is, and else from 1 to the periods up to it, " + recency,
                    frequency);
        }
        long first = endPeriod - age;
        if (first != (int) first) {
            throw refused(customer, "age must not reach back beyond the range of dates", customer.age());
        }
        columns.periods[row] = frequency + 1;
        columns.first[row] = (int) first;
        columns.last[row] = (int) (first + recency);
        columns.total[row] = total(customer);
        columns.repeatTotal[row] = repeatTotal(customer);
    }

    private long periods(Customer customer, String name, double time) {
        if (!(time >= 0 && time <= Double.MAX_VALUE)) {
            throw refused(customer, name + " must be finite and not negative", time);
        }
        double one = options.time(1);
        double periods = Math.rint(time / one);
        // As long as this, any number is whole.
        if (!(periods <= Integer.MAX_VALUE * 2.0)) {
            throw refused(customer, name + " must not reach back beyond the range of dates", time);
        }
        long whole = (long) periods;
        if (Math.abs(options.time(whole) - time) > NEAR * Math.max(1, time)) {
            throw refused(
                    customer,
                    name + " in " + Ascii.toLowerCase(options.unit().name()) + " must be a whole number of "
                            + Ascii.toLowerCase(options.grid().unit().name()),
                    time);
        }
        return whole;
    }

    private long total(Customer customer) {
        if (!customer.total().currency().equals(currency)) {
            throw refused(customer, "total must be in " + currency, customer.total());
        }
        return customer.total().minorUnits();
    }

    private long repeatTotal(Customer customer) {
        double mean = customer.monetaryValue();
        if (!Double.isFinite(mean)) {
            throw refused(customer, "monetary value must be finite", mean);
        }
        if (customer.frequency() == 0 && mean != 0) {
            throw refused(customer, "monetary value must be 0 without a repeat purchase", mean);
        }
        double minor = Math.rint(mean * (customer.frequency() * minorPerMajor));
        if (!(Math.abs(minor) < LARGEST_MINOR)) {
            throw refused(customer, "monetary value times frequency must be below 2^53 minor units", mean);
        }
        return (long) minor;
    }

    private static IllegalArgumentException refused(Customer customer, String rule, Object actual) {
        return new IllegalArgumentException("customer '" + customer.id() + "': " + rule + ", but was " + actual);
    }
}
