package io.clv.btyd;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
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
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws of valuations by a fitted model, over any log and any terms. */
class FittedLtvLawsTest {

    private static final LocalDate END = LocalDate.of(2024, 6, 30);

    private static final Tally SOME = Tally.of(
            new double[] {0, 1, 3, 0, 2},
            new double[] {0, 4, 20, 0, 9},
            new double[] {30, 30, 28, 12, 25},
            ChronoUnit.WEEKS);

    private static final SpendTally SPEND =
            SpendTally.of(new double[] {1, 3, 2, 4}, new double[] {20, 35, 12, 18}, new double[] {1, 1, 1, 1});

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
                .map(FittedLtvLawsTest::table);
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

    /** A valuation by parameters that no fit has to find. */
    private static LtvValuation valuation(TransactionFamily<?> family) {
        return FittedLtv.of(fits(family), GAMMA_GAMMA);
    }

    private static final Fit<GammaGamma> GAMMA_GAMMA =
            GammaGamma.family().fit(SPEND, FitOptions.defaults().prior(Prior.WEAK));

    private static Fit<? extends TransactionModel> fits(TransactionFamily<?> family) {
        return family.fit(SOME, FitOptions.defaults().prior(Prior.WEAK));
    }

    @Property(tries = 150)
    void aBaseIsWorthWhatItsCustomersAre(
            @ForAll("tables") CustomerTable customers,
            @ForAll("families") TransactionFamily<?> family,
            @ForAll boolean first,
            @ForAll boolean costed,
            @ForAll boolean forever,
            @ForAll @IntRange(min = 1, max = 30) int discount) {
        LtvValuation terms = valuation(family).discountedAt(annually(percent(discount)));
        terms = first ? terms.spendIncludesFirstPurchase() : terms;
        terms = costed ? terms.grossMargin(percent(40)).costToServe("USD 0.20", ChronoUnit.WEEKS) : terms;
        FittedLtv model = (forever ? terms.forever() : terms.over(weeks(30))).model();
        CustomerBase base = CustomerBase.of(customers);
        CustomerValues columns = model.value(base);
        CustomerValues rows = ((LtvModel) model::estimate).value(base);

        for (int row = 0; row < customers.size(); row++) {
            assertThat(columns.amount(row)).isEqualTo(rows.amount(row));
        }
        if (customers.size() > 0) {
            assertThat(columns.basis()).isEqualTo(rows.basis());
            assertThat(columns.measure()).isEqualTo(rows.measure());
            assertThat(columns.horizon()).isEqualTo(rows.horizon());
            assertThat(columns.discount().isEmpty())
                    .isEqualTo(customers.size() > 0 && rows.discount().isEmpty());
        }
    }

    @Property(tries = 100)
    void soItIsWhereTermsDifferByCustomer(
            @ForAll("tables") CustomerTable customers,
            @ForAll("families") TransactionFamily<?> family,
            @ForAll @IntRange(min = 1, max = 4) int kinds,
            @ForAll boolean costOfSome) {
        CustomerBase base = CustomerBase.of(customers)
                .withEach(Input.GROSS_MARGIN, row -> Optional.of(percent(10 + 5 * (row % kinds))))
                .withEach(Input.DISCOUNT, row -> Optional.of(annually(percent(1 + row % kinds))))
                .withEach(
                        Input.COST_TO_SERVE,
                        row -> costOfSome && row % 2 == 0
                                ? Optional.of(MoneyRate.of(Money.of(row, "USD"), ChronoUnit.YEARS))
                                : Optional.empty());
        for (Horizon horizon : List.of(Horizon.forever(), Horizon.over(weeks(26)))) {
            FittedLtv model = valuation(family)
                    .horizon(horizon)
                    .parallelism(Parallelism.of(2))
                    .model();
            CustomerValues columns = model.value(base);
            CustomerValues rows = ((LtvModel) model::estimate).value(base);
            for (int row = 0; row < customers.size(); row++) {
                assertThat(columns.amount(row)).isEqualTo(rows.amount(row));
            }
            assertThat(columns.discount().isEmpty())
                    .isEqualTo(customers.size() > 0 && rows.discount().isEmpty());
        }
    }

    @Property(tries = 100)
    void valueIsProportionalToMargin(
            @ForAll("tables") CustomerTable customers,
            @ForAll("families") TransactionFamily<?> family,
            @ForAll @DoubleRange(min = -1, max = 1) double margin) {
        CustomerValues whole = valuation(family).over(weeks(30)).model().value(customers);
        CustomerValues part = valuation(family)
                .over(weeks(30))
                .grossMargin(Ratio.of(margin))
                .model()
                .value(customers);

        for (int row = 0; row < customers.size(); row++) {
            double expected = margin * whole.amount(row);
            assertThat(part.amount(row)).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
        }
    }

    @Property(tries = 100)
    void undiscountedValueIsExpectedPurchasesTimesSpend(
            @ForAll("tables") CustomerTable customers, @ForAll("families") TransactionFamily<?> family) {
        CustomerValues values = valuation(family).over(weeks(30)).model().value(customers);

        assertThat(values.discount())
                .hasValueSatisfying(rate -> assertThat(rate.isNone()).isTrue());
        for (int row = 0; row < customers.size(); row++) {
            double expected = values.get(Column.EXPECTED_TRANSACTIONS, row) * values.get(Column.EXPECTED_SPEND, row);
            assertThat(values.amount(row)).isCloseTo(expected, within(1e-11 * Math.max(1, expected)));
        }
    }

    @Property(tries = 100)
    void valueGrowsWithTheHorizonUpToThatWithoutEnd(
            @ForAll("tables") CustomerTable customers,
            @ForAll("families") TransactionFamily<?> family,
            @ForAll @IntRange(min = 1, max = 500) int shorter,
            @ForAll @IntRange(min = 1, max = 500) int more) {
        DiscountRate discount = annually(percent(12));
        CustomerValues less = valuation(family)
                .discountedAt(discount)
                .over(weeks(shorter))
                .model()
                .value(customers);
        CustomerValues longer = valuation(family)
                .discountedAt(discount)
                .over(weeks(shorter + more))
                .model()
                .value(customers);
        CustomerValues without =
                valuation(family).discountedAt(discount).forever().model().value(customers);

        for (int row = 0; row < customers.size(); row++) {
            double slack = 1 + 1e-10;
            assertThat(less.amount(row)).isBetween(0.0, longer.amount(row) * slack);
            assertThat(longer.amount(row)).isLessThanOrEqualTo(without.amount(row) * slack);
        }
    }

    @Property(tries = 50)
    void threadsChangeNothing(
            @ForAll("tables") CustomerTable customers, @ForAll("families") TransactionFamily<?> family) {
        LtvValuation alone =
                valuation(family).discountedAt(annually(percent(9))).forever();
        LtvValuation together =
                valuation(family).discountedAt(annually(percent(9))).forever().parallelism(Parallelism.of(4));
        CustomerValues one = alone.model().value(customers);
        CustomerValues four = together.model().value(customers);

        for (int row = 0; row < customers.size(); row++) {
            assertThat(four.amount(row)).isEqualTo(one.amount(row));
        }
        assertThat(four.totalAmount()).isEqualTo(one.totalAmount());
    }

    @Property(tries = 50)
    void aFitReadBackValuesTheSame(
            @ForAll("tables") CustomerTable customers, @ForAll("families") TransactionFamily<?> family) {
        Fit<? extends TransactionModel> read = family.parse(fits(family).toText());
        Fit<GammaGamma> spend = GammaGamma.family().parse(GAMMA_GAMMA.toText());
        CustomerValues before = valuation(family).over(weeks(30)).model().value(customers);
        CustomerValues after = FittedLtv.of(read, spend).over(weeks(30)).model().value(customers);

        for (int row = 0; row < customers.size(); row++) {
            assertThat(after.amount(row)).isEqualTo(before.amount(row));
        }
        assertThat(after.explain()).isEqualTo(before.explain());
    }
}
