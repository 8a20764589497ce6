package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.quantity.Ratio;
import io.clv.segment.Concentration;
import java.io.PrintWriter;
import java.util.List;

/** How much few customers hold, laid out: in words, then the curve from the best customers down. */
final class ConcentrationForReading {

    private static final int TABLE_STEPS = 10;
    private static final int STEPS = 100;

    private final Concentration concentration;

    ConcentrationForReading(Concentration concentration) {
        this.concentration = concentration;
    }

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> table(out);
            case CSV -> rows().csv(out);
            case JSON -> line(json(concentration), out);
        }
    }

    private void table(PrintWriter out) {
        concentration.explain().lines().forEach(each -> line(SafeText.escaped(each), out));
        line("", out);
        TextTable table = new TextTable();
        table.add(List.of("top", "hold"));
        for (Concentration.Point point : concentration.whale(TABLE_STEPS).subList(1, TABLE_STEPS + 1)) {
            table.add(List.of(
                    Words.decimal(100 * point.customers().value(), 0) + "%",
                    SegmentsForReading.percent(point.value())));
        }
        table.lines().forEach(each -> line(each, out));
    }

    private Rows rows() {
        Rows rows = new Rows("top_share_of_customers", "share_of_value");
        for (Concentration.Point point : concentration.whale(STEPS)) {
            rows.add(point.customers().value(), point.value().value());
        }
        return rows;
    }

    static String json(Concentration of) {
        return "{\"value\":" + Json.text(of.amounts().what()) + ",\"currency\":"
                + Json.text(of.amounts().currency().getCurrencyCode()) + ",\"customers\":"
                + of.amounts().size() + ",\"total\":"
                + SegmentsForReading.amount(of.amounts().total())
                + ",\"top_20_percent_hold\":"
                + Json.number(of.top(Ratio.percent(20)).value())
                + ",\"share_that_holds_80_percent\":"
                + Json.number(of.holding(Ratio.percent(80)).value())
                + ",\"gini\":" + SegmentsForReading.number(of.gini())
                + ",\"gini_of_sample\":" + SegmentsForReading.number(of.giniOfSample())
                + ",\"losing\":" + of.losing() + ",\"lost\":" + SegmentsForReading.amount(of.lost())
                + ",\"peak_share_of_customers\":"
                + Json.number(of.peak().customers().value()) + ",\"peak_share_of_value\":"
                + Json.number(of.peak().value().value()) + "}";
    }
}
