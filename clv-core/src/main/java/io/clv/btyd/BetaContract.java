package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.ltv.RetentionCurve;
import io.clv.numerics.RandomStream;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * Customers with a chance theta to leave at the first renewal that is Beta(alpha, beta) distributed over them, and
 * chances at later renewals that follow from it: {@code S(n | theta) = (1 - theta)^(n^c)}. All that is asked of such a
 * model are three functions of what is left after some renewals, so that nothing is a difference of two survivals.
 */
abstract class BetaContract implements ContractModel {

    private final String name;
    private final ImmutableMap<String, Double> parameters;
    private final double alpha;
    private final double beta;
    private final double shape;

    BetaContract(String name, ImmutableMap<String, Double> parameters, double alpha, double beta, double shape) {
        this.name = name;
        this.parameters = parameters;
        this.alpha = Arguments.requireParameter("alpha", alpha);
        this.beta = Arguments.requireParameter("beta", beta);
        this.shape = Arguments.requireParameter("c", shape);
    }

    /** ln S(n + k) / S(n). */
    abstract double logStay(double renewals, double more);

    /** The sum of S(n + k) / S(n) / (1 + d)^k over k from 0; infinity where it has no limit, with d = 0. */
    abstract double lifetime(double renewals, double d);

    /** The mean of k, weighted by S(n + k) / S(n) / (1 + d)^k over k from 0. */
    abstract double duration(double renewals, double d);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Map<String, Double> parameters() {
        return parameters;
    }

    @Override
    public final double logSurvival(int renewals) {
        return logStay(0, Arguments.requireRenewals(renewals));
    }

    @Override
    public final double survival(int renewals, int more) {
        return Math.exp(logStay(Arguments.requireRenewals(renewals), Arguments.requireRenewals(more)));
    }

    @Override
    public final double probabilityOfLeaving(int renewal) {
        double before = Arguments.requireRenewal(renewal) - 1;
        return -Math.exp(logStay(0, before)) * Math.expm1(logStay(before, 1));
    }

    @Override
    public final double retention(int renewal) {
        return Math.exp(logStay(Arguments.requireRenewal(renewal) - 1, 1));
    }

    @Override
    public final OptionalDouble expectedLifetime() {
        return ifFinite(lifetime(0, 0));
    }

    @Override
    public final OptionalDouble expectedResidualLifetime(int renewals) {
        return ifFinite(afterNext(Arguments.requireRenewals(renewals), 0));
    }

    private static OptionalDouble ifFinite(double periods) {
        return periods <= Double.MAX_VALUE ? OptionalDouble.of(periods) : OptionalDouble.empty();
    }

    /** What a renewal that is due brings, with all that follows it. */
    private double afterNext(double renewals, double d) {
        return Math.exp(logStay(renewals, 1)) * lifetime(renewals + 1, d);
    }

    @Override
    public final double discountedExpectedLifetime(double d) {
        return lifetime(0, Arguments.requirePeriodDiscount(d));
    }

    @Override
    public final double discountedExpectedResidualLifetime(int renewals, double d, RenewalMoment moment) {
        double before = afterNext(Arguments.requireRenewals(renewals), Arguments.requirePeriodDiscount(d));
        return moment.discounted(before, d);
    }

    @Override
    public final double retentionElasticity(int renewals, double d) {
        return 1 + duration(Arguments.requireRenewals(renewals) + 1.0, Arguments.requirePeriodDiscount(d));
    }

    @Override
    public final RetentionCurve retentionCurve(ChronoUnit unit, int renewals) {
        Arguments.requireRenewals(renewals);
        String from = renewals == 0 ? "" : " after " + renewals + (renewals == 1 ? " renewal" : " renewals");
        return RetentionCurve.ofSurvival(unit, this + from, new After(this, renewals));
    }

    /** Two curves of equal models from the same renewal on are equal, as this is. */
    private record After(BetaContract model, int renewals) implements IntToDoubleFunction {
        @Override
        public double applyAsDouble(int more) {
            return Math.exp(model.logStay(renewals, more));
        }
    }

    @Override
    public final int simulate(long seed, long customer, int offered) {
        Arguments.requireRenewals(offered);
        RandomStream random = RandomStream.of(seed, customer);
        double logOdds = random.logGamma(alpha) - random.logGamma(beta);
        // -ln(1 - theta), which may be so small that nobody leaves
        double hazard = logOdds > 0 ? logOdds + Math.log1p(Math.exp(-logOdds)) : Math.log1p(Math.exp(logOdds));
        double stays = Math.pow(random.exponential() / hazard, 1 / shape);
        return (int) Math.min(offered, Math.floor(stays));
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof BetaContract model && name.equals(model.name) && parameters.equals(model.parameters);
    }

    @Override
    public final int hashCode() {
        return 31 * name.hashCode() + parameters.hashCode();
    }

    @Override
    public final String toString() {
        return name + parameters;
    }
}
