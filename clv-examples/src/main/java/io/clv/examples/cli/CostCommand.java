package io.clv.examples.cli;

import io.clv.Clv;
import io.clv.btyd.BgNbd;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.economics.AcquisitionCosts;
import io.clv.economics.CampaignEconomics;
import io.clv.economics.LtvToCac;
import io.clv.economics.Newcomers;
import io.clv.economics.SpendItem;
import io.clv.economics.SpendKind;
import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Measure;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv economics cac}: what customers cost by channel and campaign, and what they are worth. */
@Command(
        name = "cac",
        description = {
            "What a customer costs with everything counted, by channel and campaign, paid and blended apart.",
            "SPEND.csv has the columns channel, kind (media, fees, salaries or tools) and amount, and as it may be"
                    + " campaign. A blank campaign is shared by the channel's, a blank channel by all.",
            "LOG.csv has a column with the channel of each customer. --margin or --value adds LTV:CAC and ceilings."
        },
        mixinStandardHelpOptions = true)
final class CostCommand implements Callable<Integer> {

    private static final String DEFAULT_HORIZON = "3 years";

    private final Console console;

    @Parameters(index = "0", paramLabel = "SPEND.csv", description = "what was spent to win customers")
    private String spend = "";

    @Parameters(index = "1", paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Option(
            names = "--channel",
            paramLabel = "COL",
            defaultValue = "channel",
            description = "column of the log with each customer's channel (default: ${DEFAULT-VALUE})")
    private String channel = "channel";

    @Option(
            names = "--campaign",
            paramLabel = "COL",
            description = "column of the log with each customer's campaign (default: campaigns are not told apart)")
    private @Nullable String campaign;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "newcomers are those who first bought on this day or later (default: the log's first)")
    private @Nullable LocalDate from;

    @Option(
            names = "--value",
            paramLabel = "MONEY",
            description = "what a newcomer is worth over a whole life: profit, before the cost of acquisition")
    private @Nullable String value;

    @Option(
            names = "--margin",
            paramLabel = "RATIO",
            description = "gross margin, for the value of a newcomer by bg-nbd and gamma-gamma fitted to the log")
    private @Nullable String margin;

    @Option(names = "--discount", paramLabel = "RATE", description = "of that value, as in 15%%")
    private @Nullable String discount;

    @Option(names = "--horizon", paramLabel = "SPAN", description = "of that value (default: " + DEFAULT_HORIZON + ")")
    private @Nullable String horizon;

    @Option(names = "--target", paramLabel = "RATIO", description = "LTV:CAC that the ceilings keep (default: 3)")
    private @Nullable Double target;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    CostCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Refused.unless(value == null || margin == null, "--value", "and --margin both say what a newcomer is worth");
        Refused.unless(margin != null || discount == null, "--discount", "is of use beside --margin only");
        Refused.unless(margin != null || horizon == null, "--horizon", "is of use beside --margin only");
        Refused.unless(value != null || margin != null || target == null, "--target", "needs --value or --margin");
        boolean campaigns = campaign != null;
        List<SpendItem> items =
                Sheet.read(spend, List.of("channel", "kind", "amount"), console).map(row -> item(row, campaigns));
        LogFile log = input.read(
                file,
                reader -> {
                    reader.category(channel);
                    if (campaign != null) {
                        reader.category(campaign);
                    }
                },
                console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        AcquisitionCosts costs;
        Optional<CampaignEconomics> economics;
        try {
            JoinedAttributes joined = log.attributes().join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
            costs = AcquisitionCosts.of(items, newcomers(joined, log));
            economics = newcomer(customers)
                    .map(estimate -> CampaignEconomics.builder(costs)
                            .lifetimeValue(estimate)
                            .targetRatio(target == null ? LtvToCac.USUAL_TARGET : target)
                            .build());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(InOptions.say(e.getMessage()));
        }
        new CostsForReading(costs, economics).print(format, console.out());
        return 0;
    }

    /** Where campaigns are not told apart, what was spent on one was spent on its channel. */
    private SpendItem item(Sheet.Row row, boolean campaigns) {
        String of = row.text("channel");
        String name = row.text("campaign");
        SpendKind kind = row.get("kind", SpendKind::parse);
        return row.get(
                "amount",
                text -> new SpendItem(of, campaigns ? name : "", kind, Amounts.money(text, input.currency())));
    }

    private Newcomers newcomers(JoinedAttributes joined, LogFile log) {
        LocalDate through = joined.customers().observedThrough();
        LocalDate first = from;
        if (first == null) {
            first = log.ledger().firstDate().orElse(through);
            console.note("newcomers from " + first + ", the first day of the log, because no --from was given");
        }
        return campaign == null
                ? Newcomers.of(joined, channel.strip(), first, through)
                : Newcomers.of(joined, channel.strip(), campaign.strip(), first, through);
    }

    private Optional<Estimate> newcomer(CustomerTable customers) {
        if (value != null) {
            return Optional.of(Estimate.builder("stated", input.currency())
                    .measure(Measure.PROFIT)
                    .part(
                            "lifetime profit",
                            Asked.of("--value", value, text -> Amounts.money(text, input.currency()))
                                    .toDouble())
                    .build());
        }
        if (margin == null) {
            return Optional.empty();
        }
        if (horizon == null) {
            console.note("a newcomer's life counts for " + DEFAULT_HORIZON + ", because no --horizon was given");
        }
        FittedLtv model = Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(Asked.of("--margin", margin, Ratio::parse))
                .discountedAt(
                        Asked.find("--discount", discount, DiscountRate::parse).orElse(DiscountRate.none()))
                .over(Asked.of("--horizon", horizon == null ? DEFAULT_HORIZON : horizon, Span::parse))
                .model();
        Fitting.warnUnlessConverged(model.transactions(), console);
        Fitting.warnUnlessConverged(model.spend(), console);
        return Optional.of(model.newcomer());
    }
}
