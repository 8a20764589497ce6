package io.clv.benchmarks;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Exact ways to add up the values of a portfolio by segment. */
public enum PortfolioSum {

    /** Minor units in a column, as the library's tables keep them, each addition checked for overflow. */
    MINOR_UNITS {
        @Override
        List<Money> totals(Portfolio portfolio) {
            long[] totals = new long[Portfolio.SEGMENTS];
            for (int customer = 0; customer < portfolio.size(); customer++) {
                int segment = portfolio.segments[customer];
                totals[segment] = Math.addExact(totals[segment], portfolio.minorUnits[customer]);
            }
            return LongStream.of(totals)
                    .mapToObj(total -> Money.ofMinor(total, SimulatedLog.CURRENCY))
                    .toList();
        }
    },

    /** {@link Money}, one object a customer. */
    MONEY {
        @Override
        List<Money> totals(Portfolio portfolio) {
            Money[] totals = new Money[Portfolio.SEGMENTS];
            Arrays.fill(totals, Money.zero(SimulatedLog.CURRENCY));
            for (int customer = 0; customer < portfolio.size(); customer++) {
                int segment = portfolio.segments[customer];
                totals[segment] = totals[segment].plus(portfolio.money[customer]);
            }
            return List.of(totals);
        }
    },

    /** {@link BigDecimal}, one object a customer, and neither currency nor scale checked. */
    BIG_DECIMAL {
        @Override
        List<Money> totals(Portfolio portfolio) {
            BigDecimal[] totals = new BigDecimal[Portfolio.SEGMENTS];
            Arrays.fill(totals, BigDecimal.ZERO);
            for (int customer = 0; customer < portfolio.size(); customer++) {
                int segment = portfolio.segments[customer];
                totals[segment] = totals[segment].add(portfolio.decimals[customer]);
            }
            return Stream.of(totals)
                    .map(total -> Money.of(total, SimulatedLog.CURRENCY))
                    .toList();
        }
    };

    abstract List<Money> totals(Portfolio portfolio);

    /**
     * Has all ways show that they agree.
     *
     * @throws IllegalStateException if one does not
     */
    static void verify(Portfolio portfolio) {
        List<Money> expected = MINOR_UNITS.totals(portfolio);
        for (PortfolioSum sum : values()) {
            List<Money> found = sum.totals(portfolio);
            if (!found.equals(expected)) {
                throw new IllegalStateException(
                        sum + " disagrees: " + MINOR_UNITS + " has " + expected + ", but it found " + found);
            }
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
