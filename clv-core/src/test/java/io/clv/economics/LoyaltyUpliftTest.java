package io.clv.economics;

import static io.clv.economics.Figures.profit;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.economics.Figures.values;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.economics.LoyaltyUplift.Evidence;
import io.clv.ledger.Groups;
import io.clv.quantity.Basis;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LoyaltyUpliftTest {

    private static final Groups GROUPS = Groups.ofLabels(List.of("in", "in", "in", "out", "out", "late"));

    private static LoyaltyUplift.Builder builder() {
        return LoyaltyUplift.builder(GROUPS, Money.currency("USD"));
    }

    private static LoyaltyUplift.Builder changed() {
        return builder()
                .change(new double[] {10, 14, 12, 3, 5, 99})
                .members("in")
                .cost(usd("12"));
    }

    @Test
    void aControlShowsAnEffect() {
        LoyaltyUplift uplift = changed().control("out").build();
        // Members 10, 14, 12: mean 12, s^2 = (4 + 4) / 2 = 4; control 3, 5: mean 4, s^2 = 2. Uplift 8,
        // standard error sqrt(4/3 + 2/2) = 1.527525; degrees of freedom (7/3)^2 / ((4/3)^2 / 2 + 1^2 / 1) = 2.882353,
        // of which t(95%) is 2.393044, between 2.353 of 3 and 2.920 of 2.
        assertThat(uplift.uplift()).isEqualTo(usd("8"));
        assertThat(uplift.interval().low()).isCloseTo(8 - 2.393044 * 1.527525, within(1e-4));
        assertThat(uplift.interval().high()).isCloseTo(8 + 2.393044 * 1.527525, within(1e-4));
        assertThat(uplift.interval().of()).isEqualTo(Interval.Of.MEAN);
        // 3 x 8 - 12, and 12 / 3
        assertThat(uplift.net()).isEqualTo(usd("12"));
        assertThat(uplift.breakEven()).isEqualTo(usd("4"));
        assertThat(uplift.evidence()).isEqualTo(Evidence.CONTROL);
        assertThat(uplift.explain()).isEqualTo("""
                in: 3 customers, value changed by USD 12.00 on average
                out: 2 customers, value changed by USD 4.00 on average
                the programme changed the value of a member by USD 8.00; 90% interval USD 4.34 to USD 11.66
                cost USD 12.00, USD 4.00 a member; net USD 12.00, 90% interval USD 1.03 to USD 22.97
                it pays for itself: the whole interval of the net is above zero
                rests on the control having been kept out by chance
                """);
        assertThat(uplift).hasToString("USD 8.00 a member, net USD 12.00");
    }

    @Test
    void withoutAControlThereIsNoTalkOfAnEffect() {
        LoyaltyUplift compared = changed().comparison("out").build();
        assertThat(compared.explain())
                .contains("association: the value of a member changed by USD 8.00 more than that of others; 90%")
                .contains("the difference is above the cost; whether the programme made it is not shown\n")
                .endsWith("who joins differs from who does not: keep a control out by chance to learn the effect\n");
        assertThat(compared).hasToString("USD 8.00 a member, net USD 12.00 (association)");

        // Alone: 12 -+ t(95%; 2) = 2.91999 x sqrt(4/3) = 3.371709
        LoyaltyUplift alone = changed().build();
        assertThat(alone.others()).isEmpty();
        assertThat(alone.interval().width() / 2).isCloseTo(3.371709, within(1e-6));
        assertThat(alone.explain())
                .contains("association: the value of a member changed by USD 12.00 since before; 90%")
                .endsWith("nobody shows what would have happened anyway: keep a control out by chance to learn the"
                        + " effect\n");
    }

    @Test
    void whatItComesToIsSaidThreeWays() {
        assertThat(builder()
                        .change(new double[] {10, 14, 12, 3, 5, 0})
                        .members("in")
                        .control("out")
                        .cost(usd("24"))
                        .build()
                        .explain())
                .contains("whether it pays for itself is open: the interval of the net holds zero\n");
        assertThat(builder()
                        .change(new double[] {10, 14, 12, 3, 5, 0})
                        .members("in")
                        .comparison("out")
                        .cost(usd("60"))
                        .build()
                        .explain())
                .contains("even if the programme had made all of the difference, it would not pay for itself\n");
    }

    @Test
    void theChangeIsThatOfValuesAtTwoDates() {
        Groups two = Groups.ofLabels(List.of("in", "in"));
        // 15 - 10 and 27 - 20; Cay came later.
        LoyaltyUplift uplift = LoyaltyUplift.builder(two, Money.currency("USD"))
                .change(profit("Ann", 10, "Bob", 20), profit("Ann", 15, "Bob", 27, "Cay", 50))
                .members("in")
                .cost(usd("0"))
                .build();
        assertThat(uplift.uplift()).isEqualTo(usd("6"));

        LoyaltyUplift.Builder other = LoyaltyUplift.builder(two, Money.currency("USD"));
        refused(
                () -> other.change(profit("Ann", 1, "Bob", 2), profit("Ann", 1)),
                "customer 'Bob' has a value before and none after");
        refused(
                () -> other.change(
                        profit("Ann", 1, "Bob", 2),
                        values(Basis.LIFETIME_FROM_ACQUISITION, Measure.PROFIT, "Ann", 1, "Bob", 2)),
                "values before and after must be of one basis, but were residual after observation and lifetime from"
                        + " acquisition");
        refused(
                () -> other.change(
                        values(Basis.RESIDUAL_AFTER_OBSERVATION, Measure.REVENUE, "Ann", 1, "Bob", 2),
                        profit("Ann", 1, "Bob", 2)),
                "the cost of a programme must be held against profit, but the value before is revenue: give a gross"
                        + " margin");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(() -> builder().members("gold"), "there is no group 'gold'; groups are in, late, out");
        refused(() -> changed().control("out").comparison("late"), "control or comparison was already set");
        refused(() -> changed().control("late").build(), "group 'late' must have at least 2 customers, but had 1");
        refused(
                () -> changed().control("in").build(),
                "members and those they are held against must be two groups, but both were 'in'");
        refused(() -> builder().members("in").build(), "loyalty uplift still needs: change, cost");
        refused(() -> builder().change(new double[] {1}), "changes must be of the 6 rows of the groups, but were of 1");
        refused(
                () -> builder().change(new double[] {1, 2, Double.NaN, 4, 5, 6}),
                "change of row 2 must be finite, but was NaN");
        refused(() -> builder().cost(usd("-1")), "cost of a programme must not be negative, but was USD -1.00");
        refused(() -> builder().cost(Money.parse("EUR 1")), "cannot add USD and EUR: USD 0.00, EUR 1.00");
        refused(() -> builder().level(percent(100)), "level must be above 0% and below 100%, but was 100%");
    }

    @Property(tries = 200)
    void addingTheSameToAllChangesNothingAndTheIntervalHoldsTheMean(
            @ForAll @Size(6) List<@DoubleRange(min = -500, max = 500) Double> changes,
            @ForAll @DoubleRange(min = -500, max = 500) double more) {
        double[] plain = changes.stream().mapToDouble(Double::doubleValue).toArray();
        double[] shifted = changes.stream().mapToDouble(each -> each + more).toArray();
        Interval before = uplift(plain);
        Interval after = uplift(shifted);
        assertThat(after.low()).isCloseTo(before.low(), within(1e-8));
        assertThat(after.high()).isCloseTo(before.high(), within(1e-8));
        double mean = (plain[0] + plain[1] + plain[2]) / 3 - (plain[3] + plain[4]) / 2;
        assertThat((before.low() + before.high()) / 2).isCloseTo(mean, within(1e-8));
    }

    private static Interval uplift(double[] changes) {
        return builder()
                .change(changes)
                .members("in")
                .control("out")
                .cost(usd("1"))
                .build()
                .interval();
    }
}
