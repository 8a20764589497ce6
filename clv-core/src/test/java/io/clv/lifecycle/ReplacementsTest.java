package io.clv.lifecycle;

import static io.clv.lifecycle.TriggerFigures.END;
import static io.clv.lifecycle.TriggerFigures.log;
import static io.clv.lifecycle.TriggerFigures.refused;
import static io.clv.lifecycle.TriggerFigures.usd;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReplacementsTest {

    /** As few as they are here. */
    private static Replacements.Builder few(PeriodTable purchases) {
        return Replacements.builder(purchases).fewestWatched(1);
    }

    private static PeriodTable days(Ledger log) {
        return log.periods(END, CalendarGrid.days(), RefundPolicy.NET);
    }

    /** Gaps of 10, 20 and 30 days, and one that is open for 15. */
    private static final PeriodTable FOUR = days(log(
            "Ann",
            "2025-01-01",
            "100",
            "Ann",
            "2025-01-11",
            "110", //
            "Bob",
            "2025-01-01",
            "200",
            "Bob",
            "2025-01-21",
            "200", //
            "Cay",
            "2025-01-01",
            "300",
            "Cay",
            "2025-01-31",
            "350", //
            "Dan",
            "2025-12-16",
            "400"));

    @Test
    void whoHasNotYetCountsAsSuch() {
        Replacements found = few(FOUR).build();
        // Of 4 at risk 1 goes: .75; Dan leaves sight at 15; of 2 one goes: .375; of one one.
        assertThat(found.notReplacedAfter(9)).isEqualTo(Ratio.ONE);
        assertThat(found.notReplacedAfter(10).value()).isEqualTo(0.75);
        assertThat(found.notReplacedAfter(20).value()).isEqualTo(0.375);
        assertThat(found.notReplacedAfter(30)).isEqualTo(Ratio.ZERO);
        assertThat(found.typicalInterval()).hasValue(20);
        assertThat(found.longestInterval()).isEqualTo(30);
        assertThat(found.replaced()).isEqualTo(3);
        // 660 for 600
        assertThat(found.valueRatio().value()).isCloseTo(1.1, within(1e-15));
    }

    @Test
    void theDateAndTheValueOfTheNextOne() {
        Replacements found = few(FOUR).within(Span.days(10)).level(percent(50)).build();
        Replacement dan = found.get(3);
        // Given that he has waited for 15 days, half go after 20 and half after 30; 440 x .5 is to be expected.
        assertThat(dan.customer()).isEqualTo("Dan");
        assertThat(dan.last()).isEqualTo(LocalDate.of(2025, 12, 16));
        assertThat(dan.date()).contains(LocalDate.of(2026, 1, 5));
        assertThat(dan.earliest()).contains(LocalDate.of(2026, 1, 5));
        assertThat(dan.latest()).contains(LocalDate.of(2026, 1, 15));
        assertThat(dan.chance()).contains(percent(50));
        assertThat(dan.value()).isEqualTo(usd("440"));
        assertThat(dan.expected()).contains(usd("220"));
        // Nobody was seen to wait as long as the others.
        Replacement ann = found.get(0);
        assertThat(ann.date()).isEmpty();
        assertThat(ann.earliest()).isEmpty();
        assertThat(ann.chance()).isEmpty();
        assertThat(ann.value()).isEqualTo(usd("121"));
        assertThat(ann.expected()).isEmpty();
        assertThat(found.beyond()).isEqualTo(3);
        assertThat(found.total()).isEqualTo(usd("220"));
        assertThat(found.first(2)).extracting(Replacement::customer).containsExactly("Dan", "Ann");
        assertThat(found.due(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 5)))
                .containsExactly(dan);
        assertThat(found.due(LocalDate.of(2026, 1, 6), LocalDate.of(2027, 1, 1)))
                .isEmpty();
        assertThat(found).hasToString("USD 220.00 to be expected of replacements by 4 customers within 10 days");
        assertThat(found.explain()).isEqualTo("""
                3 replacements by 3 of 4 customers, observed through 2025-12-31
                half have replaced after 20 days, with those who have not counted as such; of the replacements seen, half came within 20 days
                a replacement brings 110% of what it replaces
                USD 220.00 to be expected within 10 days, each customer's chance x value
                3 customers have waited longer than can be judged, and nothing is told of them
                dates are given that he replaces within 30 days, where the curve ends; 50% intervals are of the outcome
                one curve for all customers: a customer's own rhythm is not in it
                """);
    }

    @Test
    void eachCustomerCountsOnce() {
        // Ann's gaps of 10 and 20 are half of her each, and her open one is not heard: R(10) = 2, R(20) = 1/2.
        PeriodTable twice = days(log(
                "Ann",
                "2025-01-01",
                "1",
                "Ann",
                "2025-01-11",
                "1",
                "Ann",
                "2025-01-31",
                "1",
                "Bob",
                "2025-12-16",
                "1"));
        Replacements found = few(twice).build();
        assertThat(found.notReplacedAfter(10).value()).isEqualTo(0.75);
        assertThat(found.notReplacedAfter(20)).isEqualTo(Ratio.ZERO);
        assertThat(found.replaced()).isEqualTo(2);
    }

    @Test
    void refundsCountWithThePurchaseBefore() {
        PeriodTable refunded = days(log(
                "Ann",
                "2025-01-01",
                "100",
                "Ann",
                "2025-01-05",
                "-20",
                "Ann",
                "2025-01-11",
                "120",
                "Bob",
                "2025-12-01",
                "50",
                "Bob",
                "2025-12-05",
                "-60"));
        Replacements found = few(refunded).build();
        assertThat(found.valueRatio().value()).isEqualTo(1.5);
        assertThat(found.get(1).value()).isEqualTo(usd("0"));
        assertThat(found.get(1).last()).isEqualTo(LocalDate.of(2025, 12, 1));
    }

    @Test
    void whenMostDoNotReplace() {
        PeriodTable most = days(log(
                "Ann",
                "2025-01-01",
                "1",
                "Ann",
                "2025-01-11",
                "1",
                "Bob",
                "2025-01-01",
                "1",
                "Cay",
                "2025-01-01",
                "1"));
        Replacements found = few(most).build();
        assertThat(found.typicalInterval()).isEmpty();
        assertThat(found.explain())
                .contains("\n33.3% have replaced after 10 days, where too few are left to tell, with those who have not"
                        + " counted as such; of the replacements seen, half came within 10 days\n");
    }

    @Test
    void theCurveEndsWhereTooFewAreLeft() {
        Replacements found = Replacements.builder(FOUR).fewestWatched(2).build();
        // At 30 days only Cay is left, who would have it that all replace.
        assertThat(found.longestInterval()).isEqualTo(20);
        assertThat(found.notReplacedAfter(99).value()).isEqualTo(0.375);
        assertThat(found.get(3).chance().orElseThrow().value()).isEqualTo(0.5);
        assertThat(found.get(3).latest()).contains(LocalDate.of(2026, 1, 5));
        refused(
                () -> Replacements.builder(FOUR).fewestWatched(5).build(),
                "replacements need at least 5 customers to be watched when one replaces, but there were 4");
        refused(
                () -> Replacements.builder(FOUR).fewestWatched(0),
                "fewest customers watched must be at least 1, but were 0");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> Replacements.builder(days(log("Ann", "2025-01-01", "1"))).build(),
                "replacements need customers who have bought twice, but of 1 customer none had");
        refused(
                () -> Replacements.builder(days(log("Ann", "2025-01-01", "0", "Ann", "2025-02-01", "5")))
                        .build(),
                "purchases that were replaced must have brought more than nothing, but brought USD 0.00");
        refused(
                () -> Replacements.builder(FOUR).within(Span.days(0.5)),
                "horizon must be at least 1 day, a period of the table, but was 0.5 days");
        refused(() -> Replacements.builder(FOUR).within(Span.days(5)).within(Span.days(6)), "horizon was already set");
        refused(
                () -> Replacements.builder(FOUR).level(percent(100)),
                "level must be above 0% and below 100%, but was 100%");
        Replacements found = few(FOUR).build();
        refused(() -> found.first(-1), "limit must not be negative, but was -1");
        refused(() -> found.notReplacedAfter(-1), "periods must not be negative, but were -1");
        refused(
                () -> found.due(END, END.minusDays(1)),
                "end of the window must not be before its start, 2025-12-31, but was 2025-12-30");
    }

    /** 1,000 days since the first purchase at most; a customer every so often. */
    @Property(tries = 300)
    void datesAndChancesAreInOrder(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 3999) Integer> purchases,
            @ForAll @IntRange(min = 1, max = 400) int ahead) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        log.add("c0", END.minusDays(500), usd("7")).add("c0", END.minusDays(300), usd("7"));
        purchases.forEach(each -> log.add("c" + each % 4, END.minusDays(each / 4), usd("5")));
        PeriodTable table = days(log.build());
        Replacements near = few(table).within(Span.days(ahead)).build();
        Replacements far = few(table).within(Span.days(2 * ahead)).build();
        double left = 1;
        for (int day = 0; day < 1000; day++) {
            double now = near.notReplacedAfter(day).value();
            assertThat(now).isBetween(0.0, left);
            left = now;
        }
        double sum = 0;
        for (int customer = 0; customer < near.size(); customer++) {
            int place = customer;
            Replacement each = near.get(customer);
            each.chance()
                    .ifPresent(chance -> assertThat(chance)
                            .isBetween(Ratio.ZERO, far.get(place).chance().orElseThrow()));
            assertThat(each.date().isPresent())
                    .isEqualTo(each.earliest().isPresent())
                    .isEqualTo(each.chance().isPresent());
            each.date()
                    .ifPresent(date -> assertThat(date)
                            .isAfter(END)
                            .isBetween(
                                    each.earliest().orElseThrow(), each.latest().orElseThrow()));
            sum += each.expected().map(Money::toDouble).orElse(0.0);
        }
        assertThat(near.total().toDouble()).isCloseTo(sum, within(0.005 * (1 + near.size())));
        List<Replacement> ranked = near.first(4);
        Money before = usd("1000000");
        for (Replacement each : ranked) {
            Money expected = each.expected().orElse(usd("-1"));
            assertThat(expected).isLessThanOrEqualTo(before);
            before = expected;
        }
    }

    /** Weibull gaps of shape 3 about each customer's own scale of 900 to 1,500 days. */
    private static double gap(SplittableRandom chance, double scale) {
        return scale * Math.pow(-Math.log(1 - chance.nextDouble()), 1.0 / 3);
    }

    /**
     * 4,000 customers who came over eight years and replace for as long as they are watched: the curve is that of the
     * average customer, within four standard errors of a share at the median (.0079), and the intervals hold what came
     * then.
     */
    @Test
    void theCurveAndTheIntervalsHoldOnASimulatedBase() {
        SplittableRandom chance = new SplittableRandom(20260101);
        int customers = 4000;
        double[] next = new double[customers];
        double[] scales = new double[customers];
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        for (int i = 0; i < customers; i++) {
            scales[i] = 900 + 600 * chance.nextDouble();
            double day = 2920 * chance.nextDouble();
            while (day < 2920) {
                log.add(String.format("c%04d", i), END.minusDays(2920).plusDays((long) day), usd("100"));
                double gap = Math.max(1, gap(chance, scales[i]));
                next[i] = Math.floor(day + gap);
                day += gap;
            }
        }
        Replacements found = Replacements.builder(days(log.build())).build();
        for (int t : new int[] {600, 900, 1100, 1300}) {
            double truth = 0;
            for (double scale : scales) {
                truth += Math.exp(-Math.pow(t / scale, 3)) / customers;
            }
            assertThat(found.notReplacedAfter(t).value()).as("after %d", t).isCloseTo(truth, within(0.032));
        }
        int dated = 0;
        int held = 0;
        for (int i = 0; i < customers; i++) {
            Replacement each = found.get(i);
            if (each.date().isPresent()) {
                LocalDate came = END.minusDays(2920).plusDays((long) next[i]);
                dated++;
                held += came.isBefore(each.earliest().orElseThrow())
                                || came.isAfter(each.latest().orElseThrow())
                        ? 0
                        : 1;
            }
        }
        assertThat(dated).isGreaterThan(3900);
        assertThat((double) held / dated).isBetween(0.87, 0.93);
    }
}
