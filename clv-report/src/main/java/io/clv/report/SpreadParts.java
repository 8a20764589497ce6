package io.clv.report;

import io.clv.quantity.Money;
import io.clv.report.page.Bars;
import io.clv.report.page.Bars.Layout;
import io.clv.report.page.Bars.Series;
import io.clv.report.page.Drawing.Axis;
import io.clv.report.page.Drawing.Unit;
import io.clv.report.page.Figure;
import io.clv.report.page.Grid;
import io.clv.report.page.Grid.Column;
import io.clv.report.page.Lines;
import io.clv.report.page.Lines.Curve;
import io.clv.report.page.Lines.Point;
import io.clv.report.page.Lines.Style;
import io.clv.report.page.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How value is spread over customers: tiers, concentration, distribution. */
final class SpreadParts {

    /** A curve is read in tenths; its chart has all points. */
    private static final int TENTHS = 10;

    private SpreadParts() {}

    static Optional<Part> tiers(ReportRows rows, Texts texts) {
        List<TierRow> tiers = rows.tiers();
        if (tiers.isEmpty()) {
            return Optional.empty();
        }
        String title = texts.get("tiers.title");
        String lead = texts.get("tiers.lead");
        List<String> names = tiers.stream().map(TierRow::name).toList();
        Series customers = new Series(
                texts.get("tiers.customers"), tiers.stream().map(TierRow::share).toList());
        boolean shared = tiers.stream().allMatch(tier -> tier.shareOfValue().isPresent());
        List<Series> series = shared
                ? List.of(
                        customers,
                        new Series(
                                texts.get("tiers.value"),
                                tiers.stream()
                                        .map(tier -> tier.shareOfValue().orElseThrow())
                                        .toList()))
                : List.of(customers);
        Bars bars = new Bars(
                Layout.UPRIGHT,
                texts.get("tiers.axis"),
                names,
                names,
                new Axis(texts.get("tiers.axis.share"), Unit.SHARE),
                series,
                Optional.empty());
        return Optional.of(Part.of("tiers", title, List.of(lead))
                .figures(List.of(new Figure("tiers-shares", title, lead, bars, tierGrid(title, tiers, texts)))));
    }

    private static Grid tierGrid(String title, List<TierRow> tiers, Texts texts) {
        return new Grid(
                title,
                List.of(
                        Column.name(texts.get("column.tier")),
                        Column.figure(texts.get("column.customers")),
                        Column.figure(texts.get("column.share")),
                        Column.figure(texts.get("column.value")),
                        Column.figure(texts.get("column.mean-value")),
                        Column.figure(texts.get("column.least")),
                        Column.figure(texts.get("column.share-of-value"))),
                tiers.stream()
                        .map(tier -> List.of(
                                tier.name(),
                                texts.count(tier.customers()),
                                texts.share(tier.share()),
                                texts.money(tier.value()),
                                tier.meanValue().map(texts::money).orElseGet(() -> texts.get("none")),
                                tier.least().map(texts::money).orElseGet(() -> texts.get("none")),
                                tier.shareOfValue().isPresent()
                                        ? texts.share(tier.shareOfValue().getAsDouble())
                                        : texts.get("none")))
                        .toList());
    }

    static Optional<Part> concentration(ReportRows rows, Texts texts) {
        List<LorenzPoint> curve = rows.lorenz();
        if (curve.isEmpty()) {
            return Optional.empty();
        }
        String title = texts.get("concentration.title");
        String lead = texts.get("concentration.lead");
        List<Point> points = curve.stream()
                .map(point -> new Point(point.shareOfCustomers(), point.shareOfValue()))
                .toList();
        String customers = texts.get("concentration.axis.customers");
        String value = texts.get("concentration.axis.value");
        Lines lines = new Lines(
                new Axis(customers, Unit.SHARE),
                List.of(),
                new Axis(value, Unit.SHARE),
                List.of(
                        new Curve(texts.get("concentration.curve"), Style.STRONG, points),
                        new Curve(
                                texts.get("concentration.equal"),
                                Style.DASHED,
                                List.of(new Point(0, 0), new Point(1, 1)))),
                Optional.empty(),
                Optional.empty());
        int last = curve.size() - 1;
        Grid grid = new Grid(
                title,
                List.of(Column.figure(customers), Column.figure(value)),
                IntStream.rangeClosed(0, TENTHS)
                        .mapToObj(tenth -> curve.get((int) ((long) last * tenth / TENTHS)))
                        .distinct()
                        .map(point -> List.of(texts.share(point.shareOfCustomers()), texts.share(point.shareOfValue())))
                        .toList());
        return Optional.of(Part.of("concentration", title, List.of(lead))
                .figures(List.of(new Figure("concentration-curve", title, lead, lines, grid))));
    }

    static Optional<Part> distribution(ReportRows rows, Texts texts) {
        List<ValueBin> bins = rows.values();
        if (bins.isEmpty()) {
            return Optional.empty();
        }
        String title = texts.get("distribution.title");
        String lead = texts.get("distribution.lead");
        String currency = texts.currency(rows.summary().total().currency());
        List<String> ranges = bins.stream().map(bin -> range(bin, texts)).toList();
        Bars bars = new Bars(
                Layout.TOUCHING,
                texts.get("distribution.axis", new Texts.Word(currency)),
                bins.stream().map(bin -> edge(bin, texts)).toList(),
                ranges,
                new Axis(texts.get("column.customers"), Unit.COUNT),
                List.of(new Series(
                        texts.get("column.customers"),
                        bins.stream().map(bin -> (double) bin.customers()).toList())),
                Optional.empty());
        Grid grid = new Grid(
                title,
                List.of(
                        Column.text(texts.get("column.range")),
                        Column.figure(texts.get("column.customers")),
                        Column.figure(texts.get("column.value"))),
                IntStream.range(0, bins.size())
                        .mapToObj(at -> List.of(
                                ranges.get(at),
                                texts.count(bins.get(at).customers()),
                                texts.money(bins.get(at).value())))
                        .toList());
        return Optional.of(Part.of("distribution", title, List.of(lead))
                .figures(List.of(new Figure("distribution-bars", title, lead, bars, grid))));
    }

    private static String range(ValueBin bin, Texts texts) {
        Optional<Money> from = bin.from();
        Optional<Money> to = bin.to();
        if (from.isPresent() && to.isPresent()) {
            return texts.get("between", from.get(), to.get());
        }
        return from.map(least -> texts.get("from", least))
                .or(() -> to.map(end -> texts.get("below", end)))
                .orElseGet(() -> texts.get("none"));
    }

    /** What a class of values begins with. */
    private static String edge(ValueBin bin, Texts texts) {
        return bin.from().map(texts::edge).orElseGet(() -> range(bin, texts));
    }
}
