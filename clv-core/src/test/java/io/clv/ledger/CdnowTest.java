package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one-tenth sample of CDNOW against the summary that its authors publish with it. */
class CdnowTest {

    private static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);

    private static List<String> summary = List.of();
    private static List<Transaction> purchases = List.of();
    private static Ledger ledger = Ledger.of(Money.currency("USD"), List.of());

    @BeforeAll
    static void read() throws IOException {
        String property = System.getProperty("clv.data", "");
        String data = property.isBlank() ? System.getenv().getOrDefault("CLV_DATA", "") : property;
        assumeTrue(
                !data.isBlank(),
                "needs cdnow_sample.csv and cdnow_summary.csv, the CDNOW data set from"
                        + " https://www.brucehardie.com/datasets/ ; set -Dclv.data or CLV_DATA");
        List<Transaction> transactions = new ArrayList<>();
        for (String line : rowsOf(Path.of(data, "cdnow_sample.csv"))) {
            String[] cells = line.split(",", -1);
            String id = String.valueOf(Integer.parseInt(cells[1]));
            transactions.add(new Transaction(id, LocalDate.parse(cells[2]), Money.parse("USD " + cells[4])));
        }
        purchases = List.copyOf(transactions);
        ledger = Ledger.of(Money.currency("USD"), transactions);
        summary = rowsOf(Path.of(data, "cdnow_summary.csv"));
    }

    private static List<String> rowsOf(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }

    /** The cohort came evenly over twelve weeks; a log of the same customers from May on takes most for newcomers. */
    @Test
    void firstPurchasesPileUpWhereALogIsCutOff() {
        LocalDate end = LocalDate.of(1998, 6, 30);
        LocalDate cut = LocalDate.of(1997, 5, 1);
        CustomerTable late = Ledger.of(
                        Money.currency("USD"),
                        purchases.stream()
                                .filter(row -> !row.date().isBefore(cut))
                                .toList())
                .summarize(end);

        assertThat(Acquisition.inLog().warning(ledger.summarize(CALIBRATED))).isEmpty();
        assertThat(Acquisition.inLog().warning(ledger.summarize(end))).isEmpty();
        assertThat(Acquisition.inLog().warning(late))
                .hasValueSatisfying(text ->
                        assertThat(text).startsWith("every customer came with the first purchase in the log, though"));
        assertThat(Acquisition.completeFrom(cut).warning(late)).isEmpty();
        assertThat(Acquisition.completeFrom(LocalDate.of(1997, 1, 8)).cutOff(ledger.summarize(end)))
                .isEqualTo(purchases.stream()
                        .filter(row -> row.date().isBefore(LocalDate.of(1997, 1, 8)))
                        .map(Transaction::customer)
                        .distinct()
                        .count());
    }

    @Test
    void everyRowOfTheSummaryIsReproduced() {
        CustomerTable table = ledger.summarize(CALIBRATED);
        List<String> rows = new ArrayList<>();
        for (Customer c : table.rows()) {
            rows.add(String.join(
                    ",",
                    c.id(),
                    String.valueOf(c.frequency()),
                    rounded(c.recency()),
                    rounded(c.age()),
                    rounded(c.monetaryValue())));
        }
        assertThat(rows).hasSize(2357).containsExactlyInAnyOrderElementsOf(summary);
        assertThat(table.repeatPurchases()).isEqualTo(2457);
        assertThat(table.rows()).filteredOn(c -> c.frequency() == 0).hasSize(1411);
    }

    @Test
    void theHoldOutHasThePublishedNumberOfTransactions() {
        Split split = ledger.split(CALIBRATED, LocalDate.of(1998, 6, 30), LedgerOptions.defaults());
        assertThat(split.holdoutPurchases()).isEqualTo(1882);
        assertThat(split.duration()).isEqualTo(Span.weeks(39));
        assertThat(split.newcomers()).isZero();
        assertThat(split.calibration()).isEqualTo(ledger.summarize(CALIBRATED));
    }

    @Test
    void periodsHoldTheWholeLog() {
        PeriodTable months = ledger.periods(LocalDate.of(1998, 6, 30), CalendarGrid.months(), RefundPolicy.REJECT);
        assertThat(months.total()).isEqualTo(ledger.total());
        assertThat(months.customers()).isEqualTo(2357);
        assertThat(months.lastPeriod() - months.firstPeriod()).isEqualTo(17);
        assertThat(IntStream.range(0, months.cells()).map(months::purchases).sum())
                .isEqualTo(ledger.size());
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
