package io.clv.btyd;

import io.clv.quantity.Ratio;
import java.util.Locale;

/**
 * What a base is worth by a model, beside what it is worth if one constant retention rate is taken for all its
 * customers at all times: {@code r (1 + d) / (1 + d - r)} payments each just before a renewal. Where customers differ
 * those who have stayed are more loyal than the rate says, and newcomers as a whole will come to be: the constant rate
 * understates the base (Fader and Hardie 2010).
 *
 * @param retention the constant retention rate
 * @param constant the discounted payments still to come from the whole base by that rate
 * @param model the discounted payments still to come from the whole base by the model
 * @param moment when all customers are valued
 */
public record RetentionBias(Ratio retention, double constant, double model, RenewalMoment moment) {

    /**
     * Values a base both ways. All customers of it are valued at the same moment between two renewals; those who have
     * not come to a renewal yet count too.
     *
     * @param model the model
     * @param base its customers who are still there are valued
     * @param retention the constant rate, such as {@link Survivors#latestRetention()}
     * @param d the discount rate of a period, above 0
     * @param moment when they are valued
     * @return both values
     * @throws IllegalArgumentException if the retention is not between 0% and 100%, or d is not finite or not above 0
     */
    public static RetentionBias of(
            ContractModel model, Survivors base, Ratio retention, double d, RenewalMoment moment) {
        double r = retention.value();
        if (!(r >= 0 && r <= 1)) {
            throw new IllegalArgumentException("retention must be between 0% and 100%, but was " + retention);
        }
        Arguments.requirePeriodDiscount(d);
        double each = moment.discounted(r * (1 + d) / (d + (1 - r)), d);
        double constant = 0;
        double byModel = 0;
        for (int row = 0; row < base.rows(); row++) {
            if (base.active(row)) {
                constant += base.weight(row) * each;
                byModel += base.weight(row) * model.discountedExpectedResidualLifetime(base.renewals(row), d, moment);
            }
        }
        return new RetentionBias(retention, constant, byModel, moment);
    }

    /**
     * By what share of the model's value the constant rate misses it.
     *
     * @return such as -33%; 0% where there is nothing to value
     */
    public Ratio bias() {
        return Ratio.of(model == 0 ? 0 : constant / model - 1);
    }

    /** Such as "69.1% at all times: 49450 payments, -32.6% of the model's 73342, just before the next renewal". */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f%% at all times: %.0f payments, %+.1f%% of the model's %.0f, %s",
                100 * retention.value(),
                constant,
                100 * bias().value(),
                model,
                moment);
    }
}
