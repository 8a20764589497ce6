package io.clv.examples.cli;

import io.clv.btyd.ContractFamily;
import io.clv.btyd.Fit;
import io.clv.btyd.ParameterInterval;
import io.clv.quantity.Ratio;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A fit laid out for reading. */
final class FitForReading {

    private static final Ratio LEVEL = Ratio.percent(90);
    private static final int DIGITS = 4;
    private static final int LIKELIHOOD_DIGITS = 2;

    private static final String RENEWAL = "renewal";

    private FitForReading() {}

    static void print(Fit<?> fit, PrintWriter out) {
        line(
                out,
                fit.family() + " fitted to " + Words.weight(fit.customers(), "customer") + " with "
                        + Words.weight(fit.repeatPurchases(), counted(fit))
                        + (counted(fit).equals(RENEWAL) ? "" : ", in " + fit.unitText()) + ": "
                        + fit.diagnosis());
        line(
                out,
                "log-likelihood " + Words.decimal(fit.logLikelihood(), LIKELIHOOD_DIGITS) + ", AIC "
                        + Words.decimal(fit.aic(), LIKELIHOOD_DIGITS) + ", BIC "
                        + Words.decimal(fit.bic(), LIKELIHOOD_DIGITS) + ", prior "
                        + fit.prior().label());
        fit.notes().forEach(note -> line(out, note));
        line(out, "");
        TextTable table = new TextTable();
        table.add(List.of("parameter", "value", "standard error", "90% from", "to"));
        fit.parameters().forEach((name, value) -> table.add(cells(fit, name, value)));
        table.lines().forEach(line -> line(out, line));
    }

    private static String counted(Fit<?> fit) {
        boolean contract =
                ContractFamily.all().stream().anyMatch(family -> family.name().equals(fit.family()));
        return contract ? RENEWAL : fit.unit().isPresent() ? "repeat purchase" : "purchase";
    }

    private static List<String> cells(Fit<?> fit, String name, double value) {
        OptionalDouble error = fit.standardError(name);
        Optional<ParameterInterval> interval = fit.interval(name, LEVEL);
        return List.of(
                name,
                Words.significant(value, DIGITS),
                error.isPresent() ? Words.significant(error.getAsDouble(), DIGITS) : "",
                interval.map(of -> Words.significant(of.low(), DIGITS)).orElse(""),
                interval.map(of -> Words.significant(of.high(), DIGITS)).orElse(""));
    }

    private static void line(PrintWriter out, String text) {
        out.print(SafeText.escaped(text) + "\n");
    }
}
