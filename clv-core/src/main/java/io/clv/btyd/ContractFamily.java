package io.clv.btyd;

import java.util.ArrayList;
import java.util.List;

/**
 * A family of contract models, such as {@link ShiftedBetaGeometric#family()}. Families declared to
 * {@link java.util.ServiceLoader} are found by name.
 *
 * <p>In a fit of theirs the unit is the renewal, {@link Fit#repeatPurchases} are the renewals made, and the
 * log-likelihood compares with those of the same survivors only.
 *
 * @param <M> the models
 */
public interface ContractFamily<M extends ContractModel> extends ModelFamily<M> {

    /**
     * The likelihood of survivors, evaluated with the options' parallelism. Its values and derivatives do not depend on
     * it.
     *
     * @param survivors who renewed, and who cancelled
     * @param options for their parallelism
     * @return the objective; the scale of its moments is the sum of the renewals that customers came to
     */
    FitObjective objective(Survivors survivors, FitOptions options);

    /**
     * Fits by maximum likelihood.
     *
     * @param survivors who renewed, and who cancelled
     * @return the fit; its notes tell how many customers have not come to a renewal
     * @throws IllegalArgumentException if there is no customer
     */
    default Fit<M> fit(Survivors survivors) {
        return fit(survivors, FitOptions.defaults());
    }

    /**
     * Fits.
     *
     * @param survivors who renewed, and who cancelled
     * @param options how
     * @return the fit; its notes tell how many customers have not come to a renewal
     * @throws IllegalArgumentException if there is no customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Fit<M> fit(Survivors survivors, FitOptions options) {
        List<String> notes = new ArrayList<>();
        double waiting = survivors.activeAfter(0);
        if (waiting > 0) {
            notes.add("customers who have not come to a renewal yet, and tell nothing: " + Wording.count(waiting));
        }
        return MaximumLikelihood.fit(this, objective(survivors, options), Survivors.UNIT, options, notes);
    }

    /**
     * Fits to an objective that is evaluated wherever its data are.
     *
     * @param objective the likelihood of all data
     * @param options how
     * @return the fit
     * @throws IllegalArgumentException if there is no customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Fit<M> fit(FitObjective objective, FitOptions options) {
        return MaximumLikelihood.fit(this, objective, Survivors.UNIT, options, List.of());
    }

    /**
     * Draws from the posterior of the parameters.
     *
     * @param survivors who renewed, and who cancelled
     * @param options how
     * @return the draws, with how far they can be trusted
     * @throws IllegalArgumentException if there is no customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Posterior<M> posterior(Survivors survivors, PosteriorOptions options) {
        FitOptions how = options.fitOptions();
        return Posterior.of(this, objective(survivors, how), fit(survivors, how), options);
    }

    /**
     * Reads a fit of this family from its text form.
     *
     * @param text what {@link Fit#toText} gave
     * @return the fit
     * @throws IllegalArgumentException if the text is not one, is of a newer version, or of another family
     */
    default Fit<M> parse(String text) {
        return FitText.parse(this, text);
    }

    /**
     * The families declared to {@link java.util.ServiceLoader}, by name.
     *
     * @return all of them
     */
    static List<ContractFamily<?>> all() {
        return Families.contract();
    }

    /**
     * The family of a name.
     *
     * @param name such as "sbg"
     * @return the family
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    static ContractFamily<?> named(String name) {
        return Families.named("contract model", name, all());
    }
}
