package io.clv.lifecycle;

import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.PeriodTable;
import io.clv.lifecycle.PlateauLengths.Departure;
import io.clv.lifecycle.PlateauLengths.Outflow;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlateauLengthsTest {

    /** Plateaus of 6, 6 and 8 months that ended, and of 7 and 9 that go on: S(6) = 0.6 and S(8) = 0.3. */
    private static final PeriodTable FIVE = new Months()
            .steady("a", "2024-01", 6, 100)
            .steady("b", "2025-01", 3, 40)
            .steady("b", "2025-04", 6, 100)
            .steady("b", "2025-10", 3, 30)
            .steady("c", "2024-06", 8, 100)
            .steady("d", "2025-06", 7, 200)
            .steady("e", "2025-04", 9, 100)
            .bought("f", "2024-03-10", 900)
            .table();

    private static final PlateauLengths LENGTHS = PlateauLengths.of(FIVE);

    @Test
    void lengthsAreKaplanMeiers() {
        assertThat(LENGTHS.plateaus()).isEqualTo(5);
        assertThat(LENGTHS.ended()).isEqualTo(3);
        assertThat(LENGTHS.beganWithLog()).isEqualTo(1);
        assertThat(LENGTHS.survival(6).value()).isEqualTo(0.6, within(1e-15));
        assertThat(LENGTHS.survival(8).value()).isEqualTo(0.3, within(1e-15));
        assertThat(LENGTHS.median()).contains(Span.months(8));
        assertThat(LENGTHS.quantile(percent(40))).contains(Span.months(6));
        assertThat(LENGTHS.quantile(percent(80))).isEmpty();
        assertThat(LENGTHS.medianInterval(percent(90))).isEmpty();
        assertThat(LENGTHS.medianGrowth()).contains(Span.months(0));
        assertThat(LENGTHS).hasToString("5 plateaus, 3 ended, half last 8 months");
    }

    @Test
    void tellsWhoLeaves() {
        assertThat(LENGTHS.flowingOut())
                .containsExactly(new Outflow("b", LENGTHS.plateau("b").orElseThrow(), Money.of(30, "USD")));
        List<Departure> departures = LENGTHS.aboutToLeave(2);
        assertThat(departures).extracting(Departure::id).containsExactly("d", "e");
        // 1 - S(9) / S(7) = 1 - 0.3 / 0.6, of 200.
        assertThat(departures.get(0).chance().orElseThrow().value()).isEqualTo(0.5, within(1e-15));
        assertThat(departures.get(0).atRisk()).isEqualTo(Money.of(100, "USD"));
        assertThat(departures.get(1).chance()).isEmpty();
        assertThat(departures.get(1).atRisk()).isEqualTo(Money.zero(Money.currency("USD")));
    }

    @Test
    void findsThePlateauOfACustomer() {
        assertThat(LENGTHS.plateau("b"))
                .contains(new Plateau(LocalDate.of(2025, 4, 1), 3, 6, Money.of(100, "USD"), Plateau.Then.FLOWS_OUT));
        assertThat(LENGTHS.plateau("f")).isEmpty();
        assertThat(LENGTHS.plateau("nobody")).isEmpty();
    }

    @Test
    void explains() {
        assertThat(LENGTHS.explain()).isEqualTo("""
                        6 customers, 5 of them with a plateau; 3 have left it downwards, the others count for as long as they have been seen on it
                        before it: half grow for up to 0 months
                        on it: half stay for 8 months
                        flowing out now: 1 customer
                        changes of income from 20% on, plateaus from 6 periods on, in whole months through 2025-12-31
                        1 plateau began with the log and may be older than seen
                        """);
        PeriodTable few = new Months().steady("a", "2025-01", 12, 5).table();
        assertThat(PlateauLengths.of(few).explain()).contains("on it: less than half are seen to end\n");
        assertThat(PlateauLengths.of(new Months().bought("a", "2025-01-01", 5).table())
                        .explain())
                .isEqualTo(
                        "none of 1 customer has reached a plateau\nchanges of income from 20% on, plateaus from 6 periods on\n");
    }

    @Test
    void smallBusinessesGrowStayForTwoYearsAndMoreAndLeave() {
        PlateauLengths bank = PlateauLengths.of(SmallBusinessBank.simulate(2_000, 7));
        double months = bank.median().orElseThrow().in(ChronoUnit.MONTHS);
        // The last step of the growth is within 20% of the plateau and counts as a part of it.
        assertThat(months).isBetween(27.0, 30.0);
        Interval interval = bank.medianInterval(percent(90)).orElseThrow();
        assertThat(interval.contains(months)).isTrue();
        assertThat(interval.width()).isBetween(0.0, 3.0);
        assertThat(bank.plateaus()).isGreaterThan(1_950);
        assertThat(bank.flowingOut()).isNotEmpty();
        List<Departure> departures = bank.aboutToLeave(6);
        assertThat(departures)
                .isSortedAccordingTo((one, other) -> other.atRisk().compareTo(one.atRisk()));
        assertThat(departures.get(0).chance()).isNotEqualTo(Optional.of(Ratio.ZERO));
    }

    @Test
    void customersWhoAreStillThereDoNotShortenIt() {
        // Of plateaus of 27 months give or take 6, seen for at most 48 months, those that ended are too short.
        PeriodTable early = SmallBusinessBank.simulate(2_000, 7, 48);
        PlateauLengths lengths = PlateauLengths.of(early);
        double endedOnly = IntStream.range(0, early.customers())
                .mapToObj(customer -> IncomeCurve.of(early, customer).plateau())
                .flatMap(Optional::stream)
                .filter(plateau -> plateau.then() == Plateau.Then.FLOWS_OUT)
                .mapToInt(Plateau::periods)
                .average()
                .orElseThrow();
        assertThat(endedOnly).isLessThan(26);
        assertThat(lengths.median().orElseThrow().length()).isBetween(27.0, 30.0);
    }

    @Test
    void refusesWhatIsNoQuestion() {
        assertThatThrownBy(() -> LENGTHS.aboutToLeave(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("periods ahead must be at least 1, but were 0");
        assertThatThrownBy(() -> LENGTHS.survival(-1)).hasMessage("periods must be at least 0, but were -1");
        assertThatThrownBy(() -> LENGTHS.quantile(Ratio.ONE))
                .hasMessage("share of plateaus must be above 0% and below 100%, but was 100%");
    }
}
