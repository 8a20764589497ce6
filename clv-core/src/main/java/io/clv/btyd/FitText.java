package io.clv.btyd;

import com.google.common.base.Ascii;
import io.clv.quantity.Money;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The text form of a fit: a line for each fact, a word and what it says. */
final class FitText {

    private static final String FORMAT = "clv-fit";
    private static final int VERSION = 2;
    /** Knows neither held parameters nor the scale. */
    private static final int FIRST_VERSION = 1;

    private static final String HELD = " held";
    private static final String NO_CURRENCY = "amounts";

    private FitText() {}

    static String unit(ChronoUnit unit) {
        return Ascii.toLowerCase(unit.name());
    }

    static String unit(Optional<Currency> currency) {
        return currency.map(Currency::getCurrencyCode).orElse(NO_CURRENCY);
    }

    static Optional<ChronoUnit> timeUnit(String unit) {
        return Arrays.stream(ChronoUnit.values())
                .filter(each -> unit(each).equals(unit))
                .findFirst();
    }

    /** The currency that a unit in words names, if it is not {@link #NO_CURRENCY} or a unit of time. */
    static Optional<Currency> currency(String unit) {
        return unit.equals(NO_CURRENCY) || timeUnit(unit).isPresent()
                ? Optional.empty()
                : Optional.of(Money.currency(unit));
    }

    static String of(Fit<?> fit) {
        StringBuilder text = new StringBuilder();
        line(text, FORMAT, VERSION);
        line(text, "model", fit.family());
        if (fit.model() instanceof WithCovariates<?> model) {
            model.encoding().lines().forEach(covariate -> line(text, "covariate", covariate));
        }
        fit.parameters()
                .forEach((name, value) -> line(
                        text,
                        "parameter",
                        name + " " + value + (fit.heldParameters().contains(name) ? HELD : "")));
        line(text, "unit", fit.unitText());
        line(text, "customers", fit.customers());
        line(text, "purchases", fit.repeatPurchases());
        if (!Double.isNaN(fit.meanScale())) {
            line(text, "mean-scale", fit.meanScale());
        }
        line(text, "log-likelihood", fit.logLikelihood());
        line(text, "diagnosis", fit.diagnosis());
        line(text, "prior", fit.prior().label());
        line(text, "evaluations", fit.evaluations());
        fit.logCovariance()
                .ifPresent(rows -> Arrays.stream(rows)
                        .forEach(row -> line(
                                text,
                                "log-covariance",
                                Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(" ")))));
        fit.notes().forEach(note -> line(text, "note", note));
        return text.toString();
    }

    private static void line(StringBuilder text, String word, Object value) {
        text.append(word).append(' ').append(value).append('\n');
    }

    static <M> Fit<M> parse(ModelFamily<M> family, String text) {
        Facts facts = Facts.of(text);
        String model = facts.one("model");
        if (!model.equals(family.name())) {
            throw new IllegalArgumentException("model must be " + family.name() + ", but was '" + model + "'");
        }
        Map<String, Double> parameters = new LinkedHashMap<>();
        Set<String> held = new HashSet<>();
        for (String parameter : facts.all("parameter")) {
            boolean isHeld = parameter.endsWith(HELD);
            String said = isHeld ? parameter.substring(0, parameter.length() - HELD.length()) : parameter;
            // The name of a coefficient may hold a category's spaces.
            int space = said.lastIndexOf(' ');
            String name = said.substring(0, Math.max(0, space));
            parameters.put(name, number("parameter", said.substring(space + 1)));
            if (isHeld) {
                held.add(name);
            }
        }
        List<String> names = family.parameterNames();
        if (!List.copyOf(parameters.keySet()).equals(names)) {
            throw new IllegalArgumentException("parameters of " + model + " must be " + String.join(", ", names)
                    + ", but were " + String.join(", ", parameters.keySet()));
        }
        double[] values =
                parameters.values().stream().mapToDouble(Double::doubleValue).toArray();
        List<String> rows = facts.all("log-covariance");
        double[][] covariance = new double[rows.size()][];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = Arrays.stream(rows.get(i).split(" ", -1))
                    .mapToDouble(each -> number("log-covariance", each))
                    .toArray();
            if (covariance.length != values.length || covariance[i].length != values.length) {
                throw new IllegalArgumentException("log-covariance must have " + values.length
                        + " rows and columns, but row " + (i + 1) + " of " + covariance.length + " had "
                        + covariance[i].length);
            }
        }
        return new Fit<>(
                family.of(values),
                family,
                names,
                values,
                ParameterScale.of(family),
                held,
                facts.one("unit"),
                number("customers", facts.one("customers")),
                number("purchases", facts.one("purchases")),
                facts.all("mean-scale").isEmpty() ? Double.NaN : number("mean-scale", facts.one("mean-scale")),
                number("log-likelihood", facts.one("log-likelihood")),
                Diagnosis.parse(facts.one("diagnosis")),
                covariance,
                Prior.parse(facts.one("prior")),
                (int) number("evaluations", facts.one("evaluations")),
                facts.all("note"));
    }

    private static double number(String word, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " must be a number, but was '" + text + "'", e);
        }
        throw new IllegalArgumentException(word + " must be finite, but was " + text);
    }

    /** The lines by their first word. */
    record Facts(Map<String, List<String>> lines) {

        private static final List<String> WORDS = List.of(
                FORMAT,
                "model",
                "parameter",
                "unit",
                "customers",
                "purchases",
                "mean-scale",
                "log-likelihood",
                "diagnosis",
                "prior",
                "evaluations",
                "log-covariance",
                "covariate",
                "note");

        static Facts of(String text) {
            Map<String, List<String>> lines = new LinkedHashMap<>();
            int number = 0;
            for (String line : text.lines().toList()) {
                number++;
                int space = line.indexOf(' ');
                String word = space < 0 ? line : line.substring(0, space);
                String value = space < 0 ? "" : line.substring(space + 1);
                if (number == 1 && !isKnown(word, value)) {
                    throw new IllegalArgumentException("line 1 must be '" + FORMAT + " " + VERSION + "' or '" + FORMAT
                            + " " + FIRST_VERSION + "', but was '" + line + "'");
                }
                if (!WORDS.contains(word)) {
                    throw new IllegalArgumentException("line " + number + " must begin with one of "
                            + String.join(", ", WORDS) + ", but was '" + line + "'");
                }
                lines.computeIfAbsent(word, none -> new ArrayList<>()).add(value);
            }
            return new Facts(lines);
        }

        private static boolean isKnown(String word, String version) {
            return word.equals(FORMAT)
                    && (version.equals(String.valueOf(VERSION)) || version.equals(String.valueOf(FIRST_VERSION)));
        }

        List<String> all(String word) {
            return lines.getOrDefault(word, List.of());
        }

        String one(String word) {
            List<String> all = all(word);
            if (all.size() != 1) {
                throw new IllegalArgumentException("a fit must have one line '" + word + "', but had " + all.size());
            }
            return all.get(0);
        }
    }
}
