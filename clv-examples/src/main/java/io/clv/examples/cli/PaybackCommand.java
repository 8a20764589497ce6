package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.economics.CostCeiling;
import io.clv.economics.LtvToCac;
import io.clv.economics.MarginCurve;
import io.clv.economics.Payback;
import io.clv.ltv.RetentionCurve;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.LossRate;
import io.clv.quantity.Measure;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv economics payback}: when a customer has paid back what it cost to win him. */
@Command(
        name = "payback",
        description = {
            "When a customer has paid back what it cost to win him, weighted by who is still there; it may be never.",
            "  clv economics payback --cac 900 --margin '50 per month' --churn '6%% per month'"
        },
        mixinStandardHelpOptions = true)
final class PaybackCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--cac", paramLabel = "MONEY", required = true, description = "what a customer costs, all told")
    private String cac = "";

    @Option(
            names = "--margin",
            paramLabel = "MONEY",
            required = true,
            description = "the margin of a customer who is there, as in '50 per month'")
    private String margin = "";

    @Option(names = "--churn", paramLabel = "RATE", description = "who leaves, as in '6%% per month'")
    private @Nullable String churn;

    @Option(
            names = "--retention",
            paramLabel = "CURVE",
            description = "who stays, as in '88%%, 92%% then 95%% per month', in the place of --churn")
    private @Nullable String retention;

    @Option(names = "--upfront", paramLabel = "MONEY", description = "margin that a newcomer brings at once")
    private @Nullable String upfront;

    @Option(names = "--discount", paramLabel = "RATE", description = "what a year's wait takes off, as in 15%%")
    private @Nullable String discount;

    @Option(
            names = "--target",
            paramLabel = "RATIO",
            defaultValue = "3",
            description = "LTV:CAC to be kept by what one may pay (default: ${DEFAULT-VALUE})")
    private double target = LtvToCac.USUAL_TARGET;

    @Option(names = "--within", paramLabel = "SPAN", description = "payback to be kept too, as in '12 months'")
    private @Nullable String within;

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    PaybackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DiscountRate rate =
                Asked.find("--discount", discount, DiscountRate::parse).orElse(DiscountRate.none());
        try {
            MarginCurve curve = curve();
            Payback payback =
                    Payback.of(Asked.of("--cac", cac, text -> Amounts.money(text, currency.get())), curve, rate);
            print(payback, ceilings(payback, curve, rate), newcomer(payback, rate));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UsageException(e.getMessage());
        }
        return 0;
    }

    private MarginCurve curve() {
        MoneyRate each = Asked.of("--margin", margin, text -> Amounts.rate(text, currency.get()));
        Refused.unless((churn == null) != (retention == null), "--churn", "or --retention must be given, and one only");
        RetentionCurve stay = retention == null
                ? RetentionCurve.constant(Asked.of("--churn", String.valueOf(churn), LossRate::parse))
                : Asked.of("--retention", retention, RetentionCurve::parse);
        MarginCurve curve = MarginCurve.of(each, stay);
        return upfront == null
                ? curve
                : curve.upfront(Asked.of("--upfront", upfront, text -> Amounts.money(text, currency.get())));
    }

    private static Estimate newcomer(Payback payback, DiscountRate rate) {
        return Estimate.builder("margin curve", payback.cac().currency())
                .measure(Measure.PROFIT)
                .discount(rate)
                .part("margin", payback.lifetimeMargin().toDouble())
                .build();
    }

    private List<CostCeiling> ceilings(Payback payback, MarginCurve curve, DiscountRate rate) {
        List<CostCeiling> ceilings = new ArrayList<>();
        ceilings.add(CostCeiling.atRatio(newcomer(payback, rate), target));
        Asked.find("--within", within, Span::parse)
                .ifPresent(span -> ceilings.add(CostCeiling.atPayback(curve, span, rate)));
        return ceilings;
    }

    private void print(Payback payback, List<CostCeiling> ceilings, Estimate newcomer) {
        Optional<LtvToCac> ratio =
                payback.cac().isZero() ? Optional.empty() : Optional.of(LtvToCac.of(newcomer, payback.cac()));
        if (format == OutputFormat.TABLE) {
            payback.explain().lines().forEach(text -> line(text, console.out()));
            ratio.ifPresent(each ->
                    line("LTV:CAC " + each + ", return " + Words.decimal(100 * each.roi(), 1) + "%", console.out()));
            ceilings.forEach(each -> line("pay " + each, console.out()));
            return;
        }
        CostCeiling least = ceilings.stream().reduce(CostCeiling::and).orElseThrow();
        Rows rows =
                new Rows("cac", "payback", "naive", "unit", "lifetime_margin", "ltv_to_cac", "most_to_pay", "currency");
        rows.add(
                payback.cac().amount(),
                payback.time().map(Span::length).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                payback.naive().map(Span::length).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                payback.naive()
                        .or(payback::time)
                        .map(span -> Words.plural(span.unit()))
                        .orElse(""),
                payback.lifetimeMargin().amount(),
                ratio.map(LtvToCac::ratio).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                least.most().amount(),
                payback.cac().currency().getCurrencyCode());
        if (format == OutputFormat.CSV) {
            rows.csv(console.out());
        } else {
            console.out().print(rows.json() + "\n");
        }
    }
}
