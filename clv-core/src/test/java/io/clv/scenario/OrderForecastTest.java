package io.clv.scenario;

import static io.clv.quantity.CalendarGrid.days;
import static io.clv.quantity.CalendarGrid.months;
import static io.clv.quantity.Pace.perDay;
import static io.clv.quantity.Pace.perWeek;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.FuturePurchases;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.scenario.OrderForecast.Part;
import io.clv.task.Parallelism;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OrderForecastTest {

    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);

    private static final FuturePurchases MODEL = FuturePurchases.of(BgNbd.of(0.243, 4.414, 0.793, 2.426), WEEKS);

    private static OrderForecastBuilder plain(int periods) {
        return OrderForecast.over(days(), periods)
                .from(FIRST)
                .buying(OrderRate.of(perDay(0.5)).losing(percent(10).lossPer(DAYS)))
                .customers(1000);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /**
     * By hand: 1,000 customers order 0.5 a day and a tenth leaves each night: 500, 450, 405. A hundred come on the
     * first day, 120 on the next and 144 on the third; those who came order from the next day on: 0, 50, 105.
     */
    @Test
    void plainRatesAreArithmetic() {
        OrderForecast forecast = plain(3).newcomers(
                        Inflow.of(perDay(100)).growing(percent(20).growthPer(DAYS)))
                .futures(20_000)
                .forecast();
        Map<Part, double[]> expected = Map.of(
                Part.KNOWN, new double[] {500, 450, 405},
                Part.FIRST, new double[] {100, 120, 144},
                Part.AGAIN, new double[] {0, 50, 105});
        expected.forEach((part, means) -> {
            for (int day = 0; day < 3; day++) {
                assertThat(forecast.mean(day, part)).isCloseTo(means[day], within(0.8));
            }
        });
        assertThat(forecast.meanTotal()).isCloseTo(1874, within(1.5));
        assertThat(forecast.meanTotal(Part.AGAIN)).isCloseTo(155, within(0.8));
    }

    /** Poisson with a mean of 500 has a deviation of 22.4; 5% and 95% are 463 and 537. */
    @Test
    void percentilesAreThoseOfChance() {
        OrderForecast forecast = plain(1).futures(20_000).forecast();
        assertThat(forecast.orders(0, percent(5))).isBetween(462L, 464L);
        assertThat(forecast.orders(0, percent(50))).isBetween(499L, 501L);
        assertThat(forecast.orders(0, percent(95))).isBetween(536L, 538L);
    }

    /** mu + c^2 mu^2 with mu = 500 and c = 20%: 500 + 10,000, a deviation of 102.5. */
    @Test
    void overdispersionWidensAPeriod() {
        OrderForecast forecast = plain(1).overdispersion(new Overdispersion(percent(20), days()))
                .futures(20_000)
                .forecast();
        long[] draws = forecast.draws(0);
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws)
                        .mapToDouble(each -> (each - mean) * (each - mean))
                        .sum()
                / draws.length;
        assertThat(mean).isCloseTo(500, within(3.0));
        assertThat(Math.sqrt(variance)).isCloseTo(102.5, within(2.0));
    }

    /** A doubt of 20% does not shrink with the number of customers: the total has a deviation of 20% too. */
    @Test
    void doubtStays() {
        OrderForecast forecast = OrderForecast.over(days(), 100)
                .from(FIRST)
                .buying(OrderRate.of(perDay(1)).doubted(percent(20)))
                .customers(100_000)
                .futures(4000)
                .forecast();
        // The 5th and 95th percentile of Gamma(25, 25).
        assertThat(forecast.total(percent(5)) / 1e7).isCloseTo(0.695, within(0.02));
        assertThat(forecast.total(percent(95)) / 1e7).isCloseTo(1.350, within(0.02));
    }

    @Test
    void aSeasonMovesOrdersFromDayToDay() {
        SeasonalIndex week = SeasonalIndex.ofWeek(2, 1, 1, 1, 1, 1, 0);
        OrderForecast forecast = OrderForecast.over(days(), 7)
                .from(FIRST)
                .buying(OrderRate.of(perDay(0.5)))
                .customers(1000)
                .newcomers(Inflow.of(perDay(100)))
                .season(week)
                .futures(5000)
                .forecast();
        assertThat(forecast.mean(0, Part.KNOWN)).isCloseTo(1000, within(3.0));
        assertThat(forecast.mean(1, Part.KNOWN)).isCloseTo(500, within(3.0));
        assertThat(forecast.mean(0, Part.FIRST)).isCloseTo(200, within(1.0));
        assertThat(forecast.mean(6)).isZero();
    }

    /** The model's customers buy by a clock that the season drives: the week holds what it would hold without. */
    @Test
    void aSeasonMovesTheOrdersOfAModel() {
        OrderForecastBuilder even = OrderForecast.over(days(), 7).buying(MODEL).customers(Shop.customers());
        OrderForecastBuilder uneven = OrderForecast.over(days(), 7)
                .buying(MODEL)
                .customers(Shop.customers())
                .season(SeasonalIndex.ofWeek(7, 0, 0, 0, 0, 0, 0));
        OrderForecast steady = even.futures(2000).forecast();
        OrderForecast mondays = uneven.futures(2000).forecast();
        assertThat(mondays.meanTotal()).isEqualTo(steady.meanTotal());
        assertThat(mondays.mean(0)).isEqualTo(mondays.meanTotal());
        assertThat(steady.from(0)).isEqualTo("2024-07-01");
    }

    @Test
    void theDayPassedIsTheFirstWithMore() {
        OrderForecast forecast = OrderForecast.over(days(), 400)
                .from(FIRST)
                .buying(OrderRate.of(Pace.perDay(0)))
                .newcomers(Inflow.of(perDay(5000)).growing(GROWTH))
                .forecast();
        // 5,000 x 1.02^k passes 500,000 at k = ln(100) / ln(1.02) = 232.6.
        DayPassed passed = forecast.dayPassed(500_000);
        assertThat(passed.day(percent(50)).orElseThrow()).isBetween(FIRST.plusDays(232), FIRST.plusDays(233));
        assertThat(passed.never()).isEqualTo(Ratio.ZERO);
        assertThat(forecast.dayPassed(0).explain())
                .isEqualTo("more than 0 orders a day: with 5% by 2025-03-03, with 50% by 2025-03-03, with 95% by"
                        + " 2025-03-03; in all futures\n");
        DayPassed never = forecast.dayPassed(100_000_000);
        assertThat(never.day(percent(5))).isEmpty();
        assertThat(never.never()).isEqualTo(Ratio.ONE);
        assertThat(never)
                .hasToString("more than 100,000,000 orders a day: with 5% never, with 50% never, with 95% never; in"
                        + " 100.0% of futures never");
        // The sum 5,000 (1.02^n - 1) / 0.02 passes 5,000,000 at n = ln(21) / ln(1.02) = 153.7.
        assertThat(forecast.dayOfOrder(5_000_000).day(percent(50))).contains(FIRST.plusDays(153));
    }

    private static final GrowthRate GROWTH = percent(2).growthPer(DAYS);

    @Test
    void someFuturesNeverPass() {
        OrderForecast forecast = plain(1).forecast();
        DayPassed passed = forecast.dayPassed(500);
        assertThat(passed.never().value()).isBetween(0.4, 0.6);
        assertThat(passed.day(percent(5))).contains(FIRST);
        assertThat(passed.day(percent(95))).isEmpty();
        assertThat(passed.explain())
                .startsWith("more than 500 orders a day: with 5% by 2025-03-03, with 50% ")
                .contains(", with 95% never; in ")
                .endsWith("% of futures never\n");
    }

    @Test
    void theFirstPeriodMayBeCutShort() {
        OrderForecast forecast = OrderForecast.over(months(), 2)
                .from(LocalDate.of(2025, 3, 22))
                .buying(OrderRate.of(perDay(1)))
                .customers(100)
                .forecast();
        assertThat(forecast.from(0)).isEqualTo("2025-03-22");
        assertThat(forecast.through(0)).isEqualTo("2025-03-31");
        assertThat(forecast.from(1)).isEqualTo("2025-04-01");
        assertThat(forecast.mean(0)).isCloseTo(1000, within(6.0));
        assertThat(forecast.mean(1)).isCloseTo(3000, within(11.0));
        assertThat(forecast.assumptions())
                .last()
                .isEqualTo("the first month is cut short, from 2025-03-22 through" + " 2025-03-31");
    }

    @Test
    void whatIsLeftOutIsNamed() {
        assertThat(plain(1).forecast().assumptions())
                .containsExactly(
                        "every customer orders 0.5 per day, all alike and by pure chance, and leaves with 10% per day",
                        "the rate of orders is as given: doubt about it is left out",
                        "nobody new comes: future acquisition is left out",
                        "all days are alike: a season is left out",
                        "periods differ by the chance of single customers: overdispersion is left out");
        assertThat(OrderForecast.over(days(), 1)
                        .buying(MODEL)
                        .customers(Shop.customers())
                        .newcomers(Inflow.of(perDay(5)).doubted(percent(10)))
                        .season(SeasonalIndex.ofWeek(1, 1, 1, 1, 1, 1.5, 0.5))
                        .overdispersion(new Overdispersion(percent(5), days()))
                        .forecast()
                        .assumptions())
                .containsExactly(
                        "purchases follow the bg-nbd model, at most one a purchase period of a customer",
                        "the parameters of bg-nbd are as fitted: doubt about them is left out",
                        "newcomers come 5 per day, give or take 10%; their coming is an order, and they buy on as the"
                                + " others do",
                        "a season: days of the week from 0.5 (Sunday) to 1.5 (Saturday)",
                        "the orders of a period have a common factor, give or take 5.0% a day");
    }

    @Test
    void anOverdispersionOfNoneIsNotLeftOut() {
        assertThat(plain(1).overdispersion(new Overdispersion(Ratio.ZERO, days()))
                        .forecast()
                        .assumptions())
                .last()
                .isEqualTo("periods differ by no more than the chance of single customers");
    }

    @Test
    void saysItInWords() {
        OrderForecast forecast = plain(3).newcomers(Inflow.of(perDay(100))).forecast();
        assertThat(forecast).hasToString("orders by day from 2025-03-03 through 2025-03-05, in 400 futures");
        assertThat(forecast.explain().lines().map(line -> line.replaceAll("[0-9][0-9,.]*[0-9]", "#")))
                .containsExactly(
                        "orders by day from #-#-# through #-#-#, in # futures",
                        "# expected in all, nine in ten futures from # to #",
                        "known customers: # (#%)",
                        "first orders of newcomers: # (#%)",
                        "later orders of newcomers: # (#%)",
                        "strongest day: #-#-# with # expected, and at most # in #% of futures",
                        "assumes every customer orders # per day, all alike and by pure chance, and leaves with #% per"
                                + " day",
                        "assumes the rate of orders is as given: doubt about it is left out",
                        "assumes newcomers come # per day; their coming is an order, and they buy on as the others do",
                        "assumes the pace of newcomers is as given: doubt about it is left out",
                        "assumes all days are alike: a season is left out",
                        "assumes periods differ by the chance of single customers: overdispersion is left out");
    }

    /** What is added leaves the rest of the draws as they are, and threads change nothing. */
    @Test
    void partsAreDrawnApart() {
        OrderForecastBuilder alone = OrderForecast.over(days(), 5).buying(MODEL).customers(Shop.customers());
        OrderForecastBuilder joined = OrderForecast.over(days(), 5)
                .buying(MODEL)
                .customers(Shop.customers())
                .newcomers(Inflow.of(perWeek(700)))
                .parallelism(Parallelism.of(2));
        OrderForecast one = alone.forecast();
        OrderForecast both = joined.forecast();
        for (int day = 0; day < 5; day++) {
            assertThat(both.mean(day, Part.KNOWN)).isEqualTo(one.mean(day));
        }
        OrderForecast again = OrderForecast.over(days(), 5)
                .buying(MODEL)
                .newcomers(Inflow.of(perWeek(700)))
                .from(LocalDate.of(2024, 7, 1))
                .forecast();
        assertThat(again.meanTotal(Part.AGAIN)).isEqualTo(both.meanTotal(Part.AGAIN));
    }

    @Test
    void refusesWhatIsMissingOrDoesNotGoTogether() {
        assertRefused(() -> OrderForecast.over(days(), 0), "a forecast must be of at least 1 period, but was of 0");
        assertRefused(
                () -> OrderForecast.over(days(), 7).forecast(),
                "a forecast of orders still needs: how customers buy, customers or newcomers, the first day");
        assertRefused(
                () -> OrderForecast.over(days(), 7)
                        .buying(OrderRate.of(perDay(1)))
                        .customers(Shop.customers())
                        .forecast(),
                "a plain rate does not look at histories: give the number of customers");
        assertRefused(
                () -> OrderForecast.over(days(), 7)
                        .buying(MODEL)
                        .customers(7)
                        .from(FIRST)
                        .forecast(),
                "a model needs the histories of its customers, but had their number");
        assertRefused(
                () -> OrderForecast.over(days(), 7)
                        .buying(MODEL)
                        .customers(Shop.customers())
                        .from(FIRST)
                        .forecast(),
                "the first day must be 2024-07-01, the day after the customers were last observed, but was 2025-03-03");
        assertRefused(
                () -> OrderForecast.over(CalendarGrid.years(), 102)
                        .buying(OrderRate.of(perDay(1)))
                        .customers(7)
                        .from(FIRST)
                        .forecast(),
                "a forecast must end within 100 years and hold at most 50000000 periods in all futures, but was to end"
                        + " on 2126-12-31 and hold 40800");
        assertRefused(
                () -> plain(400)
                        .newcomers(Inflow.of(perDay(10)).growing(percent(10).growthPer(DAYS)))
                        .forecast(),
                "newcomers must be at most 1,000,000,000 a day, but were to be 3.28e+17 by 10 per day, growing 10% per"
                        + " day");
    }

    @Test
    void refusesWhatCannotBe() {
        OrderForecastBuilder builder = OrderForecast.over(days(), 7);
        assertRefused(() -> builder.futures(19), "futures must be at least 20, but were 19");
        assertRefused(() -> builder.customers(-1), "customers must be from 0 to 10000000000, but were -1");
        assertRefused(
                () -> builder.overdispersion(new Overdispersion(percent(5), CalendarGrid.weeks(DayOfWeek.MONDAY))),
                "overdispersion must be of days, as the forecast is, but was of weeks");
        assertRefused(
                () -> builder.buying(OrderRate.of(perDay(1001))),
                "a customer must order at most 1000 times a day, but was to order 1001 per day");
        builder.futures(20).seed(3).buying(OrderRate.of(perDay(1)));
        assertRefused(() -> builder.futures(30), "the number of futures was already set to 20");
        assertRefused(() -> builder.seed(4), "the seed was already set to 3");
        assertRefused(() -> builder.buying(MODEL), "how customers buy was already set to 1 per day");
        OrderForecast forecast = plain(2).futures(20).forecast();
        assertRefused(
                () -> forecast.orders(0, percent(1)), "futures must be at least 99 for the percentile 1%, but were 20");
        assertRefused(() -> forecast.total(percent(100)), "percentile must be above 0% and below 100%, but was 100%");
        assertRefused(() -> forecast.dayPassed(-1), "capacity must not be negative, but was -1");
        assertRefused(() -> forecast.dayOfOrder(0), "number of an order must be at least 1, but was 0");
        assertRefused(
                () -> Inflow.of(perDay(1)).doubted(percent(-1)),
                "doubt about newcomers must be between 0% and 1000%, but was -1%");
        assertRefused(
                () -> Inflow.of(perDay(1)).varying(percent(1001)),
                "variation of newcomers must be between 0% and 1000%, but was 1001%");
        assertRefused(
                () -> OrderRate.of(perDay(1)).doubted(percent(-1)),
                "doubt about the rate of orders must be between 0% and 1000%, but was -1%");
        assertRefused(
                () -> new Overdispersion(percent(-1), days()),
                "overdispersion must be between 0% and 1000%, but was -1%");
        assertThatThrownBy(() -> forecast.mean(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readsAsItWasSaid() {
        assertThat(Inflow.of(perDay(120))
                        .growing(percent(3).growthPer(DAYS))
                        .varying(percent(20))
                        .doubted(percent(10)))
                .hasToString("120 per day, growing 3% per day, varying 20%, give or take 10%");
        assertThat(OrderRate.of(perDay(0.5)).losing(percent(5).lossPer(DAYS)).doubted(percent(20)))
                .hasToString("0.5 per day, churn 5% per day, give or take 20%");
    }
}
