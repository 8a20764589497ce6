package io.clv.examples.cli;

import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.Prior;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.examples.cli.HoldOutOptions.HeldOut;
import io.clv.task.Parallelism;
import io.clv.validation.Baselines;
import io.clv.validation.CohortDrift;
import io.clv.validation.Evaluation;
import io.clv.validation.Forecast;
import io.clv.validation.HoldOutComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv evaluate}: whether a model holds. */
@Command(
        name = "evaluate",
        description = {
            "Cuts a log in two, fits a model to the first part and lays what it forecasts for the second beside what"
                    + " came, and beside forecasts that need no model.",
            "With --compare all models that apply are evaluated side by side."
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    /** Probabilities are averages: more draws than these change them by less than a hundredth. */
    private static final int DRAWS = 100;

    private final Console console;

    @Mixin
    private final HoldOutOptions holdOut = new HoldOutOptions();

    @Mixin
    private final FittingOptions fitting = new FittingOptions();

    @Option(
            names = "--spend-includes-first",
            description = "spend is read off first purchases too, not off repeat purchases alone")
    private boolean spendIncludesFirst;

    @Option(
            names = "--posterior",
            description = "forecast by the average over the parameters' posterior, not by the fit: what is not known of"
                    + " the parameters is in the probabilities. Takes as long as some 100 models")
    private boolean posterior;

    @Option(names = "--compare", description = "all models of purchases side by side, by hold-out and by BIC")
    private boolean compare;

    @Option(
            names = "--models",
            paramLabel = "NAME,...",
            split = ",",
            description = "with --compare: which models, as in bg-nbd,pareto-nbd (default: all)")
    private List<String> models = List.of();

    @Option(
            names = "--show",
            paramLabel = "PART",
            description =
                    "one part of the result, for table and csv: scores, by-frequency, deciles, histogram, tracking"
                            + " or cohorts (default: table shows all but tracking, csv scores)")
    private @Nullable EvaluationPart part;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (compare) {
            String why = "--compare shows the scores of all models; --models names some";
            fitting.requireNoModel(why);
            Refused.unlessNull("--show", part, why);
            Refused.unless(!posterior, "--posterior", "--compare is of fits");
            Refused.unless(!spendIncludesFirst, "--spend-includes-first", "--compare is of purchases alone");
            List<TransactionFamily<?>> families = ModelNames.families(models);
            new HoldOutRanking(comparison(holdOut.read(console), families)).print(format, console.out());
            return 0;
        }
        Refused.unless(models.isEmpty(), "--models", "is of use beside --compare only");
        if (format == OutputFormat.JSON) {
            Refused.unlessNull("--show", part, "json has all parts");
        }
        TransactionFamily<?> family = ModelNames.transactions(fitting.model(console));
        Opportunities.require(family, holdOut.folding());
        HeldOut log = holdOut.read(console);
        Opportunities.warn(family, log.sample(), console);
        Trial trial = trial(log, family);
        trial.drift().flatMap(CohortDrift::warning).ifPresent(console::warn);
        new TrialForReading(trial).print(format, part, console.out());
        return 0;
    }

    private HoldOutComparison comparison(HeldOut log, List<TransactionFamily<?>> families) {
        try {
            return HoldOutComparison.of(log.ledger(), log.split(), log.sample().tally(), families, fitting.options());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException("no model can be evaluated: " + InOptions.say(e.getMessage()));
        }
    }

    private <M extends TransactionModel> Trial trial(HeldOut log, TransactionFamily<M> family) {
        FitOptions options = fitting.options();
        Fit<M> fit = Fitting.fit(family, log.sample(), options);
        Fitting.warnUnlessConverged(fit, console);
        Parallelism threads = options.parallelism();
        List<String> notes = new ArrayList<>(fit.notes());
        try {
            Forecast forecast;
            if (posterior) {
                Posterior<M> draws = family.posterior(
                        log.sample().tally(),
                        PosteriorOptions.defaults()
                                .draws(DRAWS)
                                .prior(options.prior().isProper() ? options.prior() : Prior.WEAK)
                                .parallelism(threads));
                notes.add(draws.diagnosis());
                forecast = Forecast.of(draws, log.split(), threads);
            } else {
                forecast = Forecast.of(fit.model(), log.split(), threads);
            }
            Optional<Fit<GammaGamma>> spend = HeldOutForecast.spend(log.sample(), options, spendIncludesFirst, console);
            if (spend.isPresent()) {
                forecast = forecast.withSpend(spend.get().model(), log.split().calibration());
            }
            Evaluation evaluation = Evaluation.of(log.split(), forecast);
            notes.addAll(evaluation.notes());
            return new Trial(
                    log.split(),
                    fit,
                    List.copyOf(notes),
                    spend,
                    evaluation,
                    Baselines.of(log.ledger(), log.split()).stream()
                            .map(baseline -> Evaluation.of(log.split(), baseline))
                            .toList(),
                    HeldOutForecast.tracking(log.ledger(), log.split(), fit.model(), console),
                    drift(log));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(family.name() + " cannot be evaluated: " + InOptions.say(e.getMessage()));
        }
    }

    private Optional<CohortDrift> drift(HeldOut log) {
        try {
            return Optional.of(CohortDrift.of(log.ledger(), log.split()));
        } catch (IllegalArgumentException e) {
            console.note("cohorts are not compared: " + e.getMessage());
            return Optional.empty();
        }
    }
}
