package io.clv.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Simulation;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Split;
import io.clv.ledger.Transaction;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortDriftTest {

    private static final CalendarGrid MONTHS = CalendarGrid.of(ChronoUnit.MONTHS);
    private static final LocalDate END = LocalDate.parse("2025-12-31");

    private static Transaction at(String id, String date, String amount) {
        return new Transaction(id, LocalDate.parse(date), Money.parse("USD " + amount));
    }

    @Test
    void comparesCustomersAtEqualAge() {
        Ledger log = Ledger.of(
                Money.currency("USD"),
                List.of(
                        at("a", "2025-01-05", "10"),
                        at("a", "2025-01-15", "20"),
                        at("a", "2025-02-04", "30"),
                        at("a", "2025-02-05", "99"),
                        at("b", "2025-01-31", "10"),
                        at("c", "2025-03-01", "10"),
                        at("c", "2025-03-02", "4"),
                        at("d", "2025-12-20", "10")));

        CohortDrift drift = CohortDrift.of(log, END, LedgerOptions.defaults(), MONTHS, Span.of(30, ChronoUnit.DAYS));

        assertThat(drift.cohorts())
                .containsExactly(
                        new CohortDrift.Cohort(LocalDate.parse("2025-01-01"), 2, 1, 1, 25),
                        new CohortDrift.Cohort(LocalDate.parse("2025-03-01"), 1, 1, 0, 4));
        assertThat(drift.tooYoung()).isEqualTo(1);
        assertThat(drift.trend()).isEmpty();
        assertThat(drift).hasToString("2 cohorts at the age of 30 days; customers too young to compare: 1");
    }

    private static Ledger simulated(BgNbd model, LocalDate from, int months, long seed) {
        return Simulation.builder(model, ChronoUnit.WEEKS, Money.currency("USD"))
                .customers(600)
                .seed(seed)
                .from(from)
                .comingOver(Span.of(30.0 * months, ChronoUnit.DAYS))
                .observedThrough(END)
                .build()
                .ledger();
    }

    /** All customers are of one kind, but the later ones are younger: averages over all their life would fall. */
    @Test
    void doesNotTakeTheYoungForTheWorse() {
        Ledger log = simulated(BgNbd.of(0.8, 6, 0.9, 2.5), LocalDate.parse("2025-01-01"), 11, 3);

        CohortDrift drift = CohortDrift.of(log, END, LedgerOptions.defaults(), MONTHS, Span.of(8, ChronoUnit.WEEKS));

        assertThat(drift.cohorts()).hasSizeGreaterThan(8);
        assertThat(drift.trend().orElseThrow()).isBetween(-2.5, 2.5);
    }

    @Test
    void seesCustomersWhoAreOfAnotherKind() {
        List<Transaction> rows = new ArrayList<>();
        int quarter = 0;
        for (double pace : new double[] {3, 5, 8, 13}) {
            LocalDate from = LocalDate.parse("2025-01-01").plusDays(75L * quarter);
            String prefix = "q" + quarter++;
            Simulation.builder(BgNbd.of(0.8, pace, 0.9, 2.5), ChronoUnit.WEEKS, Money.currency("USD"))
                    .customers(300)
                    .seed(quarter)
                    .from(from)
                    .comingOver(Span.of(74, ChronoUnit.DAYS))
                    .observedThrough(END)
                    .build()
                    .transactions()
                    .forEach(row -> rows.add(new Transaction(prefix + row.customer(), row.date(), row.amount())));
        }
        Ledger log = Ledger.of(Money.currency("USD"), rows);

        CohortDrift drift = CohortDrift.of(log, END, LedgerOptions.defaults(), MONTHS, Span.of(8, ChronoUnit.WEEKS));

        assertThat(drift.trend().orElseThrow()).isLessThan(-4);
    }

    /** Over forty worlds without drift the trend is a draw of mean 0 and deviation 1, or nearly. */
    @Test
    void chanceSeldomMakesADrift() {
        double sum = 0;
        double squares = 0;
        int warnings = 0;
        for (int seed = 1; seed <= 40; seed++) {
            Ledger log = simulated(BgNbd.of(0.25, 4.4, 0.8, 2.4), LocalDate.parse("2025-01-01"), 10, seed);
            CohortDrift drift =
                    CohortDrift.of(log, END, LedgerOptions.defaults(), MONTHS, Span.of(8, ChronoUnit.WEEKS));
            double trend = drift.trend().orElseThrow();
            sum += trend;
            squares += trend * trend;
            warnings += drift.warning().isPresent() ? 1 : 0;
        }
        assertThat(sum / 40).isBetween(-0.5, 0.5);
        assertThat(squares / 40).isBetween(0.4, 1.6);
        assertThat(warnings).isLessThanOrEqualTo(5);
    }

    /** Each month's customers buy less often than those of the month before. */
    private static Ledger falling() {
        List<Transaction> rows = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            for (int customer = 0; customer < 20; customer++) {
                String id = "m" + month + "-" + customer;
                LocalDate first = LocalDate.of(2025, month, 10);
                for (int purchase = 0; purchase <= 3 - month + customer % 2; purchase++) {
                    rows.add(at(id, first.plusDays(purchase).toString(), "1"));
                }
            }
        }
        return Ledger.of(Money.currency("USD"), rows);
    }

    @Test
    void warnsWhereCohortsDiffer() {
        Ledger log = falling();
        Split split = log.split(LocalDate.parse("2025-03-20"), LocalDate.parse("2025-04-25"), LedgerOptions.defaults());

        CohortDrift drift = CohortDrift.of(log, split);

        assertThat(drift.age()).isEqualTo(split.duration());
        assertThat(drift.cohorts()).hasSize(3);
        assertThat(drift.tooYoung()).isZero();
        assertThat(drift.warning())
                .hasValue("customers who came later buy less often by the age of 5.143 weeks than those who came before"
                        + " (a trend of -12.3 standard errors over 3 cohorts): a model fitted to all takes the one for"
                        + " the other");
    }

    @Test
    void comparesByWeeksWhereMonthsAreTooFew() {
        Ledger log = falling();
        Split split = log.split(LocalDate.parse("2025-02-28"), LocalDate.parse("2025-03-09"), LedgerOptions.defaults());

        assertThat(CohortDrift.of(log, split).cohorts())
                .extracting(CohortDrift.Cohort::from)
                .containsExactly(LocalDate.parse("2025-01-06"), LocalDate.parse("2025-02-10"));
    }

    /** Three cohorts with means 1, 2, 3 and of one variance: the slope is 1, its error e / sqrt(2). */
    @Test
    void trendIsTheSlopeInItsErrors() {
        List<Transaction> rows = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            for (int customer = 0; customer < 2; customer++) {
                String id = "m" + month + customer;
                String start = "2025-0" + month + "-01";
                rows.add(at(id, start, "1"));
                // One customer buys once less, the other once more than the cohort's mean.
                for (int purchase = 1; purchase <= month + (customer == 0 ? -1 : 1); purchase++) {
                    rows.add(at(id, LocalDate.parse(start).plusDays(purchase).toString(), "1"));
                }
            }
        }

        CohortDrift drift = CohortDrift.of(
                Ledger.of(Money.currency("USD"), rows),
                END,
                LedgerOptions.defaults(),
                MONTHS,
                Span.of(2, ChronoUnit.WEEKS));

        assertThat(drift.cohorts()).extracting(CohortDrift.Cohort::purchases).containsExactly(1.0, 2.0, 3.0);
        assertThat(drift.cohorts())
                .extracting(CohortDrift.Cohort::standardError)
                .containsExactly(1.0, 1.0, 1.0);
        assertThat(drift.trend().orElseThrow()).isCloseTo(Math.sqrt(2), within(1e-15));
    }

    @Test
    void refusesAnAgeShorterThanAPeriod() {
        Ledger log = Ledger.of(Money.currency("USD"), List.of(at("a", "2025-01-05", "10")));
        LedgerOptions weeks = LedgerOptions.collapse(ChronoUnit.WEEKS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortDrift.of(log, END, weeks, MONTHS, Span.of(6, ChronoUnit.DAYS)))
                .withMessage(
                        "age must not be shorter than a period of the grid (" + weeks.grid() + "), but was 6 days");
    }
}
