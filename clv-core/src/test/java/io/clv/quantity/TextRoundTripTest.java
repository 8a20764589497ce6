package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Every quantity is the one that its text reads back as, to the last bit. */
@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class TextRoundTripTest {

    @Property
    void ratio(@ForAll(supplier = Draw.AnyDouble.class) double value) {
        Ratio ratio = Ratio.of(value);
        assertThat(Ratio.parse(ratio.toString())).isEqualTo(ratio);
        assertThat(Ratio.parse(Double.toString(value))).isEqualTo(ratio);
    }

    @Property
    void percentIsTheTextWithAPercentSign(@ForAll(supplier = Draw.AnyDouble.class) double percent) {
        assertThat(Ratio.percent(percent)).isEqualTo(Ratio.parse(percent + "%"));
    }

    @Property
    void lossRate(@ForAll(supplier = Draw.Share.class) double share, @ForAll ChronoUnit unit) {
        LossRate rate = LossRate.of(share, unit);
        assertThat(LossRate.parse(rate.toString())).isEqualTo(rate);
    }

    @Property
    void growthRate(@ForAll(supplier = Draw.AnyDouble.class) double share, @ForAll ChronoUnit unit) {
        Assume.that(share > -1);
        GrowthRate rate = GrowthRate.of(share, unit);
        assertThat(GrowthRate.parse(rate.toString())).isEqualTo(rate);
    }

    @Property
    void pace(@ForAll(supplier = Draw.AnyDouble.class) double count, @ForAll ChronoUnit unit) {
        Assume.that(count >= 0);
        Pace pace = Pace.of(count, unit);
        assertThat(Pace.parse(pace.toString())).isEqualTo(pace);
    }

    @Property
    void span(@ForAll(supplier = Draw.AnyDouble.class) double length, @ForAll ChronoUnit unit) {
        Assume.that(length >= 0);
        Span span = Span.of(length, unit);
        assertThat(Span.parse(span.toString())).isEqualTo(span);
    }

    @Property
    void horizon(@ForAll(supplier = Draw.AnyDouble.class) double length, @ForAll ChronoUnit unit) {
        Assume.that(length > 0);
        Horizon horizon = Horizon.over(Span.of(length, unit));
        assertThat(Horizon.parse(horizon.toString())).isEqualTo(horizon).hasSameHashCodeAs(horizon);
    }

    @Property
    void discountRate(
            @ForAll(supplier = Draw.AnyDouble.class) double rate, @ForAll ChronoUnit unit, @ForAll boolean continuous) {
        Assume.that(continuous || rate > -1);
        DiscountRate discount = new DiscountRate(rate, unit, continuous);
        assertThat(DiscountRate.parse(discount.toString())).isEqualTo(discount);
    }

    @Property
    void moneyRate(
            @ForAll(supplier = Draw.AnyLong.class) long minorUnits,
            @ForAll Currency currency,
            @ForAll ChronoUnit unit) {
        MoneyRate rate = MoneyRate.of(Money.ofMinor(minorUnits, currency), unit);
        assertThat(MoneyRate.parse(rate.toString())).isEqualTo(rate);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        Set<String> ids = new TreeSet<>(ZoneId.getAvailableZoneIds());
        return Arbitraries.of(ids).map(ZoneId::of);
    }

    @Property
    void calendarGrid(@ForAll ChronoUnit unit, @ForAll DayOfWeek firstDay, @ForAll("zones") ZoneId zone) {
        CalendarGrid grid = new CalendarGrid(unit, firstDay, zone);
        assertThat(CalendarGrid.parse(grid.toString())).isEqualTo(grid);
    }
}
