package io.clv.btyd;

import io.clv.btyd.ValueExplanation.History;
import io.clv.ledger.CustomerTable;
import io.clv.numerics.CompensatedSum;
import java.util.OptionalDouble;

/**
 * The average of a base, by averages whose value is the average value: each factor is weighted by those it is
 * multiplied with.
 *
 * @param factors the factors
 * @param history what was seen
 */
record BaseAverage(ValueFactors factors, History history) {

    static BaseAverage of(BaseFactors base, BaseTerms terms, Spending spending, CustomerTable customers) {
        return new BaseAverage(factors(base, terms), history(spending, customers));
    }

    private static ValueFactors factors(BaseFactors base, BaseTerms terms) {
        Weighted alive = new Weighted();
        Weighted purchases = new Weighted();
        Weighted spend = new Weighted();
        Weighted share = new Weighted();
        Weighted cost = new Weighted();
        for (int row = 0; row < base.alive().length; row++) {
            double active = base.alive()[row];
            double bought = base.purchases()[row];
            double revenue = base.spend()[row] * bought;
            alive.add(active, 1);
            purchases.addProduct(bought, active);
            spend.add(base.spend()[row], bought);
            share.add(terms.share(row), revenue);
            cost.addProduct(terms.costed() ? terms.cost(row) * base.lifetime()[row] : 0, active);
        }
        return new ValueFactors(
                alive.mean(),
                purchases.mean(),
                spend.mean(),
                terms.shareDiffers() || base.alive().length == 0 ? share.mean() : terms.share(0),
                cost.mean());
    }

    private static History history(Spending spending, CustomerTable customers) {
        Weighted x = new Weighted();
        Weighted last = new Weighted();
        Weighted age = new Weighted();
        Weighted amount = new Weighted();
        for (int row = 0; row < customers.size(); row++) {
            x.add(customers.frequency(row), 1);
            last.add(customers.recency(row), 1);
            age.add(customers.age(row), 1);
            OptionalDouble seen = spending.seen(customers, row);
            if (seen.isPresent()) {
                amount.add(seen.getAsDouble(), spending.known(customers.frequency(row)));
            }
        }
        return new History(
                x.mean(),
                last.mean(),
                age.mean(),
                amount.rows == 0 ? OptionalDouble.empty() : OptionalDouble.of(amount.mean()));
    }

    /** A weighted mean; the plain one where there is no weight, as then it is multiplied with 0. */
    private static final class Weighted {
        private final CompensatedSum products = new CompensatedSum();
        private final CompensatedSum weights = new CompensatedSum();
        private final CompensatedSum plain = new CompensatedSum();
        private int rows;

        void add(double value, double weight) {
            products.add(value * weight);
            weights.add(weight);
            plain.add(value);
            rows++;
        }

        /** Adds what was multiplied with its weight already. */
        void addProduct(double product, double weight) {
            products.add(product);
            weights.add(weight);
            rows++;
        }

        double mean() {
            double weight = weights.value();
            return weight > 0 ? products.value() / weight : rows > 0 ? plain.value() / rows : 0;
        }
    }
}
