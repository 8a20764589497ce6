package io.clv.economics;

import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clv.economics.InstalmentPlan.Instalment;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class InstalmentPlanTest {

    private static final CreditRisk RISK = new CreditRisk(percent(10).lossPer(YEARS), percent(60));

    @Test
    void theScheduleIsExact() {
        InstalmentPlan plan = InstalmentPlan.of(usd("100"), 3, YEARS, percent(10));
        // 100 x 0.1 / (1 - 1.1^-3) = 40.2115; interest 10.00, 6.979 and 3.656; the last takes 36.56 + 3.66.
        assertThat(plan.schedule())
                .containsExactly(
                        new Instalment(1, usd("100"), usd("10"), usd("30.21"), usd("40.21"), usd("69.79")),
                        new Instalment(2, usd("69.79"), usd("6.98"), usd("33.23"), usd("40.21"), usd("36.56")),
                        new Instalment(3, usd("36.56"), usd("3.66"), usd("36.56"), usd("40.22"), usd("0")));
        assertThat(plan.totalInterest()).isEqualTo(usd("20.64"));
        assertThat(plan)
                .hasToString("USD 100.00 in 3 instalments of USD 40.21, one a year, interest 10% a year, USD 20.64 in"
                        + " all");
    }

    @Test
    void aKnownInstalment() {
        // The textbook's 1,200 at 1% a month over a year: 106.6185 a month.
        assertThat(InstalmentPlan.of(usd("1200"), 12, MONTHS, percent(1)).payment())
                .isEqualTo(usd("106.62"));
    }

    @Test
    void withoutInterestTheAmountIsSharedOut() {
        InstalmentPlan plan = InstalmentPlan.of(usd("100"), 3, MONTHS, percent(0));
        assertThat(plan.schedule().stream().map(Instalment::payment))
                .containsExactly(usd("33.34"), usd("33.33"), usd("33.33"));
        assertThat(plan).hasToString("USD 100.00 in 3 instalments of USD 33.34, one a month, without interest");
    }

    @Test
    void itsWorthCountsThoseWhoDefault() {
        InstalmentPlan.Worth worth =
                InstalmentPlan.of(usd("100"), 3, YEARS, percent(10)).worth(RISK, DiscountRate.annually(percent(5)));
        // .9 x 40.21 + .1 x .4 x 100 = 40.189; .81 x 40.21 + .09 x .4 x 69.79 = 35.08254;
        // .729 x 40.22 + .081 x .4 x 36.56 = 30.504924: 40.189/1.05 + 35.08254/1.1025 + 30.504924/1.157625 = 96.4474
        assertThat(worth.expected()).isEqualTo(usd("96.45"));
        // 40.21/1.05 + 40.21/1.1025 + 40.22/1.157625
        assertThat(worth.promised()).isEqualTo(usd("109.51"));
        assertThat(worth.explain()).isEqualTo("""
                USD 100.00 in 3 instalments of USD 40.21, one a year, interest 10% a year, USD 20.64 in all
                in present value: USD 109.51 promised, USD 96.45 to be expected, USD 13.06 lost to default
                it costs USD 3.55 against being paid at once
                PD 10% per year, LGD 60%, discounted at 5% per year; who defaults pays nothing more, but for what is recovered at that time
                """);
        CreditRisk none = new CreditRisk(percent(0).lossPer(YEARS), percent(60));
        assertThat(InstalmentPlan.of(usd("100"), 3, YEARS, percent(10))
                        .worth(none, DiscountRate.none())
                        .explain())
                .contains("it earns USD 20.64 against being paid at once\n")
                .contains("LGD 60%, not discounted;");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> InstalmentPlan.of(usd("0"), 3, MONTHS, percent(1)),
                "amount of an instalment plan must be above zero, but was USD 0.00");
        refused(
                () -> InstalmentPlan.of(usd("9"), 0, MONTHS, percent(1)),
                "number of instalments must be between 1 and 1200, but was 0");
        refused(
                () -> InstalmentPlan.of(usd("9"), 3, MONTHS, percent(-1)),
                "interest must be between 0% and 100% a period, but was -1%");
        refused(
                () -> InstalmentPlan.of(usd("0.02"), 3, MONTHS, percent(0)),
                "USD 0.02 must give at least a minor unit an instalment, but there were 3");
        refused(
                () -> new CreditRisk(percent(1).lossPer(YEARS), percent(101)),
                "loss given default must be between 0% and 100%, but was 101%");
    }

    @Property(tries = 300)
    void principalSumsToTheAmountToTheCent(
            @ForAll @LongRange(min = 400, max = 10_000_000) long cents,
            @ForAll @IntRange(min = 1, max = 400) int instalments,
            @ForAll @IntRange(max = 300) int basisPoints) {
        Money amount = Money.ofMinor(cents, Money.currency("USD"));
        InstalmentPlan plan = InstalmentPlan.of(amount, instalments, MONTHS, Ratio.of(basisPoints / 1e4));
        Money zero = Money.zero(amount.currency());
        Money principal = zero;
        Money owed = amount;
        for (Instalment each : plan.schedule()) {
            assertThat(each.opening()).isEqualTo(owed);
            assertThat(each.payment()).isEqualTo(each.interest().plus(each.principal()));
            assertThat(each.principal().isNegative()).isFalse();
            principal = principal.plus(each.principal());
            owed = each.closing();
        }
        assertThat(principal).isEqualTo(amount);
        assertThat(owed).isEqualTo(zero);
        assertThat(plan.schedule()).hasSize(instalments);
    }
}
