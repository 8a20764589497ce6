package io.clv.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CohortPaybackTest {

    private static final Ratio HALF = Ratio.percent(50);

    /** A customer of January brings 22.50 a head, then 10, nothing and, so far in April, 4; of February 12.50, 7.50. */
    private static final Ledger LOG = CohortLogs.of(
            "ann 2025-01-05 15.00",
            "ann 2025-02-10 20.00",
            "ann 2025-04-02 8.00",
            "bob 2025-01-31 30.00",
            "cid 2025-02-03 12.50",
            "cid 2025-03-31 7.50",
            "dora 2025-04-01 99.00");

    private static final CohortTable COHORTS =
            CohortTable.of(LOG.periods(LocalDate.parse("2025-04-15"), CalendarGrid.months(), RefundPolicy.REJECT));

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    @Test
    void saysWhenTheMarginPassesTheCost() {
        CohortPayback payback = COHORTS.payback(HALF, usd("15"));

        // 11.25, then 16.25.
        assertThat(payback.lines().get(0))
                .isEqualTo(new CohortPayback.Line(
                        "2025-01",
                        2,
                        Optional.of(usd("15")),
                        CohortPayback.Status.PAID_BACK,
                        OptionalInt.of(1),
                        2,
                        2,
                        16.25));
        // 6.25, 10, and nothing yet in April, which is not over.
        assertThat(payback.lines().get(1))
                .isEqualTo(new CohortPayback.Line(
                        "2025-02",
                        1,
                        Optional.of(usd("15")),
                        CohortPayback.Status.NOT_YET,
                        OptionalInt.empty(),
                        1,
                        1,
                        10));
        // Dora's first month is not over, but 49.50 is more than 15 whatever comes.
        assertThat(payback.lines().get(2).status()).isEqualTo(CohortPayback.Status.PAID_BACK);
        assertThat(payback.lines().get(2).observedThrough()).isEqualTo(-1);
        assertThat(payback.within(0)).isEqualTo(new CohortPayback.Within(1, 2, 0));
        assertThat(payback.within(1)).isEqualTo(new CohortPayback.Within(2, 1, 0));
        assertThat(payback.within(2)).isEqualTo(new CohortPayback.Within(2, 0, 1));
        // On average 57.50 / 3 / 2 = 9.58, then 27.50 / 3 / 2 = 4.58 more, and nothing more in the third month.
        assertThat(payback.all().orElseThrow().status()).isEqualTo(CohortPayback.Status.NOT_YET);
        assertThat(payback.all().orElseThrow().observedThrough()).isEqualTo(2);
        assertThat(COHORTS.payback(HALF, usd("14")).all().orElseThrow().age()).hasValue(1);
        assertThat(payback.grossMargin()).isEqualTo(HALF);
        assertThat(payback).hasToString("2 of 3 cohorts paid back at a gross margin of 50%");
        assertThat(payback)
                .isEqualTo(COHORTS.payback(HALF, usd("15")))
                .hasSameHashCodeAs(COHORTS.payback(HALF, usd("15")));
        assertThat(payback).isNotEqualTo(COHORTS.payback(HALF, usd("16"))).isNotEqualTo("payback");
    }

    @Test
    void explainsItself() {
        assertThat(COHORTS.payback(HALF, usd("60")).explain())
                .isEqualTo(
                        "payback of the cost of acquisition by a gross margin of 50% of revenue, not discounted, counted"
                                + " over all who came\n"
                                + "2025-01: not paid back by the end of month 2, by which a customer brought USD 16.25 of USD"
                                + " 60.00\n"
                                + "2025-02: not paid back by the end of month 1, by which a customer brought USD 10.00 of USD"
                                + " 60.00\n"
                                + "2025-04: cannot be said, no month is over yet\n"
                                + "all on average: not paid back by the end of month 2, by which a customer brought USD 14.17 of"
                                + " USD 60.00, as seen of 2 of 4 customers\n");
    }

    @Test
    void costsMayDifferByCohort() {
        CohortPayback payback = COHORTS.payback(HALF, Map.of("2025-01", usd("11.25"), "2025-02", usd("10.00")));

        assertThat(payback.lines())
                .extracting(CohortPayback.Line::age)
                .containsExactly(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.empty());
        assertThat(payback.lines().get(2).status()).isEqualTo(CohortPayback.Status.CANNOT_SAY);
        assertThat(payback.within(3)).isEqualTo(new CohortPayback.Within(2, 0, 1));
        assertThat(payback.all()).isEmpty();
        assertThat(payback.explain())
                .endsWith("2025-01: paid back in month 0, by which a customer brought USD 11.25 for USD 11.25\n"
                        + "2025-02: paid back in month 1, by which a customer brought USD 10.00 for USD 10.00\n"
                        + "2025-04: cannot be said, its cost of acquisition is not known\n");
    }

    @Test
    void aGroupSaysOfHowManyItWasSeen() {
        CohortTable groups = CohortTable.builder(
                        LOG.periods(LocalDate.parse("2025-04-15"), CalendarGrid.months(), RefundPolicy.REJECT))
                .groups("channel", Groups.ofLabels(List.of("web", "shop", "web", "shop")))
                .build();

        // Web: 13.75, 27.50, 27.50 and, of Ann alone, 35.50 so far.
        assertThat(groups.payback(HALF, usd("17.75")).explain())
                .contains(
                        "web: paid back in month 3, by which a customer brought USD 17.75 for USD 17.75, as seen of 1 of"
                                + " 2 customers\n");
    }

    @Test
    void nobodyHasNoAverage() {
        assertThat(CohortTable.of(CohortLogs.of()
                                .periods(LocalDate.parse("2025-04-15"), CalendarGrid.months(), RefundPolicy.REJECT))
                        .payback(HALF, usd("1"))
                        .all())
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COHORTS.payback(Ratio.percent(120), usd("1")))
                .withMessage("gross margin must be between 0% and 100%, but was 120%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COHORTS.payback(Ratio.percent(-1), usd("1")))
                .withMessage("gross margin must be between 0% and 100%, but was -1%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COHORTS.payback(HALF, usd("-1")))
                .withMessage("cost of acquisition must not be negative, but was USD -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COHORTS.payback(HALF, Money.parse("EUR 1")))
                .withMessage("cost of acquisition must be in USD, the log's currency, but was EUR 1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COHORTS.payback(HALF, Map.of("2025-03", usd("1"))))
                .withMessage(
                        "cost of acquisition must be of a cohort, but was of '2025-03'; cohorts are 2025-01, 2025-02,"
                                + " 2025-04");
    }
}
