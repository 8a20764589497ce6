package io.clv.btyd;

import io.clv.ltv.RetentionCurve;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A model of how long customers renew a contract, with its parameters. A customer pays for his first period when he
 * comes; at its end stands renewal 1, at which he stays for another period or leaves, then renewal 2, and so on. That
 * he leaves is seen, since he cancels or lets the contract run out: customers who merely fall silent are the matter of
 * a {@link TransactionModel}.
 *
 * <p>Time is counted in renewals, and d is the effective discount rate of the period from one to the next: for yearly
 * renewals 0.10 at 10% a year, otherwise {@link io.clv.quantity.DiscountRate#effective(ChronoUnit)} gives it. Values
 * are numbers of payments; times the margin of one they are money.
 *
 * <p>The calls take and give plain numbers and are safe from any thread.
 */
public interface ContractModel {

    /**
     * The name by which a model is chosen, such as "sbg".
     *
     * @return the name
     */
    String name();

    /**
     * The parameters in their conventional order.
     *
     * @return name to value, not to be changed
     */
    Map<String, Double> parameters();

    /**
     * The log of {@link #survival(int)}, for when that is too small for a double.
     *
     * @param renewals n, not negative
     * @return ln S(n), not above 0
     * @throws IllegalArgumentException if the number is negative
     */
    double logSurvival(int renewals);

    /**
     * The share of newcomers who will make at least n renewals.
     *
     * @param renewals n, not negative
     * @return S(n), from 0 to 1; 1 for n = 0
     * @throws IllegalArgumentException if the number is negative
     */
    default double survival(int renewals) {
        return Math.exp(logSurvival(renewals));
    }

    /**
     * The share of those who have made n renewals who will make k more: {@code S(n + k) / S(n)}.
     *
     * @param renewals n, those made
     * @param more k, those to come
     * @return from 0 to 1
     * @throws IllegalArgumentException if either is negative
     */
    double survival(int renewals, int more);

    /**
     * The probability that a newcomer leaves at a given renewal: {@code P(T = t) = S(t - 1) - S(t)}.
     *
     * @param renewal t, 1 for the first
     * @return the probability
     * @throws IllegalArgumentException if the number is below 1
     */
    double probabilityOfLeaving(int renewal);

    /**
     * The retention rate: of those who come to a renewal, the share who make it, {@code r(t) = S(t) / S(t - 1)}.
     *
     * @param renewal t, 1 for the first
     * @return from 0 to 1
     * @throws IllegalArgumentException if the number is below 1
     */
    double retention(int renewal);

    /**
     * The probability that a customer who has made n renewals makes the next one, {@code r(n + 1)}.
     *
     * @param renewals n, those made
     * @return from 0 to 1
     * @throws IllegalArgumentException if the number is negative
     */
    default double renewalProbability(int renewals) {
        return survival(renewals, 1);
    }

    /**
     * How many periods a newcomer is expected to stay, his first one included: the sum of S(n) over all n from 0.
     *
     * @return the expectation; empty if it is infinite (or beyond a double), as it is where some leave so seldom that
     *     the sum has no limit
     */
    OptionalDouble expectedLifetime();

    /**
     * How many renewals a customer who has made n is expected still to make: the sum of {@code S(n + k) / S(n)} over k
     * from 1.
     *
     * @param renewals n, those made
     * @return the expectation; empty if it is infinite (or beyond a double)
     * @throws IllegalArgumentException if the number is negative
     */
    OptionalDouble expectedResidualLifetime(int renewals);

    /**
     * The discounted number of a newcomer's payments, the first of them now (DEL): the sum of {@code S(n) / (1 + d)^n}
     * over n from 0.
     *
     * @param d the discount rate of a period, above 0
     * @return the number, at least 1
     * @throws IllegalArgumentException if d is not finite or not above 0
     */
    double discountedExpectedLifetime(double d);

    /**
     * The discounted number of payments still to come from a customer who has made n renewals (DERL): the sum of
     * {@code S(n + k) / S(n) / (1 + d)^(k - 1)} over k from 1 just before his next renewal, of {@code S(n + k) / S(n) /
     * (1 + d)^k} just after his last one.
     *
     * @param renewals n, those made; 0 before the first
     * @param d the discount rate of a period, above 0
     * @param moment when he is valued
     * @return the number, not negative
     * @throws IllegalArgumentException if the number is negative, or d is not finite or not above 0
     */
    double discountedExpectedResidualLifetime(int renewals, double d, RenewalMoment moment);

    /**
     * The retention elasticity of the residual value: by how many percent the discounted payments still to come grow if
     * every retention rate to come grows by one percent of itself, {@code d ln DERL / d ln r}. It is the mean delay of
     * these payments in periods, weighted by their present values: {@code sum k w(k) / sum w(k)} over k from 1 with
     * {@code w(k) = S(n + k) / S(n) / (1 + d)^k}, which Pfeifer and Farris (2004) name the duration of the
     * relationship. It is the same at both moments. With a constant retention r it is the textbook's {@code (1 + d) /
     * (1 + d - r)}.
     *
     * <p>It is the elasticity of the expected value. The mean of the customers' own elasticities, which some packages
     * give, is lower where customers differ, since the loyal ones, who weigh most, respond most.
     *
     * @param renewals n, those made
     * @param d the discount rate of a period, above 0
     * @return the elasticity, at least 1
     * @throws IllegalArgumentException if the number is negative, or d is not finite or not above 0
     */
    double retentionElasticity(int renewals, double d);

    /**
     * The retention of newcomers as a formula takes it, such as {@link io.clv.ltv.SubscriptionLtv}: a curve without
     * end. With the first payment now, such a formula gives margin x {@link #discountedExpectedLifetime}.
     *
     * @param unit the period from one renewal to the next: a day, week, month or year
     * @return the curve; its k-th period ends with renewal k
     * @throws IllegalArgumentException if the unit is another
     */
    default RetentionCurve retentionCurve(ChronoUnit unit) {
        return retentionCurve(unit, 0);
    }

    /**
     * The retention of customers who have made n renewals. With the first payment excluded, a formula of it gives
     * margin x {@link #discountedExpectedResidualLifetime} just after the last renewal.
     *
     * @param unit the period from one renewal to the next: a day, week, month or year
     * @param renewals n, those made
     * @return the curve; its k-th period ends with renewal n + k
     * @throws IllegalArgumentException if the unit is another, or the number is negative
     */
    RetentionCurve retentionCurve(ChronoUnit unit, int renewals);

    /**
     * Draws how many renewals a newcomer makes; the draw depends on the seed and the customer's number alone.
     *
     * @param seed which world
     * @param customer which customer
     * @param offered how many renewals he comes to, if he does not leave before
     * @return those he makes; all that are offered if he is still there
     * @throws IllegalArgumentException if the number is negative
     */
    int simulate(long seed, long customer, int offered);
}
