package io.clv.io;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import java.io.IOException;
import java.util.List;

/** The columns of a table and of values, in one order for every format. */
final class CustomerRows {

    static final List<String> TABLE_HEADER =
            List.of("customer", "frequency", "recency", "age", "monetary_value", "total");

    static final List<String> VALUES_HEADER = List.of(
            "customer",
            "frequency",
            "recency",
            "age",
            "monetary_value",
            "total",
            "p_alive",
            "expected_transactions",
            "expected_spend",
            "clv",
            "clv_low",
            "clv_high");

    private CustomerRows() {}

    static void write(CustomerTable customers, int row, Cells cells) throws IOException {
        cells.text("customer", customers.id(row));
        cells.whole("frequency", customers.frequency(row));
        cells.number("recency", customers.recency(row));
        cells.number("age", customers.age(row));
        cells.number("monetary_value", customers.monetaryValue(row));
        cells.money("total", customers.total(row));
    }

    static void write(CustomerValues values, int row, Cells cells) throws IOException {
        write(values.customers(), row, cells);
        optional(values, Column.P_ALIVE, row, cells);
        optional(values, Column.EXPECTED_TRANSACTIONS, row, cells);
        optional(values, Column.EXPECTED_SPEND, row, cells);
        cells.number("clv", values.amount(row));
        optional(values, Column.LOW, row, cells);
        optional(values, Column.HIGH, row, cells);
    }

    private static void optional(CustomerValues values, Column column, int row, Cells cells) throws IOException {
        if (values.has(column)) {
            cells.number(column.header(), values.get(column, row));
        } else {
            cells.absent(column.header());
        }
    }
}
