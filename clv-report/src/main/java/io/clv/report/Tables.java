package io.clv.report;

import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.report.Table.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a report as tables, those that have rows alone. */
final class Tables {

    private static final Word ALL = Word.of("cumulative.average");

    private final ReportRows rows;

    Tables(ReportRows rows) {
        this.rows = rows;
    }

    List<Table> all() {
        return Stream.of(
                        summary(),
                        tiers(),
                        concentration(),
                        distribution(),
                        alive(),
                        tracking(),
                        holdOut(),
                        cohorts(),
                        cumulative(),
                        stages(),
                        channels(),
                        actions(),
                        notes())
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private static <R> Table table(
            String name, List<Word> columns, List<R> rows, Function<R, List<@Nullable Object>> cells) {
        return new Table(name, columns, rows.stream().map(cells).toList());
    }

    private static List<Word> columns(String... names) {
        return Arrays.stream(names).map(name -> Word.of("column." + name)).toList();
    }

    /** Unlike those of {@link List#of} cells may hold nothing. */
    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static @Nullable Object orNothing(Optional<?> cell) {
        return cell.orElse(null);
    }

    private static @Nullable Object orNothing(OptionalDouble cell) {
        return cell.isPresent() ? (Object) cell.getAsDouble() : null;
    }

    private static @Nullable Object shareOrNothing(OptionalDouble share) {
        return share.isPresent() ? Ratio.of(share.getAsDouble()) : null;
    }

    private static Word yesOrNo(boolean yes) {
        return Word.of(yes ? "yes" : "no");
    }

    /** A figure and what it is. */
    private static void add(List<List<@Nullable Object>> figures, String name, Object figure) {
        figures.add(cells(Word.of("figure." + name), figure));
    }

    private static void addIfKnown(List<List<@Nullable Object>> figures, String name, Optional<?> figure) {
        figure.ifPresent(known -> add(figures, name, known));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private Table summary() {
        Summary summary = rows.summary();
        List<List<@Nullable Object>> figures = new ArrayList<>();
        add(figures, "customers", summary.customers());
        add(figures, "total", summary.total());
        summary.interval().ifPresent(interval -> {
            figures.add(cells(Word.of("figure.low", interval.level()), money(interval.low())));
            figures.add(cells(Word.of("figure.high", interval.level()), money(interval.high())));
        });
        addIfKnown(figures, "mean", summary.mean());
        add(figures, "measure", worth(summary));
        add(figures, "model", summary.model());
        add(
                figures,
                "horizon",
                summary.horizon().span().<Object>map(span -> span).orElseGet(() -> Word.of("horizon.forever")));
        add(
                figures,
                "discount",
                summary.discount().<Object>map(Tables::discount).orElseGet(() -> Word.of("discount.varies")));
        addIfKnown(figures, "first-purchase", summary.firstPurchase());
        add(figures, "observed-through", summary.observedThrough());
        add(figures, "purchases", summary.purchases());
        add(figures, "revenue", summary.revenue());
        addIfKnown(figures, "expected-active", boxed(summary.expectedActive()));
        addIfKnown(figures, "expected-purchases", boxed(summary.expectedPurchases()));
        addIfKnown(figures, "gross-margin", rows.grossMargin());
        addIfKnown(figures, "acquisition-cost", rows.acquisitionCost());
        rows.holdOut().ifPresent(holdOut -> holdOut(figures, holdOut));
        return new Table("summary", columns("figure", "value-of-figure"), figures);
    }

    private Money money(double amount) {
        return Money.ofRounded(amount, rows.summary().total().currency());
    }

    private static Word discount(DiscountRate rate) {
        return rate.isNone()
                ? Word.of("discount.none")
                : Word.of(
                        rate.continuous() ? "discount.continuous" : "discount.effective",
                        Ratio.of(rate.rate()),
                        Word.of("per." + Texts.unit(rate.unit())));
    }

    private static Word worth(Summary summary) {
        return Word.of("worth." + (summary.measure() == Measure.PROFIT ? "profit" : "revenue") + "."
                + (summary.basis() == Basis.RESIDUAL_AFTER_OBSERVATION ? "residual" : "lifetime"));
    }

    private static void holdOut(List<List<@Nullable Object>> figures, HoldOut holdOut) {
        add(figures, "held-out-from", holdOut.calibratedThrough());
        add(figures, "held-out-customers", holdOut.customers());
        add(figures, "held-out-actual", holdOut.actual());
        add(figures, "held-out-expected", holdOut.expected());
        add(figures, "held-out-error", holdOut.meanAbsoluteError());
        addIfKnown(figures, "held-out-money", holdOut.actualMoney());
        addIfKnown(figures, "held-out-money-expected", holdOut.expectedMoney());
    }

    private Table tiers() {
        return table(
                "tiers",
                columns(
                        "tier",
                        "customers",
                        "share-of-customers",
                        "value",
                        "share-of-value",
                        "mean-value",
                        "least-value"),
                rows.tiers(),
                row -> cells(
                        row.name(),
                        row.customers(),
                        Ratio.of(row.share()),
                        row.value(),
                        shareOrNothing(row.shareOfValue()),
                        orNothing(row.meanValue()),
                        orNothing(row.least())));
    }

    private Table concentration() {
        return table(
                "concentration",
                columns("share-of-customers", "share-of-value"),
                rows.lorenz(),
                row -> cells(Ratio.of(row.shareOfCustomers()), Ratio.of(row.shareOfValue())));
    }

    private Table distribution() {
        return table(
                "distribution",
                columns("from", "to", "customers", "value"),
                rows.values(),
                row -> cells(orNothing(row.from()), orNothing(row.to()), row.customers(), row.value()));
    }

    private Table alive() {
        Word unit = Word.of("unit." + rows.summary().unit().name().toLowerCase(Locale.ROOT));
        return table(
                "alive",
                List.of(
                        Word.of("column.quiet-from", unit),
                        Word.of("column.quiet-to", unit),
                        Word.of("column.frequency-from"),
                        Word.of("column.frequency-to"),
                        Word.of("column.customers"),
                        Word.of("column.mean-alive")),
                rows.alive(),
                row -> cells(
                        row.quietFrom(),
                        row.quietTo(),
                        row.frequencyFrom(),
                        row.frequencyTo(),
                        row.customers(),
                        Ratio.of(row.meanAlive())));
    }

    private Table tracking() {
        return table(
                "tracking",
                columns("through", "actual", "expected", "cumulative-actual", "cumulative-expected", "held-out"),
                rows.tracking(),
                row -> cells(
                        row.through(),
                        row.actual(),
                        row.expected(),
                        row.cumulativeActual(),
                        row.cumulativeExpected(),
                        yesOrNo(row.heldOut())));
    }

    private Table holdOut() {
        return table(
                "hold-out",
                columns("frequency", "and-more", "customers", "actual", "expected"),
                rows.frequencies(),
                row -> cells(row.frequency(), yesOrNo(row.andMore()), row.customers(), row.actual(), row.expected()));
    }

    private Word age() {
        return Word.of("column.age-in", Word.named("unit", rows.cohortUnit()));
    }

    private Table cohorts() {
        return table(
                "cohorts",
                List.of(
                        Word.of("column.cohort"),
                        age(),
                        Word.of("column.customers"),
                        Word.of("column.active-share"),
                        Word.of("column.revenue-per-customer"),
                        Word.of("column.complete")),
                rows.cohorts(),
                row -> cells(
                        row.cohort(),
                        row.age(),
                        row.customers(),
                        Ratio.of(row.activeShare()),
                        row.revenuePerCustomer(),
                        yesOrNo(row.complete())));
    }

    private Table cumulative() {
        return table(
                "cumulative",
                List.of(Word.of("column.cohort"), age(), Word.of("column.customers"), Word.of("column.value-to-date")),
                rows.cumulative(),
                row -> cells(
                        row.cohort().<Object>map(name -> name).orElse(ALL), row.age(), row.customers(), row.value()));
    }

    private Table stages() {
        return table(
                "stages",
                columns("stage", "customers", "share-of-customers", "value"),
                rows.stages(),
                row -> cells(
                        Word.named("stage", row.stage()),
                        row.customers(),
                        Ratio.of(row.share()),
                        orNothing(row.value())));
    }

    private Table channels() {
        return table(
                "channels",
                columns("channel", "customers", "spend", "cac", "ltv", "ltv-to-cac"),
                rows.channels(),
                row -> cells(
                        row.channel(),
                        row.customers(),
                        row.spend(),
                        orNothing(row.cac()),
                        orNothing(row.ltv()),
                        orNothing(row.ltvToCac())));
    }

    private Table actions() {
        return table(
                "actions",
                columns(
                        "customer",
                        "reason",
                        "stage",
                        "value",
                        "at-stake",
                        "alive",
                        "purchases",
                        "revenue",
                        "last-purchase"),
                rows.actions(),
                row -> cells(
                        row.customer(),
                        Word.of("reason." + row.reason().code()),
                        row.stage().map(stage -> Word.named("stage", stage)).orElse(null),
                        row.value(),
                        orNothing(row.atStake()),
                        shareOrNothing(row.alive()),
                        row.purchases(),
                        row.revenue(),
                        row.lastPurchase()));
    }

    /** Everything that is said in words, and what is not there. */
    private Table notes() {
        List<List<@Nullable Object>> notes = new ArrayList<>();
        for (Section section : Section.values()) {
            Word title = Word.of(name(section) + ".title");
            rows.notes(section).forEach(note -> notes.add(cells(title, note)));
            sentences(section).forEach(sentence -> notes.add(cells(title, sentence)));
            if (rows.absent().contains(section)) {
                notes.add(cells(title, Word.of(name(section) + ".absent")));
            }
        }
        return new Table("notes", columns("section", "note"), notes);
    }

    private List<Sentence> sentences(Section section) {
        return switch (section) {
            case ASSUMPTIONS -> rows.assumptions();
            case DIAGNOSIS -> rows.diagnosis();
            default -> List.of();
        };
    }

    private static String name(Section section) {
        return section.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
