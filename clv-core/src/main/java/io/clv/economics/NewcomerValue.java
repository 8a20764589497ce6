package io.clv.economics;

import io.clv.ltv.CustomerValues;
import io.clv.quantity.Basis;
import io.clv.quantity.Estimate;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import java.util.Currency;
import java.util.Optional;

/**
 * What a newcomer is worth before the cost of acquisition: the only value that may be held against that cost.
 *
 * @param amount unrounded, in major units
 * @param currency of the amount
 * @param interval of the amount, where there is one
 * @param source what it is, in words
 */
record NewcomerValue(double amount, Currency currency, Optional<Interval> interval, String source) {

    static NewcomerValue of(Estimate estimate) {
        require(estimate.basis(), estimate.measure());
        double cost = estimate.partAmounts().getOrDefault(Estimate.ACQUISITION_COST, 0.0);
        return new NewcomerValue(
                estimate.amount() - cost,
                estimate.currency(),
                estimate.interval()
                        .map(interval -> new Interval(
                                interval.low() - cost, interval.high() - cost, interval.level(), interval.of())),
                "a newcomer by the " + estimate.model() + " model");
    }

    static NewcomerValue of(CustomerValues values) {
        require(values.basis(), values.measure());
        if (values.size() == 0) {
            throw new IllegalArgumentException("the mean lifetime value needs customers, but there were none");
        }
        double cost = values.acquisitionCost();
        return new NewcomerValue(
                (values.totalAmount() + cost) / values.size(),
                values.currency(),
                values.totalInterval().map(total -> perCustomer(total, cost, values.size())),
                "the mean of " + Wording.count(values.size(), "customer") + " by the " + values.model() + " model");
    }

    private static Interval perCustomer(Interval total, double cost, int customers) {
        return new Interval(
                (total.low() + cost) / customers, (total.high() + cost) / customers, total.level(), total.of());
    }

    private static void require(Basis basis, Measure measure) {
        if (basis != Basis.LIFETIME_FROM_ACQUISITION) {
            throw new IllegalArgumentException("the cost of acquisition must be held against the lifetime value of"
                    + " newcomers, but this value is " + basis.label() + ": what known customers are still to bring"
                    + " leaves out what they have brought since they came");
        }
        if (measure != Measure.PROFIT) {
            throw new IllegalArgumentException("the cost of acquisition must be held against profit, but this value is "
                    + measure.label() + ": give a gross margin");
        }
    }
}
