package io.clv.examples.cli;

import io.clv.btyd.FittedLtv;
import io.clv.economics.AcquisitionCosts;
import io.clv.economics.CampaignEconomics;
import io.clv.economics.LtvToCac;
import io.clv.economics.Newcomers;
import io.clv.economics.SpendItem;
import io.clv.economics.SpendKind;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.quantity.Estimate;
import io.clv.quantity.Measure;
import io.clv.report.Analysis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was spent by channel, and which channel a customer came by. */
final class ChannelOptions {

    private static final String DEFAULT_COLUMN = "channel";

    @Option(
            names = "--spend-file",
            paramLabel = "SPEND.csv",
            description = "what was spent to win the customers of the log, in the columns channel, kind (media, fees,"
                    + " salaries or tools) and amount, as in clv economics cac")
    private @Nullable String file;

    @Option(
            names = "--channel",
            paramLabel = "COL",
            description = "column of the log with each customer's channel (default: " + DEFAULT_COLUMN + ")")
    private @Nullable String channel;

    private @Nullable List<SpendItem> spend;

    /** Reads what was spent, so that a mistake in it shows before the log is read. */
    void check(Currency currency, Console console) {
        if (file == null) {
            Refused.unlessNull("--channel", channel, "is of use beside --spend-file only");
        } else {
            spend = Sheet.read(file, List.of("channel", "kind", "amount"), console)
                    .map(row -> item(row, currency));
        }
    }

    /** The column to be read from the log. */
    ValueOptions.Column column() {
        return file == null ? ValueOptions.Column.NONE : new ValueOptions.Column("--spend-file", name());
    }

    private String name() {
        return channel == null ? DEFAULT_COLUMN : channel.strip();
    }

    /** The analysis with what channels cost, and what they bring where a newcomer's profit is known. */
    Analysis addTo(Analysis analysis, ValueOptions.Job job, Console console) {
        if (spend == null) {
            return analysis;
        }
        CustomerTable customers = job.base().customers();
        JoinedAttributes joined = job.attributes().join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
        LocalDate first = job.ledger().firstDate().orElse(customers.observedThrough());
        AcquisitionCosts costs =
                AcquisitionCosts.of(spend, Newcomers.of(joined, name(), first, customers.observedThrough()));
        Optional<Estimate> newcomer = newcomer(job, console);
        return newcomer.isEmpty()
                ? analysis.channels(costs)
                : analysis.channels(CampaignEconomics.builder(costs)
                        .lifetimeValue(newcomer.get())
                        .targetRatio(LtvToCac.USUAL_TARGET)
                        .build());
    }

    private static SpendItem item(Sheet.Row row, Currency currency) {
        String channel = row.text("channel");
        SpendKind kind = row.get("kind", SpendKind::parse);
        return row.get("amount", text -> new SpendItem(channel, "", kind, Amounts.money(text, currency)));
    }

    /** What a newcomer is worth over the horizon of the values, if they are profit by a fit. */
    private static Optional<Estimate> newcomer(ValueOptions.Job job, Console console) {
        if (job.fitted().isEmpty()) {
            console.note("channels are shown by cost alone: a formula does not value newcomers by what the log says");
            return Optional.empty();
        }
        FittedLtv model = job.fitted().get();
        Estimate newcomer = ReportOptions.asked(() -> model.newcomer(job.given()));
        if (newcomer.measure() == Measure.REVENUE) {
            console.note("channels are shown by cost alone: no --margin was given, and revenue pays for nothing");
            return Optional.empty();
        }
        return Optional.of(newcomer);
    }
}
