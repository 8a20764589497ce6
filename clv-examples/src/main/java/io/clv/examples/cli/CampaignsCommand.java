package io.clv.examples.cli;

import static io.clv.ledger.LedgerOptions.collapse;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.economics.CampaignTracking;
import io.clv.economics.MarginCurve;
import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv economics campaigns}: what a campaign's customers bring as they age, against what was expected. */
@Command(
        name = "campaigns",
        description = {
            "What the customers of each campaign have brought, at each age, against what those before them teach.",
            "A bg-nbd model is fitted to what was bought before --from; who first bought from then on is tracked."
        },
        mixinStandardHelpOptions = true)
final class CampaignsCommand implements Callable<Integer> {

    private static final String BEFORE = "(before)";
    private static final String UNKNOWN = "(unknown)";

    private final Console console;

    @Parameters(paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Option(
            names = "--campaign",
            paramLabel = "COL",
            defaultValue = "campaign",
            description = "column of the log with each customer's campaign (default: ${DEFAULT-VALUE})")
    private String campaign = "campaign";

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "the first day of the campaigns")
    private @Nullable LocalDate from;

    @Option(names = "--margin", paramLabel = "RATIO", required = true, description = "gross margin")
    private Ratio margin = Ratio.ONE;

    @Option(
            names = "--cost",
            paramLabel = "CAMPAIGN=MONEY",
            split = ",",
            description = "what winning a campaign's customers cost, as in spring=400")
    private Map<String, String> costs = new TreeMap<>();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    CampaignsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LocalDate first = from == null ? LocalDate.MAX : from;
        LogFile log = input.read(file, reader -> reader.category(campaign), console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        MarginCurve expected = expected(log.ledger(), first);
        PeriodTable days = input.folding().periods(log.ledger(), customers, CalendarGrid.days());
        CampaignTracking tracking = ReportOptions.asked(() -> {
            JoinedAttributes joined = log.attributes().join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
            List<String> labels = new ArrayList<>();
            for (int row = 0; row < customers.size(); row++) {
                labels.add(
                        customers.firstPurchase(row).isBefore(first)
                                ? BEFORE
                                : joined.category(campaign.strip(), row).orElse(UNKNOWN));
            }
            CampaignTracking.Builder builder = CampaignTracking.builder(days, Groups.ofLabels(labels))
                    .grossMargin(margin)
                    .expected(expected);
            costs.forEach((name, text) -> builder.cost(name, ReportOptions.money("--cost", text, input.currency())));
            return builder.build();
        });
        List<CampaignTracking.Line> lines = tracking.lines().stream()
                .filter(line -> !line.name().equals(BEFORE))
                .toList();
        if (lines.isEmpty()) {
            throw new DataException("nobody first bought from " + first + " on");
        }
        StringBuilder text = new StringBuilder();
        tracking.explain()
                .lines()
                .filter(line -> !line.startsWith(BEFORE + ": "))
                .forEach(line -> text.append(line).append('\n'));
        report.print(
                text + "expected: " + expected + "\n",
                List.of("campaign", "age", "customers", "realised", "expected", "currency"),
                rows(lines),
                "age",
                console.out());
        return 0;
    }

    private MarginCurve expected(Ledger ledger, LocalDate first) {
        CustomerTable before = ReportOptions.asked(() ->
                ledger.summarize(first.minusDays(1), collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS)));
        if (before.size() == 0) {
            throw new DataException("nobody bought before " + first + ", so that nothing can be expected");
        }
        Fit<BgNbd> fit = ReportOptions.asked(() -> BgNbd.fit(before));
        Fitting.warnUnlessConverged(fit, console);
        double purchase = before.total().toDouble() / (before.size() + before.repeatPurchases());
        return MarginCurve.of(fit, Money.ofRounded(margin.value() * purchase, before.currency()), ChronoUnit.MONTHS);
    }

    private static List<List<Object>> rows(List<CampaignTracking.Line> lines) {
        List<List<Object>> rows = new ArrayList<>();
        for (CampaignTracking.Line line : lines) {
            for (CampaignTracking.Age age : line.ages()) {
                rows.add(List.of(
                        line.name(),
                        age.age(),
                        age.customers(),
                        age.realised().amount(),
                        age.expected().amount(),
                        age.realised().currency().getCurrencyCode()));
            }
        }
        return rows;
    }
}
