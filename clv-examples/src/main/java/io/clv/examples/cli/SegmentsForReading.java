package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.ltv.ChurnCounts;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.segment.Segment;
import io.clv.segment.Segments;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Segments laid out: those whose customers are worth most first, then all, then what is to be said of them. */
final class SegmentsForReading {

    private final Segments segments;

    SegmentsForReading(Segments segments) {
        this.segments = segments;
    }

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> table(out);
            case CSV -> rows(segments.rows()).csv(out);
            case JSON -> json(out);
        }
    }

    private void table(PrintWriter out) {
        line(
                Words.count(segments.all().customers(), "customer") + " by segment; value is " + segments.what()
                        + ", in " + segments.all().value().currency(),
                out);
        line("", out);
        boolean margin = segments.rows().stream().anyMatch(row -> row.margin().isPresent());
        boolean churn = segments.all().churn().isPresent();
        boolean gone = segments.all().gone().isPresent();
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of("segment", "customers", "share", "value", "of all", "each"));
        add(header, margin, "margin");
        add(header, churn, "churn");
        add(header, gone, "expected gone");
        table.add(header);
        List<Segment> rows = new ArrayList<>(segments.byMeanValue());
        rows.add(segments.all());
        for (Segment row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    row.label(),
                    Words.count(row.customers()),
                    percent(row.shareOfCustomers()),
                    Words.amount(row.value()),
                    row.shareOfValue().map(SegmentsForReading::percent).orElse(""),
                    row.meanValue().map(Words::amount).orElse("")));
            add(cells, margin, row.margin().map(SegmentsForReading::percent).orElse(""));
            add(cells, churn, row.churn().map(counts -> percent(counts.share())).orElse(""));
            add(cells, gone, row.gone().map(SegmentsForReading::percent).orElse(""));
            table.add(cells);
        }
        table.lines().forEach(each -> line(each, out));
        line("", out);
        // What follows the rows in words: from the sum of all on.
        List<String> words = segments.explain().lines().toList();
        words.subList(segments.byMeanValue().size() + 2, words.size())
                .forEach(each -> line(SafeText.escaped(each), out));
        segments.all()
                .churn()
                .ifPresent(counts -> line(
                        "churn: lost of those at risk, within a window of " + counts.window()
                                + "; segments made by what customers did have the churn that they were made by",
                        out));
    }

    private static void add(List<String> cells, boolean shown, String cell) {
        if (shown) {
            cells.add(cell);
        }
    }

    static String percent(Ratio share) {
        return Words.decimal(100 * share.value(), 1) + "%";
    }

    private static Rows rows(List<Segment> segments) {
        Rows rows = new Rows(
                "segment",
                "customers",
                "share_of_customers",
                "value",
                "mean_value",
                "share_of_value",
                "revenue_to_date",
                "margin",
                "churn",
                "churn_lost",
                "churn_at_risk",
                "expected_gone");
        for (Segment each : segments) {
            Optional<ChurnCounts> churn = each.churn();
            rows.add(
                    each.label(),
                    each.customers(),
                    each.shareOfCustomers().value(),
                    amount(each.value()),
                    each.meanValue().<Object>map(SegmentsForReading::amount).orElse(OptionalDouble.empty()),
                    cell(each.shareOfValue()),
                    amount(each.revenueToDate()),
                    cell(each.margin()),
                    cell(churn.map(ChurnCounts::share)),
                    churn.<Object>map(ChurnCounts::lost).orElse(OptionalDouble.empty()),
                    churn.<Object>map(ChurnCounts::atRisk).orElse(OptionalDouble.empty()),
                    cell(each.gone()));
        }
        return rows;
    }

    /** Money as a plain number with the currency's decimals. */
    static Object amount(Money money) {
        return money.amount();
    }

    private static OptionalDouble cell(Optional<Ratio> share) {
        return share.map(each -> OptionalDouble.of(each.value())).orElse(OptionalDouble.empty());
    }

    private void json(PrintWriter out) {
        line(
                "{\"value\":" + Json.text(segments.what()) + ",\"currency\":"
                        + Json.text(segments.all().value().currency().getCurrencyCode()) + ",",
                out);
        line("\"segments\":" + rows(segments.rows()).json() + ",", out);
        line("\"all\":" + rows(List.of(segments.all())).json() + ",", out);
        line("\"herfindahl\":" + number(segments.herfindahl()) + ",", out);
        line("\"core\":" + segments.core().map(core -> Json.text(core.label())).orElse("null") + ",", out);
        line("\"warning\":" + segments.warning().map(Json::text).orElse("null") + ",", out);
        line(
                "\"notes\":["
                        + String.join(
                                ",", segments.notes().stream().map(Json::text).toList()) + "]}",
                out);
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? Json.number(value.getAsDouble()) : "null";
    }
}
