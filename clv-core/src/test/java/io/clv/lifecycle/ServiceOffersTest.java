package io.clv.lifecycle;

import static io.clv.ledger.IdPolicy.ALLOW;
import static io.clv.lifecycle.TriggerFigures.refused;
import static io.clv.lifecycle.TriggerFigures.table;
import static io.clv.lifecycle.TriggerFigures.usd;
import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ServiceOffersTest {

    /** Three shops and two villas; the shops have a card or a loan, one of which brought 30 and one 50. */
    private static final CustomerTable CUSTOMERS = table(
            "Ann",
            "2020-12-31",
            "1000",
            "Bob",
            "2023-12-31",
            "600",
            "Cay",
            "2024-12-31",
            "100",
            "Dan",
            "2021-12-31",
            "5000",
            "Eve",
            "2025-06-30",
            "40",
            "Fay",
            "2025-06-30",
            "9");

    private static final Attributes.Builder KNOWN = Attributes.builder()
            .set("services", "Ann", Set.of("card", "loan"))
            .set("services", "Bob", Set.of("card"))
            .set("services", "Cay", Set.of())
            .set("services", "Dan", Set.of("card", "loan", "safe"))
            .set("services", "Eve", Set.of("card"))
            .category("segment", "Ann", "shop")
            .category("segment", "Bob", "shop")
            .category("segment", "Cay", "shop")
            .category("segment", "Dan", "villa")
            .category("segment", "Eve", "villa")
            .category("segment", "Fay", "shop")
            .money("card margin", "Ann", usd("30"))
            .money("card margin", "Bob", usd("50"))
            .money("card margin", "Dan", usd("120"))
            .money("card margin", "Cay", usd("7"));

    private static final JoinedAttributes JOINED = KNOWN.build().join(CUSTOMERS, ALLOW, ALLOW);

    private static final Groups SEGMENTS = JOINED.groups("segment", "none");

    private static ServiceOffers.Builder bank() {
        return ServiceOffers.builder(JOINED, SEGMENTS)
                .services("services")
                .margin("card", "card margin")
                .margin("loan", usd("300"))
                .fewestIdeal(1);
    }

    @Test
    void whatTheIdealUsesAndHeDoesNot() {
        ServiceOffers offers = bank().idealTop(percent(50)).build();
        // Of 3 shops 2 are the ideal, of whom both have the card and one the loan; of 2 villas Dan.
        IdealProfile shop = offers.profiles().get(0);
        assertThat(shop.segment()).isEqualTo("shop");
        assertThat(shop.customers()).isEqualTo(3);
        assertThat(shop.ideal()).isEqualTo(2);
        assertThat(shop.value()).isEqualTo(usd("800"));
        assertThat(shop.age().length()).isCloseTo(2, within(0.01));
        assertThat(shop.services()).isEqualTo(1.5);
        IdealProfile.Line card = shop.lines().get(0);
        assertThat(card.idealShare().value()).isOne();
        assertThat(card.share().value()).isEqualTo(2.0 / 3);
        assertThat(card.peers()).isEqualTo(2);
        assertThat(card.wanted()).isTrue();
        assertThat(shop.lines().get(1).interval()).isEmpty();

        // Means 40 (of 2) and 120 (of 1) about 66.67; s^2 = 200; t^2 = (2 x 711.1 + 2844.4 - 200) / (3 - 5/3) =
        // 3050; w = 2 / (2 + 200/3050) = .968254; .968254 x 40 + .031746 x 66.6667 = 40.8466
        assertThat(card.margin()).isEqualTo(usd("40.85"));
        // v = .031746 x 3050 + .031746^2 x 2233.33 / 3 = 97.5758; 1.644854 x 9.87804
        assertThat(card.interval().orElseThrow().width() / 2).isCloseTo(16.24793, within(1e-4));

        ServiceOffer cay = offers.get(2);
        assertThat(cay.has()).isEmpty();
        assertThat(cay.services())
                .containsExactly(
                        new ServiceOffer.Service("loan", usd("300"), percent(50)),
                        new ServiceOffer.Service("card", usd("40.85"), percent(100)));
        assertThat(cay.toBeWon()).isEqualTo(usd("340.85"));
        assertThat(cay.value()).isEqualTo(usd("100"));
        assertThat(offers.get(1).has()).containsExactly("card");
        assertThat(offers.get(1).toBeWon()).isEqualTo(usd("300"));
        assertThat(offers.get(0).services()).isEmpty();
        assertThat(offers.get(5).services()).isEmpty();
        assertThat(offers.toBeWon(5)).isEqualTo(usd("0"));
        assertThat(offers.first(9)).extracting(ServiceOffer::customer).containsExactly("Cay", "Bob", "Eve");
        assertThat(offers.customers()).isEqualTo(3);
        assertThat(offers.unknown()).isOne();
        assertThat(offers.total()).isEqualTo(usd("940.85"));
        assertThat(offers).hasToString("USD 940.85 a year to be won of 3 customers");
        assertThat(offers.explain()).isEqualTo("""
                USD 940.85 a year to be won of 3 customers, if each took all that he is offered
                shop: 3 customers; the ideal are the 2 who have brought most, USD 800.00 each, 2 years in the base, with 1.5 services
                  card: 100% of the ideal, 66.7% of the segment, USD 40.85 a year (90% interval USD 24.60 to USD 57.09; 2 peers)
                  loan: 50% of the ideal, 33.3% of the segment, USD 300.00 a year as stated
                villa: 2 customers; the ideal is the one who has brought most, USD 5000.00 each, 4 years in the base, with 2 services
                  card: 100% of the ideal, 100% of the segment, USD 116.72 a year (90% interval USD 94.01 to USD 139.42; 1 peer)
                  loan: 100% of the ideal, 50% of the segment, USD 300.00 a year as stated
                1 customer is offered nothing, whose services are not known
                safe is not valued, having no margin: 1 customer uses it
                association: what peers bring who have a service; no chance of acceptance is in it
                """);
    }

    @Test
    void aSmallSegmentTakesTheIdealOfTheBase() {
        ServiceOffers offers = ServiceOffers.builder(JOINED, SEGMENTS)
                .services("services")
                .margin("loan", usd("300"))
                .margin("safe", usd("20"))
                .idealTop(percent(40))
                .fewestIdeal(2)
                .build();
        // Two of five, Ann and Dan: both have the loan and one the safe. One villa of two is too few.
        IdealProfile villa = offers.profiles().get(1);
        assertThat(villa.ofBase()).isTrue();
        assertThat(villa.ideal()).isEqualTo(2);
        assertThat(villa.value()).isEqualTo(usd("3000"));
        assertThat(offers.get(4).services())
                .extracting(ServiceOffer.Service::name)
                .containsExactly("loan", "safe");
        assertThat(offers.explain())
                .contains(
                        "villa: 2 customers; too few to tell, the ideal are the 2 of the base who have brought most,");
    }

    @Test
    void whatBringsNothingIsNotOffered() {
        ServiceOffers offers = ServiceOffers.builder(JOINED, SEGMENTS)
                .services("services")
                .margin("loan", usd("-5"))
                .margin("card", usd("10"))
                .idealTop(percent(100))
                .fewestIdeal(1)
                .build();
        assertThat(offers.get(2).services())
                .extracting(ServiceOffer.Service::name)
                .containsExactly("card");
        assertThat(offers.explain())
                .contains(
                        "  loan: 33.3% of the ideal, 33.3% of the segment, USD -5.00 a year as stated: not offered\n");
    }

    @Test
    void theIdealMayBeThoseStillToBringMost() {
        double[] worth = {1, 900, 2, 3, 4, 5};
        CustomerValues values =
                CustomerValues.builder("stated", CUSTOMERS).amounts(worth).build();
        ServiceOffers offers =
                bank().values(values).idealTop(percent(30)).usedBy(percent(100)).build();
        assertThat(offers.profiles().get(0).value()).isEqualTo(usd("900"));
        assertThat(offers.explain()).contains("the ideal is the one worth most, USD 900.00 each");
        // Bob is the ideal, who has no loan.
        assertThat(offers.get(2).services())
                .extracting(ServiceOffer.Service::name)
                .containsExactly("card");
    }

    @Test
    void whatCannotBeIsRefused() {
        ServiceOffers.Builder none = ServiceOffers.builder(JOINED, SEGMENTS);
        refused(none::build, "offers still need: column of services, margins");
        refused(
                () -> none.services("products"),
                "column must be one of services, segment, card margin, but was 'products'");
        assertThatThrownBy(() -> none.services("segment"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("categories");
        refused(
                () -> ServiceOffers.builder(JOINED, SEGMENTS)
                        .services("services")
                        .margin("lone", usd("3"))
                        .build(),
                "service 'lone' has a margin, but nobody uses it; services used are card, loan, safe");
        refused(
                () -> ServiceOffers.builder(JOINED, SEGMENTS)
                        .services("services")
                        .margin("safe", "card margin")
                        .margin("loan", "card margin")
                        .margin("loan", usd("1")),
                "service 'loan' already has a margin");
        JoinedAttributes without =
                KNOWN.moneyColumn("empty", Money.currency("USD")).build().join(CUSTOMERS, ALLOW, ALLOW);
        refused(
                () -> ServiceOffers.builder(without, SEGMENTS)
                        .services("services")
                        .margin("safe", "empty")
                        .build(),
                "nobody who uses 'safe' has a margin in column 'empty'; one can be stated in its place");
        refused(() -> bank().margin("safe", Money.parse("EUR 1")), "cannot add USD and EUR: USD 0.00, EUR 1.00");
        refused(
                () -> bank().idealTop(percent(0)),
                "share of ideal customers must be above 0% and at most 100%, but was 0%");
        refused(() -> none.fewestIdeal(0), "fewest ideal customers must be at least 1, but were 0");
        refused(
                () -> ServiceOffers.builder(JOINED, Groups.ofLabels(List.of("a"))),
                "segments must have one group for each of the 6 customers, but had 1");
        CustomerValues other = CustomerValues.builder("stated", table("Zoe", "2025-01-01", "1"))
                .amounts(new double[] {1})
                .build();
        refused(
                () -> bank().values(other),
                "values must be of the table that the services were joined to, 6 customers with 0 repeat purchases,"
                        + " observed through 2025-12-31, time in weeks, but were of another, 1 customers with 0 repeat"
                        + " purchases, observed through 2025-12-31, time in weeks");
        refused(() -> bank().build().first(-1), "limit must not be negative, but was -1");
    }

    @Property(tries = 300)
    void nothingIsOfferedTwiceAndSumsAreExact(
            @ForAll @Size(min = 3, max = 25) List<@IntRange(max = 511) Integer> bits,
            @ForAll @IntRange(min = 1, max = 100) int top) {
        List<String> cells = new ArrayList<>();
        Attributes.Builder known = Attributes.builder().set("s", "c00", Set.of("a", "b", "c"));
        List<String> segments = new ArrayList<>();
        for (int i = 0; i < bits.size(); i++) {
            String id = String.format("c%02d", i);
            int bit = bits.get(i);
            cells.addAll(List.of(id, "2025-01-01", "" + (bit >> 3)));
            segments.add(bit % 3 == 0 ? "x" : "y");
            Set<String> services = new HashSet<>();
            for (int service = 0; service < 3; service++) {
                if ((bit >> service & 1) == 1) {
                    services.add("" + (char) ('a' + service));
                }
            }
            if (i > 0 && bit != 7) {
                known.set("s", id, services);
            }
            known.money("m", id, Money.ofMinor(100 + bit, Money.currency("USD")));
        }
        CustomerTable customers = table(cells.toArray(String[]::new));
        ServiceOffers offers = ServiceOffers.builder(
                        known.build().join(customers, ALLOW, ALLOW), Groups.ofLabels(segments))
                .services("s")
                .margin("a", "m")
                .margin("b", usd("7.77"))
                .margin("c", "m")
                .idealTop(percent(top))
                .fewestIdeal(2)
                .build();
        Money total = usd("0");
        for (int row = 0; row < customers.size(); row++) {
            ServiceOffer offer = offers.get(row);
            Money sum = usd("0");
            Money before = usd("1000000");
            for (ServiceOffer.Service each : offer.services()) {
                assertThat(offer.has()).doesNotContain(each.name());
                assertThat(each.margin()).isLessThanOrEqualTo(before);
                before = each.margin();
                sum = sum.plus(each.margin());
            }
            assertThat(offer.toBeWon()).isEqualTo(sum).isEqualTo(offers.toBeWon(row));
            total = total.plus(sum);
        }
        assertThat(offers.total()).isEqualTo(total);
        List<ServiceOffer> ranked = offers.first(100);
        assertThat(ranked).hasSize(offers.customers());
        for (int i = 1; i < ranked.size(); i++) {
            assertThat(ranked.get(i).toBeWon())
                    .isLessThanOrEqualTo(ranked.get(i - 1).toBeWon());
        }
    }
}
