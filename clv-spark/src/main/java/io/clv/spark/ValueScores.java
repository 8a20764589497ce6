package io.clv.spark;

import io.clv.btyd.FittedLtv;
import io.clv.ledger.Customer;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Money;
import java.io.Serial;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What customers are worth.
 *
 * @param model its text
 * @param reader of histories
 * @param monetaryValue where it stands
 * @param total where it stands
 * @param currency of all money
 * @param period of the grid; which one of a year it is does not matter to a model
 * @param unit of the times
 * @param added the columns to be added
 */
record ValueScores(
        String model,
        CustomerReader reader,
        int monetaryValue,
        int total,
        Currency currency,
        ChronoUnit period,
        ChronoUnit unit,
        ArrayList<String> added)
        implements MapPartitionsFunction<Row, Row> {

    @Serial
    private static final long serialVersionUID = 1;

    static final String CLV = "clv";

    static ValueScores of(Dataset<Row> customers, FittedLtv model, LedgerOptions options) {
        if (options.unit() != model.unit()) {
            throw new IllegalArgumentException("the customers must be in the unit of the "
                    + model.transactions().family() + " fit, "
                    + model.transactions().unitText() + ", but were in "
                    + options.unit().name().toLowerCase(Locale.ROOT));
        }
        ValueScores scores = new ValueScores(
                model.toText(),
                CustomerReader.of(customers),
                CustomerColumn.MONETARY_VALUE.placeOfNumberIn(customers),
                CustomerColumn.TOTAL.placeOfExactNumberIn(customers),
                currency(model),
                options.grid().unit(),
                options.unit(),
                new ArrayList<>());
        // What a newcomer is worth tells which columns there are, and refuses a model that lacks a horizon.
        CustomerValues ofOne = scores.ofNewcomer();
        for (Column column : List.of(Column.P_ALIVE, Column.EXPECTED_TRANSACTIONS, Column.EXPECTED_SPEND)) {
            scores.addIf(ofOne, column);
        }
        scores.added().add(CLV);
        scores.addIf(ofOne, Column.LOW);
        scores.addIf(ofOne, Column.HIGH);
        return scores;
    }

    private CustomerValues ofNewcomer() {
        Customer newcomer = new Customer("newcomer", 0, 0, 0, 0, Money.zero(currency));
        return values(FittedLtv.parse(model), List.of(newcomer));
    }

    private void addIf(CustomerValues values, Column column) {
        if (values.has(column)) {
            added.add(column.header());
        }
    }

    /** What the column of values counts, in words. */
    String comment() {
        CustomerValues values = ofNewcomer();
        String counted = values.measure().label() + ", " + values.basis().label() + ", by the " + values.model()
                + " model, " + (values.horizon().isForever() ? "without end" : "over " + values.horizon())
                + values.discount()
                        .map(rate -> rate.isNone() ? ", not discounted" : ", discounted at " + rate)
                        .orElse("");
        return values.assumptions().stream()
                .filter(sentence -> sentence.contains("there is no interval"))
                .findFirst()
                .map(sentence -> counted + "; assumes " + sentence)
                .orElse(counted);
    }

    private static Currency currency(FittedLtv model) {
        String unit = model.spend().unitText();
        try {
            return Money.currency(unit);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the spend fit must be in a currency, but was in " + unit, e);
        }
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        FittedLtv read = FittedLtv.parse(model);
        return new ChunkScores(rows, chunk -> scores(read, chunk));
    }

    private CustomerValues values(FittedLtv read, List<Customer> customers) {
        LedgerOptions options = LedgerOptions.collapse(period).unit(unit);
        return read.value(CustomerBase.of(CustomerTable.of(currency, options, LocalDate.EPOCH, customers)));
    }

    private double[][] scores(FittedLtv read, List<Row> chunk) {
        List<Customer> customers = new ArrayList<>(chunk.size());
        for (Row row : chunk) {
            customers.add(customer(row));
        }
        CustomerValues values = values(read, customers);
        double[][] columns = new double[added.size()][chunk.size()];
        for (int i = 0; i < chunk.size(); i++) {
            int row = values.customers().indexOf(customers.get(i).id());
            for (int column = 0; column < columns.length; column++) {
                columns[column][i] = cell(values, added.get(column), row);
            }
        }
        return columns;
    }

    private static double cell(CustomerValues values, String header, int row) {
        if (header.equals(CLV)) {
            return values.amount(row);
        }
        for (Column column : Column.values()) {
            if (column.header().equals(header)) {
                return values.get(column, row);
            }
        }
        throw new IllegalStateException("no column of values is called " + header);
    }

    private Customer customer(Row row) {
        int frequency = reader.frequency(row);
        Money money;
        try {
            money = Money.of(reader.exact(row, total, CustomerColumn.TOTAL), currency);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw reader.refused(row, "total: " + e.getMessage());
        }
        return new Customer(
                reader.id(row),
                frequency,
                reader.recency(row),
                reader.age(row),
                frequency == 0 ? 0 : reader.number(row, monetaryValue, CustomerColumn.MONETARY_VALUE),
                money);
    }
}
