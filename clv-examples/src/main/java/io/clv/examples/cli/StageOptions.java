package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;
import io.clv.lifecycle.LifecycleRules;
import io.clv.lifecycle.LifecycleStages;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.Currency;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A log whose customers are put into stages, and by which rules. */
final class StageOptions {

    @Parameters(paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final CurveOptions curve = new CurveOptions();

    @Option(
            names = "--overdue-share",
            paramLabel = "RATIO",
            description = "at risk after a silence longer than this share of gaps (default: 95%%)")
    private @Nullable Ratio share;

    @Option(
            names = "--at-risk-after",
            paramLabel = "SPAN",
            description = "silence of a customer at risk who has no rhythm yet (default: what the gaps of the log say)")
    private @Nullable String atRisk;

    @Option(
            names = "--lost-after",
            paramLabel = "SPAN",
            description = "silence of a lost customer (default: twice that of a customer at risk)")
    private @Nullable String lost;

    @Option(
            names = "--new-for",
            paramLabel = "SPAN",
            description = "time of a new customer (default: until there is something to tell)")
    private @Nullable String young;

    /** The log, folded both ways. */
    record Folded(CustomerTable customers, PeriodTable periods) {}

    Currency currency() {
        return input.currency();
    }

    Folded read(Console console) {
        return curve.read(file, input, console);
    }

    /** The stages, by the rules that were given and what the command adds. */
    LifecycleStages stages(
            Folded folded, Consumer<LifecycleRules.Builder> furtherRules, Consumer<LifecycleStages.Builder> parts) {
        LifecycleRules rules = ReportOptions.wellAsked(() -> {
            LifecycleRules.Builder builder = LifecycleRules.builder().curve(curve.rules());
            if (share != null) {
                builder.overdueShare(share);
            }
            Asked.find("--at-risk-after", atRisk, Span::parse).ifPresent(builder::atRiskAfter);
            Asked.find("--lost-after", lost, Span::parse).ifPresent(builder::lostAfter);
            Asked.find("--new-for", young, Span::parse).ifPresent(builder::newFor);
            furtherRules.accept(builder);
            return builder.build();
        });
        return ReportOptions.asked(() -> {
            LifecycleStages.Builder builder = LifecycleStages.builder(folded.customers(), folded.periods())
                    .rules(rules);
            parts.accept(builder);
            return builder.build();
        });
    }
}
