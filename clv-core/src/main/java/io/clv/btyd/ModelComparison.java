package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Models fitted to the same histories and ranked by BIC, the fewest first, with n the number of customers. Likelihoods
 * compare only within a {@linkplain PurchaseProcess process}: a density of moments is no probability of opportunities,
 * so models of the one never stand in a table with those of the other. A family that does not apply is left out, with
 * the reason.
 *
 * <p>The data, their unit and their granularity are one tally's, and so the same for all. Where models are near in BIC,
 * look at what they forecast for a hold-out ({@code io.clv.validation}) before choosing.
 */
public final class ModelComparison {

    private final Map<PurchaseProcess, List<Fit<? extends TransactionModel>>> ranked;
    private final Map<String, String> refused;

    private ModelComparison(
            Map<PurchaseProcess, List<Fit<? extends TransactionModel>>> ranked, Map<String, String> refused) {
        this.ranked = ranked;
        this.refused = refused;
    }

    /**
     * Fits all families that are declared as services.
     *
     * @param tally the histories
     * @param options how to fit
     * @return the comparison
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static ModelComparison of(Tally tally, FitOptions options) {
        return of(tally, TransactionFamily.all(), options);
    }

    /**
     * Fits families.
     *
     * @param tally the histories
     * @param families which
     * @param options how to fit
     * @return the comparison
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static ModelComparison of(Tally tally, List<? extends TransactionFamily<?>> families, FitOptions options) {
        Map<PurchaseProcess, List<Fit<? extends TransactionModel>>> fits = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (PurchaseProcess process : PurchaseProcess.values()) {
            fits.put(process, new ArrayList<>());
        }
        for (TransactionFamily<?> family : families) {
            try {
                Fit<? extends TransactionModel> fit = family.fit(tally, options);
                fits.computeIfAbsent(family.process(), process -> new ArrayList<>())
                        .add(fit);
            } catch (IllegalArgumentException e) {
                refused.put(family.name(), String.valueOf(e.getMessage()));
            }
        }
        fits.values()
                .forEach(each ->
                        each.sort(Comparator.<Fit<?>>comparingDouble(Fit::bic).thenComparing(Fit::family)));
        return new ModelComparison(fits, refused);
    }

    /**
     * The fits of a process.
     *
     * @param process which
     * @return by BIC, the best first; none if no family of it was asked for, or none applies
     */
    public List<Fit<? extends TransactionModel>> ranked(PurchaseProcess process) {
        return List.copyOf(ranked.getOrDefault(process, List.of()));
    }

    /**
     * The families that do not apply.
     *
     * @return name to reason, in the order in which they were asked for
     */
    public Map<String, String> refused() {
        return ImmutableMap.copyOf(refused);
    }

    /** A line for each fit, process by process, and one for each family that does not apply. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        ranked.forEach((process, fits) -> {
            if (!fits.isEmpty()) {
                text.append(process.label()).append('\n');
            }
            for (Fit<?> fit : fits) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %s: BIC %.2f, AIC %.2f, log-likelihood %.2f in %s by %d parameters, %s%n",
                        fit.family(),
                        fit.bic(),
                        fit.aic(),
                        fit.logLikelihood(),
                        fit.unitText(),
                        fit.freeParameters(),
                        fit.diagnosis()));
            }
        });
        refused.forEach((name, reason) -> text.append("does not apply: ")
                .append(name)
                .append(", ")
                .append(reason)
                .append('\n'));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
