package io.clv.economics;

import static io.clv.economics.Figures.joined;
import static io.clv.economics.Figures.profit;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.economics.Satisfaction.Call;
import io.clv.economics.Satisfaction.Line;
import io.clv.economics.Satisfaction.Quadrant;
import io.clv.ledger.Attributes;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SatisfactionTest {

    private static final CustomerValues VALUES =
            profit("Ann", 100, "Bob", 200, "Cay", 20, "Dan", 80, "Eve", -10, "Fay", 50);

    private static final Attributes ANSWERS = Attributes.builder()
            .number("nps", "Ann", 3)
            .number("nps", "Bob", 10)
            .number("nps", "Cay", 5)
            .number("csat", "Cay", 4)
            .number("csat", "Dan", 1)
            .number("nps", "Eve", 0)
            .build();

    private static Satisfaction.Builder builder() {
        return Satisfaction.builder(VALUES, joined(VALUES, ANSWERS));
    }

    @Test
    void theValuableAndUnhappyComeFirst() {
        Satisfaction satisfaction =
                builder().nps("nps").csat("csat").leaving(percent(30)).build();
        // The mean is 440 / 6 = 73.33: Ann, Bob and Dan are valuable.
        assertThat(satisfaction.quadrants())
                .containsExactly(
                        new Line(Quadrant.VALUABLE_UNHAPPY, 2, usd("180")),
                        new Line(Quadrant.VALUABLE_HAPPY, 1, usd("200")),
                        new Line(Quadrant.OTHER_UNHAPPY, 2, usd("10")),
                        new Line(Quadrant.OTHER_HAPPY, 0, usd("0")),
                        new Line(Quadrant.SILENT, 1, usd("50")));
        assertThat(satisfaction.firstToCall())
                .containsExactly(
                        new Call("Ann", usd("100"), OptionalInt.of(3), OptionalInt.empty()),
                        new Call("Dan", usd("80"), OptionalInt.empty(), OptionalInt.of(1)));
        // 100 + 80 + 20: Eve, who brings nothing, is no loss.
        assertThat(satisfaction.valueAtRisk()).isEqualTo(usd("200"));
        assertThat(satisfaction.expectedLoss()).contains(usd("60"));
        assertThat(satisfaction.explain()).isEqualTo("""
                NPS -50 of 4 answers, 90% interval -81 to +24; of the valuable NPS 0 of 2 answers
                CSAT 50% of 2 answers, 90% interval 12.1% to 87.9%; of the valuable CSAT 0% of 1 answer
                valuable and unhappy: 2 customers, USD 180.00
                valuable, not unhappy: 1 customer, USD 200.00
                less valuable and unhappy: 2 customers, USD 10.00
                less valuable, not unhappy: 0 customers, USD 0.00
                without an answer: 1 customer, USD 50.00
                value at risk with the unhappy: USD 200.00; if 30% of them leave, USD 60.00 is lost
                valuable from USD 73.33; nothing is guessed about those who did not answer
                """);
        assertThat(satisfaction).hasToString("USD 200.00 at risk with the unhappy, 2 customers to call first");
    }

    @Test
    void whoIsValuableCanBeSaid() {
        Satisfaction satisfaction =
                builder().nps("nps").valuableFrom(usd("100")).build();
        assertThat(satisfaction.firstToCall().stream().map(Call::id)).containsExactly("Ann");
        assertThat(satisfaction.csat()).isEmpty();
        assertThat(satisfaction.expectedLoss()).isEmpty();
        assertThat(satisfaction.threshold()).isEqualTo(usd("100"));
    }

    @Test
    void netPromoterScore() {
        NetPromoterScore nps = NetPromoterScore.of(10, 9, 9, 8, 7, 6, 0, 10);
        // 4 promote, 2 detract: 100 x 2/8
        assertThat(nps).isEqualTo(new NetPromoterScore(4, 2, 2));
        assertThat(nps.score()).isEqualTo(25);
        // p = 4.75/11, q = 2.75/11, d = 2/11, variance (7.5/11 - 4/121) / 11 = .0589782: 18.1818 -+ 39.9460
        Interval interval = nps.interval(percent(90));
        assertThat(interval.low()).isCloseTo(18.1818 - 39.9460, within(2e-4));
        assertThat(interval.high()).isCloseTo(18.1818 + 39.9460, within(2e-4));
        assertThat(nps).hasToString("NPS +25 of 8 answers");
        assertThat(NetPromoterScore.of(10).interval(percent(90)).width()).isGreaterThan(50);
    }

    @Test
    void satisfiedShare() {
        SatisfiedShare share = SatisfiedShare.of(5, 4, 4, 3, 1);
        // Wilson: (.6 + z^2/10) / (1 + z^2/5) = .564888, z / (1 + z^2/5) sqrt(.24/5 + z^2/100) = .292405
        Interval interval = share.interval(percent(90));
        assertThat(interval.low()).isCloseTo(0.564888 - 0.292405, within(2e-6));
        assertThat(interval.high()).isCloseTo(0.564888 + 0.292405, within(2e-6));
        assertThat(share).hasToString("CSAT 60% of 5 answers");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(() -> NetPromoterScore.of(11), "answer must be a whole number from 0 to 10, but was 11");
        refused(() -> NetPromoterScore.of(), "a net promoter score needs answers, but there were none");
        refused(() -> new NetPromoterScore(1, -1, 1), "counts of answers must not be negative, but were 1, -1 and 1");
        refused(() -> SatisfiedShare.of(0), "answer must be a whole number from 1 to 5, but was 0");
        refused(() -> new SatisfiedShare(0, 0), "a share of satisfied needs answers, but there were 0");
        refused(() -> new SatisfiedShare(3, 2), "satisfied must be between 0 and the answers, 2, but were 3");
        refused(() -> builder().build(), "satisfaction still needs: a column of NPS or of CSAT");
        refused(() -> builder().nps("stars"), "column must be one of nps, csat, but was 'stars'");
        refused(() -> builder().nps("nps").nps("csat"), "column of NPS was already set");
        refused(
                () -> builder().leaving(percent(101)),
                "share of the unhappy who leave must be between 0% and 100%, but was 101%");
        refused(() -> builder().valuableFrom(Money.parse("EUR 1")), "cannot add USD and EUR: USD 0.00, EUR 1.00");
        Attributes half = Attributes.builder().number("nps", "Ann", 7.5).build();
        refused(
                () -> Satisfaction.builder(VALUES, joined(VALUES, half))
                        .nps("nps")
                        .build(),
                "nps of customer 'Ann' must be a whole number from 0 to 10, but was 7.5");
        Attributes words = Attributes.builder().category("nps", "Ann", "good").build();
        refused(
                () -> Satisfaction.builder(VALUES, joined(VALUES, words)).nps("nps"),
                "column 'nps' must hold numbers, but does not");
        CustomerValues other = profit("Ann", 1);
        refused(
                () -> Satisfaction.builder(VALUES, joined(other, ANSWERS)),
                "answers must be joined to the table of the values, 6 customers with 0 repeat purchases, observed"
                        + " through 2025-12-31, time in weeks, but was to another, 1 customers with 0 repeat purchases,"
                        + " observed through 2025-12-31, time in weeks");
    }

    @Property(tries = 200)
    void quadrantsHoldEverybodyAndTheIntervalStaysInside(
            @ForAll @Size(6) List<@IntRange(min = -1, max = 10) Integer> answers) {
        Attributes.Builder attributes = Attributes.builder().numberColumn("nps");
        for (int row = 0; row < 6; row++) {
            if (answers.get(row) >= 0) {
                attributes.number("nps", VALUES.id(row), answers.get(row));
            }
        }
        Satisfaction satisfaction = Satisfaction.builder(VALUES, joined(VALUES, attributes.build()))
                .nps("nps")
                .build();
        assertThat(satisfaction.quadrants().stream().mapToInt(Line::customers).sum())
                .isEqualTo(6);
        assertThat(satisfaction.quadrants().stream().map(Line::value).reduce(usd("0"), Money::plus))
                .isEqualTo(VALUES.total());
        satisfaction.nps().ifPresent(nps -> {
            Interval interval = nps.interval(percent(95));
            assertThat(interval.low()).isBetween(-100.0, nps.score());
            assertThat(interval.high()).isBetween(nps.score(), 100.0);
        });
    }
}
