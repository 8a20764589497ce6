package io.clv.examples.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import picocli.CommandLine.Option;

/** How much of a result is laid out for reading. */
final class TableOptions {

    @Option(
            names = "--limit",
            paramLabel = "N|all",
            defaultValue = "20",
            description = "how many rows a table shows; csv and json have all (default: ${DEFAULT-VALUE})")
    private RowLimit limit = new RowLimit(0);

    /** The most rows to be shown. */
    int limit() {
        return limit.rows();
    }

    /** Rows by a number, the highest first; among equals, in their own order. */
    List<Integer> highest(int size, IntToDoubleFunction number) {
        Comparator<Integer> best = Comparator.<Integer>comparingDouble(number::applyAsDouble)
                .reversed()
                .thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> worstFirst = new PriorityQueue<>(best.reversed());
        for (int row = 0; row < size; row++) {
            worstFirst.add(row);
            if (worstFirst.size() > limit.rows()) {
                worstFirst.remove();
            }
        }
        return worstFirst.stream().sorted(best).toList();
    }

    /** Prints the table, and says so where it does not show all. */
    void print(TextTable table, long all, String noun, String which, PrintWriter out) {
        table.lines().forEach(line -> line(line, out));
        long shown = Math.min(limit.rows(), all);
        if (shown < all) {
            line("", out);
            line(
                    "the " + which + " " + Words.count(shown) + " of " + Words.count(all, noun)
                            + "; --limit all shows all",
                    out);
        }
    }

    static void line(String text, PrintWriter out) {
        out.print(text + "\n");
    }
}
