package io.clv.benchmarks;

import java.util.Locale;

/**
 * A line of the table: one job, done by the library and by a rival.
 *
 * @param job what is done, on what data
 * @param threads for both
 * @param rival who is compared
 * @param clv the library's cell
 * @param other the rival's cell
 */
record Comparison(String job, int threads, String rival, Cell clv, Cell other) {

    static Comparison aggregation(EngineKind rival, int threads, LogShape shape, CustomerIds ids, int rows) {
        return new Comparison(
                job(shape, ids, rows),
                threads,
                rival.toString(),
                Cell.aggregation(EngineKind.CLV, threads, shape, ids, rows),
                Cell.aggregation(rival, threads, shape, ids, rows));
    }

    /** The bound: a ratio below 1 is the share of the time that reading alone would take. */
    static Comparison bound(int threads, LogShape shape, int rows) {
        return new Comparison(
                job(shape, CustomerIds.PACKABLE, rows),
                threads,
                "reading the columns",
                Cell.aggregation(EngineKind.CLV, threads, shape, CustomerIds.PACKABLE, rows),
                Cell.reading(threads, rows));
    }

    static Comparison portfolio(PortfolioSum clv, int customers) {
        return new Comparison(
                String.format(Locale.ROOT, "%,d values by segment as %s", customers, clv),
                1,
                PortfolioSum.BIG_DECIMAL.toString(),
                Cell.portfolio(clv, customers),
                Cell.portfolio(PortfolioSum.BIG_DECIMAL, customers));
    }

    private static String job(LogShape shape, CustomerIds ids, int rows) {
        return String.format(Locale.ROOT, "%,d rows, %s, %s ids", rows, shape, ids);
    }
}
