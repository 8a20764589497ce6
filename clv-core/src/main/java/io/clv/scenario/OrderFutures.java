package io.clv.scenario;

import io.clv.btyd.FuturePurchases;
import io.clv.ltv.CustomerBase;
import io.clv.numerics.RandomCounts;
import io.clv.numerics.RandomStream;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Draws the orders of all futures. What all customers have in common in a period, season and overdispersion, makes a
 * clock run faster or slower: customers buy and leave by that clock, so that a day of index 2 holds the purchases of
 * two average days, and what is drawn stays whole numbers with the chance that is theirs.
 *
 * @param calendar the days and periods
 * @param overdispersion the deviation of the common factor of a period
 * @param inflow who is to come; none where nobody is
 * @param futures how many are drawn
 * @param seed which
 * @param parallelism the threads
 */
record OrderFutures(
        OrderCalendar calendar,
        double overdispersion,
        @Nullable Inflow inflow,
        int futures,
        long seed,
        Parallelism parallelism) {

    private static final long COMMON = 0x434F4D4D4FL;
    private static final long COMING = 0x494E464C4FL;
    private static final long RATES = 0x5241544553L;

    private double[][] common() {
        double[][] factors = new double[futures][calendar.periods()];
        for (int future = 0; future < futures; future++) {
            RandomStream random = RandomStream.of(seed ^ COMMON, future);
            Arrays.setAll(factors[future], period -> RandomCounts.factor(random, overdispersion));
        }
        return factors;
    }

    /** The newcomers of each day of a future. */
    private long[] coming(int future, double[] common) {
        long[] coming = new long[calendar.days()];
        Inflow flow = inflow;
        if (flow == null) {
            return coming;
        }
        RandomStream random = RandomStream.of(seed ^ COMING, future);
        double pace = flow.pace().per(ChronoUnit.DAYS).count();
        double growth = dailyLog(flow.growth());
        double level = RandomCounts.factor(random, flow.doubt().value());
        for (int period = 0; period < calendar.periods(); period++) {
            for (int day = calendar.begin(period); day < calendar.end(period); day++) {
                double varying = RandomCounts.factor(random, flow.variation().value());
                double mean = pace * Math.exp(growth * day) * calendar.index(day) * common[period] * level * varying;
                coming[day] = RandomCounts.poisson(random, mean);
            }
        }
        return coming;
    }

    static double dailyLog(GrowthRate growth) {
        return Math.log1p(growth.share()) * Span.days(1).in(growth.unit());
    }

    private long[] byPeriod(long[] byDay) {
        long[] sums = new long[calendar.periods()];
        for (int period = 0; period < sums.length; period++) {
            sums[period] = Arrays.stream(byDay, calendar.begin(period), calendar.end(period))
                    .sum();
        }
        return sums;
    }

    /** By a model. */
    DrawnOrders of(FuturePurchases buying, @Nullable CustomerBase base) {
        double[][] common = common();
        double day = Span.days(1).in(buying.unit());
        double[] lengths = new double[calendar.periods()];
        Arrays.setAll(lengths, period -> calendar.length(period) * day);
        double[][] ends = new double[futures][];
        long[][] first = new long[futures][];
        for (int future = 0; future < futures; future++) {
            double[] factors = common[future];
            ends[future] = new double[lengths.length];
            double end = 0;
            for (int period = 0; period < lengths.length; period++) {
                end += lengths[period] * factors[period];
                ends[future][period] = end;
            }
            first[future] = byPeriod(coming(future, factors));
        }
        long[][] known = base == null
                ? new long[futures][calendar.periods()]
                : buying.ofCustomers(base, ends, seed, parallelism);
        return new DrawnOrders(known, first, buying.ofNewcomers(first, ends, seed, parallelism));
    }

    /**
     * By a rate that is the same for all customers, who leave at the end of a day and order from the day after they
     * came.
     */
    DrawnOrders of(OrderRate rate, long customers) {
        double[][] common = common();
        long[][] known = new long[futures][calendar.periods()];
        long[][] first = new long[futures][];
        long[][] again = new long[futures][calendar.periods()];
        double perDay = rate.orders().per(ChronoUnit.DAYS).count();
        double leaving = rate.churn().per(ChronoUnit.DAYS).share();
        parallelism.run(futures, future -> {
            long[] coming = coming(future, common[future]);
            first[future] = byPeriod(coming);
            RandomStream random = RandomStream.of(seed ^ RATES, future);
            double level = perDay * RandomCounts.factor(random, rate.doubt().value());
            long old = customers;
            long young = 0;
            for (int period = 0; period < calendar.periods(); period++) {
                for (int day = calendar.begin(period); day < calendar.end(period); day++) {
                    double each = level * calendar.index(day) * common[future][period];
                    known[future][period] += RandomCounts.poisson(random, old * each);
                    again[future][period] += RandomCounts.poisson(random, young * each);
                    old -= RandomCounts.binomial(random, old, leaving);
                    young += coming[day] - RandomCounts.binomial(random, young, leaving);
                }
            }
        });
        return new DrawnOrders(known, first, again);
    }
}
