package io.clv.examples;

import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Nbd;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.Simulation;
import io.clv.btyd.Tally;
import io.clv.btyd.WaldScale;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Split;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import io.clv.validation.CohortDrift;
import io.clv.validation.Evaluation;
import io.clv.validation.Forecast;
import io.clv.validation.HoldOutComparison;
import io.clv.validation.Pit;
import io.clv.validation.Scores;
import io.clv.validation.Tracking;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Whether a model holds: fitted to the first nine months of a log, tried on the next six, beside other models and rules
 * of thumb; whether its probabilities are right; and, once it is trusted, fitted again from where it was.
 */
public final class ModelOnTrial {

    private ModelOnTrial() {}

    /**
     * Tries models on customers that one of them has made up.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Ledger log = Simulation.builder(BgNbd.of(0.6, 6, 0.8, 2.4), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(1500)
                .seed(2025)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(20))
                .observedThrough(LocalDate.of(2025, 3, 31))
                .build()
                .ledger();
        Split split = log.split(LocalDate.of(2024, 9, 30), LocalDate.of(2025, 3, 31), LedgerOptions.defaults());
        CustomerTable customers = split.calibration();

        Fit<BgNbd> fit = BgNbd.fit(customers);
        Forecast forecast = Forecast.of(fit.model(), split, Parallelism.available())
                .withSpend(GammaGamma.fit(customers).model(), customers);
        Evaluation evaluation = Evaluation.of(split, forecast);
        System.out.println(evaluation);
        Scores money = evaluation.amounts().orElseThrow();
        say("money: %.0f predicted, %.0f came", money.predicted(), money.actual());
        say(
                "off by the end: %+.1f%%",
                100 * Tracking.of(log, split, fit.model()).relativeError());
        System.out.println(CohortDrift.of(log, split).warning().orElse("no cohort is unlike the others"));
        System.out.println();

        System.out.print(HoldOutComparison.of(
                log, split, List.of(BgNbd.family(), ParetoNbd.family(), Nbd.family()), FitOptions.defaults()));
        System.out.println();

        Posterior<BgNbd> posterior = BgNbd.family()
                .posterior(Tally.of(customers), PosteriorOptions.defaults().draws(50));
        Pit pit = Evaluation.of(split, Forecast.of(posterior, split, Parallelism.available()))
                .pit(1)
                .orElseThrow();
        say(
                "the middle 90%% of what was forecast holds %.1f%% of customers, in whole purchases %.1f%%",
                100 * pit.coverage(percent(90)).value(),
                100 * pit.plainCoverage(percent(90)).value());

        Interval alive = fit.interval(model -> model.probabilityAlive(4, 20, 35), WaldScale.LOGIT, percent(90))
                .orElseThrow();
        say("alive after 15 silent weeks: %.3f to %.3f", alive.low(), alive.high());

        Tally now = Tally.of(log.summarize(split.observedThrough()));
        Fit<BgNbd> again = BgNbd.family().fit(now, FitOptions.defaults().startingAt(fit));
        Fit<BgNbd> anew = BgNbd.family().fit(now);
        say("fitted again: log-likelihood %.4f, anew %.4f", again.logLikelihood(), anew.logLikelihood());
        System.out.println("by fewer evaluations: " + (again.evaluations() < anew.evaluations()));
    }

    private static void say(String sentence, Object... numbers) {
        System.out.println(String.format(Locale.ROOT, sentence, numbers));
    }
}
