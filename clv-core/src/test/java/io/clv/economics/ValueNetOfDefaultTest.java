package io.clv.economics;

import static io.clv.economics.Figures.joined;
import static io.clv.economics.Figures.profit;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.economics.Figures.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.economics.ValueNetOfDefault.Debtor;
import io.clv.ledger.Attributes;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Basis;
import io.clv.quantity.Measure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ValueNetOfDefaultTest {

    private static final CustomerValues VALUES = profit("Ann", 100, "Bob", 20, "Cay", 50);

    private static Attributes.Builder owes(Attributes.Builder credit, String id, String owed, double pd, double lgd) {
        return credit.money("owed", id, usd(owed)).number("pd", id, pd).number("lgd", id, lgd);
    }

    private static Attributes.Builder credit() {
        return owes(Attributes.builder(), "Ann", "500", 0.1, 0.5);
    }

    private static ValueNetOfDefault of(CustomerValues values, Attributes.Builder credit) {
        return ValueNetOfDefault.of(values, joined(values, credit.build()), "owed", "pd", "lgd");
    }

    @Test
    void theExpectedLossIsTakenOff() {
        ValueNetOfDefault net = of(VALUES, owes(credit(), "Bob", "200", 0.3, 0.5));
        // Ann .1 x .5 x 500 = 25, Bob .3 x .5 x 200 = 30
        assertThat(net.debtors())
                .containsExactly(
                        new Debtor("Bob", usd("20"), usd("200"), usd("30"), usd("-10")),
                        new Debtor("Ann", usd("100"), usd("500"), usd("25"), usd("75")));
        assertThat(net.net().amount(2)).isEqualTo(50);
        assertThat(net.net().assumptions())
                .containsExactly("PD and LGD as stated, over the time that the values count; the expected loss is taken"
                        + " off, and is not discounted");
        assertThat(net.net().basis()).isEqualTo(Basis.RESIDUAL_AFTER_OBSERVATION);
        assertThat(net.explain()).isEqualTo("""
                USD 170.00 of value less USD 55.00 expected to be lost: USD 115.00
                2 customers of 3 owe USD 700.00
                worth nothing once default is counted: Bob (USD 20.00 less USD 30.00)
                PD and LGD are inputs, over the time that the values count: value is not credit risk
                """);
        assertThat(net).hasToString("USD 115.00 net of USD 55.00 expected to be lost");
        assertThat(of(VALUES, credit()).explain()).contains("\n1 customer of 3 owes USD 500.00\nPD");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> of(VALUES, credit().money("owed", "Bob", usd("1"))),
                "pd of customer 'Bob', who owes USD 1.00, must be between 0 and 1, but is missing");
        refused(
                () -> of(VALUES, owes(credit(), "Bob", "1", 0.1, 1.5)),
                "lgd of customer 'Bob', who owes USD 1.00, must be between 0 and 1, but was 1.5");
        refused(
                () -> of(VALUES, owes(credit(), "Bob", "-1", 0.1, 0.5)),
                "owed of customer 'Bob' must not be negative, but was USD -1.00");
        refused(
                () -> of(values(Basis.RESIDUAL_AFTER_OBSERVATION, Measure.REVENUE, "Ann", 1), credit()),
                "a loss to default must be taken off profit, but the values are revenue: give a gross margin");
        refused(
                () -> ValueNetOfDefault.of(VALUES, joined(profit("Ann", 1), credit().build()), "owed", "pd", "lgd"),
                "credit must be joined to the table of the values, 3 customers with 0 repeat purchases, observed through"
                        + " 2025-12-31, time in weeks, but was to another, 1 customers with 0 repeat purchases, observed"
                        + " through 2025-12-31, time in weeks");
    }

    @Property(tries = 200)
    void netAndLossSumToTheValue(
            @ForAll @DoubleRange(min = 0, max = 1) double pd,
            @ForAll @DoubleRange(min = 0, max = 1) double lgd,
            @ForAll @IntRange(max = 100_000) int owed) {
        ValueNetOfDefault net =
                of(VALUES, owes(owes(Attributes.builder(), "Ann", owed + "", pd, lgd), "Cay", owed + "", lgd, pd));
        assertThat(net.net().totalAmount() + net.expectedLoss().toDouble()).isCloseTo(170, within(0.005001));
        assertThat(net.expectedLoss().compareTo(net.exposure())).isLessThanOrEqualTo(0);
    }
}
