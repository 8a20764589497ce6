package io.clv.examples.cli;

import io.clv.btyd.ContractModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Renewals as a contract model has them: what a customer does depends on the seed and his number alone.
 *
 * @param model the model
 * @param customers how many come
 * @param seed which world
 * @param offered how many renewals each comes to if he stays
 */
record SimulatedRenewals(ContractModel model, int customers, long seed, int offered) {

    private int renewals(int row) {
        return model.simulate(seed, row + 1L, offered);
    }

    void print(OutputFormat format, TableOptions options, PrintWriter out) {
        switch (format) {
            case TABLE -> table(options, out);
            case CSV -> rows().csv(out);
            case JSON -> out.print("{\"customers\":" + rows().json() + "}\n");
        }
    }

    private String id(int row) {
        int digits = String.valueOf(customers).length();
        return String.format(Locale.ROOT, "C%0" + digits + "d", row + 1);
    }

    private List<Object> cells(int row) {
        int renewals = renewals(row);
        return List.of(id(row), renewals, renewals == offered ? "yes" : "no");
    }

    private Rows rows() {
        Rows rows = new Rows("customer", "renewals", "active");
        for (int row = 0; row < customers; row++) {
            rows.add(cells(row));
        }
        return rows;
    }

    private void table(TableOptions options, PrintWriter out) {
        TextTable table = new TextTable();
        table.add(List.of("customer", "renewals", "active"));
        for (int row = 0; row < Math.min(customers, options.limit()); row++) {
            table.add(cells(row).stream().map(Object::toString).toList());
        }
        options.print(table, customers, "customer", "first", out);
    }
}
