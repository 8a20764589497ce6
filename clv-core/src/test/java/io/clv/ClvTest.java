package io.clv;

import static io.clv.ledger.LedgerOptions.collapse;
import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Pace.perYear;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClvTest {

    @Test
    void theFirstExampleIsSixHundredDollars() {
        Estimate ltv = Clv.simple()
                .averageOrderValue("USD 50")
                .orders(perYear(4))
                .lifespan(years(3))
                .estimate();

        assertThat(ltv.value()).isEqualTo(Money.parse("USD 600.00"));
    }

    @Test
    void theSubscriptionExampleIsItsGeometricSum() {
        Estimate e = Clv.subscription()
                .revenue("USD 49", MONTHS)
                .grossMargin(percent(80))
                .churn(percent(3).lossPer(MONTHS))
                .expansion(percent(1).growthPer(MONTHS))
                .discountedAt(annually(percent(10)))
                .acquisitionCost("USD 300")
                .estimate();

        double margin = 49 * 0.8 / (1 - 0.97 * 1.01 / Math.pow(1.1, 1.0 / 12));
        assertThat(e.amount()).isCloseTo(margin - 300, within(1e-9));
    }

    @Test
    void aLogBecomesValues() {
        List<Transaction> transactions = List.of(
                new Transaction("ann", LocalDate.of(1997, 1, 1), Money.parse("USD 20.00")),
                new Transaction("ann", LocalDate.of(1997, 1, 15), Money.parse("USD 40.00")),
                new Transaction("bob", LocalDate.of(1997, 1, 1), Money.parse("USD 10.00")),
                new Transaction("bob", LocalDate.of(1997, 11, 1), Money.parse("USD 10.00")));
        CustomerTable customers = Clv.ledger("USD")
                .read(transactions)
                .summarize(LocalDate.of(1997, 9, 30), collapse(DAYS).unit(WEEKS));
        CustomerValues values = Clv.marginAdjusted()
                .grossMargin(percent(30))
                .lifespan(years(1))
                .model()
                .value(customers);

        // The window is twice the only gap, 28 days, and so is the least time over which orders are counted.
        double weeks = 365.2425 / 7;
        assertThat(values.size()).isEqualTo(2);
        assertThat(values.amount(0)).isCloseTo(60 / 6.0 * 0.3 * weeks, within(1e-9));
        assertThat(values.amount(1)).isCloseTo(10 / 4.0 * 0.3 * weeks, within(1e-9));
    }

    @Test
    void aFittedModelStandsWhereAFormulaDid() {
        CustomerTable customers = Simulation.builder(BgNbd.of(0.7, 6, 0.8, 2.4), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(300)
                .from(LocalDate.of(2024, 1, 1))
                .observedThrough(LocalDate.of(2024, 12, 31))
                .build()
                .ledger()
                .summarize(LocalDate.of(2024, 12, 31), collapse(DAYS).unit(WEEKS));
        CustomerValues values = Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .value();

        assertThat(values.size()).isEqualTo(300);
        assertThat(values.totalAmount()).isPositive();
        assertThat(values.model()).isEqualTo("bg-nbd");
    }

    @Test
    void modelsAreFoundByName() {
        assertThat(Clv.models().stream().map(NamedLtvModel::name))
                .contains("bg-nbd", "discounted", "margin-adjusted", "pareto-nbd", "simple", "subscription")
                .isSorted();
        assertThat(Clv.model("simple").name()).isEqualTo("simple");
    }

    @Test
    void anUnknownModelListsTheNames() {
        assertThatThrownBy(() -> Clv.model("simpel"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no model 'simpel'; did you mean 'simple'? models are ")
                .hasMessageContaining("bg-nbd, ")
                .hasMessageContaining(", simple, subscription");
    }

    @Test
    void aLedgerNeedsACurrency() {
        assertThatThrownBy(() -> Clv.ledger("dollars"))
                .hasMessage("currency must be an ISO 4217 code such as USD, but was 'dollars'");
    }
}
