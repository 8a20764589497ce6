package io.clv.economics;

import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.DECADES;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InstalmentLimitsTest {

    private static final CreditRisk RISK = new CreditRisk(percent(20).lossPer(YEARS), percent(50));

    private static InstalmentLimits limits(String value) {
        return new InstalmentLimits(usd(value), RISK, DiscountRate.none(), Ratio.ZERO, YEARS);
    }

    @Test
    void whatAnAmountOfOneCosts() {
        // n = 1: 1 - (.8 + .2 x .5). n = 2: 1 - (.8/2 + .2 x .5) - (.64/2 + .16 x .5 x .5).
        // n = 3: 1 - (.8/3 + .1) - (.64/3 + .08 x 2/3) - (.512/3 + .064/3)
        assertThat(limits("30").unitCost(1)).isCloseTo(0.1, within(1e-15));
        assertThat(limits("30").unitCost(2)).isCloseTo(0.14, within(1e-15));
        assertThat(limits("30").unitCost(3)).isCloseTo(0.174667, within(5e-7));
    }

    @Test
    void theLargestAmount() {
        // 30 / .14 = 214.2857
        assertThat(limits("30").largestAmount(2)).contains(usd("214.28"));
        assertThat(limits("-30").largestAmount(2)).contains(usd("0"));
        CreditRisk none = new CreditRisk(percent(0).lossPer(YEARS), percent(50));
        assertThat(new InstalmentLimits(usd("30"), none, DiscountRate.none(), percent(1), YEARS).largestAmount(2))
                .isEmpty();
    }

    @Test
    void theLongestAndTheShortestTerm() {
        // Of 200: .1 and .14 are 20 and 28, .174667 is 34.93 > 30. Of 400 even .1 is 40.
        assertThat(limits("30").longestTerm(usd("200"), 12)).hasValue(2);
        assertThat(limits("30").longestTerm(usd("400"), 12)).isEmpty();
        // 200/2 = 100 > 70 >= 200/3
        assertThat(limits("30").shortestTerm(usd("200"), usd("70"))).hasValue(3);
        assertThat(limits("30").explain(usd("200"), usd("120"), 12)).isEqualTo("""
                to pay at most USD 120.00 a year, the customer needs at least 2 instalments
                a value of USD 30.00 carries up to 2 instalments
                grant 2 instalments
                value says what he buys, PD 20% per year, LGD 50% whether he pays; both are needed
                """);
        assertThat(limits("30").explain(usd("200"), usd("70"), 12)).contains("\nno plan fits both\n");
        assertThat(limits("300").explain(usd("200"), usd("70"), 12)).contains("""
                a value of USD 300.00 carries up to 12 instalments, the most that are granted
                grant 3 to 12 instalments
                """);
        assertThat(limits("1").explain(usd("200"), usd("70"), 12))
                .contains("a value of USD 1.00 does not carry USD 200.00 even in 1 instalment\n");
    }

    @Test
    void interestAloneCanBeTooMuch() {
        InstalmentLimits dear = new InstalmentLimits(usd("30"), RISK, DiscountRate.none(), percent(10), YEARS);
        assertThat(dear.shortestTerm(usd("200"), usd("19"))).isEmpty();
        assertThat(dear.explain(usd("200"), usd("19"), 12))
                .startsWith("at USD 19.00 a year USD 200.00 is never paid back\n")
                .contains("\nno plan fits both\n");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> limits("30").shortestTerm(usd("200"), usd("0")),
                "what a customer can pay must be above zero, but was USD 0.00");
        refused(
                () -> limits("30").longestTerm(usd("-1"), 12),
                "amount of an instalment plan must be above zero, but was USD -1.00");
        refused(
                () -> limits("30").longestTerm(usd("1"), 1201),
                "number of instalments must be between 1 and 1200, but was 1201");
        refused(
                () -> limits("30").longestTerm(Money.parse("EUR 1"), 12),
                "cannot add USD and EUR: USD 30.00, EUR 1.00");
        refused(
                () -> new InstalmentLimits(usd("30"), RISK, DiscountRate.none(), percent(0), DECADES),
                "unit must be one of DAYS, WEEKS, MONTHS, YEARS, but was DECADES");
    }

    @Property(tries = 200)
    void aPlanAtTheLargestAmountCostsTheValueButForRounding(
            @ForAll @IntRange(min = 1, max = 60) int instalments,
            @ForAll @IntRange(max = 100) int basisPoints,
            @ForAll @IntRange(min = 10, max = 3000) int value) {
        Money worth = Money.of(value, "USD");
        InstalmentLimits limits = new InstalmentLimits(
                worth, RISK, DiscountRate.annually(percent(8)), Ratio.of(basisPoints / 1e4), MONTHS);
        limits.largestAmount(instalments)
                .filter(amount -> amount.compareTo(usd("1000000")) < 0)
                .ifPresent(amount -> {
                    InstalmentPlan plan = InstalmentPlan.of(amount, instalments, MONTHS, limits.interest());
                    double cost = plan.worth(RISK, limits.discount()).cost().toDouble();
                    assertThat(cost).isCloseTo(value, within(0.02 * instalments + 0.01));
                });
    }
}
