package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A family of transaction models, such as {@link BgNbd#family()}. Families declared to {@link java.util.ServiceLoader}
 * are found by name.
 *
 * @param <M> the models
 */
public interface TransactionFamily<M extends TransactionModel> extends ModelFamily<M> {

    /**
     * What the likelihood is one of. Likelihoods of different processes do not compare.
     *
     * @return purchases at any moment, unless a family says otherwise
     */
    default PurchaseProcess process() {
        return PurchaseProcess.CONTINUOUS_TIME;
    }

    /**
     * Checks that a table counts time as the process has it.
     *
     * @param customers a table to be fitted to
     * @return what a reader of such a fit must know of the table, as clauses that may follow "assumes"
     * @throws IllegalArgumentException if the process cannot make such a table
     */
    default List<String> notesOn(CustomerTable customers) {
        return List.of();
    }

    /**
     * The likelihood of a tally, evaluated with the options' parallelism. Its values and derivatives do not depend on
     * it.
     *
     * @param tally the histories
     * @param options for their parallelism
     * @return the objective
     * @throws IllegalArgumentException if the family's process cannot make such histories
     */
    FitObjective objective(Tally tally, FitOptions options);

    /**
     * Fits by maximum likelihood.
     *
     * @param tally the histories
     * @return the fit
     * @throws IllegalArgumentException if there is no customer
     */
    default Fit<M> fit(Tally tally) {
        return fit(tally, FitOptions.defaults());
    }

    /**
     * Fits.
     *
     * @param tally the histories
     * @param options how
     * @return the fit; its notes tell where customers who came back are few for the parameters, or were observed for
     *     too short a time, and what would do better
     * @throws IllegalArgumentException if there is no customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Fit<M> fit(Tally tally, FitOptions options) {
        return fit(objective(tally, options), tally.unit(), options);
    }

    /**
     * Fits by maximum likelihood, in the table's time unit.
     *
     * @param customers the table
     * @return the fit
     * @throws IllegalArgumentException if there is no customer, or as {@link #notesOn}
     */
    default Fit<M> fit(CustomerTable customers) {
        List<String> notes = notesOn(customers);
        return fit(Tally.of(customers)).noting(notes);
    }

    /**
     * Fits to an objective that is evaluated wherever its data are. Prior and held parameters of the options count;
     * threads are the objective's own.
     *
     * @param objective the likelihood of all data
     * @param unit the time unit of the data
     * @param options how
     * @return the fit, with the notes of one to a tally of the same data
     * @throws IllegalArgumentException if there is no customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Fit<M> fit(FitObjective objective, ChronoUnit unit, FitOptions options) {
        Fit<M> fit = MaximumLikelihood.fit(this, objective, FitText.unit(unit), options, List.of());
        return fit.noting(FitAdvice.on(this, objective.moments(), fit));
    }

    /**
     * Draws from the posterior of the parameters.
     *
     * @param tally the histories
     * @param options how
     * @return the draws, with how far they can be trusted
     * @throws IllegalArgumentException if there is no customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Posterior<M> posterior(Tally tally, PosteriorOptions options) {
        return posterior(objective(tally, options.fitOptions()), tally.unit(), options);
    }

    /**
     * Draws from the posterior of the parameters, by an objective that is evaluated wherever its data are, some two
     * thousand times.
     *
     * @param objective the likelihood of all data
     * @param unit the time unit of the data
     * @param options how
     * @return the draws, with how far they can be trusted
     * @throws IllegalArgumentException if there is no customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Posterior<M> posterior(FitObjective objective, ChronoUnit unit, PosteriorOptions options) {
        return Posterior.of(this, objective, fit(objective, unit, options.fitOptions()), options);
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
    static List<TransactionFamily<?>> all() {
        return Families.transaction();
    }

    /**
     * The family of a name.
     *
     * @param name such as "bg-nbd"
     * @return the family
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    static TransactionFamily<?> named(String name) {
        return Families.named("transaction model", name, all());
    }
}
