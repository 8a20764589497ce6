package io.clv.spark;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A shop's customers, summarised by one machine, and the same as a Dataset. */
final class SimulatedCustomers {

    static final Currency USD = Money.currency("USD");

    static final LocalDate END = LocalDate.of(2024, 12, 29);

    private static final StructType SCHEMA = new StructType()
            .add("customer", DataTypes.StringType)
            .add("frequency", DataTypes.IntegerType)
            .add("recency", DataTypes.DoubleType)
            .add("age", DataTypes.DoubleType)
            .add("monetary_value", DataTypes.DoubleType)
            .add("total", DataTypes.createDecimalType(19, 2));

    private SimulatedCustomers() {}

    static CustomerTable table(int customers) {
        return Ledger.of(USD, log(customers)).summarize(END, LedgerOptions.defaults());
    }

    static List<Transaction> log(int customers) {
        BgNbd purchases = BgNbd.of(0.6, 5, 0.8, 2.4);
        GammaGamma spend = GammaGamma.of(6.25, 3.74, 15.44);
        List<Transaction> log = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            double weeks = 20 + customer % 33;
            LocalDate first = END.minusDays((long) (7 * weeks));
            double[] times = purchases.simulate(7, customer, weeks);
            double[] amounts = spend.simulate(7, customer, times.length + 1);
            log.add(new Transaction("c" + customer, first, money(amounts[0])));
            for (int i = 0; i < times.length; i++) {
                log.add(new Transaction("c" + customer, first.plusDays((long) (7 * times[i])), money(amounts[i + 1])));
            }
        }
        return log;
    }

    private static Money money(double amount) {
        return Money.ofRounded(amount, USD);
    }

    static Dataset<Row> dataset(CustomerTable table, int partitions) {
        List<Row> rows = new ArrayList<>();
        table.rows()
                .forEach(each -> rows.add(RowFactory.create(
                        each.id(),
                        each.frequency(),
                        each.recency(),
                        each.age(),
                        each.monetaryValue(),
                        each.total().amount())));
        return LocalSpark.session().createDataFrame(rows, SCHEMA).repartition(partitions);
    }
}
