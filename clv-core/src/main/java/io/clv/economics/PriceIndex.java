package io.clv.economics;

import io.clv.quantity.GrowthRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What money buys, month by month: the level of prices, of which only the proportions count. Published levels of a
 * consumer price index hold for their months; beyond the last, prices go on at a rate where one is given. Immutable.
 *
 * <p>{@code real = nominal x level(base) / level(month)}: money of a month in the purchasing power of the base month.
 */
public final class PriceIndex {

    private final NavigableMap<YearMonth, Double> levels;
    private final Optional<GrowthRate> then;

    private PriceIndex(NavigableMap<YearMonth, Double> levels, Optional<GrowthRate> then) {
        this.levels = levels;
        this.then = then;
    }

    /**
     * An index by its levels.
     *
     * @param levels one for each month from the first to the last
     * @return the index
     * @throws IllegalArgumentException if there is no level, one is not above zero or not finite, or a month between is
     *     missing
     */
    public static PriceIndex of(Map<YearMonth, Double> levels) {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a price index needs at least one level, but had none");
        }
        NavigableMap<YearMonth, Double> sorted = new TreeMap<>(levels);
        YearMonth expected = sorted.firstKey();
        for (Map.Entry<YearMonth, Double> each : sorted.entrySet()) {
            if (!each.getKey().equals(expected)) {
                throw new IllegalArgumentException("a price index needs every month from " + sorted.firstKey() + " to "
                        + sorted.lastKey() + ", but " + expected + " is missing");
            }
            double level = each.getValue();
            if (!(level > 0 && Double.isFinite(level))) {
                throw new IllegalArgumentException(
                        "price level of " + each.getKey() + " must be finite and above 0, but was " + level);
            }
            expected = expected.plusMonths(1);
        }
        return new PriceIndex(sorted, Optional.empty());
    }

    /**
     * Prices that rise at a steady rate.
     *
     * @param from the first month
     * @param inflation how prices grow
     * @return the index, 100 in the first month
     */
    public static PriceIndex growing(YearMonth from, GrowthRate inflation) {
        return of(Map.of(from, 100.0)).then(inflation);
    }

    /**
     * The index with prices that go on beyond its last month.
     *
     * @param inflation how prices grow from then on
     * @return the longer index
     * @throws IllegalArgumentException if it goes on already
     */
    public PriceIndex then(GrowthRate inflation) {
        if (then.isPresent()) {
            throw new IllegalArgumentException(
                    "prices beyond " + levels.lastKey() + " were already set to grow at " + then.get());
        }
        return new PriceIndex(levels, Optional.of(inflation));
    }

    /**
     * The level of a month.
     *
     * @param month the month
     * @return above 0
     * @throws IllegalArgumentException if the index does not reach it
     */
    public double level(YearMonth month) {
        Double level = levels.get(month);
        if (level != null) {
            return level;
        }
        YearMonth last = levels.lastKey();
        if (month.isBefore(last) || then.isEmpty()) {
            throw new IllegalArgumentException("price level of " + month + " is not known; the index is from "
                    + levels.firstKey() + " to " + last);
        }
        long months = last.until(month, ChronoUnit.MONTHS);
        return levels.lastEntry().getValue()
                * (1 + then.get().over(Span.months((double) months)).value());
    }

    /**
     * Money of a month in the purchasing power of another.
     *
     * @param amount the nominal amount
     * @param month in which it is paid
     * @param base in whose money it is told
     * @return amount x level(base) / level(month)
     * @throws IllegalArgumentException if the index does not reach a month
     */
    public Money real(Money amount, YearMonth month, YearMonth base) {
        return Money.ofRounded(amount.toDouble() * (level(base) / level(month)), amount.currency());
    }

    /**
     * How prices changed between two months.
     *
     * @param from a month
     * @param to another
     * @return 3% where what cost 100 costs 103
     * @throws IllegalArgumentException if the index does not reach a month
     */
    public Ratio change(YearMonth from, YearMonth to) {
        return Ratio.of(level(to) / level(from) - 1);
    }

    /** "price index from 2024-01 to 2025-12, then 3% per year". */
    @Override
    public String toString() {
        return "price index from " + levels.firstKey() + " to " + levels.lastKey()
                + then.map(rate -> ", then " + rate).orElse("");
    }
}
