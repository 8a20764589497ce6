package io.clv.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.clv.btyd.Fit;
import io.clv.btyd.ParameterInterval;
import io.clv.btyd.Predictions;
import io.clv.btyd.TransactionModel;
import io.clv.btyd.ValueExplanation;
import io.clv.btyd.ValueExplanation.Contribution;
import io.clv.btyd.ValueExplanation.Share;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Estimate;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Results as JSON, an object each; rows of customers stand on lines of their own, to be read and compared. */
final class JsonResults implements ResultWriter {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** Beyond this a double does not tell one whole number from the next. */
    private static final double MOST_WHOLE = 1L << 53;

    private final Writer out;

    JsonResults(Writer out) {
        this.out = out;
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private void object(Content content) {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(CustomerTable customers) {
        object(json -> {
            json.setPrettyPrinter(new RowPerLine());
            base(json, customers);
            json.writeArrayFieldStart("customers");
            for (int row = 0; row < customers.size(); row++) {
                json.writeStartObject();
                CustomerRows.write(customers, row, new JsonCells(json));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @Override
    public void write(Currency currency, Stream<Transaction> transactions) {
        object(json -> {
            json.setPrettyPrinter(new RowPerLine());
            json.writeStringField("currency", currency.getCurrencyCode());
            json.writeArrayFieldStart("transactions");
            try (transactions) {
                Iterator<Transaction> rows = transactions.iterator();
                while (rows.hasNext()) {
                    json.writeStartObject();
                    LogCells.write(rows.next(), currency, new JsonCells(json));
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        });
    }

    @Override
    public void write(CustomerValues values) {
        object(json -> {
            json.setPrettyPrinter(new RowPerLine());
            json.writeStringField("model", values.model());
            money(json, "value", values.total());
            base(json, values.customers());
            json.writeStringField("basis", values.basis().label());
            json.writeStringField("measure", values.measure().label());
            json.writeStringField("horizon", values.horizon().toString());
            if (values.discount().isPresent()) {
                json.writeStringField("discount", values.discount().get().toString());
            } else {
                json.writeNullField("discount");
            }
            interval(json, values.totalInterval());
            texts(json, "assumptions", values.assumptions());
            json.writeArrayFieldStart("customers");
            for (int row = 0; row < values.size(); row++) {
                json.writeStartObject();
                CustomerRows.write(values, row, new JsonCells(json));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @Override
    public void write(Estimate estimate) {
        object(json -> {
            json.writeStringField("model", estimate.model());
            money(json, "value", estimate.value());
            json.writeStringField("currency", estimate.currency().getCurrencyCode());
            json.writeObjectFieldStart("parts");
            for (Map.Entry<String, Money> part : estimate.parts().entrySet()) {
                money(json, part.getKey(), part.getValue());
            }
            json.writeEndObject();
            texts(json, "assumptions", estimate.assumptions());
            json.writeStringField("basis", estimate.basis().label());
            json.writeStringField("measure", estimate.measure().label());
            json.writeStringField("horizon", estimate.horizon().toString());
            json.writeStringField("discount", estimate.discount().toString());
            json.writeObjectFieldStart("inputs");
            for (Map.Entry<String, String> input : estimate.inputs().entrySet()) {
                json.writeStringField(input.getKey(), input.getValue());
            }
            json.writeEndObject();
            interval(json, estimate.interval());
        });
    }

    private static void interval(JsonGenerator json, Optional<Interval> interval) throws IOException {
        json.writeFieldName("interval");
        if (interval.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        number(json, "low", interval.get().low());
        number(json, "high", interval.get().high());
        number(json, "level", interval.get().level().value());
        json.writeStringField("of", interval.get().of().label());
        json.writeEndObject();
    }

    @Override
    public void write(ValueExplanation explanation) {
        object(json -> {
            JsonCells cells = new JsonCells(json);
            json.setPrettyPrinter(new RowPerLine());
            json.writeStringField("customer", explanation.id());
            json.writeStringField("model", explanation.model());
            money(json, "value", explanation.value());
            money(json, "average", explanation.average());
            json.writeStringField("currency", explanation.value().currency().getCurrencyCode());
            json.writeNumberField("customers", explanation.customers());
            interval(json, explanation.interval());
            json.writeStringField("basis", explanation.basis().label());
            json.writeStringField("measure", explanation.measure().label());
            json.writeStringField("horizon", explanation.horizon().toString());
            json.writeStringField("discount", explanation.discount().toString());
            texts(json, "assumptions", explanation.assumptions());
            json.writeObjectFieldStart("history");
            ExplanationRows.write(explanation.history(), cells);
            json.writeEndObject();
            json.writeObjectFieldStart("average_history");
            ExplanationRows.write(explanation.averageHistory(), cells);
            json.writeEndObject();
            json.writeArrayFieldStart("contributions");
            for (Contribution contribution : explanation.contributions()) {
                json.writeStartObject();
                json.writeStringField("driver", ExplanationRows.name(contribution.driver()));
                ExplanationRows.write(contribution, cells);
                json.writeObjectFieldStart("shares");
                for (Share share : contribution.shares()) {
                    money(json, share.name(), share.money());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @Override
    public void write(Fit<?> fit) {
        object(json -> {
            JsonCells cells = new JsonCells(json);
            json.writeStringField("model", fit.family());
            numbers(json, "parameters", fit.parameters());
            json.writeStringField("unit", fit.unitText());
            number(json, "log_likelihood", fit.logLikelihood());
            if (fit.standardErrors().isPresent()) {
                json.writeObjectFieldStart("standard_errors");
                for (String parameter : fit.parameters().keySet()) {
                    ModelRows.optional(parameter, fit.standardError(parameter), cells);
                }
                json.writeEndObject();
                json.writeObjectFieldStart("intervals_90");
                for (String parameter : fit.parameters().keySet()) {
                    interval(json, parameter, fit.interval(parameter, ModelRows.LEVEL));
                }
                json.writeEndObject();
            } else {
                json.writeNullField("standard_errors");
                json.writeNullField("intervals_90");
            }
            texts(json, "held", List.copyOf(fit.heldParameters()));
            count(json, "customers", fit.customers());
            json.writeNumberField("evaluations", fit.evaluations());
            json.writeStringField("diagnosis", fit.diagnosis().toString());
            number(json, "aic", fit.aic());
            number(json, "bic", fit.bic());
            json.writeStringField("prior", fit.prior().label());
            texts(json, "notes", fit.notes());
        });
    }

    @Override
    public void write(Predictions predictions) {
        object(json -> {
            JsonCells cells = new JsonCells(json);
            json.setPrettyPrinter(new RowPerLine());
            TransactionModel model = predictions.model().orElse(null);
            if (model != null) {
                json.writeStringField("model", model.name());
                numbers(json, "parameters", model.parameters());
            }
            json.writeStringField("unit", unit(predictions.histories().unit()));
            number(json, "horizon", predictions.horizon());
            ModelRows.optional("delta", predictions.delta(), cells);
            number(json, "alive", predictions.totalAlive());
            number(json, "expected_transactions", predictions.totalExpectedTransactions());
            ModelRows.optional("dert", predictions.totalDert(), cells);
            number(json, "log_likelihood", predictions.totalLogLikelihood());
            json.writeArrayFieldStart("customers");
            for (int row = 0; row < predictions.size(); row++) {
                json.writeStartObject();
                ModelRows.write(predictions, row, cells);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void interval(JsonGenerator json, String name, Optional<ParameterInterval> interval)
            throws IOException {
        if (interval.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        ModelRows.write(interval, new JsonCells(json));
        json.writeEndObject();
    }

    private static String unit(ChronoUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    private static void numbers(JsonGenerator json, String name, Map<String, Double> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> value : values.entrySet()) {
            number(json, value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    /** A sum of weights, which is whole where nobody is weighted. */
    private static void count(JsonGenerator json, String name, double value) throws IOException {
        if (value == Math.rint(value) && value <= MOST_WHOLE) {
            json.writeNumberField(name, (long) value);
        } else {
            number(json, name, value);
        }
    }

    private static void base(JsonGenerator json, CustomerTable customers) throws IOException {
        json.writeStringField("currency", customers.currency().getCurrencyCode());
        json.writeStringField("observed_through", customers.observedThrough().toString());
        json.writeStringField("unit", unit(customers.unit()));
        money(json, "total", customers.total());
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void money(JsonGenerator json, String name, Money value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value.amount());
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(PlainNumber.of(value));
    }

    /** The cells of one object. */
    private record JsonCells(JsonGenerator json) implements Cells {

        @Override
        public void text(String name, String value) throws IOException {
            json.writeStringField(name, value);
        }

        @Override
        public void whole(String name, long value) throws IOException {
            json.writeNumberField(name, value);
        }

        @Override
        public void number(String name, double value) throws IOException {
            JsonResults.number(json, name, value);
        }

        @Override
        public void money(String name, Money value) throws IOException {
            JsonResults.money(json, name, value);
        }

        @Override
        public void absent(String name) throws IOException {
            json.writeNullField(name);
        }
    }
}
