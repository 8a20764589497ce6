package io.clv.report;

import io.clv.report.page.Bars;
import io.clv.report.page.Bars.Layout;
import io.clv.report.page.Bars.Series;
import io.clv.report.page.Drawing.Axis;
import io.clv.report.page.Drawing.Mark;
import io.clv.report.page.Drawing.Unit;
import io.clv.report.page.Figure;
import io.clv.report.page.Grid;
import io.clv.report.page.Grid.Column;
import io.clv.report.page.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Customers by stage and by channel, and those to act on. */
final class CustomerParts {

    private CustomerParts() {}

    static Optional<Part> stages(ReportRows rows, Texts texts) {
        List<StageRow> stages = rows.stages();
        if (stages.isEmpty()) {
            return Optional.empty();
        }
        String title = texts.get("stages.title");
        String lead = texts.get("stages.lead");
        List<String> names =
                stages.stream().map(row -> stage(row.stage(), texts)).toList();
        String customers = texts.get("column.customers");
        Bars bars = new Bars(
                Layout.LYING,
                texts.get("stages.axis"),
                names,
                names,
                new Axis(customers, Unit.COUNT),
                List.of(new Series(
                        customers,
                        stages.stream().map(row -> (double) row.customers()).toList())),
                Optional.empty());
        Grid grid = new Grid(
                title,
                List.of(
                        Column.text(texts.get("column.stage")),
                        Column.figure(customers),
                        Column.figure(texts.get("column.share")),
                        Column.figure(texts.get("column.value"))),
                IntStream.range(0, stages.size())
                        .mapToObj(at -> List.of(
                                names.get(at),
                                texts.count(stages.get(at).customers()),
                                texts.share(stages.get(at).share()),
                                stages.get(at).value().map(texts::money).orElseGet(() -> texts.get("none"))))
                        .toList());
        return Optional.of(Part.of("stages", title, List.of(lead))
                .figures(List.of(new Figure("stages-bars", title, lead, bars, grid))));
    }

    /** The stage in the language of the page; stages of other rules go by their own names. */
    private static String stage(String code, Texts texts) {
        return texts.getOr("stage." + code.replace(' ', '-'), code);
    }

    static Optional<Part> channels(ReportRows rows, Texts texts) {
        List<ChannelRow> channels = rows.channels();
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        String title = texts.get("channels.title");
        Part part = Part.of("channels", title, List.of(texts.get("channels.lead")));
        List<ChannelRow> known =
                channels.stream().filter(row -> row.ltvToCac().isPresent()).toList();
        Grid grid = channelGrid(title, channels, texts);
        return Optional.of(
                known.isEmpty()
                        ? part.grids(List.of(grid))
                        : part.figures(List.of(new Figure(
                                "channels-bars",
                                texts.get("channels.ratio"),
                                texts.get("channels.lead"),
                                ratios(known, texts),
                                grid))));
    }

    private static Bars ratios(List<ChannelRow> known, Texts texts) {
        List<String> names = known.stream().map(ChannelRow::channel).toList();
        return new Bars(
                Layout.LYING,
                texts.get("channels.axis"),
                names,
                names,
                new Axis(texts.get("channels.axis.ratio"), Unit.NUMBER),
                List.of(new Series(
                        texts.get("channels.ratio"),
                        known.stream().map(row -> row.ltvToCac().orElseThrow()).toList())),
                Optional.of(new Mark(texts.get("channels.even"), 1)));
    }

    private static Grid channelGrid(String title, List<ChannelRow> channels, Texts texts) {
        String none = texts.get("none");
        return new Grid(
                title,
                List.of(
                        Column.name(texts.get("column.channel")),
                        Column.figure(texts.get("column.customers")),
                        Column.figure(texts.get("column.spend")),
                        Column.figure(texts.get("column.cac")),
                        Column.figure(texts.get("column.ltv")),
                        Column.figure(texts.get("column.ltv-to-cac"))),
                channels.stream()
                        .map(row -> List.of(
                                row.channel(),
                                texts.count(row.customers()),
                                texts.money(row.spend()),
                                row.cac().map(texts::money).orElse(none),
                                row.ltv().map(texts::money).orElse(none),
                                ratio(row.ltvToCac(), none, texts)))
                        .toList());
    }

    private static String ratio(OptionalDouble ratio, String none, Texts texts) {
        return ratio.isPresent() ? texts.decimal(ratio.getAsDouble(), 2) : none;
    }

    static Optional<Part> actions(ReportRows rows, Texts texts) {
        List<ActionRow> actions = rows.actions();
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        String title = texts.get("actions.title");
        String none = texts.get("none");
        Grid grid = new Grid(
                title,
                List.of(
                        Column.name(texts.get("column.customer")),
                        Column.text(texts.get("column.reason")),
                        Column.text(texts.get("column.stage")),
                        Column.figure(texts.get("column.value")),
                        Column.figure(texts.get("column.at-stake")),
                        Column.figure(texts.get("column.alive")),
                        Column.figure(texts.get("column.purchases")),
                        Column.figure(texts.get("column.revenue")),
                        Column.text(texts.get("column.last-purchase"))),
                actions.stream()
                        .map(row -> List.of(
                                row.customer(),
                                texts.get("reason." + row.reason().code()),
                                row.stage().map(code -> stage(code, texts)).orElse(none),
                                texts.money(row.value()),
                                row.atStake().map(texts::money).orElse(none),
                                row.alive().isPresent()
                                        ? texts.share(row.alive().getAsDouble())
                                        : none,
                                texts.count(row.purchases()),
                                texts.money(row.revenue()),
                                texts.date(row.lastPurchase())))
                        .toList());
        return Optional.of(
                Part.of("actions", title, List.of(texts.get("actions.lead"))).grids(List.of(grid)));
    }
}
