package io.clv.economics;

import static io.clv.economics.Figures.profit;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Attributes;
import io.clv.ltv.CustomerValues;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LeadScoresTest {

    private static final CustomerValues VALUES = profit("c1", 10, "c2", 20, "c3", 30, "c4", 40);

    private static final Attributes ATTRIBUTES = Attributes.builder()
            .category("channel", "c1", "ads")
            .category("channel", "c2", "ads")
            .category("channel", "c3", "friend")
            .category("channel", "c4", "friend")
            .number("age", "c1", 20)
            .number("age", "c2", 45)
            .category("channel", "Pam", "ads")
            .category("channel", "Quinn", "friend")
            .number("age", "Quinn", 30)
            .category("channel", "Ray", "fair")
            .number("age", "Ray", 52)
            .build();

    @Test
    void aFewCustomersSayLittle() {
        LeadScores scores =
                LeadScores.builder(VALUES, ATTRIBUTES).category("channel").build();
        // Means 15 and 35 about 25. s^2 = (25 + 25 + 25 + 25) / 2 = 50; t^2 = (2 x 100 + 2 x 100 - 1 x 50) /
        // (4 - (4 + 4)/4) = 175; w = 2 / (2 + 50/175) = .875; .875 x 35 + .125 x 25 = 33.75.
        assertThat(scores.scores().stream().map(LeadScores.Score::prospect)).containsExactly("Quinn", "Ray", "Pam");
        LeadScores.Score quinn = scores.of("Quinn");
        assertThat(quinn.value()).isEqualTo(usd("33.75"));
        assertThat(quinn.alike()).isEqualTo(2);
        assertThat(quinn.traits()).isEqualTo("channel friend");
        assertThat(scores.of("Pam").value()).isEqualTo(usd("16.25"));
        // v of all: (225 + 25 + 25 + 225) / 3 / 4 = 41.6667; .125 x 175 + .125^2 x 41.6667 = 22.526, sd 4.74616 x
        // 1.644854
        assertThat(quinn.interval().width() / 2).isCloseTo(7.80674, within(1e-5));
        // Nobody came by the fair: the mean of all, with 175 + 41.6667 of variance
        assertThat(scores.of("Ray").value()).isEqualTo(usd("25"));
        assertThat(scores.of("Ray").alike()).isZero();
        assertThat(scores.of("Ray").interval().width() / 2).isCloseTo(1.644854 * Math.sqrt(216.6667), within(1e-4));
        assertThat(scores.explain()).isEqualTo("""
                3 prospects scored by channel from 4 customers worth USD 25.00 on average (profit, residual after observation, by the stated model)
                means of few customers are shrunken to those of the wider group
                association: what customers with the same traits are worth, if the prospect becomes one
                """);
    }

    @Test
    void numbersAreInBands() {
        LeadScores scores = LeadScores.builder(VALUES, ATTRIBUTES)
                .category("channel")
                .number("age", 30, 45.5)
                .level(percent(80))
                .build();
        assertThat(scores.of("Quinn").traits()).isEqualTo("channel friend, age 30 to 45.5");
        assertThat(scores.of("Pam").traits()).isEqualTo("channel ads, age (unknown)");
        assertThat(scores.of("Ray").traits()).isEqualTo("channel fair, age 45.5 and above");
        assertThat(scores.of("Quinn").alike()).isZero();
        assertThat(scores).hasToString("3 prospects scored by channel, age");
    }

    @Test
    void whatDoesNotDifferIsTheMeanOfAll() {
        Attributes same = Attributes.builder()
                .category("x", "c1", "a")
                .category("x", "c4", "a")
                .category("x", "c2", "b")
                .category("x", "c3", "b")
                .category("x", "Pam", "a")
                .build();
        // Both groups have the mean 25: nothing is between them.
        LeadScores.Score pam =
                LeadScores.builder(VALUES, same).category("x").build().of("Pam");
        assertThat(pam.value()).isEqualTo(usd("25"));
        assertThat(pam.interval().width() / 2).isCloseTo(1.644854 * Math.sqrt(41.6667), within(1e-4));
    }

    @Test
    void whatCannotBeIsRefused() {
        LeadScores.Builder builder = LeadScores.builder(VALUES, ATTRIBUTES);
        refused(builder::build, "lead scores still need: a category or number to compare by");
        refused(() -> builder.category("city"), "column must be one of channel, age, but was 'city'");
        refused(() -> builder.number("age"), "bands of 'age' need at least one cut, but had none");
        refused(() -> builder.number("age", 30, 30), "cuts of 'age' must be finite and ascending, but cut 2 was 30.0");
        refused(() -> builder.category("channel").category("channel"), "column 'channel' was already named");
        refused(
                () -> LeadScores.builder(profit("c1", 1), ATTRIBUTES)
                        .category("channel")
                        .build(),
                "lead scores need at least 2 customers, but there were 1");
        refused(
                () -> LeadScores.builder(VALUES, ATTRIBUTES)
                        .category("channel")
                        .build()
                        .of("c1"),
                "'c1' is no prospect: an id that only the attributes know, of which there are 3");
    }

    @Property(tries = 200)
    void aScoreLiesBetweenTheMeansOfItsGroupAndOfAll(
            @ForAll @Size(min = 3, max = 30) List<@IntRange(min = -50, max = 500) Integer> amounts) {
        List<Object> values = new ArrayList<>();
        Attributes.Builder attributes = Attributes.builder().category("x", "Pam", "0");
        double all = 0;
        double own = 0;
        int alike = 0;
        for (int i = 0; i < amounts.size(); i++) {
            values.add("c" + i);
            values.add(amounts.get(i));
            attributes.category("x", "c" + i, "" + i % 3);
            all += amounts.get(i);
            own += i % 3 == 0 ? amounts.get(i) : 0;
            alike += i % 3 == 0 ? 1 : 0;
        }
        all /= amounts.size();
        own /= alike;
        LeadScores.Score pam = LeadScores.builder(profit(values.toArray()), attributes.build())
                .category("x")
                .build()
                .of("Pam");
        assertThat(pam.alike()).isEqualTo(alike);
        assertThat(pam.value().toDouble()).isBetween(Math.min(all, own) - 0.00501, Math.max(all, own) + 0.00501);
    }
}
