package io.clv.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.clv.btyd.Fit;
import io.clv.btyd.Predictions;
import io.clv.btyd.ValueExplanation;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Results as comma-separated values. */
final class CsvResults implements ResultWriter {

    private final CsvWriter csv;

    CsvResults(Writer out) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    @Override
    public void write(CustomerTable customers) {
        csv.writeRecord(CustomerRows.TABLE_HEADER);
        writeRows(customers.size(), (row, cells) -> CustomerRows.write(customers, row, cells));
    }

    @Override
    public void write(Currency currency, Stream<Transaction> transactions) {
        csv.writeRecord(LogCells.HEADER);
        try (transactions) {
            Iterator<Transaction> rows = transactions.iterator();
            while (rows.hasNext()) {
                CsvWriter.CsvWriterRecord line = csv.writeRecord();
                LogCells.write(rows.next(), currency, new CsvCells(line));
                line.endRecord();
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(CustomerValues values) {
        csv.writeRecord(CustomerRows.VALUES_HEADER);
        writeRows(values.size(), (row, cells) -> CustomerRows.write(values, row, cells));
    }

    @Override
    public void write(Fit<?> fit) {
        List<String> parameters = List.copyOf(fit.parameters().keySet());
        csv.writeRecord(ModelRows.FIT_HEADER);
        writeRows(parameters.size(), (row, cells) -> ModelRows.write(fit, parameters.get(row), cells));
    }

    @Override
    public void write(Predictions predictions) {
        csv.writeRecord(ModelRows.PREDICTIONS_HEADER);
        writeRows(predictions.size(), (row, cells) -> ModelRows.write(predictions, row, cells));
    }

    @Override
    public void write(ValueExplanation explanation) {
        List<ExplanationRows.Row> rows = ExplanationRows.of(explanation);
        csv.writeRecord(ExplanationRows.HEADER);
        writeRows(rows.size(), (row, cells) -> rows.get(row).write(cells));
    }

    private interface Row {
        void write(int row, Cells cells) throws IOException;
    }

    private void writeRows(int size, Row source) {
        try {
            for (int row = 0; row < size; row++) {
                CsvWriter.CsvWriterRecord line = csv.writeRecord();
                source.write(row, new CsvCells(line));
                line.endRecord();
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Estimate estimate) {
        csv.writeRecord("item", "name", "value");
        csv.writeRecord("model", "", estimate.model());
        csv.writeRecord("value", "", estimate.value().amount().toPlainString());
        csv.writeRecord("currency", "", estimate.currency().getCurrencyCode());
        csv.writeRecord("basis", "", estimate.basis().label());
        csv.writeRecord("measure", "", estimate.measure().label());
        csv.writeRecord("horizon", "", estimate.horizon().toString());
        csv.writeRecord("discount", "", estimate.discount().toString());
        estimate.interval().ifPresent(interval -> {
            csv.writeRecord("interval", "low", PlainNumber.of(interval.low()));
            csv.writeRecord("interval", "high", PlainNumber.of(interval.high()));
            csv.writeRecord("interval", "level", interval.level().toString());
            csv.writeRecord("interval", "of", interval.of().name().toLowerCase(Locale.ROOT));
        });
        estimate.parts()
                .forEach((name, part) ->
                        csv.writeRecord("part", name, part.amount().toPlainString()));
        estimate.inputs().forEach((name, input) -> csv.writeRecord("input", name, input));
        estimate.assumptions().forEach(assumption -> csv.writeRecord("assumption", "", assumption));
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of one line; CSV has the names in its header. */
    private record CsvCells(CsvWriter.CsvWriterRecord line) implements Cells {

        @Override
        public void text(String name, String value) {
            line.writeField(value);
        }

        @Override
        public void whole(String name, long value) {
            line.writeField(Long.toString(value));
        }

        @Override
        public void number(String name, double value) {
            line.writeField(PlainNumber.of(value));
        }

        @Override
        public void money(String name, Money value) {
            line.writeField(value.amount().toPlainString());
        }

        @Override
        public void absent(String name) {
            line.writeField(null);
        }
    }
}
