package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import java.util.List;

/**
 * A family of spend models, such as {@link GammaGamma#family()}. Families declared to {@link java.util.ServiceLoader}
 * are found by name.
 *
 * @param <M> the models
 */
public interface SpendFamily<M extends SpendModel> extends ModelFamily<M> {

    /**
     * The likelihood of a tally, evaluated with the options' parallelism. Its values and derivatives do not depend on
     * it.
     *
     * @param tally the amounts
     * @param options for their parallelism
     * @return the objective
     */
    FitObjective objective(SpendTally tally, FitOptions options);

    /**
     * Fits by maximum likelihood.
     *
     * @param tally the amounts
     * @return the fit; its notes tell the correlation of frequency and spend, and who was left out
     * @throws IllegalArgumentException if no customer can be used
     */
    default Fit<M> fit(SpendTally tally) {
        return fit(tally, FitOptions.defaults());
    }

    /**
     * Fits.
     *
     * @param tally the amounts
     * @param options how
     * @return the fit; its notes tell the correlation of frequency and spend, who was left out, if the mean spend of
     *     all customers is infinite, and where the amounts are few for the parameters
     * @throws IllegalArgumentException if no customer can be used
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Fit<M> fit(SpendTally tally, FitOptions options) {
        return fit(objective(tally, options), tally.facts(), options);
    }

    /**
     * Fits to an objective that is evaluated wherever its data are. Prior and held parameters of the options count;
     * threads are the objective's own.
     *
     * @param objective the likelihood of all data
     * @param facts what else is to be known of the data
     * @param options how
     * @return the fit, with the notes of one to a tally of the same data
     * @throws IllegalArgumentException if no customer can be used
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Fit<M> fit(FitObjective objective, SpendFacts facts, FitOptions options) {
        Fit<M> fit = MaximumLikelihood.fit(this, objective, FitText.unit(facts.currency()), options, List.of());
        return fit.noting(SpendNotes.of(facts, fit.model())).noting(FitAdvice.on(objective.moments(), fit));
    }

    /**
     * Fits to the repeat purchases of a table by maximum likelihood.
     *
     * @param customers the table
     * @return the fit; its notes tell the correlation of frequency and spend, and who was left out
     * @throws IllegalArgumentException if no customer can be used
     */
    default Fit<M> fit(CustomerTable customers) {
        return fit(SpendTally.ofRepeatPurchases(customers));
    }

    /**
     * Draws from the posterior of the parameters.
     *
     * @param tally the amounts
     * @param options how
     * @return the draws, with how far they can be trusted
     * @throws IllegalArgumentException if no customer can be used
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Posterior<M> posterior(SpendTally tally, PosteriorOptions options) {
        return posterior(objective(tally, options.fitOptions()), tally.facts(), options);
    }

    /**
     * Draws from the posterior of the parameters, by an objective that is evaluated wherever its data are, some two
     * thousand times.
     *
     * @param objective the likelihood of all data
     * @param facts what else is to be known of the data
     * @param options how
     * @return the draws, with how far they can be trusted
     * @throws IllegalArgumentException if no customer can be used
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Posterior<M> posterior(FitObjective objective, SpendFacts facts, PosteriorOptions options) {
        return Posterior.of(this, objective, fit(objective, facts, options.fitOptions()), options);
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
    static List<SpendFamily<?>> all() {
        return Families.spend();
    }

    /**
     * The family of a name.
     *
     * @param name such as "gamma-gamma"
     * @return the family
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    static SpendFamily<?> named(String name) {
        return Families.named("spend model", name, all());
    }
}
