package io.clv.segment;

import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.PublicData;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole of CDNOW; every figure was worked out from the log apart from this library. */
class CdnowSegmentsTest {

    private static final LocalDate MIDDLE = LocalDate.of(1997, 9, 30);
    private static final LocalDate END = LocalDate.of(1998, 6, 30);

    private static Ledger log = Ledger.builder(Money.currency("USD")).build();

    @BeforeAll
    static void read() throws IOException {
        Ledger.Builder rows = Ledger.builder(Money.currency("USD"));
        List<String> lines = Files.readAllLines(PublicData.fader("cdnow.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            rows.add(cells[0], LocalDate.parse(cells[1]), Money.parse("USD " + cells[3]));
        }
        log = rows.build();
    }

    @Test
    void aFifthOfTheCustomersBroughtTwoThirds() {
        Concentration concentration = Concentration.of(CustomerAmounts.toDate(log.summarize(END)));

        assertThat(concentration.top(percent(20)).value()).isCloseTo(0.6777738296983115, within(1e-12));
        assertThat(concentration.top(percent(1)).value()).isCloseTo(0.15864732965730374, within(1e-12));
        assertThat(concentration.holding(percent(80)).value()).isCloseTo(0.3264674907470522, within(1e-12));
        assertThat(concentration.gini().orElseThrow()).isCloseTo(0.634571184581596, within(1e-12));
    }

    /** 12,054 of 23,570 bought on one day only, so that nobody scores 2 for frequency. */
    @Test
    void championsBroughtHalf() {
        CustomerTable customers = log.summarize(END);
        Segments segments = Segments.of(
                Rfm.of(customers).groups(RfmScheme.standard()),
                CustomerAmounts.toDate(customers),
                CustomerBase.of(customers));

        assertThat(segments.rows())
                .extracting(segment -> segment.label() + " " + segment.customers())
                .containsExactly(
                        "hibernating 8679",
                        "at risk 762",
                        "cannot lose 6",
                        "about to sleep 3375",
                        "need attention 950",
                        "promising 0",
                        "new 0",
                        "potential loyalists 2421",
                        "loyal 3259",
                        "champions 4118");
        assertThat(segments.rows().get(9).shareOfValue().orElseThrow().value()).isCloseTo(0.5175, within(5e-5));
        assertThat(segments.core().orElseThrow().label()).isEqualTo("champions");
        assertThat(segments.overlooked(percent(20))).extracting(Segment::label).containsExactly("loyal");
    }

    @Test
    void tiersOfRevenue() {
        CustomerTable customers = log.summarize(END);
        CustomerAmounts amounts = CustomerAmounts.toDate(customers);
        Groups tiers = ValueTiers.byQuantile(percent(50), percent(80)).groups(amounts);
        Segments segments = Segments.of(tiers, amounts, CustomerBase.of(customers));

        assertThat(segments.rows()).extracting(Segment::customers).containsExactly(11785, 7072, 4713);
        assertThat(segments.rows())
                .extracting(Segment::value)
                .containsExactly(
                        Money.parse("USD 260250.66"), Money.parse("USD 545550.42"), Money.parse("USD 1694514.55"));
    }

    @Test
    void movesBetweenTheFirstNineMonthsAndTheNext() {
        CustomerTable before = log.summarize(MIDDLE);
        CustomerTable after = log.summarize(END);
        CustomerAmounts then = CustomerAmounts.toDate(before);
        CustomerAmounts now = CustomerAmounts.between(before, after);
        ValueTiers rule = ValueTiers.byThreshold(Money.of(25, "USD"), Money.of(100, "USD"));
        Migration migration = Migration.of(then, rule.groups(then), now, rule.groups(now));

        int[][] moved = new int[3][3];
        for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 3; to++) {
                moved[from][to] = migration.moved(from, to);
            }
        }
        assertThat(moved).isDeepEqualTo(new int[][] {{7610, 570, 123}, {8519, 1729, 646}, {1935, 1065, 1373}});
        assertThat(migration.newcomers(0)).isZero();
    }
}
