package io.clv.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.quantity.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RfmTest {

    /** a bought once for 10, b once for 20, c twice for 5, d three times for 100, e ten times for 1. */
    private static CustomerTable five() {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        buy(log, "a", 1, 10, LocalDate.of(2025, 1, 1));
        buy(log, "b", 1, 20, LocalDate.of(2025, 12, 31));
        buy(log, "c", 2, 5, LocalDate.of(2025, 6, 1));
        buy(log, "d", 3, 100, LocalDate.of(2025, 3, 1));
        buy(log, "e", 10, 1, LocalDate.of(2025, 12, 31));
        return log.build().summarize(LocalDate.of(2025, 12, 31));
    }

    private static void buy(Ledger.Builder log, String customer, int times, int amount, LocalDate last) {
        for (int i = 0; i < times; i++) {
            log.add(customer, last.minusDays(i), Money.of(amount, "USD"));
        }
    }

    /**
     * Worse than a in recency is nobody, than d one, than c two, than b and e three each. Worse than a and b in
     * frequency nobody, than c two, d three, e four. Totals are 10, 20, 10, 300, 10: nobody, three, nobody, four,
     * nobody.
     */
    @Test
    void aScoreCountsThoseWhoAreWorse() {
        Rfm rfm = Rfm.of(five());

        assertThat(rfm.code(0)).isEqualTo("111");
        assertThat(rfm.code(1)).isEqualTo("414");
        assertThat(rfm.code(2)).isEqualTo("331");
        assertThat(rfm.code(3)).isEqualTo("245");
        assertThat(rfm.code(4)).isEqualTo("451");
        assertThat(rfm.recency(4)).isEqualTo(4);
        assertThat(rfm.frequency(4)).isEqualTo(5);
        assertThat(rfm.monetary(4)).isEqualTo(1);
        assertThat(rfm).hasToString("scores from 1 to 5 of 5 customers through 2025-12-31");
        assertThat(rfm.customers().size()).isEqualTo(5);
    }

    /** Means are 10, 20, 5, 100, 1. */
    @Test
    void moneyMayBeTheMean() {
        Rfm rfm = Rfm.of(five(), 5, Rfm.Monetary.MEAN);

        assertThat(new int[] {rfm.monetary(0), rfm.monetary(1), rfm.monetary(2), rfm.monetary(3), rfm.monetary(4)})
                .containsExactly(3, 4, 2, 5, 1);
    }

    @Test
    void recencyIsTheDaysSince() {
        Rfm rfm = Rfm.of(five());

        assertThat(rfm.daysSinceLastPurchase(0)).isEqualTo(364);
        assertThat(rfm.daysSinceLastPurchase(1)).isZero();
    }

    @Test
    void segmentsHaveNames() {
        assertThat(Rfm.of(five()).groups(RfmScheme.standard()).label(3)).isEqualTo("at risk");
        assertThat(Rfm.of(five()).groups(RfmScheme.standard()).label(4)).isEqualTo("loyal");
        assertThat(Rfm.of(five()).groups(RfmScheme.standard()).label(1)).isEqualTo("promising");
    }

    @Test
    void theStandardSchemeNamesTheGridOfRecencyAndFrequency() {
        String[][] grid = {
            {"hibernating", "hibernating", "at risk", "at risk", "cannot lose"},
            {"hibernating", "hibernating", "at risk", "at risk", "cannot lose"},
            {"about to sleep", "about to sleep", "need attention", "loyal", "loyal"},
            {"promising", "potential loyalists", "potential loyalists", "loyal", "loyal"},
            {"new", "potential loyalists", "potential loyalists", "champions", "champions"},
        };
        for (int recency = 1; recency <= 5; recency++) {
            for (int frequency = 1; frequency <= 5; frequency++) {
                for (int monetary = 1; monetary <= 5; monetary++) {
                    assertThat(RfmScheme.standard().segment(recency, frequency, monetary))
                            .isEqualTo(grid[recency - 1][frequency - 1]);
                }
            }
        }
    }

    @Test
    void aSchemeOfOnesOwn() {
        RfmScheme scheme = RfmScheme.builder(3)
                .segment("best", "R3 F3")
                .segment("rich", "M3")
                .segment("best", "R2 F3 M2")
                .otherwise("others")
                .build();

        assertThat(scheme.labels()).containsExactly("best", "rich", "others");
        assertThat(scheme.segment(3, 3, 1)).isEqualTo("best");
        assertThat(scheme.segment(2, 3, 2)).isEqualTo("best");
        assertThat(scheme.segment(2, 3, 3)).isEqualTo("rich");
        assertThat(scheme.segment(1, 1, 1)).isEqualTo("others");
        assertThat(scheme).hasToString("best: R3 F3 or R2 F3 M2; rich: M3; others: all others");
        assertThat(scheme.scores()).isEqualTo(3);
        assertThat(scheme)
                .isEqualTo(RfmScheme.builder(3)
                        .segment("best", "F3 R3")
                        .segment("rich", "M3")
                        .segment("best", "R2 F3 M2")
                        .segment("others", "R1-3")
                        .build())
                .isNotEqualTo(RfmScheme.standard());
        assertThat(scheme.hashCode()).isNotEqualTo(RfmScheme.standard().hashCode());
    }

    @Test
    void refusesSchemesWithHoles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScheme.builder(3).segment("best", "R2-3").build())
                .withMessage("every combination of scores must have a segment, but R1 F1 M1 has none; otherwise(label)"
                        + " names the rest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScheme.builder(3).segment("best", "R2-3").segment("last", "R3 F1"))
                .withMessage("segment 'last' would have nobody, because segments before it have all of 'R3 F1'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScheme.builder(3).segment("all", "F1-3").otherwise("others"))
                .withMessage("segment 'others' would have nobody, because segments before it have all of 'all others'");
    }

    @Test
    void refusesPatternsOfAnotherForm() {
        for (String pattern : new String[] {"", "R4", "X1", "R3-2", "R1 R2", "R0", "R1-", "R1,F2"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RfmScheme.builder(3).segment("best", pattern))
                    .withMessage(
                            "pattern of segment 'best' must be scores from 1 to 3 of R, F and M, as in 'R1-2 F3', but"
                                    + " was '" + pattern + "'");
        }
    }

    @Test
    void refusesScoresThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rfm.of(five(), 10, Rfm.Monetary.TOTAL))
                .withMessage("the highest score must be from 2 to 9, but was 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScheme.builder(1))
                .withMessage("the highest score must be from 2 to 9, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScheme.standard().segment(1, 6, 1))
                .withMessage("scores must be from 1 to 5, but were R1 F6 M1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rfm.of(five(), 3, Rfm.Monetary.TOTAL).groups(RfmScheme.standard()))
                .withMessage("the scheme must be of scores from 1 to 3, but was from 1 to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScheme.builder(3).segment(" ", "R1"))
                .withMessage("label of a group must not be blank, but was ' '");
    }
}
