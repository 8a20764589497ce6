package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A model whose parameters differ by what is known of a customer beside the history: {@link #at} gives the ordinary
 * model of customers with given covariates, for those who are known and for newcomers alike.
 *
 * @param <M> the ordinary models
 */
public final class WithCovariates<M> {

    private final ModelFamily<M> base;
    private final CovariateEncoding encoding;
    private final CovariateDesign design;
    private final ImmutableMap<String, Double> parameters;
    private final double[] values;

    WithCovariates(
            ModelFamily<M> base,
            CovariateEncoding encoding,
            CovariateDesign design,
            ImmutableMap<String, Double> parameters,
            double[] values) {
        this.base = base;
        this.encoding = encoding;
        this.design = design;
        this.parameters = parameters;
        this.values = values;
    }

    /**
     * The parameters of a customer whose numbers are the means and whose categories are the bases, and the
     * coefficients.
     *
     * @return name to value, not to be changed
     */
    public Map<String, Double> parameters() {
        return parameters;
    }

    /**
     * How covariates become numbers.
     *
     * @return the encoding that the model was fitted with
     */
    public CovariateEncoding encoding() {
        return encoding;
    }

    /**
     * The model of customers with given covariates.
     *
     * @param covariates theirs; others than those of the encoding do not count
     * @return the model
     * @throws IllegalArgumentException if a covariate is missing, a category has a label that is not known, or a number
     *     is so far off that a parameter has no value
     */
    public M at(Covariates covariates) {
        return at(encoding.encode(covariates));
    }

    /** The model of customers whose covariates became these terms. */
    M at(double[] terms) {
        return base.of(design.scaled(values, terms));
    }

    /**
     * The model of a customer whose numbers are the means and whose categories are the bases.
     *
     * @return the model
     */
    public M base() {
        return at(new double[encoding.terms().size()]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WithCovariates<?> model
                && model.base.name().equals(base.name())
                && model.encoding.equals(encoding)
                && model.parameters.equals(parameters);
    }

    @Override
    public int hashCode() {
        return 31 * encoding.hashCode() + parameters.hashCode();
    }

    @Override
    public String toString() {
        return base.name() + parameters;
    }
}
