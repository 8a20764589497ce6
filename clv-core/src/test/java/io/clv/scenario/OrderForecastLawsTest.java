package io.clv.scenario;

import static io.clv.quantity.CalendarGrid.days;
import static io.clv.quantity.Pace.perDay;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.btyd.FuturePurchases;
import io.clv.quantity.Ratio;
import io.clv.scenario.OrderForecast.Part;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every forecast of orders. */
class OrderForecastLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);

    private static OrderForecast forecast(
            long seed, int customers, double pace, double growth, double doubt, double common, boolean modelled) {
        OrderForecastBuilder builder = OrderForecast.over(days(), 10)
                .newcomers(Inflow.of(perDay(pace))
                        .growing(Ratio.of(growth).growthPer(DAYS))
                        .doubted(Ratio.of(doubt))
                        .varying(Ratio.of(doubt)))
                .season(SeasonalIndex.ofWeek(2, 1, 1, 1, 1, 1, 0))
                .overdispersion(new Overdispersion(Ratio.of(common), days()))
                .futures(40)
                .seed(seed);
        if (modelled) {
            builder.customers(Shop.customers()).buying(FuturePurchases.of(BgNbd.of(0.8, 2, 0.5, 2), WEEKS));
        } else {
            builder.customers(customers)
                    .from(FIRST)
                    .buying(OrderRate.of(perDay(0.3)).doubted(Ratio.of(doubt)));
        }
        return builder.forecast();
    }

    @Property(tries = 300)
    void percentilesAreOrdered(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 100_000) int customers,
            @ForAll @DoubleRange(min = 0, max = 500) double pace,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double growth,
            @ForAll @DoubleRange(min = 0, max = 3) double doubt,
            @ForAll @DoubleRange(min = 0, max = 3) double common,
            @ForAll boolean modelled,
            @ForAll @LongRange(min = 0, max = 5000) long capacity) {
        OrderForecast forecast = forecast(seed, customers, pace, growth, doubt, common, modelled);
        DayPassed passed = forecast.dayPassed(capacity);
        long total = 0;
        long before = 0;
        LocalDate day = LocalDate.MIN;
        for (int percent = 3; percent < 98; percent += 5) {
            Ratio percentile = Ratio.percent(percent);
            assertThat(forecast.orders(4, percentile)).isGreaterThanOrEqualTo(before);
            before = forecast.orders(4, percentile);
            assertThat(forecast.total(percentile)).isGreaterThanOrEqualTo(total);
            total = forecast.total(percentile);
            LocalDate then = passed.day(percentile).orElse(LocalDate.MAX);
            assertThat(then).isAfterOrEqualTo(day);
            day = then;
        }
    }

    /** A higher capacity is passed later, and by fewer futures; parts sum to the whole. */
    @Property(tries = 200)
    void partsSumAndCapacitiesAreOrdered(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 10_000) int customers,
            @ForAll @DoubleRange(min = 0, max = 500) double pace,
            @ForAll boolean modelled,
            @ForAll @LongRange(min = 0, max = 3000) long capacity,
            @ForAll @LongRange(min = 0, max = 3000) long more) {
        OrderForecast forecast = forecast(seed, customers, pace, 0.1, 0.2, 0.2, modelled);
        double sum = 0;
        for (Part part : Part.values()) {
            sum += forecast.meanTotal(part);
        }
        assertThat(sum).isCloseTo(forecast.meanTotal(), within(1e-9 * (1 + sum)));
        DayPassed low = forecast.dayPassed(capacity);
        DayPassed high = forecast.dayPassed(capacity + more);
        assertThat(high.never()).isGreaterThanOrEqualTo(low.never());
        Ratio half = Ratio.percent(50);
        assertThat(high.day(half).orElse(LocalDate.MAX))
                .isAfterOrEqualTo(low.day(half).orElse(LocalDate.MAX));
    }
}
