package io.clv.segment;

import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.Groups;
import io.clv.quantity.Money;
import org.junit.jupiter.api.Test;

class ValueTiersTest {

    private static final CustomerAmounts TEN = Base.profit(100, 90, 80, 70, 60, 50, 40, 30, 20, 10);

    private static int[] codes(Groups groups) {
        int[] codes = new int[groups.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = groups.code(row);
        }
        return codes;
    }

    @Test
    void equalTiers() {
        Groups tiers = ValueTiers.byQuantile(5).groups(TEN);

        assertThat(codes(tiers)).containsExactly(4, 4, 3, 3, 2, 2, 1, 1, 0, 0);
        assertThat(tiers.labels())
                .containsExactly("tier 1 of 5", "tier 2 of 5", "tier 3 of 5", "tier 4 of 5", "tier 5 of 5");
    }

    @Test
    void tiersByCuts() {
        Groups tiers = ValueTiers.byQuantile(percent(50), percent(80)).groups(TEN);

        assertThat(tiers).hasToString("10 rows: lowest 50% 5, 50% to 80% 3, top 20% 2");
        assertThat(tiers.label(2)).isEqualTo("50% to 80%");
    }

    /** Six of ten are worth 1, so that 0% are worth less than they are, and 60% less than the next. */
    @Test
    void equalAmountsAreInOneTier() {
        Groups tiers = ValueTiers.byQuantile(5).groups(Base.profit(1, 1, 1, 1, 1, 1, 2, 3, 4, 5));

        assertThat(codes(tiers)).containsExactly(0, 0, 0, 0, 0, 0, 3, 3, 4, 4);
    }

    /** From the highest down they hold 50, 80, 90, 100 of 100; the second crosses 60% and still belongs to it. */
    @Test
    void tiersByShareOfValue() {
        ValueTiers rule = ValueTiers.byShareOfValue(percent(60), percent(90));

        assertThat(codes(rule.groups(Base.profit(10, 50, 0, 30, 10)))).containsExactly(1, 2, 0, 2, 1);
        assertThat(rule.labels()).containsExactly("last 10% of value", "60% to 90% of value", "first 60% of value");
    }

    @Test
    void aShareThatIsReachedExactlyNeedsNobodyMore() {
        ValueTiers rule = ValueTiers.byShareOfValue(percent(50));

        assertThat(codes(rule.groups(Base.profit(10, 50, 0, 30, 10)))).containsExactly(0, 1, 0, 0, 0);
        // Three tenths and a tenth are no more than four tenths, whatever binary fractions make of it.
        assertThat(codes(ValueTiers.byShareOfValue(percent(40)).groups(Base.profit(0.3, 0.1, 0.09, 0.51 - 0.3, 0.3))))
                .containsExactly(1, 0, 0, 0, 1);
    }

    @Test
    void whoLosesIsInTheLowestTier() {
        ValueTiers rule = ValueTiers.byShareOfValue(percent(50), percent(99));

        assertThat(codes(rule.groups(Base.profit(-20, 80, 40, 0)))).containsExactly(0, 2, 1, 0);
    }

    @Test
    void tiersByThreshold() {
        ValueTiers rule = ValueTiers.byThreshold(Money.of(30, "USD"), Money.of(80, "USD"));

        assertThat(rule.groups(TEN))
                .hasToString("10 rows: below USD 30.00 2, USD 30.00 to below USD 80.00 5, USD 80.00 or more 3");
        assertThat(rule)
                .hasToString(
                        "tiers by threshold: below USD 30.00, USD 30.00 to below USD 80.00, USD 80.00 or" + " more");
    }

    @Test
    void tiersHaveNames() {
        ValueTiers rule = ValueTiers.byQuantile(percent(50), percent(80)).named("bronze", "silver", "gold");

        assertThat(rule.groups(TEN)).hasToString("10 rows: bronze 5, silver 3, gold 2");
        assertThat(rule).hasToString("tiers by quantile: bronze, silver, gold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.named("a", "b"))
                .withMessage("names must be as many as tiers, 3, but were 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.named("a", "b", "a"))
                .withMessage("labels of groups must differ, but 'a' came twice");
    }

    @Test
    void nobodyHasNoTier() {
        assertThat(ValueTiers.byQuantile(4).groups(Base.profit()).size()).isZero();
    }

    @Test
    void refusesTiersThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueTiers.byQuantile(1))
                .withMessage("tiers must be 2 to 100, but were 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueTiers.byQuantile(percent(80), percent(50)))
                .withMessage("cuts must ascend between 0% and 100%, but were [80%, 50%]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueTiers.byShareOfValue(percent(100)))
                .withMessage("cuts must ascend between 0% and 100%, but were [100%]");
        assertThatIllegalArgumentException()
                .isThrownBy(ValueTiers::byShareOfValue)
                .withMessage("cuts must be at least one, but there was none");
        assertThatIllegalArgumentException()
                .isThrownBy(ValueTiers::byThreshold)
                .withMessage("thresholds must be at least one, but there was none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueTiers.byThreshold(Money.of(30, "USD"), Money.of(30, "USD")))
                .withMessage("thresholds must ascend, but USD 30.00 came after USD 30.00");
    }

    @Test
    void refusesAmountsThatHaveNoShares() {
        ValueTiers byShare = ValueTiers.byShareOfValue(percent(50));
        ValueTiers inEuro = ValueTiers.byThreshold(Money.of(30, "EUR"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> byShare.groups(Base.profit(5, -10)))
                .withMessage("tiers by share of value must be of a total above 0, but was USD -5.00 (profit,"
                        + " of 2 customers)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inEuro.groups(TEN))
                .withMessage("thresholds are in EUR, but the amounts are in USD");
    }
}
