package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Basis;
import io.clv.quantity.Measure;
import java.util.BitSet;
import java.util.List;

/**
 * What a file says the customers of a log are worth, and how likely they are alive, as {@code clv value --format csv}
 * writes it.
 */
final class WorthOfCustomers {

    private WorthOfCustomers() {}

    static CustomerValues read(String file, CustomerTable customers, Console console) {
        double[] amounts = new double[customers.size()];
        double[] alive = new double[customers.size()];
        BitSet seen = new BitSet();
        BitSet told = new BitSet();
        List<String> strangers = Sheet.read(file, List.of("customer"), console)
                .map(row -> {
                    String customer = row.get("customer", text -> text);
                    int at = customers.indexOf(customer);
                    if (at < 0) {
                        return customer;
                    }
                    if (seen.get(at)) {
                        throw new IllegalArgumentException("must not come twice, but was '" + customer + "'");
                    }
                    seen.set(at);
                    amounts[at] = row.get(row.find("clv").isPresent() ? "clv" : "value", Amounts::number);
                    row.find("p_alive").ifPresent(text -> {
                        alive[at] = Amounts.number(text);
                        told.set(at);
                    });
                    return "";
                })
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();
        if (!strangers.isEmpty()) {
            console.warn(Words.count(strangers.size(), "customer") + " of " + file
                    + " left out, who are not in the log: " + strangers.get(0) + (strangers.size() == 1 ? "" : " ..."));
        }
        int missing = seen.nextClearBit(0);
        if (missing < customers.size()) {
            throw new DataException(file + " must have a value of every customer of the log, but has none of '"
                    + customers.id(missing) + "'");
        }
        console.note("the values of " + file + " are taken for profit that the customers are still to bring");
        return ReportOptions.asked(() -> {
            CustomerValues.Builder builder = CustomerValues.builder("stated", customers)
                    .amounts(amounts)
                    .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                    .measure(Measure.PROFIT);
            if (told.cardinality() == customers.size()) {
                builder.column(CustomerValues.Column.P_ALIVE, alive);
            }
            return builder.build();
        });
    }
}
