package io.clv.economics;

import static io.clv.economics.Figures.newcomer;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.residual;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.economics.BudgetPlan.Bound;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static BudgetChannel root(String name, double scale) {
        return BudgetChannel.of(name, ResponseCurve.power(scale, 0.5), usd("100"));
    }

    @Test
    void theLastDollarBringsTheSameEverywhere() {
        // Value 100 a sqrt(x): slopes 50 a / sqrt(x) are equal where x is as a squared, 1:4:9 of 14000. Then the last
        // dollar brings 50 / sqrt(1000) = 1.58.
        BudgetPlan plan = Budget.builder(usd("14000"))
                .channel(root("one", 1))
                .channel(root("two", 2))
                .channel(root("three", 3))
                .build()
                .allocate();
        assertThat(plan.lines())
                .extracting(BudgetPlan.Line::spend)
                .containsExactly(usd("1000"), usd("4000"), usd("9000"));
        assertThat(plan.unspent()).isEqualTo(usd("0"));
        assertThat(plan.lines()).allSatisfy(line -> {
            assertThat(line.marginalReturn()).isCloseTo(50 / Math.sqrt(1000), within(1e-9));
            assertThat(line.bound()).isEqualTo(Bound.FREE);
        });
        // 100 (sqrt 1000 + 2 sqrt 4000 + 3 sqrt 9000) = 100 sqrt(1000) (1 + 4 + 9)
        assertThat(plan.worth()).isEqualTo(usd("44271.89"));
        assertThat(plan.net()).isEqualTo(usd("30271.89"));
        // 1000 / sqrt(1000), and twice that for the next: the slope of a root is half its mean.
        assertThat(plan.line("one").cac()).contains(usd("31.62"));
        assertThat(plan.line("one").marginalCac()).contains(usd("63.25"));
        assertThat(plan).hasToString("USD 14000.00 of USD 14000.00 spent, worth USD 44271.89");
    }

    @Test
    void whatWouldNotClearTheHurdleStaysUnspent() {
        // 50 a / sqrt(x) = 2 at x = 625 a^2: 625 and 2500 of 14000.
        BudgetPlan plan = Budget.builder(usd("14000"))
                .channel(root("one", 1))
                .channel(root("two", 2))
                .hurdle(percent(200))
                .build()
                .allocate();
        assertThat(plan.line("one").spend()).isEqualTo(usd("625"));
        assertThat(plan.line("two").spend()).isEqualTo(usd("2500"));
        assertThat(plan.unspent()).isEqualTo(usd("10875"));
        assertThat(plan.explain()).isEqualTo("""
                USD 3125.00 of USD 14000.00 spent, USD 10875.00 unspent
                125 customers expected, worth USD 12500.00 over their lives, USD 9375.00 after the cost of winning them
                one: USD 625.00 for 25 customers, USD 25.00 each, the next one USD 50.00, the next USD 1 brings 2
                two: USD 2500.00 for 100 customers, USD 25.00 each, the next one USD 50.00, the next USD 1 brings 2
                what is unspent would bring less than the hurdle of 200%, or passes a cap
                """);
    }

    @Test
    void floorsAndCapsAreKept() {
        // Without bounds 1000, 4000, 9000. With "three" capped at 5000 and "one" at least 2500, "two" has the rest.
        BudgetPlan plan = Budget.builder(usd("14000"))
                .channel(root("one", 1).floor(usd("2500")))
                .channel(root("two", 2))
                .channel(root("three", 3).cap(usd("5000")))
                .build()
                .allocate();
        assertThat(plan.lines())
                .extracting(BudgetPlan.Line::spend)
                .containsExactly(usd("2500"), usd("6500"), usd("5000"));
        assertThat(plan.lines()).extracting(BudgetPlan.Line::bound).containsExactly(Bound.FLOOR, Bound.FREE, Bound.CAP);
        assertThat(plan.explain())
                .contains("the next USD 1 brings 1, at its floor\n")
                .contains(", at its cap\n");
    }

    @Test
    void aChannelThatNeedsALotIsGivenItOrNothing() {
        // Hill with n = 3 wins next to nobody for 2000 of its 6000, and 9.1 a root's; with 10000 it saturates.
        BudgetChannel video = BudgetChannel.of("video", ResponseCurve.hill(300, 6000, 3), usd("100"));
        BudgetPlan small = Budget.builder(usd("2000"))
                .channel(root("one", 1))
                .channel(video)
                .hurdle(percent(0))
                .build()
                .allocate();
        BudgetPlan large = Budget.builder(usd("12000"))
                .channel(root("one", 1))
                .channel(video)
                .hurdle(percent(0))
                .build()
                .allocate();
        assertThat(small.line("video").spend()).isEqualTo(usd("0"));
        assertThat(small.line("one").spend()).isEqualTo(usd("2000"));
        assertThat(large.line("video").spend().compareTo(usd("9000"))).isPositive();
        assertThat(large.line("video").marginalReturn())
                .isCloseTo(large.line("one").marginalReturn(), within(1e-4));
        // Better than all that a grid of whole dollars has.
        for (int x = 0; x <= 12000; x++) {
            double worth =
                    100 * Math.sqrt(x) + 100 * ResponseCurve.hill(300, 6000, 3).customers(12000 - x);
            assertThat(large.worth().toDouble()).isGreaterThan(worth - 0.0051);
        }
    }

    @Test
    void anyFunctionIsAResponse() {
        // A step: 10 customers from 500 on.
        BudgetChannel fair = BudgetChannel.of("fair", spend -> spend >= 500 ? 10 : 0, usd("100"));
        BudgetPlan plan = Budget.builder(usd("1024")).channel(fair).build().allocate();
        assertThat(plan.line("fair").spend()).isEqualTo(usd("500"));
        assertThat(plan.net()).isEqualTo(usd("500"));
    }

    @Test
    void aPlanOfOnesOwnIsHeldAgainstTheBest() {
        Budget budget = Budget.builder(usd("14000"))
                .channel(root("one", 1))
                .channel(root("two", 2).floor(usd("10")).cap(usd("9000")))
                .build();
        BudgetPlan own = budget.plan(Map.of("one", usd("7000"), "two", usd("7000")));
        // 100 (sqrt 7000 + 2 sqrt 7000)
        assertThat(own.worth()).isEqualTo(usd("25099.80"));
        assertThat(budget.allocate().net().compareTo(own.net())).isPositive();
        refused(() -> budget.plan(Map.of("one", usd("1"))), "spend of channel 'two' is missing; channels are one, two");
        refused(
                () -> budget.plan(Map.of("one", usd("1"), "two", usd("10"), "tv", usd("1"))),
                "there is no channel 'tv'; channels are one, two");
        refused(
                () -> budget.plan(Map.of("one", usd("1"), "two", usd("9"))),
                "spend of two must not be below its floor, USD 10.00, but was USD 9.00");
        refused(
                () -> budget.plan(Map.of("one", usd("1"), "two", usd("9001"))),
                "spend of two must not be above its cap, USD 9000.00, but was USD 9001.00");
        refused(
                () -> budget.plan(Map.of("one", usd("8000"), "two", usd("7000"))),
                "spend in all must not be above the budget, USD 14000.00, but was USD 15000.00");
    }

    @Test
    void responsesHaveTheirForms() {
        assertThat(ResponseCurve.power(2, 0.5).customers(100)).isEqualTo(20);
        assertThat(ResponseCurve.power(2, 0.5).marginal(100)).isCloseTo(0.1, within(1e-15));
        // 3 ln(1 + 100/50) = 3 ln 3; 3 / 150
        assertThat(ResponseCurve.log(3, 50).customers(100)).isCloseTo(3 * Math.log(3), within(1e-15));
        assertThat(ResponseCurve.log(3, 50).marginal(100)).isCloseTo(0.02, within(1e-15));
        // 80 x 100^2 / (50^2 + 100^2) = 64; m n s (1 - s) / x = 80 x 2 x .8 x .2 / 100
        assertThat(ResponseCurve.hill(80, 50, 2).customers(100)).isCloseTo(64, within(1e-12));
        assertThat(ResponseCurve.hill(80, 50, 2).marginal(100)).isCloseTo(0.256, within(1e-15));
        assertThat(ResponseCurve.hill(80, 50, 2).customers(0)).isZero();
        ResponseCurve lambda = spend -> 2 * Math.sqrt(spend);
        assertThat(lambda.marginal(100)).isCloseTo(0.1, within(1e-10));
        assertThat(lambda.marginal(0)).isEqualTo(2);
        assertThat(ResponseCurve.mean(List.of(ResponseCurve.power(1, 0.5), ResponseCurve.power(3, 0.5)))
                        .customers(100))
                .isEqualTo(20);
        assertThat(ResponseCurve.hill(80, 50, 2)).hasToString("hill{most=80.0, half=50.0, steepness=2.0}");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(() -> Budget.builder(usd("-1")), "budget must not be negative, but was USD -1.00");
        refused(() -> Budget.builder(usd("1")).build(), "a budget still needs: a channel");
        refused(
                () -> Budget.builder(usd("1000"))
                        .channel(root("one", 1).floor(usd("600")))
                        .channel(root("two", 1).floor(usd("600")))
                        .build(),
                "floors in all must not be above the budget, USD 1000.00, but were USD 1200.00");
        refused(
                () -> Budget.builder(usd("1000")).channel(root("one", 1)).channel(root("one", 2)),
                "channel 'one' was already added");
        refused(() -> Budget.builder(usd("1000")).hurdle(percent(-1)), "hurdle must not be negative, but was -1%");
        refused(
                () -> root("one", 1).floor(usd("5")).cap(usd("4")),
                "cap of one must not be below its floor, USD 5.00, but was USD 4.00");
        refused(() -> root(" ", 1), "channel of a budget must have a name, but it was blank");
        refused(
                () -> Budget.builder(Money.parse("EUR 1")).channel(root("one", 1)),
                "cannot add USD and EUR: USD 0.00, EUR 0.00");
        refused(
                () -> ResponseCurve.power(1, 1.1),
                "elasticity of a power response must be above 0 and at most 1, but was 1.1");
        refused(() -> ResponseCurve.hill(1, 0, 1), "half of a Hill response must be finite and above 0, but was 0.0");
        refused(
                () -> Budget.builder(usd("1"))
                        .channel(BudgetChannel.of("odd", spend -> Double.NaN, usd("1")))
                        .build()
                        .allocate(),
                "response of odd must be finite and not negative, but at 0.0 was NaN");
        assertThat(BudgetChannel.of("one", ResponseCurve.power(1, 1), newcomer(12))
                        .value())
                .isEqualTo(usd("12"));
        refused(
                () -> BudgetChannel.of("one", ResponseCurve.power(1, 1), residual(12)),
                "the cost of acquisition must be held against the lifetime value of newcomers, but this value is residual"
                        + " after observation: what known customers are still to bring leaves out what they have brought"
                        + " since they came");
    }

    private static ResponseCurve curve(int kind, double size, double shape) {
        return switch (kind) {
            case 0 -> ResponseCurve.power(size / 10, shape);
            case 1 -> ResponseCurve.log(size, 1000 * shape);
            default -> ResponseCurve.hill(size, 500, shape);
        };
    }

    /** Every concave case is optimal: no exchange of a cent, a dollar or a hundred is better. */
    @Property(tries = 300)
    void noExchangeIsBetterAndNoBoundIsPassed(
            @ForAll @IntRange(max = 500_000) int cents,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @Scale(3) @DoubleRange(min = 0.1, max = 0.95) double shape,
            @ForAll @Scale(3) @DoubleRange(min = 1, max = 100) double size,
            @ForAll @IntRange(max = 3000) int floor,
            @ForAll @IntRange(max = 200_000) int room,
            @ForAll @Scale(2) @DoubleRange(min = 0, max = 4) double hurdle) {
        Money budget = Money.ofMinor(cents, Money.currency("USD"));
        Money least = Money.ofMinor(Math.min(floor, cents), Money.currency("USD"));
        List<BudgetChannel> channels = List.of(
                BudgetChannel.of("a", curve(kind, size, shape), usd("80")),
                BudgetChannel.of("b", curve((kind + 1) % 3, 40, shape), usd("50"))
                        .floor(least)
                        .cap(least.plus(Money.ofMinor(room, Money.currency("USD")))),
                BudgetChannel.of("c", curve((kind + 2) % 3, size / 2, 0.5), usd("120")));
        Budget.Builder builder = Budget.builder(budget).hurdle(Ratio.of(hurdle));
        channels.forEach(builder::channel);
        BudgetPlan plan = builder.build().allocate();

        assertThat(plan.spent().plus(plan.unspent())).isEqualTo(budget);
        assertThat(plan.unspent().isNegative()).isFalse();
        double[] spend = new double[4];
        for (int i = 0; i < 3; i++) {
            Money own = plan.lines().get(i).spend();
            assertThat(own.compareTo(channels.get(i).floor())).isGreaterThanOrEqualTo(0);
            channels.get(i)
                    .cap()
                    .ifPresent(cap -> assertThat(own.compareTo(cap)).isLessThanOrEqualTo(0));
            spend[i] = own.toDouble();
        }
        spend[3] = plan.unspent().toDouble();
        double best = objective(channels, spend, hurdle);
        for (double step : new double[] {0.01, 1, 100}) {
            for (int from = 0; from < 4; from++) {
                for (int to = 0; to < 4; to++) {
                    double[] other = spend.clone();
                    other[from] -= step;
                    other[to] += step;
                    if (from != to && allowed(channels, other)) {
                        assertThat(objective(channels, other, hurdle)).isLessThanOrEqualTo(best + 1e-9 * (1 + best));
                    }
                }
            }
        }
    }

    private static boolean allowed(List<BudgetChannel> channels, double[] spend) {
        boolean allowed = spend[3] > -1e-9;
        for (int i = 0; i < 3; i++) {
            BudgetChannel channel = channels.get(i);
            allowed &= spend[i] > channel.floor().toDouble() - 1e-9 && spend[i] >= 0;
            allowed &= channel.cap().isEmpty() || spend[i] < channel.cap().get().toDouble() + 1e-9;
        }
        return allowed;
    }

    private static double objective(List<BudgetChannel> channels, double[] spend, double hurdle) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            BudgetChannel channel = channels.get(i);
            sum += channel.value().toDouble() * channel.response().customers(spend[i]) - hurdle * spend[i];
        }
        return sum;
    }

    @Property(tries = 100)
    void theOrderOfChannelsIsNoMatter(@ForAll @IntRange(min = 1, max = 900_000) int cents, @ForAll boolean swap) {
        List<BudgetChannel> channels = new ArrayList<>(List.of(root("one", 1), root("two", 2.5), root("three", 0.3)));
        if (swap) {
            channels.add(channels.remove(0));
        }
        Budget.Builder builder = Budget.builder(Money.ofMinor(cents, Money.currency("USD")));
        channels.forEach(builder::channel);
        BudgetPlan plan = builder.build().allocate();
        double total = plan.spent().toDouble();
        // As the squares of 1, 2.5 and .3.
        assertThat(plan.line("two").spend().toDouble()).isCloseTo(total * 6.25 / 7.34, within(0.02));
        assertThat(plan.line("one").spend().toDouble()).isCloseTo(total / 7.34, within(0.02));
    }
}
