package io.clv.spark;

import io.clv.btyd.Histories;
import io.clv.btyd.TransactionModel;
import java.io.Serial;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** What a model of purchases says of customers. */
record PurchaseScores(SentFit fit, CustomerReader reader, ChronoUnit unit, double horizon)
        implements MapPartitionsFunction<Row, Row> {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new ChunkScores(rows, this::scores);
    }

    private double[][] scores(List<Row> chunk) {
        int size = chunk.size();
        double[] x = new double[size];
        double[] last = new double[size];
        double[] age = new double[size];
        for (int i = 0; i < size; i++) {
            Row row = chunk.get(i);
            x[i] = reader.frequency(row);
            last[i] = reader.recency(row);
            age[i] = reader.age(row);
        }
        Histories histories = histories(chunk, x, last, age);
        try {
            return scores(histories);
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Once more, to name the customer: a text for each is made only where one is needed.
            return scores(histories.withIds(chunk.stream().map(reader::id).toList()));
        }
    }

    private double[][] scores(Histories histories) {
        TransactionModel model = fit.model();
        return new double[][] {
            histories.map(model::probabilityAlive),
            histories.map((x, last, age) -> model.expectedTransactions(x, last, age, horizon))
        };
    }

    /** As Histories.of, which names a row by its place among them. */
    private Histories histories(List<Row> chunk, double[] x, double[] last, double[] age) {
        try {
            return Histories.of(x, last, age, unit);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int colon = message.indexOf(": ");
            int place = Integer.parseInt(message.substring("row ".length(), colon)) - 1;
            throw reader.refused(chunk.get(place), message.substring(colon + 2));
        }
    }
}
