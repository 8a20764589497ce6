package io.clv.report;

import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.report.page.Drawing.Axis;
import io.clv.report.page.Drawing.Unit;
import io.clv.report.page.Figure;
import io.clv.report.page.Grid;
import io.clv.report.page.Grid.Column;
import io.clv.report.page.Part;
import io.clv.report.page.Part.Card;
import io.clv.report.page.Whisker;
import java.util.ArrayList;
import java.util.List;

/** What the base is worth. */
final class ValuePart {

    private final Summary summary;
    private final Texts texts;

    private ValuePart(Summary summary, Texts texts) {
        this.summary = summary;
        this.texts = texts;
    }

    static Part of(ReportRows rows, Texts texts) {
        return new ValuePart(rows.summary(), texts).part();
    }

    private Part part() {
        Part part =
                Part.of("value", texts.get("value.title"), List.of(meaning())).cards(cards());
        return summary.interval()
                .map(this::figure)
                .map(List::of)
                .map(part::figures)
                .orElse(part);
    }

    /** As in "Profit that known customers are still expected to bring, over 52 weeks, discounted at 15% a year." */
    private String meaning() {
        String worth = "worth."
                + (summary.measure() == Measure.PROFIT ? "profit" : "revenue")
                + (summary.basis() == Basis.RESIDUAL_AFTER_OBSERVATION ? ".residual" : ".lifetime");
        String comma = texts.get("list.comma");
        return texts.get(worth) + comma + horizon(summary.horizon()) + comma
                + summary.discount().map(this::discount).orElseGet(() -> texts.get("discount.varies")) + ". "
                + summary.interval()
                        .map(interval ->
                                texts.get("value.interval." + interval.of().label(), interval.level()))
                        .orElseGet(() -> texts.get("value.interval.none"));
    }

    private String horizon(Horizon horizon) {
        return horizon.span()
                .map(span -> texts.get("horizon.over", span))
                .orElseGet(() -> texts.get("horizon.forever"));
    }

    private String discount(DiscountRate discount) {
        return discount.isNone()
                ? texts.get("discount.none")
                : texts.get(
                        discount.continuous() ? "discount.continuous" : "discount.effective",
                        Ratio.of(discount.rate()),
                        new Texts.Word(texts.get("per." + Texts.unit(discount.unit()))));
    }

    private List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        cards.add(card(
                "total",
                texts.headline(summary.total()),
                summary.interval().map(this::range).orElse("")));
        summary.mean().ifPresent(mean -> cards.add(card("mean", texts.money(mean), "")));
        cards.add(card("customers", texts.count(summary.customers()), ""));
        summary.expectedActive()
                .ifPresent(active -> cards.add(card("active", texts.decimal(active, 0), share(active))));
        summary.expectedPurchases()
                .ifPresent(expected -> cards.add(card("expected-purchases", texts.decimal(expected, 0), "")));
        cards.add(card("purchases", texts.count(summary.purchases()), ""));
        cards.add(card("revenue", texts.headline(summary.revenue()), ""));
        return cards;
    }

    private Card card(String key, String value, String note) {
        return new Card(texts.get("value.card." + key), value, note);
    }

    private String share(double active) {
        return summary.customers() == 0 ? "" : texts.get("value.card.share", Ratio.of(active / summary.customers()));
    }

    private String range(Interval interval) {
        return texts.get(
                "value.interval.card",
                interval.level(),
                new Texts.Word(texts.get(
                        "between", new Texts.Word(end(interval.low())), new Texts.Word(end(interval.high())))));
    }

    private String end(double amount) {
        return texts.headline(Money.ofRounded(amount, summary.total().currency()));
    }

    private Figure figure(Interval interval) {
        String axis = texts.get(
                "value.axis", new Texts.Word(texts.currency(summary.total().currency())));
        String title = texts.get("value.interval.title");
        String total = texts.get("value.card.total");
        String low = texts.get("value.interval.low");
        String high = texts.get("value.interval.high");
        return new Figure(
                "value-interval",
                title,
                range(interval),
                new Whisker(
                        new Axis(axis, Unit.MONEY),
                        total,
                        summary.total().toDouble(),
                        low,
                        interval.low(),
                        high,
                        interval.high()),
                new Grid(
                        title,
                        List.of(Column.text(texts.get("column.figure")), Column.figure(texts.get("column.amount"))),
                        List.of(
                                List.of(total, texts.money(summary.total())),
                                List.of(low, money(interval.low())),
                                List.of(high, money(interval.high()))),
                        texts.get("value.rounding")));
    }

    private String money(double amount) {
        return texts.money(Money.ofRounded(amount, summary.total().currency()));
    }
}
