package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Basis;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values that a file states, as {@code clv value --format csv} writes them: the columns {@code customer} and
 * {@code clv} or {@code value}. They are taken for profit that known customers are still to bring.
 */
final class StatedValues {

    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private StatedValues() {}

    private record Stated(String customer, double amount) {}

    static CustomerValues read(String file, Currency currency, Console console) {
        Map<String, Double> amounts = new HashMap<>();
        List<Transaction> customers = new ArrayList<>();
        List<Stated> rows = Sheet.read(file, List.of("customer"), console).map(StatedValues::row);
        for (Stated row : rows) {
            if (amounts.putIfAbsent(row.customer(), row.amount()) != null) {
                throw new DataException(file + " has customer '" + row.customer() + "' twice");
            }
            customers.add(new Transaction(row.customer(), ANY_DAY, Money.zero(currency)));
        }
        CustomerTable table = Ledger.of(currency, customers).summarize(ANY_DAY);
        double[] inRows = new double[table.size()];
        for (int row = 0; row < inRows.length; row++) {
            inRows[row] = amounts.getOrDefault(table.id(row), 0.0);
        }
        console.note("the values of " + file + " are taken for profit that the customers are still to bring");
        return ReportOptions.asked(() -> CustomerValues.builder("stated", table)
                .amounts(inRows)
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .measure(Measure.PROFIT)
                .build());
    }

    private static Stated row(Sheet.Row row) {
        String customer = row.get("customer", text -> text);
        String column = row.find("clv").isPresent() ? "clv" : "value";
        return new Stated(customer, row.get(column, Amounts::number));
    }
}
