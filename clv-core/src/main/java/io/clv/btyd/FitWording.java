package io.clv.btyd;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A fit, and what a valuation by it rests on, as clauses that follow "assumes". */
final class FitWording {

    private static final MathContext SHOWN = new MathContext(4);
    private static final MathContext TIME = new MathContext(6);

    private FitWording() {}

    static List<String> purchases(Fit<?> fit) {
        List<String> sentences = new ArrayList<>();
        sentences.add("purchases follow the " + model(fit) + " in " + fit.unitText() + ", " + fitted(fit));
        sentences.addAll(fit.notes());
        return sentences;
    }

    static List<String> spend(Fit<?> fit, boolean firstIncluded) {
        List<String> sentences = new ArrayList<>();
        sentences.add("spend on a purchase" + (firstIncluded ? ", the first included," : "") + " follows the "
                + model(fit) + " in " + fit.unitText() + ", " + fitted(fit));
        fit.notes().stream()
                .flatMap(note -> SpendNotes.asAssumption(note).stream())
                .forEach(sentences::add);
        return sentences;
    }

    private static String model(Fit<?> fit) {
        return fit.family() + " model with "
                + fit.parameters().entrySet().stream()
                        .map(FitWording::parameter)
                        .collect(Collectors.joining(", "));
    }

    private static String parameter(Map.Entry<String, Double> parameter) {
        return parameter.getKey() + " " + number(parameter.getValue());
    }

    private static String fitted(Fit<?> fit) {
        String prior = fit.prior().isProper() ? " with a prior (" + fit.prior().label() + ")" : "";
        return "fitted to " + customers(fit.customers()) + prior
                + String.format(Locale.ROOT, ": log-likelihood %.2f, ", fit.logLikelihood()) + fit.diagnosis();
    }

    /** "2,357 customers"; weights need not be whole. */
    static String customers(double customers) {
        String count = customers == Math.rint(customers) && customers < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) customers)
                : number(customers);
        return count + (customers == 1 ? " customer" : " customers");
    }

    /** The double nearest to a time's first six digits. */
    static double rounded(double time) {
        return new BigDecimal(time).round(TIME).doubleValue();
    }

    /** To four significant digits. */
    static String number(double value) {
        BigDecimal shown = new BigDecimal(value).round(SHOWN);
        if (shown.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = shown.stripTrailingZeros();
        int firstDigit = stripped.precision() - stripped.scale();
        return Math.abs(firstDigit) > 9 ? stripped.toString() : stripped.toPlainString();
    }

    static String money(double amount, Currency currency) {
        return Money.ofRounded(amount, currency).toString();
    }
}
