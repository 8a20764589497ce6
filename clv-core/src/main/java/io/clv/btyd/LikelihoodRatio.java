package io.clv.btyd;

import io.clv.numerics.ChiSquare;

/**
 * A likelihood-ratio test: do the data speak against a restricted model? The statistic is {@code 2 (ln L - ln L0)}, for
 * the maximum L of the full model and L0 of the restricted one; the p-value is the probability of so large a statistic
 * if the restricted model is true.
 *
 * <p>Where the restriction holds parameters at values inside their range, the statistic is chi-square distributed with
 * as many degrees of freedom as parameters are held (Wilks 1938): {@link #test}. Where the restricted model is a limit
 * of the full one, such as NBD of BG/NBD as nobody leaves, the null lies on a boundary, and a chi-square p-value is
 * wrong: {@link #bootstrap} simulates instead.
 */
public final class LikelihoodRatio {

    private static final String BOOTSTRAP = "; use LikelihoodRatio.bootstrap";

    /** What two sums over the same customers, in parts or not, may differ by. */
    private static final double SAME = 1e-9;

    /** By how much the best of a restricted model may come out above that of the full one. */
    private static final double ROUNDING = 1e-6;

    /** A factor of 1e10: so far off its fitted value a parameter stands for a limit. */
    private static final double FAR = 23;

    private final double statistic;
    private final int degrees;
    private final int replications;
    private final double pValue;

    LikelihoodRatio(double statistic, int degrees, int replications, double pValue) {
        this.statistic = statistic;
        this.degrees = degrees;
        this.replications = replications;
        this.pValue = pValue;
    }

    /**
     * Tests a restriction that holds parameters inside their range, by the chi-square distribution.
     *
     * @param restricted a fit with parameters held by {@link FitOptions#fixing}
     * @param full a fit of the same family to the same data, with fewer parameters held or none
     * @return the test
     * @throws IllegalArgumentException if the fits are not of the same data in the same unit, or not without prior; if
     *     the restriction is not one inside the range of parameters: another family, a limit, a fit that did not
     *     converge; or if the restricted fit is better than the full one
     */
    public static LikelihoodRatio test(Fit<?> restricted, Fit<?> full) {
        requireSameData(restricted, full);
        requireMaximum("restricted", restricted);
        requireMaximum("full", full);
        requireInside(restricted, full);
        double statistic = statistic(restricted, full);
        if (statistic < -ROUNDING) {
            throw new IllegalArgumentException(
                    "the log-likelihood of full must not be below that of restricted, but was " + full.logLikelihood()
                            + " and " + restricted.logLikelihood());
        }
        double positive = Math.max(0, statistic);
        int degrees = full.freeParameters() - restricted.freeParameters();
        return new LikelihoodRatio(positive, degrees, 0, ChiSquare.tail(positive, degrees));
    }

    static double statistic(Fit<?> restricted, Fit<?> full) {
        return 2 * (full.logLikelihood() - restricted.logLikelihood());
    }

    private static void requireSameData(Fit<?> restricted, Fit<?> full) {
        if (!restricted.unitText().equals(full.unitText())) {
            throw new IllegalArgumentException(
                    "fits must be in the same unit, but were in " + restricted.unitText() + " and " + full.unitText());
        }
        requireSame("number of customers", restricted.customers(), full.customers());
        requireSame("number of purchases", restricted.repeatPurchases(), full.repeatPurchases());
        requireSame(scale(full), restricted.meanScale(), full.meanScale());
    }

    private static String scale(Fit<?> fit) {
        if (fit.unitText().equals(Survivors.UNIT)) {
            return "mean number of renewals due";
        }
        return fit.unit().isPresent() ? "mean of T" : "mean amount";
    }

    private static void requireSame(String what, double one, double other) {
        if (Math.abs(one - other) > SAME * Math.abs(other)) {
            throw new IllegalArgumentException(
                    "fits must be of the same data, but the " + what + " was " + one + " and " + other);
        }
    }

    private static void requireMaximum(String which, Fit<?> fit) {
        if (!fit.prior().equals(Prior.NONE)) {
            throw new IllegalArgumentException("prior of " + which
                    + " must be none, since the ratio is one of maxima of the likelihood, but was "
                    + fit.prior().label());
        }
    }

    private static void requireInside(Fit<?> restricted, Fit<?> full) {
        if (!restricted.family().equals(full.family())) {
            throw new IllegalArgumentException(restricted.family() + " is not " + full.family()
                    + " with parameters held inside their range, but on its boundary or beside it, where the ratio is"
                    + " not chi-square distributed" + BOOTSTRAP);
        }
        if (!restricted.heldParameters().containsAll(full.heldParameters())
                || restricted.heldParameters().equals(full.heldParameters())) {
            throw new IllegalArgumentException("restricted must hold more parameters than full, but they hold "
                    + restricted.heldParameters() + " and " + full.heldParameters());
        }
        requireConverged("restricted", restricted);
        requireConverged("full", full);
        for (String name : restricted.heldParameters()) {
            double held = restricted.parameter(name);
            double fitted = full.parameter(name);
            if (full.heldParameters().contains(name) && held != fitted) {
                throw new IllegalArgumentException(
                        name + " must be held at the same value in both fits, but was at " + held + " and " + fitted);
            }
            if (full.logsOff(name, held) > FAR) {
                throw new IllegalArgumentException(name + " must be held inside its range, but was held at " + held
                        + ", which is as good as a boundary beside the fitted " + fitted + BOOTSTRAP);
            }
        }
    }

    private static void requireConverged(String which, Fit<?> fit) {
        if (!fit.diagnosis().converged()) {
            throw new IllegalArgumentException(which + " must have converged for the ratio to be chi-square"
                    + " distributed, but was " + fit.diagnosis() + BOOTSTRAP);
        }
    }

    /**
     * Tests a restricted model by a parametric bootstrap, both families fitted with the same options: see the other
     * form.
     *
     * @param restricted the null, such as {@code Nbd.family()}
     * @param full the alternative, such as {@code BgNbd.family()}
     * @param tally the histories, of whole weights
     * @param replications how many sets of data are simulated, such as 199
     * @param seed of the simulation
     * @param options how to fit; the parallelism is over replications
     * @return the test
     * @throws IllegalArgumentException as the other form
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static LikelihoodRatio bootstrap(
            TransactionFamily<?> restricted,
            TransactionFamily<?> full,
            Tally tally,
            int replications,
            long seed,
            FitOptions options) {
        return bootstrap(restricted, options, full, options, tally, replications, seed);
    }

    /**
     * Tests a restricted model by a parametric bootstrap: the restricted model is fitted, data are simulated from it
     * for the same customers over the same ages, and both models are fitted to each of them. The p-value is {@code (1 +
     * m) / (1 + n)}, if m of n simulated statistics reach the observed one, so n replications tell no p-value below
     * {@code 1 / (1 + n)}. It holds at boundaries too, and for models of which neither contains the other; then the
     * statistic may be negative.
     *
     * <p>A seed gives the same result for any number of threads. Progress is told by replications, as "bootstrap".
     *
     * @param restricted the null
     * @param restrictedOptions how to fit it, and which parameters to hold
     * @param full the alternative
     * @param fullOptions how to fit it; its parallelism, over replications, and progress are used throughout
     * @param tally the histories, of whole weights
     * @param replications how many sets of data are simulated, such as 199
     * @param seed of the simulation
     * @return the test
     * @throws IllegalArgumentException if the families are of different {@linkplain TransactionFamily#process
     *     processes}; if there is no customer or replication; if a weight is not whole, or the weights add up to more
     *     than 2^31 - 1 customers; if held parameters are not the family's
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static LikelihoodRatio bootstrap(
            TransactionFamily<?> restricted,
            FitOptions restrictedOptions,
            TransactionFamily<?> full,
            FitOptions fullOptions,
            Tally tally,
            int replications,
            long seed) {
        if (restricted.process() != full.process()) {
            throw new IllegalArgumentException("families must be of one process, since a density and a probability do"
                    + " not compare, but " + restricted.name() + " is of " + restricted.process() + " and "
                    + full.name() + " of " + full.process());
        }
        return new NullBootstrap(restricted, restrictedOptions, full, fullOptions, tally).run(replications, seed);
    }

    /**
     * The statistic of the data.
     *
     * @return {@code 2 (ln L - ln L0)}; negative only if neither model contains the other
     */
    public double statistic() {
        return statistic;
    }

    /**
     * How many more free parameters the full model has.
     *
     * @return the degrees of freedom of the chi-square distribution, where that is used
     */
    public int degrees() {
        return degrees;
    }

    /**
     * How many sets of data were simulated.
     *
     * @return 0 if the p-value is by the chi-square distribution
     */
    public int replications() {
        return replications;
    }

    /**
     * The probability of so large a statistic if the restricted model is true.
     *
     * @return between 0 and 1
     */
    public double pValue() {
        return pValue;
    }

    /** Such as "likelihood ratio 3.84, p = 0.05 by chi-square with 1 degree of freedom". */
    @Override
    public String toString() {
        String method = replications > 0
                ? "a bootstrap of " + replications
                : "chi-square with " + degrees + (degrees == 1 ? " degree" : " degrees") + " of freedom";
        return "likelihood ratio " + statistic + ", p = " + pValue + " by " + method;
    }
}
