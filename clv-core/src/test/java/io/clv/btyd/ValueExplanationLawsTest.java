package io.clv.btyd;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.ValueExplanation.Contribution;
import io.clv.btyd.ValueExplanation.Driver;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of explanations, over any log and any terms. */
class ValueExplanationLawsTest {

    private static final LocalDate END = LocalDate.of(2024, 6, 30);

    private static final Tally SOME = Tally.of(
            new double[] {0, 1, 3, 0, 2},
            new double[] {0, 4, 20, 0, 9},
            new double[] {30, 30, 28, 12, 25},
            ChronoUnit.WEEKS);

    private static final Fit<GammaGamma> SPEND = GammaGamma.family()
            .fit(
                    SpendTally.of(new double[] {1, 3, 2, 4}, new double[] {20, 35, 12, 18}, new double[] {1, 1, 1, 1}),
                    FitOptions.defaults().prior(Prior.WEAK));

    record Purchase(int customer, int daysBefore, int cents) {}

    @Provide
    Arbitrary<CustomerTable> tables() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(-500, 20_000))
                .as(Purchase::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(ValueExplanationLawsTest::table)
                .filter(customers -> customers.size() > 0);
    }

    private static CustomerTable table(List<Purchase> log) {
        Ledger.Builder ledger = Ledger.builder(Money.currency("USD"));
        for (Purchase purchase : log) {
            ledger.add(
                    "c" + purchase.customer(),
                    END.minusDays(purchase.daysBefore()),
                    Money.ofMinor(purchase.cents(), Money.currency("USD")));
        }
        return ledger.build()
                .summarize(
                        END,
                        LedgerOptions.collapse(ChronoUnit.DAYS)
                                .unit(ChronoUnit.WEEKS)
                                .refunds(RefundPolicy.NET));
    }

    @Provide
    Arbitrary<TransactionFamily<?>> families() {
        return Arbitraries.of(ContinuousTime.families());
    }

    private static LtvValuation valuation(TransactionFamily<?> family) {
        return FittedLtv.of(family.fit(SOME, FitOptions.defaults().prior(Prior.WEAK)), SPEND);
    }

    private static ValueExplanations explained(
            CustomerTable customers, TransactionFamily<?> family, boolean forever, int kinds) {
        CustomerBase base = CustomerBase.of(customers)
                .withEach(Input.GROSS_MARGIN, row -> Optional.of(percent(20 * (row % kinds) - 10)))
                .withEach(Input.DISCOUNT, row -> Optional.of(annually(percent(1 + row % kinds))))
                .withEach(
                        Input.COST_TO_SERVE,
                        row -> row % 2 == 0
                                ? Optional.of(MoneyRate.of(Money.of(row, "USD"), ChronoUnit.YEARS))
                                : Optional.empty());
        LtvValuation terms = valuation(family);
        return (forever ? terms.forever() : terms.over(weeks(30))).model().explain(base);
    }

    @Property(tries = 150)
    void theAverageAndTheContributionsSumToTheValue(
            @ForAll("tables") CustomerTable customers,
            @ForAll("families") TransactionFamily<?> family,
            @ForAll boolean forever,
            @ForAll @IntRange(min = 1, max = 4) int kinds) {
        ValueExplanations explanations = explained(customers, family, forever, kinds);
        CustomerValues values = explanations.values();

        for (int row = 0; row < customers.size(); row++) {
            ValueExplanation explanation = explanations.at(row);
            Money sum = explanation.average();
            double amount = explanation.averageAmount();
            double largest = Math.max(1, Math.abs(amount));
            for (Contribution contribution : explanation.contributions()) {
                sum = sum.plus(contribution.money());
                amount += contribution.amount();
                largest = Math.max(largest, Math.abs(contribution.amount()));
            }
            assertThat(sum).isEqualTo(values.value(row)).isEqualTo(explanation.value());
            assertThat(amount).isCloseTo(values.amount(row), within(1e-11 * largest));
        }
    }

    @Property(tries = 100)
    void theAveragesHaveTheAverageValue(
            @ForAll("tables") CustomerTable customers,
            @ForAll("families") TransactionFamily<?> family,
            @ForAll boolean forever,
            @ForAll @IntRange(min = 1, max = 4) int kinds) {
        ValueExplanation explanation =
                explained(customers, family, forever, kinds).at(0);
        double share = explanation
                .contribution(Driver.MARGIN)
                .map(Contribution::average)
                .orElse(-0.1);
        double alive = average(explanation, Driver.P_ALIVE);
        double margin = share * average(explanation, Driver.SPEND) * average(explanation, Driver.PURCHASES);
        double cost = explanation
                .contribution(Driver.COST_TO_SERVE)
                .map(Contribution::average)
                .orElse(0.0);

        assertThat(alive * (margin - cost))
                .isCloseTo(explanation.averageAmount(), within(1e-11 * Math.max(1, alive * (Math.abs(margin) + cost))));
    }

    private static double average(ValueExplanation explanation, Driver driver) {
        return explanation.contribution(driver).orElseThrow().average();
    }

    @Property(tries = 50)
    void customersWhoAreAllAlikeAreExplainedByNothing(
            @ForAll("families") TransactionFamily<?> family,
            @ForAll @IntRange(min = 1, max = 8) int many,
            @ForAll @IntRange(min = 1, max = 5) int purchases,
            @ForAll @IntRange(min = 1, max = 60) int apart) {
        Ledger.Builder ledger = Ledger.builder(Money.currency("USD"));
        for (int customer = 0; customer < many; customer++) {
            for (int purchase = 0; purchase < purchases; purchase++) {
                ledger.add("c" + customer, END.minusDays(7L + purchase * apart), Money.parse("USD 33.33"));
            }
        }
        CustomerTable customers = ledger.build()
                .summarize(END, LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));

        ValueExplanation explanation =
                valuation(family).over(weeks(30)).model().explain(CustomerBase.of(customers), "c0");

        for (Contribution contribution : explanation.contributions()) {
            assertThat(contribution.amount()).isCloseTo(0, within(1e-12 * Math.max(1, explanation.amount())));
            assertThat(contribution.money().isZero()).isTrue();
        }
        assertThat(explanation.value()).isEqualTo(explanation.average());
    }

    @Property(tries = 50)
    void aFactorAboveTheAverageAddsAndOneBelowTakesOff(
            @ForAll("tables") CustomerTable customers, @ForAll("families") TransactionFamily<?> family) {
        ValueExplanations explanations =
                valuation(family).over(weeks(30)).model().explain(CustomerBase.of(customers));

        for (int row = 0; row < customers.size(); row++) {
            for (Contribution contribution : explanations.at(row).contributions()) {
                double above = contribution.own() - contribution.average();
                // What is a rounding above the average may add a rounding less than nothing.
                if (Math.abs(above) > 1e-12 * contribution.average()) {
                    assertThat(contribution.amount() * Math.signum(above)).isNotNegative();
                }
            }
        }
    }
}
