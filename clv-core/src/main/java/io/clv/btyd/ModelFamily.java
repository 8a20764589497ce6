package io.clv.btyd;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kind of model, from which parameters make a model: what a fit of it needs beside the likelihood.
 *
 * @param <M> the models
 */
public interface ModelFamily<M> {

    /**
     * The name by which it is chosen, such as "bg-nbd".
     *
     * @return the name
     */
    String name();

    /**
     * What kind of model it is, in a few words.
     *
     * @return a noun phrase
     */
    String description();

    /**
     * The parameters' names in their conventional order.
     *
     * @return the names
     */
    List<String> parameterNames();

    /**
     * The parameters that grow with the unit: times in a transaction model, amounts in a spend model.
     *
     * @return some of the names
     */
    Set<String> scaledParameters();

    /**
     * The parameters that may be of any sign, such as the coefficients of covariates; all others are positive.
     *
     * @return some of the names; none, unless the family says otherwise
     */
    default Set<String> realParameters() {
        return Set.of();
    }

    /**
     * The parameters that shrink as the unit grows: rates per time.
     *
     * @return some of the names, none of those that grow
     */
    default Set<String> inverseParameters() {
        return Set.of();
    }

    /**
     * A model with given parameters.
     *
     * @param parameters in the order of the names
     * @return the model
     * @throws IllegalArgumentException if there is another number of them, or one is not finite or, unless it may have
     *     any sign, not above 0
     */
    M of(double... parameters);

    /**
     * Where fits begin; each is tried.
     *
     * @param moments of the data
     * @return at least one list of parameters
     */
    List<double[]> starts(Moments moments);

    /**
     * Where fits begin as well if {@link #starts} do not lead to a maximum or a simpler model, or to one hardly above
     * that of {@link #nested}, or if there are few customers: a likelihood may then rise higher far away.
     *
     * @param moments of the data
     * @return lists of parameters; empty if there is no need
     */
    default List<double[]> furtherStarts(Moments moments) {
        return List.of();
    }

    /**
     * Places apart at which the likelihood may rise once more where customers are few, or the maximum hardly above that
     * of {@link #nested}: a fit without a prior then begins anew at the likeliest two of these as well, the other
     * parameters where those of {@link #nested} are likeliest.
     *
     * @param moments of the data
     * @return values of some parameters, by name; empty if there is no need
     */
    default List<Map<String, Double>> remotePlaces(Moments moments) {
        return List.of();
    }

    /**
     * How far from its scale a parameter is looked for, in units of log.
     *
     * @param name one of the parameters
     * @return 100, unless the family says otherwise
     */
    default double reach(String name) {
        return 100;
    }

    /**
     * Parameters at which, to double precision, this is a simpler model, whatever the others are: the fit never ends
     * below that model's.
     *
     * @param moments of the data
     * @return name to value; empty if no simpler model is nested in this one
     */
    default Map<String, Double> nested(Moments moments) {
        return Map.of();
    }

    /**
     * Whether what a model expects is finite: draws from a posterior are kept to those of which it is.
     *
     * @param parameters in the order of the names
     * @return true, unless the family says otherwise
     */
    default boolean hasFiniteMean(double... parameters) {
        return true;
    }

    /**
     * Simpler models nested in this one beside that of {@link #nested}, where they need a start of their own: the fit
     * never ends below any of theirs, and where it is no better than one it is that one.
     *
     * @param moments of the data
     * @return the models; empty if there are none
     */
    default List<SimplerModel> simplerModels(Moments moments) {
        return List.of();
    }

    /**
     * What {@link #furtherStarts} is to {@link #starts}, to the simpler models of {@link #nested} and
     * {@link #simplerModels}: with these a fit does not end below theirs where these have several maxima either.
     *
     * @param moments of the data
     * @return the models; empty if there is no need
     */
    default List<SimplerModel> furtherSimplerModels(Moments moments) {
        return List.of();
    }
}
