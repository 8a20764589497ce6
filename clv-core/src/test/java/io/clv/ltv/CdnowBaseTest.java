package io.clv.ltv;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The formulas over a real log, the one-tenth sample of CDNOW, with churn recounted from its dates. */
class CdnowBaseTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);

    private static final Map<String, TreeSet<LocalDate>> DATES = new TreeMap<>();
    private static CustomerTable customers = SmallLog.inDays();

    @BeforeAll
    static void read() throws IOException {
        @Nullable String data = System.getProperty("clv.data");
        data = data == null || data.isEmpty() ? System.getenv("CLV_DATA") : data;
        assumeTrue(
                data != null,
                "needs cdnow_sample.csv, the CDNOW data set from https://www.brucehardie.com/datasets/ ;"
                        + " set -Dclv.data or CLV_DATA");
        List<Transaction> transactions = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of(data, "cdnow_sample.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            LocalDate date = LocalDate.parse(cells[2]);
            transactions.add(new Transaction(cells[1], date, Money.parse("USD " + cells[4])));
            if (!date.isAfter(END)) {
                DATES.computeIfAbsent(cells[1], id -> new TreeSet<>()).add(date);
            }
        }
        customers = Ledger.of(Money.currency("USD"), transactions).summarize(END);
    }

    /** The definition, boundary by boundary: at b_k = end - k window. */
    private static ChurnCounts recounted(int window) {
        long lost = 0;
        long atRisk = 0;
        Collection<TreeSet<LocalDate>> all = DATES.values();
        for (LocalDate boundary = END.minusDays(window);
                boundary.isAfter(LocalDate.of(1990, 1, 1));
                boundary = boundary.minusDays(window)) {
            for (TreeSet<LocalDate> dates : all) {
                LocalDate last = dates.last();
                if (!dates.first().isAfter(boundary) && last.isAfter(boundary.minusDays(window))) {
                    atRisk++;
                    lost += last.isAfter(boundary) ? 0 : 1;
                }
            }
        }
        return new ChurnCounts(days(window), lost, atRisk);
    }

    @Test
    void churnIsThatOfTheDates() {
        for (int window : new int[] {1, 7, 30, 60, 100, 250}) {
            assertThat(ChurnRule.inactiveFor(days(window)).churn(customers)).isEqualTo(recounted(window));
        }
    }

    @Test
    void everyCustomerHasAValueAndTheyAddUp() {
        CustomerValues values =
                MarginAdjustedLtv.builder().grossMargin(percent(30)).model().value(customers);
        CustomerBase base = CustomerBase.of(customers);
        double lifespan = base.measuredChurn().lifespan().in(DAYS);
        double window = base.churnRule().window().in(DAYS);
        double sum = 0;
        for (int row = 0; row < values.size(); row++) {
            TreeSet<LocalDate> dates = DATES.getOrDefault(values.id(row), new TreeSet<>());
            double silent = END.toEpochDay() - dates.last().toEpochDay();
            double age = END.toEpochDay() - dates.first().toEpochDay();
            double active = Math.max(window, Math.min(age, age - silent + window));
            double byHand = 0.3 * customers.total(row).toDouble() / active * lifespan;
            assertThat(values.amount(row)).isCloseTo(byHand, within(1e-9));
            sum += byHand;
        }

        assertThat(values.size()).isEqualTo(2357);
        assertThat(values.totalAmount()).isCloseTo(sum, within(1e-6));
    }

    @Test
    void theRetentionCurveFallsFromOne() {
        RetentionCurve curve = CustomerBase.of(customers).churnRule().retentionCurve(customers);

        assertThat(curve.survival(0)).isEqualTo(1);
        for (int week = 1; week < 60; week++) {
            assertThat(curve.survival(week)).isBetween(0.0, curve.survival(week - 1));
        }
    }
}
