package io.clv.btyd;

import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.weeks;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Currency USD = Money.currency("USD");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final BgNbd MODEL = BgNbd.of(0.243, 4.414, 0.793, 2.426);
    private static final GammaGamma SPEND = GammaGamma.of(6.25, 3.74, 15.44);

    private static Simulation.Builder builder() {
        return Simulation.builder(MODEL, WEEKS, USD).spend(SPEND).from(FIRST).observedThrough(LAST);
    }

    @Test
    void theLedgerHoldsTheTransactions() {
        Simulation simulation = builder().customers(50).build();

        List<Transaction> rows = simulation.transactions().toList();
        Ledger ledger = simulation.ledger();

        assertThat(ledger.size()).isEqualTo(rows.size());
        assertThat(ledger.summarize(LAST)).isEqualTo(Ledger.of(USD, rows).summarize(LAST));
        assertThat(rows.stream().map(Transaction::customer).distinct())
                .hasSize(50)
                .startsWith("C01")
                .endsWith("C50");
        assertThat(rows).allSatisfy(row -> assertThat(row.date()).isBetween(FIRST, LAST));
        assertThat(rows).isSortedAccordingTo((a, b) -> {
            int byCustomer = a.customer().compareTo(b.customer());
            return byCustomer == 0 ? a.date().compareTo(b.date()) : byCustomer;
        });
    }

    @Test
    void aCustomerDependsOnTheSeedAndHisNumberAlone() {
        List<Transaction> few = builder().customers(12).build().transactions().toList();
        List<Transaction> more =
                builder().customers(99).build().transactions().limit(few.size()).toList();

        assertThat(more).isEqualTo(few);
        assertThat(builder().customers(12).seed(1).build().transactions()).isEqualTo(few);
        assertThat(builder().customers(12).seed(2).build().transactions()).isNotEqualTo(few);
    }

    @Test
    void aLaterEndOnlyAddsPurchases() {
        Simulation.Builder longer =
                Simulation.builder(MODEL, WEEKS, USD).spend(SPEND).from(FIRST);
        CustomerTable cut =
                builder().customers(200).comingOver(weeks(12)).build().ledger().summarize(LAST);
        CustomerTable later = longer.customers(200)
                .comingOver(weeks(12))
                .observedThrough(LAST.plusYears(1))
                .build()
                .ledger()
                .summarize(LAST);

        for (int row = 0; row < cut.size(); row++) {
            assertThat(later.frequency(row)).isEqualTo(cut.frequency(row));
            assertThat(later.recency(row)).isEqualTo(cut.recency(row));
        }
    }

    @Test
    void aFitFindsTheParameters() {
        CustomerTable customers = builder()
                .customers(20_000)
                .seed(7)
                .comingOver(weeks(12))
                .build()
                .ledger()
                .summarize(LAST);

        Fit<BgNbd> fit = BgNbd.fit(customers);
        Fit<GammaGamma> spend = GammaGamma.fit(customers);

        // Days make one purchase of what a model has twice on a day: a little less than was drawn.
        assertThat(fit.parameter("r")).isCloseTo(0.243, within(0.02));
        assertThat(fit.parameter("alpha")).isCloseTo(4.414, within(0.5));
        double leaving = fit.parameter("a") / (fit.parameter("a") + fit.parameter("b"));
        assertThat(leaving).isCloseTo(0.793 / (0.793 + 2.426), within(0.02));
        assertThat(spend.model().expectedSpendOfNewCustomer())
                .isCloseTo(SPEND.expectedSpendOfNewCustomer(), within(1.0));
    }

    @Test
    void customersComeEvenlyOverTheSpan() {
        List<LocalDate> first =
                builder().customers(1000).comingOver(days(10)).build().ledger().summarize(LAST).rows().stream()
                        .map(customer -> LAST.minusDays(Math.round(7 * customer.age())))
                        .toList();

        assertThat(first).allSatisfy(day -> assertThat(day).isBetween(FIRST, FIRST.plusDays(9)));
        for (int day = 0; day < 10; day++) {
            LocalDate date = FIRST.plusDays(day);
            assertThat(first.stream().filter(date::equals).count()).isBetween(60L, 140L);
        }
    }

    @Test
    void allMayComeAtOnce() {
        CustomerTable customers = builder()
                .customers(20)
                .comingOver(days(0))
                .build()
                .ledger()
                .summarize(LAST, LedgerOptions.collapse(DAYS));

        assertThat(customers.rows())
                .allSatisfy(customer -> assertThat(customer.age()).isEqualTo(LAST.toEpochDay() - FIRST.toEpochDay()));
    }

    @Test
    void opportunitiesFollowTheCalendar() {
        BgBb model = BgBb.of(1.2, 0.75, 0.66, 2.8);
        CustomerTable customers = Simulation.builder(model, YEARS, USD)
                .customers(300)
                .from(LocalDate.of(2015, 1, 1))
                .comingOver(days(365))
                .observedThrough(LocalDate.of(2024, 12, 31))
                .build()
                .ledger()
                .summarize(LocalDate.of(2024, 12, 31), LedgerOptions.collapse(YEARS));

        for (int row = 0; row < customers.size(); row++) {
            double[] drawn = model.simulate(1, row + 1, 9);
            assertThat(customers.age(row)).isEqualTo(9);
            assertThat(customers.frequency(row)).isEqualTo(drawn.length);
            assertThat(customers.recency(row)).isEqualTo(drawn.length == 0 ? 0 : drawn[drawn.length - 1]);
        }
    }

    @Test
    void withoutASpendModelPurchasesCostNothing() {
        CustomerTable customers = Simulation.builder(Nbd.of(1, 1), YEARS, Money.currency("JPY"))
                .customers(5)
                .from(FIRST)
                .observedThrough(LAST)
                .build()
                .ledger()
                .summarize(LAST);

        assertThat(customers.size()).isEqualTo(5);
        assertThat(customers.total()).isEqualTo(Money.of(0, "JPY"));
    }

    @Test
    void saysWhatItIs() {
        Simulation simulation = builder().customers(3).seed(-4).build();

        assertThat(simulation)
                .hasToString("3 customers of bg-nbd{r=0.243, alpha=4.414, a=0.793, b=2.426} in weeks,"
                        + " from 2024-01-01 through 2025-12-31, seed -4");
        assertThat(simulation.observedThrough()).isEqualTo(LAST);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> Simulation.builder(MODEL, WEEKS, USD).build())
                .hasMessage("a simulation still needs: customers, first day, end of observation");
        assertThatThrownBy(() -> builder().build()).hasMessage("a simulation still needs: customers");
        assertThatThrownBy(() -> Simulation.builder(MODEL, HOURS, USD))
                .hasMessage("unit must be one of DAYS, WEEKS, MONTHS, YEARS, but was HOURS");
        assertThatThrownBy(() -> Simulation.builder(MODEL, WEEKS, Currency.getInstance("XXX")))
                .hasMessage("currency XXX has no minor digits in ISO 4217 and cannot hold money");
        assertThatThrownBy(() -> builder().customers(0)).hasMessage("customers must be at least 1, but was 0");
        assertThatThrownBy(() -> builder().customers(3).customers(4)).hasMessage("customers was already set to 3");
        assertThatThrownBy(() -> builder().from(LAST)).hasMessage("first day was already set to 2024-01-01");
        assertThatThrownBy(() -> builder().observedThrough(LAST))
                .hasMessage("end of observation was already set to 2025-12-31");
        assertThatThrownBy(() -> builder().seed(1).seed(1)).hasMessage("seed was already set to 1");
        assertThatThrownBy(() -> builder().spend(SPEND))
                .hasMessage("spend model was already set to gamma-gamma{p=6.25, q=3.74, v=15.44}");
        assertThatThrownBy(() -> builder().comingOver(days(3)).comingOver(days(3)))
                .hasMessage("span over which customers come was already set to 3 days");
        assertThatThrownBy(() -> builder().customers(3).comingOver(weeks(105)).build())
                .hasMessage("span over which customers come must end by the end of observation, 2025-12-31,"
                        + " but was 105 weeks from 2024-01-01");
        Simulation.Builder backwards =
                Simulation.builder(MODEL, WEEKS, USD).customers(1).from(LAST).observedThrough(FIRST);
        assertThatThrownBy(backwards::build)
                .hasMessage("end of observation must not be before the first day, 2025-12-31, but was 2024-01-01");
    }
}
