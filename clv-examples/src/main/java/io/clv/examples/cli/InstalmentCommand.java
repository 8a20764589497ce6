package io.clv.examples.cli;

import io.clv.economics.CreditRisk;
import io.clv.economics.InstalmentLimits;
import io.clv.economics.InstalmentPlan;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv economics instalments}: a plan, its worth, and the terms that a customer can be granted. */
@Command(
        name = "instalments",
        description = {
            "A plan of instalments, what it is worth when some default, and the terms that a customer can be granted.",
            "  clv economics instalments --amount 1200 --instalments 12 --default '5%% per year' --loss 60%%"
        },
        mixinStandardHelpOptions = true)
final class InstalmentCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--amount", paramLabel = "MONEY", required = true, description = "what is owed at the start")
    private String amount = "";

    @Option(names = "--instalments", paramLabel = "N", required = true, description = "how many")
    private int instalments;

    @Option(
            names = "--every",
            paramLabel = "days|weeks|months|years",
            defaultValue = "months",
            description = "the time between two (default: ${DEFAULT-VALUE})")
    private ChronoUnit every = ChronoUnit.MONTHS;

    @Option(
            names = "--interest",
            paramLabel = "RATIO",
            defaultValue = "0%",
            description = "on what is owed, per period (default: none)")
    private Ratio interest = Ratio.ZERO;

    @Option(
            names = "--default",
            paramLabel = "RATE",
            required = true,
            description = "who stops to pay, as in '5%% per year'; measured, not read off a value")
    private String defaults = "";

    @Option(
            names = "--loss",
            paramLabel = "RATIO",
            required = true,
            description = "of what is then owed, the share that is never recovered")
    private Ratio loss = Ratio.ONE;

    @Option(names = "--discount", paramLabel = "RATE", description = "what a year's wait takes off, as in 8%%")
    private @Nullable String discount;

    @Option(names = "--value", paramLabel = "MONEY", description = "what the customer is worth, as profit")
    private @Nullable String value;

    @Option(names = "--payable", paramLabel = "MONEY", description = "the most he can pay each period")
    private @Nullable String payable;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "36",
            description = "instalments that are ever granted (default: ${DEFAULT-VALUE})")
    private int most = 36;

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    InstalmentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Refused.unless((value == null) == (payable == null), "--value", "and --payable are of use together only");
        Money owed = ReportOptions.money("--amount", amount, currency.get());
        LossRate rate = Asked.of("--default", defaults, LossRate::parse);
        DiscountRate waiting =
                Asked.find("--discount", discount, DiscountRate::parse).orElse(DiscountRate.none());
        ReportOptions.wellAsked(() -> {
            CreditRisk risk = new CreditRisk(rate, loss);
            InstalmentPlan plan = InstalmentPlan.of(owed, instalments, every, interest);
            String text = plan.worth(risk, waiting).explain() + limits(owed, risk, waiting);
            report.print(
                    text,
                    List.of("number", "opening", "interest", "principal", "payment", "closing", "currency"),
                    rows(plan),
                    "instalment",
                    console.out());
            return plan;
        });
        return 0;
    }

    private String limits(Money owed, CreditRisk risk, DiscountRate waiting) {
        if (value == null || payable == null) {
            return "";
        }
        Money worth = ReportOptions.money("--value", value, currency.get());
        InstalmentLimits limits = new InstalmentLimits(worth, risk, waiting, interest, every);
        String largest = limits.largestAmount(instalments)
                .map(money -> "in " + Words.count(instalments, "instalment") + " it carries at most " + money + "\n")
                .orElse("");
        return "\n" + limits.explain(owed, ReportOptions.money("--payable", payable, currency.get()), most) + largest;
    }

    private static List<List<Object>> rows(InstalmentPlan plan) {
        List<List<Object>> rows = new ArrayList<>();
        for (InstalmentPlan.Instalment each : plan.schedule()) {
            rows.add(List.of(
                    each.number(),
                    each.opening().amount(),
                    each.interest().amount(),
                    each.principal().amount(),
                    each.payment().amount(),
                    each.closing().amount(),
                    plan.amount().currency().getCurrencyCode()));
        }
        return rows;
    }
}
