package io.clv.btyd;

import static io.clv.btyd.CustomerIntervals.Quantity.P_ALIVE;
import static io.clv.btyd.CustomerIntervals.Quantity.TRANSACTIONS;
import static io.clv.btyd.CustomerIntervals.Quantity.VALUE;
import static io.clv.quantity.Interval.Of.MEAN;
import static io.clv.quantity.Interval.Of.OUTCOME;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of intervals, over any log, by posteriors of a few customers. */
class IntervalLawsTest {

    private static final LocalDate END = LocalDate.of(2024, 6, 30);

    private static final PosteriorOptions FEW = PosteriorOptions.defaults()
            .draws(40)
            .prior(Prior.WEAK.with("a", 0.8, 0.5).with("b", 2.4, 0.5));

    private static final Tally SOME = Tally.of(
            new double[] {0, 1, 3, 0, 2},
            new double[] {0, 4, 20, 0, 9},
            new double[] {30, 30, 28, 12, 25},
            ChronoUnit.WEEKS);

    private static final Posterior<BgNbd> PURCHASES = BgNbd.family().posterior(SOME, FEW);

    private static final Posterior<GammaGamma> SPEND = GammaGamma.family()
            .posterior(
                    SpendTally.of(new double[] {1, 3, 2, 4}, new double[] {20, 35, 12, 18}, new double[] {1, 1, 1, 1}),
                    FEW.prior(Prior.WEAK.with("q", 3, 0.4)));

    record Purchase(int customer, int daysBefore, int cents) {}

    @Provide
    Arbitrary<CustomerTable> tables() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 20_000))
                .as(Purchase::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(IntervalLawsTest::table);
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
                .summarize(END, LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));
    }

    private static FittedLtv model(Ratio margin, Parallelism threads) {
        return FittedLtv.of(PURCHASES.mode(), SPEND.mode())
                .posteriors(PURCHASES, SPEND)
                .grossMargin(margin)
                .over(Span.weeks(52))
                .parallelism(threads)
                .model();
    }

    private static final FittedLtv MODEL = model(percent(50), Parallelism.sequential());

    @Property(tries = 100)
    void aHigherLevelReachesFarther(@ForAll("tables") CustomerTable customers, @ForAll Interval.Of of) {
        CustomerBase base = CustomerBase.of(customers);
        CustomerIntervals narrow = MODEL.intervals(base, of, percent(50));
        CustomerIntervals wide = MODEL.intervals(base, of, percent(90));

        for (Quantity quantity : Quantity.values()) {
            for (int row = 0; row < customers.size(); row++) {
                Interval inner = narrow.customer(quantity, row);
                assertThat(wide.customer(quantity, row).contains(inner.low())).isTrue();
                assertThat(wide.customer(quantity, row).contains(inner.high())).isTrue();
                assertThat(inner.low()).isNotNegative();
            }
            assertThat(wide.base(quantity).contains(narrow.base(quantity).low()))
                    .isTrue();
        }
        assertThat(wide.base(P_ALIVE).high()).isLessThanOrEqualTo(customers.size());
    }

    @Property(tries = 100)
    void groupsAddUp(
            @ForAll("tables") CustomerTable customers,
            @ForAll Interval.Of of,
            @ForAll @IntRange(min = 1, max = 4) int k) {
        Groups groups = Groups.of(
                IntStream.range(0, customers.size()).map(row -> row % k).toArray(),
                IntStream.range(0, k).mapToObj(code -> "group " + code).toList());
        CustomerIntervals sure = MODEL.intervals(CustomerBase.of(customers), groups, of, percent(90));

        for (Quantity quantity : List.of(P_ALIVE, TRANSACTIONS, VALUE)) {
            double[] base = sure.baseDraws(quantity);
            for (int draw = 0; draw < base.length; draw++) {
                double sum = 0;
                for (int code = 0; code < k; code++) {
                    sum += sure.groupDraws(quantity, code)[draw];
                }
                assertThat(sum).isCloseTo(base[draw], within(1e-9 * (1 + base[draw])));
            }
        }
    }

    @Property(tries = 50)
    void whatIsDrawnDependsOnTheSeedAlone(@ForAll("tables") CustomerTable customers, @ForAll Interval.Of of) {
        CustomerBase base = CustomerBase.of(customers);
        CustomerIntervals once = MODEL.intervals(base, of, percent(90));
        CustomerIntervals again = model(percent(50), Parallelism.of(2)).intervals(base, of, percent(90));

        for (Quantity quantity : Quantity.values()) {
            assertThat(again.baseDraws(quantity)).isEqualTo(once.baseDraws(quantity));
        }
    }

    @Property(tries = 50)
    void theMarginIsAFactor(@ForAll("tables") CustomerTable customers, @ForAll Interval.Of of) {
        CustomerBase base = CustomerBase.of(customers);
        CustomerIntervals half = MODEL.intervals(base, of, percent(90));
        CustomerIntervals quarter = model(percent(25), Parallelism.sequential()).intervals(base, of, percent(90));

        assertThat(quarter.base(VALUE).high()).isEqualTo(0.5 * half.base(VALUE).high());
        assertThat(quarter.base(TRANSACTIONS)).isEqualTo(half.base(TRANSACTIONS));
    }

    @Property(tries = 50)
    void outcomesAreCounts(@ForAll("tables") CustomerTable customers) {
        CustomerIntervals sure = MODEL.intervals(CustomerBase.of(customers), OUTCOME, percent(90));
        CustomerIntervals means = MODEL.intervals(CustomerBase.of(customers), MEAN, percent(90));

        for (Quantity quantity : List.of(P_ALIVE, TRANSACTIONS)) {
            for (double draw : sure.baseDraws(quantity)) {
                assertThat(draw).isEqualTo(Math.rint(draw)).isNotNegative();
            }
        }
        for (int row = 0; row < customers.size(); row++) {
            assertThat(means.customer(P_ALIVE, row).high()).isLessThanOrEqualTo(1);
        }
    }
}
