package io.clv.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The comparisons as a Markdown table: how many times the library's time a rival takes. */
final class RatioTable {

    private static final String HEAD = """
            | job | threads | rival | CLV, ns each | rival, ns each | ratio | rounds |
            |---|--:|---|--:|--:|--:|--:|
            """;

    private RatioTable() {}

    /** Each round has a ratio of two medians; the line has the median of these ratios, the least and the greatest. */
    static String of(List<Comparison> comparisons, Map<Cell, Timings> timings) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Comparison comparison : comparisons) {
            Timings clv = timings.get(comparison.clv());
            Timings other = timings.get(comparison.other());
            if (clv == null || other == null) {
                throw new IllegalArgumentException("nothing was measured for " + comparison);
            }
            double[] ratios = IntStream.range(0, Math.min(clv.rounds(), other.rounds()))
                    .mapToDouble(round -> other.median(round) / clv.median(round))
                    .sorted()
                    .toArray();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s | %sx | %s to %s |\n",
                    comparison.job(),
                    comparison.threads(),
                    comparison.rival(),
                    digits(clv.median()),
                    digits(other.median()),
                    digits(Timings.median(ratios)),
                    digits(ratios[0]),
                    digits(ratios[ratios.length - 1])));
        }
        return table.toString();
    }

    /** Three digits that count. */
    static String digits(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
