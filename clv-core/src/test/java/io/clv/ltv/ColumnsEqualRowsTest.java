package io.clv.ltv;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Pace;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** A base in columns is worth what its customers are worth one by one, or is refused for the same reason. */
class ColumnsEqualRowsTest {

    record Purchase(int customer, int daysBefore, int cents) {}

    @Provide
    Arbitrary<List<Purchase>> logs() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(-500, 100_000))
                .as(Purchase::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Stream<LtvModel> models() {
        return Stream.of(
                SimpleLtv.builder().model(),
                SimpleLtv.builder().averageOrderValue("USD 3").model(),
                SimpleLtv.builder().orders(Pace.perMonth(2)).model(),
                SimpleLtv.builder().revenue("USD 3", MONTHS).model(),
                MarginAdjustedLtv.builder()
                        .grossMargin(percent(30))
                        .costToServe("USD 1", MONTHS)
                        .acquisitionCost("USD 2")
                        .over(years(1))
                        .model(),
                DiscountedLtv.builder()
                        .grossMargin(percent(30))
                        .discountedAt(annually(percent(12)))
                        .convention(DiscountConvention.CONTINUOUS)
                        .over(months(17))
                        .model(),
                SubscriptionLtv.builder()
                        .linearExpansion("USD -0.05", WEEKS)
                        .discountedAt(annually(percent(12)))
                        .model(),
                SubscriptionLtv.builder()
                        .grossMargin(percent(60))
                        .expansion(percent(-2).growthPer(MONTHS))
                        .prepaid(months(6))
                        .deliveries(Deliveries.every(months(2), 1, Money.parse("USD 1")))
                        .model());
    }

    @Property(tries = 150)
    void bothWaysAgree(@ForAll("logs") List<Purchase> log, @ForAll boolean inWeeks, @ForAll long own) {
        Ledger.Builder ledger = Ledger.builder(Money.currency("USD"));
        for (Purchase purchase : log) {
            ledger.add(
                    "c" + purchase.customer(),
                    SmallLog.END.minusDays(purchase.daysBefore()),
                    Money.ofMinor(purchase.cents(), Money.currency("USD")));
        }
        LedgerOptions options =
                LedgerOptions.collapse(DAYS).unit(inWeeks ? WEEKS : DAYS).refunds(RefundPolicy.NET);
        CustomerTable customers = ledger.build().summarize(SmallLog.END, options);
        CustomerBase base = CustomerBase.of(customers)
                .churn(ChurnRule.inactiveFor(days(20)))
                .with("churn-per-month", "4%");
        agree(base);
        agree(base.withEach(Input.AVERAGE_ORDER_VALUE, row -> some(own, row, 3).map(n -> Money.of(n, "USD")))
                .withEach(Input.ORDERS, row -> some(own, row, 4).map(n -> Pace.perYear(n)))
                .withEach(
                        Input.CHURN,
                        row -> some(own, row, 5).map(n -> percent(n + 1).lossPer(MONTHS)))
                .withEach(
                        Input.COST_TO_SERVE, row -> some(own, row, 6).map(n -> MoneyRate.of(Money.of(n, "USD"), YEARS)))
                .withEach(Input.ACQUISITION_COST, row -> some(own, row, 7).map(n -> Money.of(n, "USD")))
                .withEach(Input.DISCOUNT, row -> some(own, row, 8).map(n -> annually(percent(n + 1))))
                .with(Input.GROSS_MARGIN, percent(40))
                .with(Input.DISCOUNT, annually(percent(9)))
                .withEach(Input.GROSS_MARGIN, row -> some(own, row, 9).map(n -> percent(10 * n))));
        agree(base.withEach(
                Input.REVENUE,
                row -> some(own, row, 3).map(n -> MoneyRate.of(Money.of(n, "USD"), n % 2 == 0 ? MONTHS : WEEKS))));
    }

    /** A whole number from 0 to 4 for about half of the rows. */
    private static Optional<Integer> some(long seed, int row, int salt) {
        long mixed = new SplittableRandom(seed + 31L * salt + row).nextInt(10);
        return mixed < 5 ? Optional.of((int) mixed) : Optional.empty();
    }

    private static void agree(CustomerBase base) {
        CustomerTable customers = base.customers();
        models().forEach(model -> {
            CustomerValues columns;
            try {
                columns = model.value(base);
            } catch (IllegalArgumentException refusal) {
                assertThatThrownBy(() -> ((LtvModel) model::estimate).value(base))
                        .hasMessage(refusal.getMessage());
                return;
            }
            CustomerValues rows = ((LtvModel) model::estimate).value(base);

            assertThat(columns.model()).isEqualTo(customers.size() == 0 ? columns.model() : rows.model());
            for (int row = 0; row < customers.size(); row++) {
                double one = rows.amount(row);
                assertThat(columns.amount(row)).isCloseTo(one, Offset.offset(1e-12 * Math.max(1, Math.abs(one))));
            }
            if (customers.size() > 0) {
                assertThat(columns.basis()).isEqualTo(rows.basis());
                assertThat(columns.measure()).isEqualTo(rows.measure());
                assertThat(columns.horizon()).isEqualTo(rows.horizon());
                assertThat(columns.discount()).isEqualTo(rows.discount());
                assertThat(columns.assumptions()).containsAll(rows.assumptions());
            }
        });
    }
}
