package io.clv.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResultWriterTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static CustomerTable table(String currency) {
        Ledger.Builder ledger = Ledger.builder(Money.currency(currency));
        int start = Math.toIntExact(LocalDate.of(2024, 1, 1).toEpochDay());
        ledger.add("Ann, \"the\" first", start, 1250);
        ledger.add("Ann, \"the\" first", start + 10, 2000);
        ledger.add("ليلى\n\u0007", start + 20, 5);
        return ledger.build().summarize(LocalDate.of(2024, 1, 31));
    }

    private static CustomerValues values() {
        return CustomerValues.builder("test", table("USD"))
                .amounts(new double[] {1e-9, 123456789.015625})
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .measure(Measure.PROFIT)
                .horizon(Horizon.over(Span.months(12)))
                .discount(DiscountRate.annually(Ratio.percent(15)))
                .column(Column.P_ALIVE, new double[] {0.5, 1})
                .column(Column.HIGH, new double[] {-0.0, 1e15})
                .assumption("nothing is certain")
                .build();
    }

    private static String csv(Consumer<ResultWriter> result) {
        StringWriter out = new StringWriter();
        result.accept(ResultWriter.csv(out));
        return out.toString();
    }

    private static String json(Consumer<ResultWriter> result) {
        StringWriter out = new StringWriter();
        result.accept(ResultWriter.json(out));
        return out.toString();
    }

    private static JsonNode parsed(Consumer<ResultWriter> result) throws IOException {
        return MAPPER.readTree(json(result));
    }

    private static Stream<Transaction> log() {
        return Stream.of(
                new Transaction("Ann, \"the\" first", LocalDate.of(2024, 1, 1), Money.parse("USD 12.50")),
                new Transaction("ليلى", LocalDate.of(2024, 1, 31), Money.parse("USD -0.05")));
    }

    @Test
    void aLogReadsBackAsTheSame() {
        StringWriter csv = new StringWriter();
        StringWriter json = new StringWriter();

        ResultWriter.csv(csv).write(Money.currency("USD"), log());
        ResultWriter.json(json).write(Money.currency("USD"), log());

        assertThat(csv).hasToString("""
                customer,date,amount
                "Ann, ""the"" first",2024-01-01,12.50
                ليلى,2024-01-31,-0.05
                """);
        assertThat(json).hasToString("""
                {"currency":"USD","transactions":[
                {"customer":"Ann, \\"the\\" first","date":"2024-01-01","amount":12.50},
                {"customer":"ليلى","date":"2024-01-31","amount":-0.05}]}
                """);
    }

    @Test
    void aLogIsOfOneCurrencyAndIsClosed() {
        AtomicInteger closed = new AtomicInteger();

        assertThatThrownBy(() -> ResultWriter.csv(new StringWriter())
                        .write(Money.currency("EUR"), log().onClose(closed::incrementAndGet)))
                .hasMessage("amount must be in EUR, the currency of the log, but customer 'Ann, \"the\" first',"
                        + " 2024-01-01, USD 12.50 was not");
        assertThat(closed).hasValue(1);
    }

    @Test
    void aTableInCsv() {
        assertThat(csv(out -> out.write(table("USD")))).isEqualTo("""
                customer,frequency,recency,age,monetary_value,total
                "Ann, ""the"" first",1,1.4285714285714286,4.285714285714286,20.0,32.50
                "ليلى
                \007",0,0.0,1.4285714285714286,0.0,0.05
                """);
    }

    @Test
    void valuesInCsv() {
        assertThat(csv(out -> out.write(values())))
                .isEqualTo("customer,frequency,recency,age,monetary_value,total,p_alive,expected_transactions,"
                        + "expected_spend,clv,clv_low,clv_high\n"
                        + "\"Ann, \"\"the\"\" first\",1,1.4285714285714286,4.285714285714286,20.0,32.50,0.5,,,"
                        + "0.0000000010,,0.0\n"
                        + "\"ليلى\n\u0007\",0,0.0,1.4285714285714286,0.0,0.05,1.0,,,123456789.015625,,"
                        + "1000000000000000\n");
    }

    @Test
    void moneyHasTheDigitsOfItsCurrency() throws IOException {
        assertThat(csv(out -> out.write(table("JPY")))).contains(",3250\n").contains(",5\n");
        assertThat(csv(out -> out.write(table("KWD")))).contains(",3.250\n").contains(",0.005\n");
        assertThat(json(out -> out.write(table("KWD"))))
                .contains("\"currency\":\"KWD\"")
                .contains("\"total\":3.250}");
    }

    @Test
    void aTableInJson() throws IOException {
        JsonNode json = parsed(out -> out.write(table("USD")));

        assertThat(json.get("currency").asText()).isEqualTo("USD");
        assertThat(json.get("observed_through").asText()).isEqualTo("2024-01-31");
        assertThat(json.get("unit").asText()).isEqualTo("weeks");
        assertThat(json.get("total").decimalValue()).isEqualByComparingTo("32.55");
        JsonNode ann = json.get("customers").get(0);
        assertThat(ann.get("customer").asText()).isEqualTo("Ann, \"the\" first");
        assertThat(ann.get("frequency").asInt()).isEqualTo(1);
        assertThat(ann.get("recency").asDouble()).isEqualTo(10 / 7.0);
        assertThat(ann.get("age").asDouble()).isEqualTo(30 / 7.0);
        assertThat(ann.get("monetary_value").asDouble()).isEqualTo(20);
        assertThat(ann.get("total").decimalValue()).isEqualByComparingTo("32.50");
        assertThat(json.get("customers").get(1).get("customer").asText()).isEqualTo("ليلى\n\u0007");
    }

    @Test
    void valuesInJson() throws IOException {
        JsonNode json = parsed(out -> out.write(values()));

        assertThat(json.get("model").asText()).isEqualTo("test");
        assertThat(json.get("value").decimalValue()).isEqualByComparingTo("123456789.02");
        assertThat(json.get("basis").asText()).isEqualTo("residual after observation");
        assertThat(json.get("measure").asText()).isEqualTo("profit");
        assertThat(json.get("horizon").asText()).isEqualTo("12 months");
        assertThat(json.get("discount").asText()).isEqualTo("15% per year");
        assertThat(json.get("assumptions").get(0).asText()).isEqualTo("nothing is certain");
        JsonNode ann = json.get("customers").get(0);
        assertThat(ann.get("p_alive").asDouble()).isEqualTo(0.5);
        assertThat(ann.get("expected_transactions").isNull()).isTrue();
        assertThat(ann.get("clv").asDouble()).isEqualTo(1e-9);
        assertThat(ann.get("clv_low").isNull()).isTrue();
        assertThat(ann.get("clv_high").asDouble()).isZero();
        assertThat(json(out -> out.write(values()))).doesNotContain("E-").doesNotContain("-0.0");
    }

    @Test
    void rowsStandOnLinesOfTheirOwn() {
        assertThat(json(out -> out.write(table("USD"))).lines()).hasSize(3);
        assertThat(json(out -> out.write(estimate())).lines()).hasSize(1);
    }

    private static Estimate estimate() {
        return Estimate.builder("test", Money.currency("USD"))
                .measure(Measure.PROFIT)
                .part("margin", 100.125)
                .part(Estimate.ACQUISITION_COST, -40)
                .input("orders", "4 per year")
                .assumption("nothing, is certain")
                .interval(new Interval(50, 70.5, Ratio.percent(90), Interval.Of.OUTCOME))
                .build();
    }

    @Test
    void anEstimateInCsv() {
        assertThat(csv(out -> out.write(estimate()))).isEqualTo("""
                item,name,value
                model,,test
                value,,60.12
                currency,,USD
                basis,,lifetime from acquisition
                measure,,profit
                horizon,,forever
                discount,,0% per year
                interval,low,50.0
                interval,high,70.5
                interval,level,90%
                interval,of,outcome
                part,margin,100.12
                part,acquisition cost,-40.00
                input,orders,4 per year
                assumption,,"nothing, is certain"
                """);
    }

    @Test
    void anEstimateInJson() {
        assertThat(json(out -> out.write(estimate())))
                .isEqualTo("{\"model\":\"test\",\"value\":60.12,\"currency\":\"USD\","
                        + "\"parts\":{\"margin\":100.12,\"acquisition cost\":-40.00},"
                        + "\"assumptions\":[\"nothing, is certain\"],"
                        + "\"basis\":\"lifetime from acquisition\",\"measure\":\"profit\",\"horizon\":\"forever\","
                        + "\"discount\":\"0% per year\",\"inputs\":{\"orders\":\"4 per year\"},"
                        + "\"interval\":{\"low\":50.0,\"high\":70.5,\"level\":0.9,\"of\":\"outcome\"}}\n");
    }

    @Test
    void anEstimateWithoutAnInterval() throws IOException {
        Estimate estimate = Estimate.builder("test", Money.currency("JPY"))
                .part("margin", 7)
                .build();

        assertThat(parsed(out -> out.write(estimate)).get("interval").isNull()).isTrue();
        assertThat(json(out -> out.write(estimate))).contains("\"value\":7,");
    }

    @Test
    void noLocaleMakesADifference() {
        String csv = csv(out -> out.write(values()));
        String json = json(out -> out.write(values()));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(csv(out -> out.write(values()))).isEqualTo(csv);
            assertThat(json(out -> out.write(values()))).isEqualTo(json);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTargetThatFails() {
        Writer broken = new FilterWriter(new StringWriter()) {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("the disk is full");
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("the disk is full");
            }
        };
        for (ResultWriter writer : new ResultWriter[] {ResultWriter.csv(broken), ResultWriter.json(broken)}) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> writer.write(estimate()))
                    .withMessageContaining("the disk is full");
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> writer.write(values()))
                    .withMessageContaining("the disk is full");
        }
    }

    @Property
    void plainNumbersReadBack(@ForAll double value) {
        String text = PlainNumber.of(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value + 0.0);
        assertThat(text).matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
