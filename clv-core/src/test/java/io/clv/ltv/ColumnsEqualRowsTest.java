package io.clv.ltv;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** A base in columns is worth what its customers are worth one by one. */
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
    void bothWaysAgree(@ForAll("logs") List<Purchase> log, @ForAll boolean inWeeks) {
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
        models().forEach(model -> {
            CustomerValues columns = model.value(base);
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
