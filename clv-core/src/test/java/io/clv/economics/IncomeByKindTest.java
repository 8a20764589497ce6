package io.clv.economics;

import static io.clv.economics.Figures.joined;
import static io.clv.economics.Figures.profit;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.clv.ledger.Attributes;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IncomeByKindTest {

    private static final CustomerValues VALUES = profit("Ann", 30, "Bob", 10, "Cay", 7);

    private static IncomeByKind.Builder builder() {
        return IncomeByKind.builder(Money.currency("USD"));
    }

    private static final IncomeByKind SPLIT = builder()
            .add("Ann", "commission", usd("4"))
            .add("Ann", "interest", usd("5"))
            .add("Bob", "commission", usd("20"))
            .add("Ann", "commission", usd("6"))
            .build();

    @Test
    void incomeIsSplitByKind() {
        assertThat(SPLIT.of("Ann")).isEqualTo(Map.of("commission", usd("10"), "interest", usd("5")));
        // 30 of 35 and 5 of 35
        assertThat(SPLIT.explain()).isEqualTo("""
                USD 35.00 of income from 2 customers
                commission: USD 30.00, 85.7% from 2 customers
                interest: USD 5.00, 14.3% from 1 customer
                """);
        assertThat(SPLIT).hasToString("USD 35.00 in 2 kinds");
    }

    @Test
    void valueIsSplitInTheProportionsOfIncome() {
        // Ann 30 x 10/15 and 30 x 5/15, Bob 10; Cay has brought nothing.
        assertThat(SPLIT.split(VALUES))
                .isEqualTo(Map.of("commission", usd("30"), "interest", usd("10"), IncomeByKind.NO_INCOME, usd("7")));
    }

    @Test
    void columnsOfMoneyAreKinds() {
        Attributes attributes = Attributes.builder()
                .money("interest", "Ann", usd("5"))
                .money("commission", "Bob", usd("2"))
                .moneyColumn("fees", Money.currency("USD"))
                .build();
        IncomeByKind split = IncomeByKind.of(joined(VALUES, attributes), List.of("interest", "commission", "fees"));
        assertThat(split.kinds().stream().map(IncomeByKind.Kind::income)).containsExactly(usd("5"), usd("2"), usd("0"));
        assertThat(split.of("Cay")).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> builder().add("Ann", " ", usd("1")),
                "kind of income must have a name other than (no income yet), but was ' '");
        refused(() -> builder().add("", "fees", usd("1")), "customer must not be blank, but was ''");
        refused(() -> builder().add("Ann", "fees", Money.parse("EUR 1")), "cannot add USD and EUR: USD 0.00, EUR 1.00");
        refused(() -> builder().build(), "income by kind needs at least one kind, but had none");
    }

    @Property(tries = 200)
    void kindsSumToTheTotalToTheCent(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -50, max = 900) Integer> cents) {
        IncomeByKind.Builder builder = builder();
        Money total = usd("0");
        for (int i = 0; i < cents.size(); i++) {
            Money income = Money.ofMinor(cents.get(i), Money.currency("USD"));
            builder.add(i % 3 == 0 ? "Ann" : "Bob", "kind " + i % 4, income);
            total = total.plus(income);
        }
        IncomeByKind split = builder.build();
        assertThat(split.total()).isEqualTo(total);
        assertThat(split.kinds().stream().map(IncomeByKind.Kind::income).reduce(usd("0"), Money::plus))
                .isEqualTo(total);
        assertThat(split.split(VALUES).values().stream().reduce(usd("0"), Money::plus))
                .isEqualTo(VALUES.total());
    }
}
