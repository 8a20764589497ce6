package io.clv.lifecycle;

import static io.clv.lifecycle.TriggerFigures.refused;
import static io.clv.lifecycle.TriggerFigures.table;
import static io.clv.lifecycle.TriggerFigures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TakersTest {

    private static final CustomerTable CUSTOMERS = table(
            "c1",
            "2025-01-01",
            "10",
            "c2",
            "2025-01-01",
            "90",
            "c3",
            "2025-01-01",
            "50",
            "c3",
            "2025-02-01",
            "70",
            "c4",
            "2025-01-01",
            "20",
            "c5",
            "2025-01-01",
            "30",
            "c6",
            "2025-01-01",
            "80");

    private static final Attributes KNOWN = Attributes.builder()
            .category("channel", "c1", "ads")
            .category("channel", "c2", "ads")
            .category("channel", "c3", "friend")
            .category("channel", "c4", "friend")
            .category("channel", "c6", "friend")
            .number("age", "c1", 20)
            .number("age", "c2", 45)
            .set("products", "c1", Set.of())
            .set("products", "c2", Set.of("card"))
            .set("products", "c3", Set.of("card", "loan"))
            .set("products", "c4", Set.of("card", "loan"))
            .set("products", "c6", Set.of())
            .category("channel", "Pam", "friend")
            .category("channel", "Quinn", "radio")
            .number("age", "Quinn", 30)
            .build();

    private static Takers.Builder byChannel() {
        return Takers.builder(CUSTOMERS, KNOWN).category("channel");
    }

    @Test
    void whoIsLikelyToTakeALoan() {
        Takers takers = byChannel().ofProduct("products", "loan");
        assertThat(takers.taken()).isEqualTo(2);
        assertThat(takers.unknown()).isOne();
        assertThat(takers.candidates()).isEqualTo(3);
        // All: (2 + 1/2) / (5 + 1) = 5/12. Ads 0 of 2, friend 2 of 3. s^2 = (2 x 1/6 x 5/6 + 3 x 5/8 x 3/8) / 5 =
        // .196181; squares 2 x .4^2 + 3 x (2/3 - .4)^2 = .533333; spread 5 - (4 + 9)/5 = 2.4; t^2 = (.533333 -
        // .196181) / 2.4 = .140480; M = (5/12 x 7/12) / .140480 - 1 = .730167, so 1.
        // Friend: (1 x 5/12 + 2) / (1 + 3) = .604167; ads: (5/12) / 3 = .138889.
        List<TakerScore> scores = takers.scores();
        assertThat(scores).extracting(TakerScore::customer).containsExactly("c6", "c1", "c2");
        assertThat(scores.get(0).share().value()).isCloseTo(29.0 / 48, within(1e-15));
        assertThat(scores.get(0).alike()).isEqualTo(3);
        assertThat(scores.get(0).took()).isEqualTo(2);
        assertThat(scores.get(0).traits()).isEqualTo("channel friend");
        assertThat(scores.get(1).share().value()).isCloseTo(5.0 / 36, within(1e-15));
        // v of all: 5/12 x 7/12 / 7 = .0347222; of friend .604167 x .395833 / 5 + .0347222 / 16 = .0500000:
        // precision .604167 x .395833 / .05 - 1 = 3.78299; Beta(2.28556, 1.49743), by SciPy.
        assertThat(scores.get(0).interval().low()).isCloseTo(0.20767, within(1e-5));
        assertThat(scores.get(0).interval().high()).isCloseTo(0.93267, within(1e-5));
        assertThat(takers.shareAmong(1).value()).isCloseTo(29.0 / 48, within(1e-15));
        assertThat(takers.shareAmong(3).value()).isCloseTo((29.0 / 48 + 10.0 / 36) / 3, within(1e-15));
        assertThat(takers).hasToString("3 candidates for loan, which 2 have taken");
        assertThat(takers.explain()).isEqualTo("""
                loan: 2 of 5 have taken it, 40%; of 1 it is not known
                3 have not; of customers like the first of them 60.4% have it, of customers like all of them 29.4%
                compared by channel; shares of few are shrunken to those of the wider group
                association: how many customers like them have it today, not how many will take it when asked
                """);
    }

    @Test
    void whoIsLikelyToTakeABundle() {
        Takers takers = byChannel().ofBundle("products", Set.of("loan", "card"));
        assertThat(takers.scores()).extracting(TakerScore::customer).containsExactly("c6", "c1", "c2");
        assertThat(takers).hasToString("3 candidates for the bundle of card and loan, which 2 have taken");
    }

    @Test
    void whoIsLikelyToSpendMore() {
        // c3 brings 60 a purchase, c2 90 and c6 80.
        Takers takers = byChannel().ofBasket(usd("60"));
        assertThat(takers.taken()).isEqualTo(3);
        assertThat(takers.unknown()).isZero();
        assertThat(takers.scores()).extracting(TakerScore::customer).containsExactly("c1", "c4", "c5");
        // 1 of 2, 2 of 3 and 0 of 1 differ by no more than chance: all have the share of all.
        assertThat(takers.scores()).extracting(TakerScore::share).containsOnly(Ratio.of(3.5 / 7));
        assertThat(takers.scores().get(2).traits()).isEqualTo("channel (unknown)");
        assertThat(takers).hasToString("3 candidates for a basket of USD 60.00 and more, which 3 have taken");
    }

    @Test
    void whoIsLikelyToBuyForTheFirstTime() {
        Takers takers = byChannel().number("age", 30, 45.5).ofFirstPurchase();
        assertThat(takers.taken()).isEqualTo(6);
        assertThat(takers.scores()).extracting(TakerScore::customer).containsExactlyInAnyOrder("Pam", "Quinn");
        assertThat(takers.scores())
                .extracting(TakerScore::traits)
                .containsExactlyInAnyOrder("channel friend, age (unknown)", "channel radio, age 30 to 45.5");
        assertThat(takers.scores().get(0).customer()).isEqualTo("Pam");
    }

    @Test
    void otherTraitsAndOtherQuestions() {
        Groups stages = Groups.ofLabels(List.of("new", "new", "old", "old", "old", "new"));
        Takers.Builder builder =
                Takers.builder(CUSTOMERS, KNOWN).group("stage", stages).has("products", "card");
        Takers visits = builder.of("a visit to the second shop", row -> row == 1 || row == 2);
        assertThat(visits.scores())
                .extracting(TakerScore::traits)
                .contains("stage new, card no", "stage old, card yes", "stage old, card (unknown)");
        refused(builder::ofFirstPurchase, "traits of prospects must be known, but stage is of customers alone");
        refused(
                () -> builder.ofProduct("products", "card"),
                "'card' is looked for and must not be a trait to compare by, but was");
        // One builder asks several questions, and what is named later does not change earlier answers.
        builder.category("channel");
        assertThat(visits.explain()).contains("\ncompared by stage, then card;");
        assertThat(builder.ofProduct("products", "loan").explain())
                .contains("\ncompared by stage, then card, then channel;");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(() -> Takers.builder(CUSTOMERS, KNOWN).ofBasket(usd("1")), "takers still need: a trait to compare by");
        refused(() -> byChannel().category("channel"), "trait 'channel' was already named");
        refused(() -> byChannel().category("city"), "column must be one of channel, age, products, but was 'city'");
        refused(() -> byChannel().number("age"), "bands of 'age' need at least one cut, but had none");
        refused(() -> byChannel().number("age", 2, 1), "cuts of 'age' must be finite and ascending, but cut 2 was 1.0");
        refused(
                () -> byChannel().ofProduct("products", "safe"),
                "product must be one of card, loan, which customers have, but was 'safe'");
        refused(
                () -> byChannel().ofBundle("products", Set.of("card")),
                "a bundle must have at least 2 products, but had 1");
        refused(
                () -> byChannel().ofBasket(usd("1000")),
                "likely takers of a basket of USD 1000.00 and more are found among customers like those who took it,"
                        + " but of 6 customers none did");
        refused(() -> byChannel().of(" ", row -> true), "what is taken must not be blank");
        refused(
                () -> byChannel().group("stage", Groups.ofLabels(List.of("a"))),
                "groups of 'stage' must have one for each of the 6 customers, but had 1");
        refused(
                () -> Takers.builder(
                                CUSTOMERS,
                                Attributes.builder()
                                        .category("channel", "c1", "x")
                                        .build())
                        .category("channel")
                        .ofFirstPurchase(),
                "a first purchase is of prospects, ids that only the attributes know, but there was none");
        Takers takers = byChannel().ofBasket(usd("60"));
        refused(() -> takers.shareAmong(4), "number must be between 1 and 3, the candidates, but was 4");
    }

    @Property(tries = 300)
    void aShareLiesBetweenThatOfItsGroupAndOfAll(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 5) Integer> bits) {
        List<String> cells = new ArrayList<>();
        Attributes.Builder known = Attributes.builder().category("x", "p0", "0");
        int[] n = new int[3];
        int[] k = new int[3];
        List<Boolean> took = new ArrayList<>();
        for (int i = 0; i < bits.size(); i++) {
            int group = bits.get(i) / 2;
            boolean taken = i == 0 || bits.get(i) % 2 == 1;
            String id = String.format("c%02d", i);
            cells.addAll(List.of(id, "2025-01-01", "1"));
            known.category("x", id, "" + group);
            n[group]++;
            k[group] += taken ? 1 : 0;
            took.add(taken);
        }
        Takers takers = Takers.builder(table(cells.toArray(String[]::new)), known.build())
                .category("x")
                .of("it", took::get);
        double all = (k[0] + k[1] + k[2] + 0.5) / (bits.size() + 1);
        assertThat(takers.taken() + takers.candidates()).isEqualTo(bits.size());
        double before = 1;
        for (TakerScore each : takers.scores()) {
            int group = Integer.parseInt(each.traits().substring(2));
            double own = (double) k[group] / n[group];
            double share = each.share().value();
            assertThat(share)
                    .isBetween(Math.min(own, all) - 1e-12, Math.max(own, all) + 1e-12)
                    .isGreaterThan(0)
                    .isLessThan(1)
                    .isBetween(each.interval().low(), each.interval().high())
                    .isLessThanOrEqualTo(before);
            assertThat(each.alike()).isEqualTo(n[group]);
            assertThat(each.took()).isEqualTo(k[group]);
            before = share;
        }
    }

    /**
     * 300 groups of 1 to 60 customers with true shares from Beta(2, 6): the 90% intervals hold 90% of the true shares,
     * within three standard errors of as many, and the shrunken shares miss by less than the raw ones.
     */
    @Test
    void intervalsHoldOnASimulatedBase() {
        SplittableRandom chance = new SplittableRandom(20260102);
        int held = 0;
        int groups = 300;
        double[] truth = new double[groups];
        List<String> cells = new ArrayList<>();
        Attributes.Builder known = Attributes.builder();
        List<Boolean> took = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            truth[group] = secondOfSeven(chance);
            int n = 1 + chance.nextInt(60);
            for (int i = 0; i < n; i++) {
                String id = String.format("c%05d", took.size());
                cells.addAll(List.of(id, "2025-01-01", "1"));
                known.category("g", id, "" + group);
                took.add(i > 0 && chance.nextDouble() < truth[group]);
            }
        }
        Takers takers = Takers.builder(table(cells.toArray(String[]::new)), known.build())
                .category("g")
                .of("it", took::get);
        boolean[] seen = new boolean[groups];
        double shrunken = 0;
        double raw = 0;
        for (TakerScore each : takers.scores()) {
            int group = Integer.parseInt(each.traits().substring(2));
            if (!seen[group]) {
                seen[group] = true;
                held += each.interval().contains(truth[group]) ? 1 : 0;
                shrunken += Math.pow(each.share().value() - truth[group], 2);
                raw += Math.pow(Ratio.of((double) each.took() / each.alike()).value() - truth[group], 2);
            }
        }
        assertThat(held / 300.0).isBetween(0.85, 0.95);
        assertThat(shrunken).isLessThan(raw);
    }

    /** The second smallest of seven uniform numbers follows Beta(2, 6). */
    private static double secondOfSeven(SplittableRandom chance) {
        return chance.doubles(7).sorted().skip(1).findFirst().orElseThrow();
    }
}
