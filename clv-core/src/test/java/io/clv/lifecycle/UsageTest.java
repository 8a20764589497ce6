package io.clv.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private static Usage.Builder car() {
        return Usage.of("km").serviceEvery(15_000).lastServiceAt(30_000);
    }

    @Test
    void sevenAndAHalfThousandKilometresAtTwelveHundredAndFiftyAMonthAreSixMonths() {
        Usage usage = car().read(MARCH, 37_500).pace(Pace.perMonth(1_250)).build();
        // 6 x 30.436875 days = 182.62, rounded up to 183
        assertThat(usage.due()).contains(MARCH.plusDays(183));
        assertThat(usage.dueAt()).isEqualTo(45_000);
        assertThat(usage.interval(Ratio.percent(80))).isEmpty();
        assertThat(usage).hasToString("1,250 km a month: service at 45,000 km, 37,500 km read on 2026-03-01");
    }

    @Test
    void aPaceIsReadOffReadings() {
        Usage usage =
                car().read(MARCH, 30_000).read(MARCH.plusDays(100), 35_000).build();
        assertThat(usage.pace().count()).isEqualTo(50);
        assertThat(usage.due()).contains(MARCH.plusDays(300));
        assertThat(usage.interval(Ratio.percent(80))).isEmpty();
    }

    /**
     * Increments of 4,000, 5,000 and 6,000 km in 100 days each: c = 50 a day, v = (1,000^2 + 0 + 1,000^2) / 100 / 2 =
     * 10,000 a day. With 2 degrees of freedom q = 1.885618 at 80% (t = sqrt(2) p / sqrt(1 - p^2) at p = 0.8), q^2 v =
     * 35,555.6. 10,000 km are left: (10,000 - 50 t)^2 = 35,555.6 (t + t^2 / 300) has the roots 144.75 and 290.08.
     */
    @Test
    void theIntervalIsWhereTheBoundsOfUsageReachTheService() {
        Usage usage = Usage.of("km")
                .serviceEvery(25_000)
                .read(MARCH, 0)
                .read(MARCH.plusDays(100), 4_000)
                .read(MARCH.plusDays(200), 9_000)
                .read(MARCH.plusDays(300), 15_000)
                .build();
        LocalDate last = MARCH.plusDays(300);
        assertThat(usage.interval(Ratio.percent(80)))
                .contains(new DateRange(last.plusDays(145), last.plusDays(291), Ratio.percent(80)));
        assertThat(usage.due()).contains(last.plusDays(200));
    }

    @Test
    void aPaceThatMayBeNoneHasNoInterval() {
        Usage usage = Usage.of("km")
                .serviceEvery(25_000)
                .read(MARCH, 0)
                .read(MARCH.plusDays(10), 1)
                .read(MARCH.plusDays(20), 10_000)
                .build();
        assertThat(usage.due()).isPresent();
        assertThat(usage.interval(Ratio.percent(90))).isEmpty();
    }

    @Test
    void whatIsDueIsDueOnTheDayOfTheReading() {
        Usage usage = car().read(MARCH, 46_000).pace(Pace.perMonth(1_000)).build();
        assertThat(usage.due()).contains(MARCH);
    }

    @Test
    void whatStandsStillIsNeverDue() {
        Usage usage = car().read(MARCH, 31_000).read(MARCH.plusDays(30), 31_000).build();
        assertThat(usage.due()).isEmpty();
        assertThat(car().read(MARCH, 31_000).pace(Pace.perYear(1)).build().due())
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.of("km").build())
                .withMessage("usage still needs: service interval, a reading, pace (or two readings and more)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> car().read(MARCH, 31_000).build())
                .withMessage("usage still needs: pace (or two readings and more)");
    }

    @Test
    void contradictionsAreRefused() {
        refused(car -> car.serviceEvery(1), "service interval was already set to 15000.0");
        refused(car -> car.lastServiceAt(1), "last service was already set to 30000.0");
        refused(
                car -> car.read(MARCH, 40_000).read(MARCH, 41_000),
                "readings must go forward, but 41,000 km on 2026-03-01 came after 40,000 km on 2026-03-01");
        refused(
                car -> car.read(MARCH, 40_000).read(MARCH.plusDays(1), 39_999.5),
                "readings must go forward, but 39,999.5 km on 2026-03-02 came after 40,000 km on 2026-03-01");
        refused(car -> car.read(MARCH, -1), "reading on 2026-03-01 must be finite and not negative, but was -1.0");
        refused(car -> car.pace(Pace.perMonth(0)), "pace must be above 0, but was 0 per month");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> car().read(MARCH, 40_000)
                        .read(MARCH.plusDays(1), 40_050)
                        .pace(Pace.perDay(40))
                        .build())
                .withMessage("pace was set to 40 per day, but it can be read off the 2 readings too: give one or the"
                        + " other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.of(" "))
                .withMessage("unit of a usage must have a name, but it was blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.of("km").serviceEvery(0))
                .withMessage("service interval must be finite and above 0 km, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.of("km").lastServiceAt(Double.NaN))
                .withMessage("last service must be finite and not below 0 km, but was NaN");
    }

    private static void refused(UnaryOperator<Usage.Builder> step, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> step.apply(car())).withMessage(message);
    }
}
