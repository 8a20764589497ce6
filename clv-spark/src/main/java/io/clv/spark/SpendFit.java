package io.clv.spark;

import io.clv.btyd.Fit;
import io.clv.btyd.FitObjective;
import io.clv.btyd.FitOptions;
import io.clv.btyd.Moments;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.SpendFacts;
import io.clv.btyd.SpendFamily;
import io.clv.btyd.SpendModel;
import io.clv.btyd.SpendTally;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits a model of spend to the repeat purchases of a Dataset's customers. */
record SpendFit<M extends SpendModel>(Dataset<Row> customers, SpendFamily<M> family, Currency currency) {

    /** What is fitted to. */
    private record Amounts(FitObjective objective, SpendFacts facts) {}

    Fit<M> fit(FitOptions options) {
        try (CountedCustomers counted = counted()) {
            Amounts amounts = amounts(counted, options);
            return family.fit(amounts.objective(), amounts.facts(), options);
        }
    }

    Posterior<M> posterior(PosteriorOptions options) {
        try (CountedCustomers counted = counted()) {
            Amounts amounts = amounts(counted, FitOptions.defaults().parallelism(options.parallelism()));
            return family.posterior(amounts.objective(), amounts.facts(), options);
        }
    }

    private CountedCustomers counted() {
        return CountedCustomers.of(customers, CustomerColumn.spend(customers));
    }

    private Amounts amounts(CountedCustomers counted, FitOptions options) {
        if (counted.fitTheDriver()) {
            SpendTally tally = counted.onDriver(SpendFit::tally);
            SpendFacts facts = tally.facts();
            return new Amounts(
                    family.objective(tally, options),
                    facts(facts.correlation(), facts.withoutPurchases(), facts.withoutSpend()));
        }
        FitObjective objective = counted.summed(elsewhere(Declared.requireFound(family, SpendFamily.all())));
        return new Amounts(objective, facts(counted.parts(), objective.moments()));
    }

    private static Likelihood elsewhere(String name) {
        return rows -> SpendFamily.named(name).objective(tally(rows), FitOptions.defaults());
    }

    private static SpendTally tally(WeightedRows rows) {
        return SpendTally.of(rows.column(0), rows.column(1), rows.column(2));
    }

    private SpendFacts facts(OptionalDouble correlation, double withoutPurchases, double withoutSpend) {
        return new SpendFacts(Optional.of(currency), correlation, withoutPurchases, withoutSpend);
    }

    /** The arithmetic of {@link SpendTally#correlation}, over partitions. */
    private SpendFacts facts(JavaRDD<WeightedRows> parts, Moments moments) {
        double centreX = moments.meanX();
        double centre = moments.meanScale();
        ExactlyAdded sums = parts.treeAggregate(
                new ExactlyAdded(),
                (all, part) -> all.add(products(tally(part), centreX, centre)),
                ExactlyAdded::add,
                2);
        double scale = Math.sqrt(sums.get(1)) * Math.sqrt(sums.get(2));
        OptionalDouble correlation =
                scale > 1e-12 * moments.customers() ? OptionalDouble.of(sums.get(0) / scale) : OptionalDouble.empty();
        return facts(correlation, sums.get(3), sums.get(4));
    }

    private static double[] products(SpendTally tally, double centreX, double centre) {
        double[] sums = new double[5];
        for (int row = 0; row < tally.rows(); row++) {
            double fromX = tally.x(row) - centreX;
            double from = tally.mean(row) / centre - 1;
            sums[0] += tally.weight(row) * fromX * from;
            sums[1] += tally.weight(row) * fromX * fromX;
            sums[2] += tally.weight(row) * from * from;
        }
        sums[3] = tally.withoutPurchases();
        sums[4] = tally.withoutSpend();
        return sums;
    }
}
