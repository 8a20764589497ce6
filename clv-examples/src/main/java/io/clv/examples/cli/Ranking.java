package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.btyd.Fit;
import io.clv.btyd.ModelComparison;
import io.clv.btyd.PurchaseProcess;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A comparison in each format: the models of each process from the best on, then those that do not apply. */
final class Ranking {

    private static final int DIGITS = 2;

    private final ModelComparison comparison;

    Ranking(ModelComparison comparison) {
        this.comparison = comparison;
        Map<String, String> refused = comparison.refused();
        if (!refused.isEmpty() && first() == null) {
            Map.Entry<String, String> one = refused.entrySet().iterator().next();
            throw new DataException(
                    "no model applies: " + one.getKey() + " does not, " + InOptions.say(one.getValue()));
        }
    }

    private @Nullable Fit<?> first() {
        for (PurchaseProcess process : PurchaseProcess.values()) {
            for (Fit<?> fit : comparison.ranked(process)) {
                return fit;
            }
        }
        return null;
    }

    void csv(PrintWriter out) {
        rows().csv(out);
    }

    void json(PrintWriter out) {
        Fit<?> any = first();
        String head = any == null
                ? "{"
                : "{\"customers\":" + Json.count(any.customers()) + ",\"unit\":" + Json.text(any.unitText())
                        + ",\"prior\":" + Json.text(any.prior().label()) + ",";
        out.print(head + "\"models\":" + rows().json() + "}\n");
    }

    private Rows rows() {
        Rows rows =
                new Rows("model", "process", "rank", "free_parameters", "log_likelihood", "aic", "bic", "diagnosis");
        for (PurchaseProcess process : PurchaseProcess.values()) {
            int rank = 0;
            for (Fit<?> fit : comparison.ranked(process)) {
                rows.add(
                        fit.family(),
                        process.label(),
                        ++rank,
                        fit.freeParameters(),
                        fit.logLikelihood(),
                        fit.aic(),
                        fit.bic(),
                        fit.diagnosis().toString());
            }
        }
        OptionalDouble none = OptionalDouble.empty();
        comparison
                .refused()
                .forEach((model, reason) ->
                        rows.add(model, "", none, none, none, none, none, "does not apply: " + InOptions.say(reason)));
        return rows;
    }

    void table(PrintWriter out) {
        String gap = "";
        for (PurchaseProcess process : PurchaseProcess.values()) {
            List<? extends Fit<?>> fits = comparison.ranked(process);
            if (!fits.isEmpty()) {
                out.print(gap);
                table(process, fits, out);
                gap = "\n";
            }
        }
        if (!comparison.refused().isEmpty()) {
            out.print(gap);
        }
        comparison
                .refused()
                .forEach((model, reason) ->
                        line("does not apply: " + model + ", " + SafeText.escaped(InOptions.say(reason)), out));
    }

    private static void table(PurchaseProcess process, List<? extends Fit<?>> fits, PrintWriter out) {
        Fit<?> best = fits.get(0);
        line(
                process.label() + ", in " + best.unitText() + ", fitted to "
                        + Words.weight(best.customers(), "customer") + " with "
                        + Words.weight(best.repeatPurchases(), "repeat purchase") + ", prior "
                        + best.prior().label(),
                out);
        TextTable table = new TextTable();
        table.add(List.of("model", "BIC", "behind", "AIC", "log-likelihood", "parameters", "diagnosis"));
        for (Fit<?> fit : fits) {
            table.add(List.of(
                    fit.family(),
                    Words.decimal(fit.bic(), DIGITS),
                    Words.decimal(fit.bic() - best.bic(), DIGITS),
                    Words.decimal(fit.aic(), DIGITS),
                    Words.decimal(fit.logLikelihood(), DIGITS),
                    String.valueOf(fit.freeParameters()),
                    fit.diagnosis().toString()));
        }
        table.lines().forEach(each -> line(each, out));
    }
}
