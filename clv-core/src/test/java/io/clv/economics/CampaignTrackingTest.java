package io.clv.economics;

import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.economics.CampaignTracking.Age;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.ledger.Transaction;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CampaignTrackingTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    private static Transaction buys(String who, int day, String amount) {
        return new Transaction(who, MONDAY.plusDays(day), usd(amount));
    }

    /** Observed for three weeks from Monday; Cay came a week later, Dan after another, by another campaign. */
    private static final Ledger LEDGER = Ledger.of(
            Money.currency("USD"),
            List.of(
                    buys("Ann", 0, "20"),
                    buys("Ann", 7, "10"),
                    buys("Ann", 8, "30"),
                    buys("Bob", 0, "40"),
                    buys("Bob", 21, "10"),
                    buys("Cay", 7, "60"),
                    buys("Cay", 20, "20"),
                    buys("Dan", 15, "100")));

    private static PeriodTable days(CalendarGrid grid) {
        return LEDGER.periods(MONDAY.plusDays(21), grid, RefundPolicy.REJECT);
    }

    private static final Groups CAMPAIGNS = Groups.ofLabels(List.of("spring", "spring", "spring", "radio"));

    private static final MarginCurve EXPECTED =
            MarginCurve.of(WEEKS, List.of(usd("4"), usd("3"), usd("2"))).upfront(usd("18"));

    private static CampaignTracking.Builder builder() {
        return CampaignTracking.builder(days(CalendarGrid.days()), CAMPAIGNS)
                .grossMargin(percent(50))
                .expected(EXPECTED);
    }

    @Test
    void atAnAgeOnlyThoseCountWhoAreThatOld() {
        CampaignTracking tracking =
                builder().cost("spring", usd("80")).cost("radio", usd("10")).build();
        CampaignTracking.Line spring = tracking.lines().get(1);

        // Ann and Bob are 3 weeks old, Cay 2. By age 0: (20 + 40 + 60) / 3 x 50% = 20. By age 1, which holds day 7 and
        // not day 8: (30 + 40 + 60) / 3 x 50% = 21.67; by age 2: (60 + 40 + 80) / 3 x 50% = 30; by age 3 Ann and Bob
        // alone: (60 + 50) / 2 x 50% = 27.50.
        assertThat(spring.ages())
                .containsExactly(
                        new Age(0, 3, usd("20"), usd("18")),
                        new Age(1, 3, usd("21.67"), usd("22")),
                        new Age(2, 3, usd("30"), usd("25")),
                        new Age(3, 2, usd("27.50"), usd("27")));
        // 50% of 60 + 50 + 80
        assertThat(spring.toDate()).isEqualTo(usd("95"));
        assertThat(spring.realised()).isEqualTo(usd("95"));
        assertThat(spring.expected()).isEqualTo(usd("79"));
        // (95 - 80) / 80
        assertThat(spring.roiToDate()).contains(Ratio.of(0.1875));
        // Beyond: 30 - 27, 25 - 27, 40 - 25 = 3, -2, 15: sum 16, mean 5.333, squares 5.444 + 53.778 + 93.444 = 152.667,
        // s = sqrt(152.667 / 2) = 8.737, z = 16 / (8.737 sqrt 3) = 1.0573.
        assertThat(spring.z().orElseThrow()).isCloseTo(1.0573, within(5e-5));
        assertThat(spring.isMoreThanNoise()).isFalse();
        assertThat(tracking.explain()).isEqualTo("""
                radio: 1 customer have brought USD 50.00 for USD 10.00, return so far 400%; at equal age 277.8% of the USD 18.00 expected, within noise
                spring: 3 customers have brought USD 95.00 for USD 80.00, return so far 18.8%; at equal age 120.3% of the USD 79.00 expected, within noise
                margin 50% of what was bought, from the first purchase on
                """.replace("customer have", "customer has"));
        assertThat(tracking).hasToString("2 campaigns tracked at a margin of 50%");
    }

    @Test
    void whatADayTooYoungHasBroughtIsInTheSumToDateOnly() {
        CampaignTracking.Line radio = builder().build().lines().get(0);
        // Dan came on day 15 and is 6 days old.
        assertThat(radio.ages()).containsExactly(new Age(0, 1, usd("50"), usd("18")));
        assertThat(radio.z()).isEmpty();
        assertThat(radio.roiToDate()).isEmpty();

        CampaignTracking.Line all = CampaignTracking.builder(
                        LEDGER.periods(MONDAY.plusDays(20), CalendarGrid.days(), RefundPolicy.REJECT), CAMPAIGNS)
                .grossMargin(percent(50))
                .expected(EXPECTED)
                .build()
                .lines()
                .get(1);
        // On day 20 Cay is 13 days old: her 20 on day 20 belongs to week 2, which is not over. So 30 + 20 + 30 of 95 -
        // 5.
        assertThat(all.toDate()).isEqualTo(usd("90"));
        assertThat(all.realised()).isEqualTo(usd("80"));
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> CampaignTracking.builder(days(CalendarGrid.months()), CAMPAIGNS),
                "tracking needs what was bought by day, as periods(date, CalendarGrid.days(), refunds) gives it, but the"
                        + " table was by month");
        refused(
                () -> CampaignTracking.builder(days(CalendarGrid.days()), Groups.ofLabels(List.of("a"))),
                "campaigns must be of the table's 4 customers, but were of 1");
        refused(
                () -> CampaignTracking.builder(days(CalendarGrid.days()), CAMPAIGNS)
                        .build(),
                "tracking still needs: the gross margin");
        refused(
                () -> CampaignTracking.builder(days(CalendarGrid.days()), CAMPAIGNS)
                        .grossMargin(percent(50))
                        .expected("spring", EXPECTED)
                        .build(),
                "tracking still needs: the expected margin of radio");
        refused(() -> builder().cost("tv", usd("1")), "there is no campaign 'tv'; campaigns are radio, spring");
        refused(() -> builder().cost("radio", Money.parse("EUR 1")), "cannot add USD and EUR: USD 0.00, EUR 1.00");
        refused(() -> builder().cost("radio", usd("1")).cost("radio", usd("1")), "cost of radio was already set");
    }

    @Property(tries = 200)
    void theLastWholeAgesSumToWhatIsRealised(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 400) Integer> days) {
        List<Transaction> log = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            log.add(buys("C" + i % 5, days.get(i), "1.37"));
        }
        Ledger ledger = Ledger.of(Money.currency("USD"), log);
        PeriodTable table = ledger.periods(MONDAY.plusDays(400), CalendarGrid.days(), RefundPolicy.REJECT);
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < table.customers(); row++) {
            labels.add(row % 2 == 0 ? "a" : "b");
        }
        CampaignTracking tracking = CampaignTracking.builder(table, Groups.ofLabels(labels))
                .grossMargin(Ratio.ONE)
                .expected(EXPECTED)
                .build();
        Money toDate =
                tracking.lines().stream().map(CampaignTracking.Line::toDate).reduce(usd("0"), Money::plus);
        assertThat(toDate).isEqualTo(ledger.total());
        for (CampaignTracking.Line line : tracking.lines()) {
            assertThat(line.realised().compareTo(line.toDate())).isLessThanOrEqualTo(0);
            List<Age> ages = line.ages();
            assertThat(ages.get(0).customers()).isEqualTo(line.customers());
            for (int k = 1; k < ages.size(); k++) {
                assertThat(ages.get(k).customers())
                        .isLessThanOrEqualTo(ages.get(k - 1).customers());
            }
        }
    }
}
