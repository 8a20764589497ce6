package io.clv.examples.cli;

import io.clv.btyd.Fit;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.io.TransactionCsv;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.lifecycle.VisitForecasts;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How next visits are forecast. */
final class ForecastOptions {

    /** What dates are read off. */
    enum Basis {
        /** A model that is fitted to the log. */
        MODEL,
        /** The gaps between the customer's own visits, and where there are too few the model. */
        RHYTHM,
        /** Nothing: visits are no occasion. */
        NONE
    }

    @Option(
            names = "--forecast",
            paramLabel = "model|rhythm|none",
            description = "what next visits are read off: a fitted model; the customer's own gaps, and where there are"
                    + " too few the model; or nothing (default: model)")
    private @Nullable Basis basis;

    @Mixin
    private final FittingOptions fitting = new FittingOptions();

    @Mixin
    private final AcquisitionOptions acquisition = new AcquisitionOptions();

    @Option(
            names = "--horizon",
            paramLabel = "SPAN",
            description = "how far ahead visits are forecast (default: 12 months)")
    private @Nullable String horizon;

    @Option(
            names = "--gaps",
            paramLabel = "N",
            description = "how many gaps between visits make a rhythm of one's own (default: 4)")
    private @Nullable Integer gaps;

    @Option(
            names = "--level",
            paramLabel = "RATIO",
            defaultValue = "80%",
            description = "of the intervals (default: 80%%)")
    private Ratio level = Ratio.percent(80);

    Ratio level() {
        return level;
    }

    Span horizon() {
        return Asked.of("--horizon", horizon == null ? "12 months" : horizon, Span::parse);
    }

    /** Refuses what cannot be, before a log is read. */
    void check() {
        horizon();
        if (basis == Basis.NONE) {
            fitting.requireNoModel("--forecast none fits nothing");
            fitting.requireNoPrior("--forecast none fits nothing");
        }
        Refused.unless(gaps == null || basis == Basis.RHYTHM, "--gaps", "are those of --forecast rhythm");
    }

    void addColumns(TransactionCsv.Builder reader) {
        acquisition.addColumns(reader);
    }

    boolean isAsked() {
        return basis != Basis.NONE;
    }

    /** The forecasts for the customers of a log, by a model that is fitted to them. */
    VisitForecasts of(CustomerTable customers, PeriodTable days, Attributes attributes, Console console) {
        VisitForecasts byModel = byModel(customers, attributes, console);
        return basis == Basis.RHYTHM
                ? ReportOptions.asked(
                        () -> VisitForecasts.byRhythm(days, customers, gaps == null ? 4 : gaps, horizon(), level)
                                .orElse(byModel))
                : byModel;
    }

    private VisitForecasts byModel(CustomerTable customers, Attributes attributes, Console console) {
        TransactionFamily<?> family = ModelNames.transactions(fitting.model(console));
        TableSample sample = new TableSample(customers, acquisition.of(customers, attributes, console), attributes);
        Fit<? extends TransactionModel> fit = Fitting.fit(family, sample, fitting.options());
        Fitting.warnUnlessConverged(fit, console);
        return ReportOptions.asked(
                () -> VisitForecasts.byModel(fit.model(), customers, horizon(), level, Parallelism.available()));
    }

    static PeriodTable days(FoldingOptions folding, Ledger ledger, CustomerTable customers) {
        return folding.periods(ledger, customers, CalendarGrid.days());
    }
}
