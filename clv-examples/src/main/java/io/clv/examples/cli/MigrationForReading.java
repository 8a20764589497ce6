package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.segment.ExpectedMoves;
import io.clv.segment.Migration;
import java.io.PrintWriter;
import java.util.List;

/** Moves between segments, laid out: in words, or a row for each pair of segments. */
final class MigrationForReading {

    private final Migration migration;

    MigrationForReading(Migration migration) {
        this.migration = migration;
    }

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> migration.explain().lines().forEach(each -> line(SafeText.escaped(each), out));
            case CSV -> moves().csv(out);
            case JSON -> json(out);
        }
    }

    private Rows moves() {
        Rows rows = new Rows("from", "to", "customers", "share", "before", "after", "expected", "surprise");
        for (Migration.Move move : migration.moves()) {
            rows.add(
                    move.from(),
                    move.to(),
                    move.customers(),
                    move.share().value(),
                    SegmentsForReading.amount(move.before()),
                    SegmentsForReading.amount(move.after()),
                    move.expected(),
                    move.surprise());
        }
        return rows;
    }

    private void json(PrintWriter out) {
        Rows newcomers = new Rows("to", "customers", "after");
        List<String> labels = migration.now().labels();
        for (int to = 0; to < labels.size(); to++) {
            newcomers.add(
                    labels.get(to), migration.newcomers(to), SegmentsForReading.amount(migration.valueOfNewcomers(to)));
        }
        line("{\"moves\":" + moves().json() + ",", out);
        line("\"newcomers\":" + newcomers.json() + ",", out);
        line(
                "\"expected\":"
                        + migration
                                .expected()
                                .map(ExpectedMoves::method)
                                .map(Json::text)
                                .orElse("null")
                        + "}",
                out);
    }
}
