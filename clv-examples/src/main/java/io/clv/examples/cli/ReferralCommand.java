package io.clv.examples.cli;

import io.clv.economics.ReferralValue;
import io.clv.ltv.RetentionCurve;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.LossRate;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv economics referral}: what a customer is worth for those whom he brings. */
@Command(
        name = "referral",
        description = "What a customer is worth for those whom he brings, each counted once.",
        mixinStandardHelpOptions = true)
final class ReferralCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--referrals",
            paramLabel = "PACE",
            required = true,
            description = "new customers that a customer brings, as in '0.2 per year'")
    private String referrals = "";

    @Option(names = "--churn", paramLabel = "RATE", required = true, description = "who leaves, as in '20%% per year'")
    private String churn = "";

    @Option(
            names = "--newcomer",
            paramLabel = "MONEY",
            required = true,
            description = "what a newcomer is worth over a whole life: profit, before the cost of acquisition")
    private String newcomer = "";

    @Option(
            names = "--attributable",
            paramLabel = "RATIO",
            required = true,
            description = "of the referred, who would not have come otherwise")
    private Ratio attributable = Ratio.ONE;

    @Option(names = "--saved", paramLabel = "MONEY", description = "what it costs to win one of the others")
    private @Nullable String saved;

    @Option(names = "--reward", paramLabel = "MONEY", description = "paid for each referral that becomes a customer")
    private @Nullable String reward;

    @Option(names = "--discount", paramLabel = "RATE", description = "what a year's wait takes off, as in 10%%")
    private @Nullable String discount;

    @Option(names = "--horizon", paramLabel = "SPAN", description = "how far ahead (default: 100 years)")
    private @Nullable String horizon;

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ReferralCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Money each = ReportOptions.money("--newcomer", newcomer, currency.get());
        ReferralValue.Builder builder = ReferralValue.builder()
                .referrals(Asked.of("--referrals", referrals, Pace::parse))
                .staying(RetentionCurve.constant(Asked.of("--churn", churn, LossRate::parse)))
                .newcomer(Estimate.builder("stated", each.currency())
                        .measure(Measure.PROFIT)
                        .part("lifetime profit", each.toDouble())
                        .build());
        Estimate value = ReportOptions.wellAsked(() -> {
            builder.attributable(attributable);
            ReportOptions.findMoney("--saved", saved, currency.get()).ifPresent(builder::savedAcquisition);
            ReportOptions.findMoney("--reward", reward, currency.get()).ifPresent(builder::reward);
            Asked.find("--discount", discount, DiscountRate::parse).ifPresent(builder::discountedAt);
            Asked.find("--horizon", horizon, Span::parse).ifPresent(builder::over);
            return builder.estimate();
        });
        List<List<Object>> rows = new ArrayList<>();
        value.parts()
                .forEach((part, money) ->
                        rows.add(List.of(part, money.amount(), value.currency().getCurrencyCode())));
        report.print(value.explain(), List.of("part", "amount", "currency"), rows, "part", console.out());
        return 0;
    }
}
