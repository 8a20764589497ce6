package io.clv.scenario;

import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OverdispersionTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Money PRICE = Money.parse("USD 1");

    private interface Orders {
        int on(LocalDate day, int number);
    }

    private static PeriodTable history(int days, Orders orders) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        for (int day = 0; day < days; day++) {
            LocalDate date = FIRST.plusDays(day);
            for (int order = orders.on(date, day); order > 0; order--) {
                log.add("customer " + order, date, PRICE);
            }
        }
        return log.build().periods(FIRST.plusDays(days - 1), CalendarGrid.days(), RefundPolicy.REJECT);
    }

    private static int poisson(Random random, double mean) {
        int count = -1;
        for (double time = 0; time <= mean; count++) {
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }

    /** A factor with mean 1, half of its values above by the deviation and half below. */
    private static double factor(Random random, double deviation) {
        return 1 + (random.nextBoolean() ? deviation : -deviation);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void isReadOffAHistory() {
        int near = 0;
        for (int world = 0; world < 60; world++) {
            Random random = new Random(world);
            PeriodTable history = history(400, (date, day) -> poisson(random, 100 * factor(random, 0.2)));
            double estimate = Overdispersion.estimate(history).deviation().value();
            assertThat(estimate).isCloseTo(0.2, within(0.035));
            near += Math.abs(estimate - 0.2) <= 0.02 ? 1 : 0;
        }
        assertThat(near).isGreaterThanOrEqualTo(54);
    }

    @Test
    void chanceAloneIsNone() {
        Random random = new Random(3);
        PeriodTable history = history(400, (date, day) -> poisson(random, 50 + day));
        assertThat(Overdispersion.estimate(history).deviation().value()).isLessThan(0.03);
        // As even as no chance would have it.
        assertThat(Overdispersion.estimate(history(40, (date, day) -> 10)))
                .isEqualTo(new Overdispersion(percent(0), CalendarGrid.days()))
                .hasToString("0.0% a day");
    }

    @Test
    void aSeasonThatIsKnownDoesNotCount() {
        Random random = new Random(4);
        SeasonalIndex week = SeasonalIndex.ofWeek(2, 1, 1, 1, 1, 1, 0);
        PeriodTable history = history(400, (date, day) -> poisson(random, 200 * week.on(date)));
        assertThat(Overdispersion.estimate(history, week).deviation().value()).isLessThan(0.03);
        assertThat(Overdispersion.estimate(history).deviation().value()).isGreaterThan(0.3);
    }

    /** By hand: 10, 16, 10, 16, ... : distances of 6, chance of 1.5 x 13 on average, neighbours' products 140 2/3. */
    @Test
    void isArithmetic() {
        PeriodTable history = history(14, (date, day) -> day % 2 == 0 ? 10 : 16);
        // 13 whole days after the first from 16 to 16, so 11 triples, 6 of them around 10 and 5 around 16.
        double excess = 6 * (36 - 18) + 5 * (36 - 21);
        double squares = 6 * (160 + 160 + 256) / 3.0 + 5 * (160 + 160 + 100) / 3.0;
        assertThat(Overdispersion.estimate(history).deviation().value())
                .isCloseTo(Math.sqrt(excess / (1.5 * squares)), within(1e-12));
    }

    @Test
    void refusesAHistoryThatSaysNothing() {
        assertRefused(
                () -> Overdispersion.estimate(history(12, (date, day) -> 10)),
                "overdispersion needs a history of at least 12 whole periods after the first, but there were 11");
        assertRefused(
                () -> Overdispersion.estimate(history(30, (date, day) -> day == 0 ? 1 : 0)),
                "overdispersion needs a history with purchases, but there were none");
    }
}
