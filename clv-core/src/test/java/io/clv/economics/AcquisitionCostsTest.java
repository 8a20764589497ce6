package io.clv.economics;

import static io.clv.economics.Figures.newcomers;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.economics.SpendKind.FEES;
import static io.clv.economics.SpendKind.MEDIA;
import static io.clv.economics.SpendKind.SALARIES;
import static io.clv.economics.SpendKind.TOOLS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AcquisitionCostsTest {

    private static final Campaign BRAND = Campaign.of("search", "brand");
    private static final Campaign GENERIC = Campaign.of("search", "generic");
    private static final Campaign SOCIAL = Campaign.of("social");
    private static final Campaign ORGANIC = Campaign.of("organic");

    private static final AcquisitionCosts COSTS = AcquisitionCosts.of(
            List.of(
                    SpendItem.of(BRAND, MEDIA, usd("1000")),
                    SpendItem.of(GENERIC, MEDIA, usd("3000")),
                    SpendItem.of(Campaign.of("search"), FEES, usd("800")),
                    SpendItem.of(SOCIAL, MEDIA, usd("2000")),
                    SpendItem.shared(SALARIES, usd("3400")),
                    SpendItem.shared(TOOLS, usd("680"))),
            newcomers(BRAND, 60, GENERIC, 40, SOCIAL, 30, ORGANIC, 70));

    @Test
    void everythingSpentIsLoadedOnWhoCame() {
        // Search shares its fees of 800 by media, 1:3, so 200 and 600. Brand then bears 1200, generic 3600, social 2000
        // of 6800; salaries are half of that and tools a tenth: 600, 1800, 1000 and 120, 360, 200.
        assertThat(COSTS.campaign(BRAND).spend())
                .containsExactly(
                        Map.entry(MEDIA, usd("1000")),
                        Map.entry(FEES, usd("200")),
                        Map.entry(SALARIES, usd("600")),
                        Map.entry(TOOLS, usd("120")));
        // 1920 / 60
        assertThat(COSTS.campaign(BRAND).cac()).contains(usd("32"));
        // (3000 + 600 + 1800 + 360) / 40 = 5760 / 40
        assertThat(COSTS.campaign(GENERIC).cac()).contains(usd("144"));
        assertThat(COSTS.campaign(GENERIC).mediaCac()).contains(usd("75"));
        // (2000 + 1000 + 200) / 30
        assertThat(COSTS.channel("social").cac()).contains(usd("106.67"));
        // (1920 + 5760) / 100
        assertThat(COSTS.channel("search").cac()).contains(usd("76.80"));
    }

    @Test
    void paidAndBlendedAreApart() {
        // 10880 in all; 60 + 40 + 30 customers of paid channels, and 70 who came by themselves.
        assertThat(COSTS.paid().loaded()).isEqualTo(usd("10880"));
        assertThat(COSTS.paid().customers()).isEqualTo(130);
        assertThat(COSTS.paid().cac()).contains(usd("83.69"));
        assertThat(COSTS.blended().customers()).isEqualTo(200);
        assertThat(COSTS.blended().cac()).contains(usd("54.40"));
        assertThat(COSTS.channel("organic").cac()).contains(usd("0"));
    }

    @Test
    void theyExplainThemselves() {
        assertThat(COSTS.explain()).isEqualTo("""
                paid: USD 10880.00 for 130 customers, USD 83.69 each
                blended, with 70 customers who came without spend: USD 10880.00 for 200 customers, USD 54.40 each
                media alone would say USD 46.15 a paid customer: the rest is fees USD 800.00, salaries USD 3400.00, tools USD 680.00
                organic: USD 0.00 for 70 customers, USD 0.00 each
                search: USD 7680.00 for 100 customers, USD 76.80 each
                social: USD 3200.00 for 30 customers, USD 106.67 each
                """);
        assertThat(COSTS)
                .hasToString("paid USD 83.69 a customer (paid: USD 10880.00 for 130 customers), blended USD 54.40 a"
                        + " customer (blended: USD 10880.00 for 200 customers)");
    }

    @Test
    void aCampaignThatWonNobodyHasNoCost() {
        AcquisitionCosts costs =
                AcquisitionCosts.of(List.of(SpendItem.of(SOCIAL, MEDIA, usd("10"))), newcomers(ORGANIC, 1));
        assertThat(costs.campaign(SOCIAL).cac()).isEmpty();
        assertThat(costs.campaign(SOCIAL)).hasToString("no customer (social: USD 10.00 for 0 customers)");
        assertThat(costs.paid().cac()).isEmpty();
        assertThat(costs.blended().cac()).contains(usd("10"));
    }

    @Test
    void aChannelWithoutMediaSharesByWhoCame() {
        Campaign blog = Campaign.of("content", "blog");
        Campaign talks = Campaign.of("content", "talks");
        AcquisitionCosts costs = AcquisitionCosts.of(
                List.of(SpendItem.of(Campaign.of("content"), SALARIES, usd("100"))), newcomers(blog, 3, talks, 1));
        assertThat(costs.campaign(blog).loaded()).isEqualTo(usd("75"));
        assertThat(costs.campaign(talks).loaded()).isEqualTo(usd("25"));
    }

    @Test
    void newcomersAreThoseWhoFirstBoughtInTime() {
        Ledger ledger = Ledger.of(
                Money.currency("USD"),
                List.of(
                        new Transaction("early", LocalDate.of(2024, 12, 31), usd("1")),
                        new Transaction("early", LocalDate.of(2025, 1, 5), usd("1")),
                        new Transaction("first", LocalDate.of(2025, 1, 1), usd("1")),
                        new Transaction("last", LocalDate.of(2025, 1, 31), usd("1")),
                        new Transaction("nobody", LocalDate.of(2025, 1, 9), usd("1")),
                        new Transaction("late", LocalDate.of(2025, 2, 1), usd("1"))));
        CustomerTable customers = ledger.summarize(
                LocalDate.of(2025, 3, 1),
                LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));
        JoinedAttributes joined = Attributes.builder()
                .categoryColumn("channel")
                .categoryColumn("campaign")
                .category("channel", "first", "search")
                .category("campaign", "first", "brand")
                .category("channel", "last", "search")
                .category("channel", "late", "search")
                .category("channel", "early", "search")
                .build()
                .join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
        LocalDate from = LocalDate.of(2025, 1, 1);
        LocalDate through = LocalDate.of(2025, 1, 31);

        Newcomers came = Newcomers.of(joined, "channel", "campaign", from, through);
        assertThat(came.counts())
                .containsExactly(
                        Map.entry(Campaign.of("(unknown)"), 1L),
                        Map.entry(Campaign.of("search"), 1L),
                        Map.entry(BRAND, 1L));
        assertThat(came).hasToString("3 newcomers by 3 campaigns");
        assertThat(Newcomers.of(joined, "channel", from, through).counts())
                .containsExactly(Map.entry(Campaign.of("(unknown)"), 1L), Map.entry(Campaign.of("search"), 2L));
        refused(
                () -> Newcomers.of(joined, "channel", through, from),
                "the last day of acquisition must not be before the first, 2025-01-31, but was 2025-01-01");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(() -> Campaign.of(" ", "x"), "channel of a campaign must not be blank");
        refused(() -> new SpendItem("", "x", MEDIA, usd("1")), "spend on campaign 'x' must name its channel");
        refused(() -> SpendItem.shared(FEES, usd("-1")), "spend must not be negative, but was USD -1.00");
        refused(
                () -> SpendKind.parse("bribes"),
                "kind of spend must be one of media, fees, salaries, tools, but was 'bribes'");
        refused(
                () -> Newcomers.of(Map.of(BRAND, -1L)),
                "newcomers of search / brand must not be negative, but were -1");
        refused(
                () -> AcquisitionCosts.of(List.of(), newcomers()),
                "a cost of acquisition needs spend, but there was none");
        refused(
                () -> AcquisitionCosts.of(List.of(SpendItem.shared(TOOLS, usd("1"))), newcomers(BRAND, 1)),
                "spend that all channels share must go to channels with spend of their own, but there is none");
        refused(
                () -> COSTS.campaign(Campaign.of("search", "brnd")),
                "there is no campaign 'search / brnd'; campaigns are organic, search / brand, search / generic, social");
        refused(() -> COSTS.channel("tv"), "there is no channel 'tv'; channels are organic, search, social");
        refused(
                () -> AcquisitionCosts.of(
                        List.of(SpendItem.of(BRAND, MEDIA, usd("1")), SpendItem.of(BRAND, MEDIA, Money.parse("EUR 1"))),
                        newcomers()),
                "cannot add USD and EUR: USD 1.00, EUR 1.00");
    }

    @Property
    void noCentIsLostAndOrderIsNoMatter(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1_000_000) Integer> cents,
            @ForAll @IntRange(max = 1_000_000) int shared,
            @ForAll @IntRange(max = 1_000_000) int ofSearch,
            @ForAll Random random) {
        List<SpendItem> items = new ArrayList<>();
        Money total = usd("0");
        for (int i = 0; i < cents.size(); i++) {
            Money amount = Money.ofMinor(cents.get(i), Money.currency("USD"));
            items.add(new SpendItem(i % 2 == 0 ? "search" : "social", "c" + i % 3, SpendKind.values()[i % 4], amount));
            total = total.plus(amount);
        }
        Money all = Money.ofMinor(shared, Money.currency("USD"));
        Money search = Money.ofMinor(ofSearch, Money.currency("USD"));
        items.add(SpendItem.shared(SALARIES, all));
        items.add(SpendItem.of(Campaign.of("search"), FEES, search));
        Newcomers came = newcomers(BRAND, 3, ORGANIC, 5);

        AcquisitionCosts costs = AcquisitionCosts.of(items, came);
        Money sum =
                costs.campaigns().values().stream().map(AcquisitionCost::loaded).reduce(usd("0"), Money::plus);
        assertThat(sum).isEqualTo(total.plus(all).plus(search));
        assertThat(costs.channels().stream().map(AcquisitionCost::loaded).reduce(usd("0"), Money::plus))
                .isEqualTo(sum);
        assertThat(costs.blended().loaded()).isEqualTo(sum);

        Collections.shuffle(items, random);
        assertThat(AcquisitionCosts.of(items, came).campaigns()).isEqualTo(costs.campaigns());
    }
}
