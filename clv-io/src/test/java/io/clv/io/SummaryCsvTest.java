package io.clv.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Histories;
import io.clv.btyd.Tally;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.quantity.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryCsvTest {

    private static SummaryFile read(String... lines) {
        return read(SummaryCsv.builder(), lines);
    }

    private static SummaryFile read(SummaryCsv.Builder reader, String... lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        return reader.build().read(new ByteArrayInputStream(bytes), "summary");
    }

    private static List<String> ids(SummaryFile summary) {
        return IntStream.range(0, summary.size()).mapToObj(summary::id).toList();
    }

    private static List<String> problems(SummaryFile summary) {
        return summary.problems().stream().map(Object::toString).toList();
    }

    @Test
    void isWhatModelsAreFittedToAndAskedAbout() {
        SummaryFile plain = read("id,x,t_x,T", "zoe,2,30,38", "ann,0,0,20", "bob,0,0,20");
        SummaryFile weighed = read("x,t_x,T,weights", "2,30,38,1", "-1,0,0,5", "0,0,20,2");

        assertThat(plain.tally(ChronoUnit.DAYS).unit()).isEqualTo(ChronoUnit.DAYS);
        for (SummaryFile summary : List.of(plain, weighed)) {
            Tally tally = summary.tally(ChronoUnit.WEEKS);
            assertThat(tally.unit()).isEqualTo(ChronoUnit.WEEKS);
            assertThat(tally.rows()).isEqualTo(2);
            assertThat(tally.customers()).isEqualTo(3);
            assertThat(tally.repeatPurchases()).isEqualTo(2);
        }
        Histories histories = weighed.histories(ChronoUnit.DAYS);
        assertThat(histories.unit()).isEqualTo(ChronoUnit.DAYS);
        assertThat(histories.size()).isEqualTo(2);
        assertThat(histories.id(1)).isEqualTo("3");
        assertThat(histories.x(0)).isEqualTo(2);
        assertThat(histories.last(0)).isEqualTo(30);
        assertThat(histories.age(1)).isEqualTo(20);
        assertThat(plain.histories(ChronoUnit.DAYS).id(0)).isEqualTo("zoe");
    }

    @Test
    void readsRowsInTheOrderOfTheFile() {
        SummaryFile summary = read(
                "customer,frequency,recency,age,monetary_value,weight,note",
                "zoe,2,30.43,38.86,22.35,1,x",
                "ann,0,0,38.86,,2.5,\"a,b\"",
                "bob,1,1.71e0,38.86,-3,0,");

        assertThat(ids(summary)).containsExactly("zoe", "ann", "bob");
        assertThat(summary.frequency()).containsExactly(2, 0, 1);
        assertThat(summary.recency()).containsExactly(30.43, 0, 1.71);
        assertThat(summary.age()).containsExactly(38.86, 38.86, 38.86);
        assertThat(summary.monetaryValue())
                .hasValueSatisfying(all -> assertThat(all).containsExactly(22.35, 0, -3));
        assertThat(summary.weights()).hasValueSatisfying(all -> assertThat(all).containsExactly(1, 2.5, 0));
        assertThat(summary.problems()).isEmpty();
        assertThat(summary.rows()).isEqualTo(3);
        assertThat(summary.notes())
                .containsExactly("guessed the customer column 'customer', the frequency column 'frequency', the recency"
                        + " column 'recency', the age column 'age', the monetary value column 'monetary_value', the"
                        + " weight column 'weight'");
        assertThat(summary).hasToString("3 of 3 rows");
        assertThatThrownBy(() -> summary.id(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID,x,t_x,T,zbar,weights",
                "customer_id,frequency,recency,periods,monetary value,weight",
                "Client,X,tx,n,Z-bar,Weights"
            })
    void findsColumnsUnderOtherNames(String header) {
        SummaryFile summary = read(header, "a,1,2,3,4,5");

        assertThat(summary.id(0)).isEqualTo("a");
        assertThat(summary.age()).containsExactly(3);
        assertThat(summary.monetaryValue())
                .hasValueSatisfying(all -> assertThat(all).containsExactly(4));
        assertThat(summary.weights()).hasValueSatisfying(all -> assertThat(all).containsExactly(5));
    }

    @Test
    void columnsMayBeNamed() {
        SummaryCsv.Builder reader = SummaryCsv.builder()
                .customer("who")
                .frequency("again")
                .recency("last")
                .age("since")
                .monetaryValue("mean")
                .weight("count")
                .delimiter('|');
        SummaryFile summary = read(reader, "count|Mean|since|last|again|who|x|T", "1|2|3|1|5|a|?|?");

        assertThat(summary.frequency()).containsExactly(5);
        assertThat(summary.recency()).containsExactly(1);
        assertThat(summary.notes()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.age("T"))
                .withMessage("age column was already set to since");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.delimiter(';'))
                .withMessage("delimiter was already set to |");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.maxProblems(-1))
                .withMessage("max problems must not be negative, but was -1");
    }

    @Test
    void withoutCustomersRowsAreNumbered() {
        SummaryFile summary = read("x,t_x,T", "0,0,1", "1,0,1", "", "0,0,2");

        assertThat(ids(summary)).containsExactly("1", "3");
        assertThat(summary.monetaryValue()).isEmpty();
        assertThat(summary.weights()).isEmpty();
        assertThat(summary.rows()).isEqualTo(3);
        assertThat(summary.rowsWithProblems()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-1,0,3,5,1|frequency '-1': must be a whole number from 0 to 2147483647",
                "1.5,1,3,5,1|frequency '1.5': must be a whole number from 0 to 2147483647",
                "1e10,1,3,5,1|frequency '1e10': must be a whole number from 0 to 2147483647",
                "NaN,1,3,5,1|frequency 'NaN': must be a number",
                ",1,3,5,1|frequency '': must be a number",
                "1,3.5,3.25,5,1|recency '3.5': must be between 0 and the age, 3.25",
                "1,-1,3,5,1|recency '-1': must be between 0 and the age, 3.0",
                "0,1,3,5,1|recency '1': must be 0 where the frequency is 0",
                "2,0,3,5,1|recency '0': must be above 0 where the frequency is above 0, 2",
                "1,Infinity,3,5,1|recency 'Infinity': must be a number",
                "1,1,1e999,5,1|age '1e999': must be finite",
                "0,0,-1,5,1|age '-1': must not be negative",
                "1,1,3,,1|monetary_value '': must be a number",
                "1,1,3,five,1|monetary_value 'five': must be a number",
                "1,1,3,5,-1|weight '-1': must not be negative",
                "1,1,3,5,|weight '': must be a number"
            })
    void aRowThatCannotBeIsAProblem(String row, String problem) {
        SummaryFile summary = read("customer,frequency,recency,age,monetary_value,weight", "a," + row, "b,1,1,3,5,1");

        assertThat(problems(summary)).containsExactly("line 2, " + problem);
        assertThat(ids(summary)).containsExactly("b");
    }

    @Test
    void severalProblemsOfARowAreToldTogether() {
        assertThat(problems(read("id,x,t_x,T,zbar,weight", "a,1,0,3,,-2", "b,x,y,1,2", " ,0,0,1,0,1", "c,z,1,q,0,1")))
                .containsExactly(
                        "line 2, t_x '0': must be above 0 where the frequency is above 0, 1",
                        "line 2, zbar '': must be a number",
                        "line 2, weight '-2': must not be negative",
                        "line 3: has 5 fields, but the header has 6",
                        "line 4, id '': must not be blank",
                        "line 5, x 'z': must be a number",
                        "line 5, T 'q': must be a number");
    }

    @Test
    void aCustomerHasOneRow() {
        SummaryFile summary = read("id,x,t_x,T", "a,1,0,3", "a,0,0,3", "b,0,0,3", "a,1,1,3", "a,2,1,3");

        assertThat(problems(summary))
                .containsExactly(
                        "line 2, t_x '0': must be above 0 where the frequency is above 0, 1",
                        "line 5, id 'a': must have one row, but is in line 3 already",
                        "line 6, id 'a': must have one row, but is in line 3 already");
        assertThat(ids(summary)).containsExactly("a", "b");
    }

    @Test
    void aFileThatIsNoSummarySaysWhy(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("no.csv");

        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> SummaryCsv.of().read(file))
                .withMessage("there is no file " + file);
        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> read("id,x,t_x", "a,1,1"))
                .withMessage("cannot tell which column of summary is the age: it has id, x, t_x, so name it");
        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> read("id,x,t_x,T"))
                .withMessage("summary has a header and no rows");
        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> read(SummaryCsv.builder().maxProblems(1), "x,t_x,T", "1,0,1", "1,0,1", "0,0,1"))
                .withMessage("summary has more than 1 rows with problems: reading stopped in line 3");
        Files.writeString(file, "x;t_x;T\n0;0;1\n");
        assertThat(SummaryCsv.of().read(file).notes())
                .containsExactly(
                        "guessed the frequency column 'x', the recency column 't_x', the age column 'T'",
                        "guessed the delimiter ';'");
    }

    @Test
    void whatIsHandedOutIsACopy() {
        SummaryFile summary = read("x,t_x,T,zbar,weight", "1,1,3,5,7");
        summary.frequency()[0] = 9;
        summary.recency()[0] = 9;
        summary.age()[0] = 9;
        summary.monetaryValue().orElseThrow()[0] = 9;
        summary.weights().orElseThrow()[0] = 9;

        assertThat(summary.frequency()).containsExactly(1);
        assertThat(summary.recency()).containsExactly(1);
        assertThat(summary.age()).containsExactly(3);
        assertThat(summary.monetaryValue().orElseThrow()).containsExactly(5);
        assertThat(summary.weights().orElseThrow()).containsExactly(7);
    }

    /** What is written of a table is read back to the last bit. */
    @Property(tries = 100)
    void readsWhatAWriterWrote(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 900) Integer> days, @ForAll long seed) {
        Ledger.Builder ledger = Ledger.builder(Money.currency("USD"));
        for (int i = 0; i < days.size(); i++) {
            ledger.add("c" + Math.floorMod(seed + 7L * i, 11), days.get(i), 17L * days.get(i));
        }
        CustomerTable customers = ledger.build().summarize(LocalDate.ofEpochDay(1000));
        StringWriter text = new StringWriter();
        ResultWriter.csv(text).write(customers);

        SummaryFile summary = read(text.toString());

        assertThat(summary.problems()).isEmpty();
        assertThat(summary.size()).isEqualTo(customers.size());
        for (int row = 0; row < customers.size(); row++) {
            assertThat(summary.id(row)).isEqualTo(customers.id(row));
            assertThat(summary.frequency()[row]).isEqualTo(customers.frequency(row));
            assertThat(summary.recency()[row]).isEqualTo(customers.recency(row));
            assertThat(summary.age()[row]).isEqualTo(customers.age(row));
            assertThat(summary.monetaryValue().orElseThrow()[row]).isEqualTo(customers.monetaryValue(row));
        }
    }

    /** No row order changes what is read of a row. */
    @Property(tries = 50)
    void rowsAreReadEachByItself(@ForAll @Size(min = 2, max = 30) List<@IntRange(max = 3) Integer> cells) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            rows.add("c" + i + "," + cells.get(i) + "," + (cells.get(i) == 3 ? 0 : cells.get(i)) + ",9");
        }
        List<String> forth = new ArrayList<>(List.of("id,x,t_x,T"));
        forth.addAll(rows);
        List<String> back = new ArrayList<>(List.of("id,x,t_x,T"));
        for (int i = rows.size() - 1; i >= 0; i--) {
            back.add(rows.get(i));
        }
        SummaryFile first = read(forth.toArray(String[]::new));
        SummaryFile second = read(back.toArray(String[]::new));

        assertThat(first.rowsWithProblems())
                .isEqualTo(cells.stream().filter(cell -> cell == 3).count());
        assertThat(ids(second)).containsExactlyInAnyOrderElementsOf(ids(first));
        for (int row = 0; row < first.size(); row++) {
            int there = ids(second).indexOf(first.id(row));
            assertThat(second.frequency()[there]).isEqualTo(first.frequency()[row]);
            assertThat(second.recency()[there]).isEqualTo(first.recency()[row]);
        }
    }

    private static Path data(String name) {
        String property = System.getProperty("clv.data", "");
        String data = property.isBlank() ? System.getenv().getOrDefault("CLV_DATA", "") : property;
        assumeTrue(
                !data.isBlank(),
                "needs " + name
                        + ", a data set from https://www.brucehardie.com/datasets/ ; set -Dclv.data or CLV_DATA");
        return Path.of(data, name);
    }

    @Test
    void readsThePublishedSummaryOfCdnow() {
        SummaryFile summary = SummaryCsv.of().read(data("cdnow_summary.csv"));
        Tally tally = Tally.of(summary.frequency(), summary.recency(), summary.age(), ChronoUnit.WEEKS);

        assertThat(summary.size()).isEqualTo(2357);
        assertThat(summary.problems()).isEmpty();
        assertThat(summary.id(1)).isEqualTo("2");
        assertThat(BgNbd.family().fit(tally).logLikelihood()).isCloseTo(-9582.43, within(0.01));
    }

    @Test
    void readsTheDonations() {
        SummaryFile summary = SummaryCsv.of().read(data("donations.csv"));

        assertThat(summary.problems()).isEmpty();
        assertThat(summary.weights())
                .hasValueSatisfying(
                        weights -> assertThat(Arrays.stream(weights).sum()).isEqualTo(11104));
    }
}
