package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.quantity.Ratio;
import io.clv.segment.ConcentrationContrast;
import java.io.PrintWriter;
import java.util.List;

/** The concentration of what came beside that of what was expected. */
final class ConcentrationContrastForReading {

    private static final int STEPS = 10;

    private final ConcentrationContrast contrast;

    ConcentrationContrastForReading(ConcentrationContrast contrast) {
        this.contrast = contrast;
    }

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> table(out);
            case CSV -> rows().csv(out);
            case JSON ->
                line(
                        "{\"realised\":" + ConcentrationForReading.json(contrast.realised()) + ",\n\"expected\":"
                                + ConcentrationForReading.json(contrast.expected()) + ",\n\"curve\":"
                                + rows().json() + "}",
                        out);
        }
    }

    private void table(PrintWriter out) {
        contrast.explain().lines().forEach(each -> line(SafeText.escaped(each), out));
        line("", out);
        TextTable table = new TextTable();
        table.add(List.of("top", "of what came", "of what was expected", "brought by the most promising"));
        for (int step = 1; step <= STEPS; step++) {
            Ratio share = Ratio.of((double) step / STEPS);
            table.add(List.of(
                    Words.decimal(100 * share.value(), 0) + "%",
                    SegmentsForReading.percent(contrast.realised().top(share)),
                    SegmentsForReading.percent(contrast.expected().top(share)),
                    SegmentsForReading.percent(contrast.captured(share))));
        }
        table.lines().forEach(each -> line(each, out));
    }

    private Rows rows() {
        Rows rows = new Rows("top_share_of_customers", "realised", "expected", "captured");
        for (int step = 0; step <= STEPS; step++) {
            Ratio share = Ratio.of((double) step / STEPS);
            rows.add(
                    share.value(),
                    contrast.realised().top(share).value(),
                    contrast.expected().top(share).value(),
                    contrast.captured(share).value());
        }
        return rows;
    }
}
