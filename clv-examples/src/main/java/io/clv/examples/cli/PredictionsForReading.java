package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.btyd.Histories;
import io.clv.btyd.Predictions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Predictions laid out for reading: the base in words, then the customers of whom most is expected. */
final class PredictionsForReading {

    private static final int DIGITS = 4;
    private static final int TOTAL_DIGITS = 2;

    private PredictionsForReading() {}

    /** Each history counts for so many customers as its weight says. */
    static void print(Predictions predictions, double[] weights, TableOptions options, PrintWriter out) {
        Histories customers = predictions.histories();
        double all = total(weights, row -> 1);
        line(
                Words.decimal(total(weights, predictions::expectedTransactions), TOTAL_DIGITS)
                        + " purchases expected of " + Words.weight(all, "customer") + " over "
                        + Words.significant(predictions.horizon(), DIGITS) + " " + Words.plural(customers.unit()),
                out);
        line(
                Words.decimal(total(weights, predictions::probabilityAlive), TOTAL_DIGITS)
                        + " of them expected to be alive, log-likelihood "
                        + Words.decimal(total(weights, predictions::logLikelihood), TOTAL_DIGITS),
                out);
        line("by " + predictions.model().map(Words::model).orElse("a model for each customer, by covariates"), out);
        line("", out);
        TextTable table = new TextTable();
        table.add(header(predictions));
        for (int row : options.highest(customers.size(), predictions::expectedTransactions)) {
            table.add(cells(predictions, row));
        }
        options.print(table, customers.size(), "customer", "most promising", out);
    }

    private static double total(double[] weights, IntToDoubleFunction column) {
        return IntStream.range(0, weights.length)
                .mapToDouble(row -> weights[row] * column.applyAsDouble(row))
                .sum();
    }

    /** The DERT only if it was asked for. */
    private static List<String> header(Predictions predictions) {
        List<String> header = new ArrayList<>(List.of("customer", "p_alive", "expected_transactions"));
        if (predictions.delta().isPresent()) {
            header.add("dert");
        }
        header.add("log_likelihood");
        return header;
    }

    private static List<String> cells(Predictions predictions, int row) {
        List<String> cells = new ArrayList<>();
        cells.add(predictions.histories().id(row));
        cells.add(Words.decimal(predictions.probabilityAlive(row), DIGITS));
        cells.add(Words.decimal(predictions.expectedTransactions(row), DIGITS));
        predictions.dert(row).ifPresent(dert -> cells.add(Words.decimal(dert, DIGITS)));
        cells.add(Words.decimal(predictions.logLikelihood(row), DIGITS));
        return cells;
    }
}
