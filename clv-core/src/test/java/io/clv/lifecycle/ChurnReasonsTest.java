package io.clv.lifecycle;

import static io.clv.ledger.IdPolicy.ALLOW;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.JoinedAttributes;
import io.clv.lifecycle.ChurnReasons.Kind;
import io.clv.lifecycle.ChurnReasons.Line;
import io.clv.lifecycle.WinBack.Attempt;
import io.clv.lifecycle.WinBack.Effort;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Basis;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ChurnReasonsTest {

    /** Six who left, of whom Al brought 12 x 10 in the year before the loss and 6 x 10 earlier; Gil is still there. */
    private static final Months LOG = new Months()
            .steady("Al", "2023-07", 18, 10)
            .steady("Bea", "2024-06", 3, 100)
            .bought("Cy", "2024-03-10", 50)
            .bought("Cy", "2024-03-20", -20)
            .bought("Di", "2024-04-10", 70)
            .bought("Ed", "2024-05-10", 8)
            .bought("Flo", "2024-05-10", 25)
            .bought("Gil", "2025-12-10", 500);

    private static final CustomerTable CUSTOMERS = LOG.netCustomers();

    private static final LifecycleStages STAGES = LifecycleStages.builder(CUSTOMERS, LOG.table())
            .rules(LifecycleRules.builder()
                    .atRiskAfter(days(60))
                    .lostAfter(days(180))
                    .build())
            .build();

    private static final JoinedAttributes ANSWERS = Attributes.builder()
            .category("reason", "Al", "price")
            .category("reason", "Bea", "service")
            .category("reason", "Cy", "price")
            .category("reason", "Di", "moved")
            .category("reason", "Ed", "other")
            .category("reason", "Gil", "price")
            .build()
            .join(CUSTOMERS, ALLOW, ALLOW);

    private static ChurnReasons.Builder builder() {
        return ChurnReasons.builder(STAGES, ANSWERS, "reason")
                .preventable("price", "service")
                .natural("moved", "died");
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void everyReasonHasALine() {
        assertThat(builder().build().lines())
                .containsExactly(
                        new Line("service", Kind.PREVENTABLE, 1, usd("300.00")),
                        new Line("price", Kind.PREVENTABLE, 2, usd("150.00")),
                        new Line("moved", Kind.NATURAL, 1, usd("70.00")),
                        new Line("died", Kind.NATURAL, 0, usd("0.00")),
                        new Line("other", Kind.UNSORTED, 1, usd("8.00")),
                        new Line("no reason known", Kind.UNKNOWN, 1, usd("25.00")));
        assertThat(builder().build().total(Kind.PREVENTABLE))
                .isEqualTo(new Line("preventable", Kind.PREVENTABLE, 3, usd("450.00")));
    }

    @Test
    void explains() {
        ChurnReasons reasons = builder().build();
        assertThat(reasons.explain()).isEqualTo("""
                        6 lost customers
                        preventable: 3 customers, USD 450.00 (service 1, USD 300.00; price 2, USD 150.00)
                        natural: 1 customer, USD 70.00 (moved 1, USD 70.00; died 0, USD 0.00)
                        neither named preventable nor natural: 1 customer, USD 8.00 (other 1, USD 8.00)
                        no reason known: 1 customer, USD 25.00
                        lost: the revenue of the 12 months up to the last purchase
                        1 customer gave a reason and does not count as lost by the rules of stages
                        """);
        assertThat(reasons)
                .hasToString("6 lost customers, preventable 3, natural 1, neither named preventable nor natural 1, no"
                        + " reason known 1");
    }

    @Test
    void winningBackIsArithmetic() {
        WinBack plan = builder().build().winBack(percent(20), usd("12"));
        assertThat(plan.all()).isEqualTo(new Effort(3, usd("450.00"), usd("90.00"), usd("36.00"), usd("54.00")));
        // Cy's 30 x 20% do not pay an attempt for 12, which pays from 12 / 20% = 60 on.
        assertThat(plan.worthwhile()).isEqualTo(new Effort(2, usd("420.00"), usd("84.00"), usd("24.00"), usd("60.00")));
        assertThat(plan.attempts())
                .containsExactly(
                        new Attempt("Bea", "service", usd("300.00")), new Attempt("Al", "price", usd("120.00")));
        assertThat(plan.breakEven()).contains(usd("60"));
        assertThat(plan.explain()).isEqualTo("""
                        an attempt at all who could have been kept: 3 attempts, USD 450.00 x 20% = USD 90.00 expected, less 3 x USD 12.00 = USD 36.00: USD 54.00
                        only where more than USD 60.00 was lost: 2 attempts, USD 420.00 x 20% = USD 84.00 expected, less 2 x USD 12.00 = USD 24.00: USD 60.00
                        """);
        assertThat(plan).hasToString("USD 60.00 expected of 2 attempts");
    }

    @Test
    void noSuccessPaysNothing() {
        WinBack plan = builder().build().winBack(Ratio.ZERO, usd("12"));
        assertThat(plan.all().net()).isEqualTo(usd("-36.00"));
        assertThat(plan.attempts()).isEmpty();
        assertThat(plan.breakEven()).isEmpty();
        assertThat(plan.explain()).endsWith("no attempt succeeds, and none pays\n");
    }

    @Test
    void marginAndTimeBeforeTheLossMayBeSaid() {
        ChurnReasons reasons =
                builder().incomeBefore(months(2)).grossMargin(percent(40)).build();
        assertThat(reasons.total(Kind.PREVENTABLE).lost()).isEqualTo(usd("100.00"));
        assertThat(reasons.notes().get(0))
                .isEqualTo("lost: the margin, 40% of the income, of the 2 months up to the last purchase");
    }

    @Test
    void valuesMayBeOfAnEarlierDate() {
        Months earlier = new Months().bought("Al", "2024-01-01", 1).bought("Bea", "2024-01-01", 1);
        CustomerTable then = earlier.customers(LocalDate.of(2024, 7, 31));
        CustomerValues values = CustomerValues.builder("simple", then)
                .amounts(new double[] {70, 30.004})
                .build();
        ChurnReasons reasons = builder().values(values).build();
        assertThat(reasons.total(Kind.PREVENTABLE).lost()).isEqualTo(usd("100.00"));
        assertThat(reasons.notes())
                .containsExactly(
                        "lost: revenue, lifetime from acquisition, by the simple model as of 2024-07-31",
                        "4 lost customers without a value, counted as nothing",
                        "1 customer gave a reason and does not count as lost by the rules of stages");
        CustomerValues now = CustomerValues.builder("bg-nbd", CUSTOMERS)
                .amounts(new double[] {1, 2, 3, 4, 5, 6, 7})
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .build();
        assertThat(builder().values(now).build().notes())
                .contains(
                        "the values are as of the day on which the customers counted as lost, when little is expected of"
                                + " them; values of an earlier date say more");
    }

    @Test
    void refusesContradictions() {
        assertRefused(
                () -> ChurnReasons.builder(STAGES, ANSWERS, "reason").build(),
                "churn reasons still need: which are preventable, or natural");
        assertRefused(() -> builder().natural("price"), "reason 'price' was already named preventable");
        assertRefused(() -> builder().natural(""), "reason must not be blank, but was ''");
        assertRefused(
                () -> builder().natural("no reason known"),
                "reason 'no reason known' was already named no reason known");
        assertRefused(
                () -> ChurnReasons.builder(STAGES, ANSWERS, "cause"), "column must be one of reason, but was 'cause'");
        CustomerValues values = CustomerValues.builder("simple", CUSTOMERS)
                .amounts(new double[CUSTOMERS.size()])
                .build();
        assertRefused(
                () -> builder().grossMargin(percent(40)).values(values),
                "what was lost is either values or the income before the loss, but values came beside the other");
        assertRefused(
                () -> builder().values(values).incomeBefore(days(3)),
                "what was lost is either values or the income before the loss, but income before the loss came beside the"
                        + " other");
        assertRefused(
                () -> builder().grossMargin(percent(120)),
                "gross margin must be above 0% and up to 100%, but was 120%");
        assertRefused(
                () -> builder().build().winBack(percent(120), usd("1")),
                "success of attempts must be between 0% and 100%, but was 120%");
        assertRefused(
                () -> builder().build().winBack(percent(20), usd("-1")),
                "cost of an attempt must not be negative, but was USD -1.00");
    }
}
