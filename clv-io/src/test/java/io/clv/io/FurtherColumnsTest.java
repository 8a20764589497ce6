package io.clv.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.Acquisition;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.quantity.Money;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a log says of its customers beside the transactions. */
class FurtherColumnsTest {

    private static final Currency USD = Money.currency("USD");

    private static TransactionCsv.Builder reader() {
        return TransactionCsv.builder(USD).maxProblems(10_000);
    }

    private static LogFile read(TransactionCsv.Builder reader, String text) {
        return reader.build().read(new ByteArrayInputStream(text.getBytes(UTF_8)), "log");
    }

    private static List<String> problems(LogFile log) {
        return log.problems().stream().map(Object::toString).toList();
    }

    private static LogFile all(String... rows) {
        return read(
                reader().money("cac").number("margin").category("plan").day("since"),
                "customer,date,amount,cac,margin,plan,since\n" + String.join("\n", rows) + "\n");
    }

    @Test
    void eachCustomerHasOneValue() {
        LogFile log = all(
                "ann,2024-01-05,1,$12.50,0.3,pro,2023-12-01",
                "bob,2024-01-06,1,,-2.5e-3,,",
                "ann,2024-01-07,1,12.5,.30,pro,20231201",
                "ann,2024-01-08,1, ,,,",
                "cid,2024-01-09,1,,,,");
        Attributes attributes = log.attributes();

        assertThat(log.problems()).isEmpty();
        assertThat(log.ledger().size()).isEqualTo(5);
        assertThat(attributes.columns()).containsExactly("cac", "margin", "plan", "since");
        assertThat(attributes.ids()).containsExactly("ann", "bob");
        assertThat(attributes.money("cac", "ann")).contains(Money.parse("USD 12.50"));
        assertThat(attributes.money("cac", "bob")).isEmpty();
        assertThat(attributes.number("margin", "ann")).hasValue(0.3);
        assertThat(attributes.number("margin", "bob")).hasValue(-0.0025);
        assertThat(attributes.category("plan", "ann")).contains("pro");
        assertThat(attributes.category("plan", "bob")).isEmpty();
        assertThat(attributes.date("since", "ann")).contains(LocalDate.of(2023, 12, 1));
        assertThat(log.notes())
                .containsExactly(
                        "guessed the customer column 'customer', the date column 'date', the amount column 'amount'");
    }

    @Test
    void theyServeAsDatesOfAcquisition() {
        LogFile log = all("7,2024-01-05,1,,,,2023-12-01", "12,2024-01-06,1,,,,2024-01-06");
        CustomerTable customers = log.ledger().summarize(LocalDate.of(2024, 3, 1));
        Acquisition acquisition =
                Acquisition.dates(log.attributes().join(customers, IdPolicy.REJECT, IdPolicy.REJECT), "since");

        assertThat(acquisition.isWhole(customers, customers.indexOf("7"))).isFalse();
        assertThat(acquisition.isWhole(customers, customers.indexOf("12"))).isTrue();
    }

    @Test
    void anotherValueIsAProblemOfTheLaterLine() {
        LogFile log = all(
                "ann,2024-01-05,1,12.50,0.3,pro,2023-12-01",
                "ann,2024-01-06,1,12.51,0.30,pro,2023-12-01",
                "ann,2024-01-07,1,,-0.3,basic,2023-12-02",
                "bob,2024-01-07,1,12.51,0.4,basic,2023-12-02",
                "ann,2024-01-08,1,12.50,,,");

        assertThat(problems(log))
                .containsExactly(
                        "line 3, cac '12.51': is not 12.50, the value of this customer in line 2",
                        "line 4, margin '-0.3': is not 0.3, the value of this customer in line 2",
                        "line 4, plan 'basic': is not pro, the value of this customer in line 2",
                        "line 4, since '2023-12-02': is not 2023-12-01, the value of this customer in line 2");
        assertThat(log.ledger().size()).isEqualTo(3);
        assertThat(log.rowsWithProblems()).isEqualTo(2);
        assertThat(log.attributes().money("cac", "ann")).contains(Money.parse("USD 12.50"));
    }

    @Test
    void aRowWithAProblemSaysNothing() {
        LogFile log = all(
                "ann,2024-01-05,x,12.50,,,",
                "ann,2024-01-06,1,12.51,,,",
                "ann,2024-01-07,1,12.52,0.5,,",
                "ann,2024-01-08,1,12.51,0.6,,",
                "bob,2024-01-08,1,1",
                "bob,2024-01-08,1,2,,,");

        assertThat(problems(log))
                .containsExactly(
                        "line 2, amount 'x': must be a number",
                        "line 4, cac '12.52': is not 12.51, the value of this customer in line 3",
                        "line 6: has 4 fields, but the header has 7");
        assertThat(log.attributes().number("margin", "ann")).hasValue(0.6);
        assertThat(log.attributes().money("cac", "bob")).contains(Money.parse("USD 2.00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cac|12.505|has 3 decimals, but USD allows 2",
                "cac|EUR 3|is in EUR, but the log is in USD",
                "cac|many|must be a number",
                "margin|30%|must be a number",
                "margin|NaN|must be a number",
                "margin|1e999|must be finite",
                "since|2024-02-30|must be a date as in 1997-01-31"
            })
    void aValueThatCannotBeReadIsAProblem(String column, String value, String rule) {
        List<String> cells = new ArrayList<>(List.of("ann", "2024-01-05", "1", "", "", "", ""));
        cells.set(List.of("", "", "", "cac", "margin", "plan", "since").indexOf(column), value);
        LogFile log = all(String.join(",", cells));

        assertThat(problems(log)).containsExactly("line 2, " + column + " '" + value + "': " + rule);
        assertThat(log.ledger().isEmpty()).isTrue();
        assertThat(log.attributes().ids()).isEmpty();
    }

    @Test
    void aColumnThatNobodyFillsIsThere() {
        LogFile log = all("ann,2024-01-05,1,,,\u2003,");

        assertThat(log.problems()).isEmpty();
        assertThat(log.attributes().columns()).containsExactly("cac", "margin", "plan", "since");
        assertThat(log.attributes().money("cac", "ann")).isEmpty();
        assertThat(read(reader(), "customer,date,amount\nann,2024-01-05,1\n")
                        .attributes()
                        .columns())
                .isEmpty();
    }

    @Test
    void aColumnIsFoundInAnyCaseAndNotGuessedForAnother() {
        LogFile log = read(reader().money("Total"), "customer,date,total,price\nann,2024-01-05,9,1\n");

        assertThat(log.columns().amount()).isEqualTo("price");
        assertThat(log.attributes().money("Total", "ann")).contains(Money.parse("USD 9.00"));
    }

    @Test
    void datesAreReadAsThoseOfTheTransactions() {
        LogFile log = read(
                reader().day("since").datePattern("dd.MM.yyyy HH:mmX").zone(ZoneId.of("Asia/Tokyo")),
                "customer,date,amount,since\nann,05.01.2024 10:00Z,1,31.12.2023 20:00Z\n");

        assertThat(log.attributes().date("since", "ann")).contains(LocalDate.of(2024, 1, 1));
    }

    @Test
    void arabicNumeralsAreRead() {
        LogFile log = all("ann,2024-01-05,1,,\u0660\u066B\u0663,,");

        assertThat(log.attributes().number("margin", "ann")).hasValue(0.3);
    }

    @Test
    void aColumnHasOneUse() {
        String text = "customer,date,amount\nann,2024-01-05,1\n";

        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> read(reader().day("Date").date("date"), text))
                .withMessage("column 'date' cannot be both the further column 'Date' and the date");
        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> read(reader().money("x").number("X"), "customer,date,amount,x\n"))
                .withMessage("column 'x' cannot be both the further column 'x' and the further column 'X'");
        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> read(reader().money("cacc"), "customer,date,amount,cac\n"))
                .withMessage("unknown column 'cacc': the file has customer, date, amount, cac; did you mean 'cac'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader().money("x").day(" x "))
                .withMessage("further column 'x' was already asked for");
    }

    record Row(int customer, Optional<Integer> cost, Optional<String> plan) {

        String line() {
            return "c" + customer + ",2024-01-05,1," + cost.map(String::valueOf).orElse("") + "," + plan.orElse("");
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2000),
                        Arbitraries.integers().between(0, 2).optional(0.6),
                        Arbitraries.of("a", "b").optional(0.6))
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .flatMap(many -> Arbitraries.integers()
                        .between(1, 4)
                        .list()
                        .ofSize(many.size())
                        .map(few -> {
                            List<Row> rows = new ArrayList<>();
                            for (int i = 0; i < few.size(); i++) {
                                Row row = many.get(i);
                                rows.add(i % 3 == 0 ? row : new Row(few.get(i), row.cost(), row.plan()));
                            }
                            return rows;
                        }));
    }

    /** The first line that is used stays, and any row that says otherwise is left out whole. */
    @Property(tries = 300)
    void theFirstLineStays(@ForAll("rows") List<Row> rows) {
        Map<String, String> known = new HashMap<>();
        List<Long> leftOut = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Map<String, String> said = new HashMap<>();
            row.cost().ifPresent(cost -> said.put("cost of c" + row.customer(), "USD " + cost + ".00"));
            row.plan().ifPresent(plan -> said.put("plan of c" + row.customer(), plan));
            if (said.entrySet().stream()
                    .allMatch(entry ->
                            known.getOrDefault(entry.getKey(), entry.getValue()).equals(entry.getValue()))) {
                known.putAll(said);
            } else {
                leftOut.add(i + 2L);
            }
        }

        LogFile log = read(
                reader().money("cost").category("plan"),
                "customer,date,amount,cost,plan\n"
                        + String.join("\n", rows.stream().map(Row::line).toList()) + "\n");

        assertThat(log.problems().stream().map(problem -> problem.line()).distinct())
                .containsExactlyElementsOf(leftOut);
        assertThat(log.ledger().size()).isEqualTo(rows.size() - leftOut.size());
        Map<String, String> read = new HashMap<>();
        for (String id : log.attributes().ids()) {
            log.attributes().money("cost", id).ifPresent(cost -> read.put("cost of " + id, cost.toString()));
            log.attributes().category("plan", id).ifPresent(plan -> read.put("plan of " + id, plan));
        }
        assertThat(read).isEqualTo(known);
    }
}
