package io.clv.spark;

import io.clv.btyd.Fit;
import io.clv.btyd.FitObjective;
import io.clv.btyd.FitOptions;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.Tally;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits a model of purchases to the histories of a Dataset's customers. */
record PurchaseFit<M extends TransactionModel>(Dataset<Row> customers, TransactionFamily<M> family, ChronoUnit unit) {

    Fit<M> fit(FitOptions options) {
        try (CountedCustomers counted = counted()) {
            return family.fit(likelihood(counted, options), unit, options);
        }
    }

    Posterior<M> posterior(PosteriorOptions options) {
        try (CountedCustomers counted = counted()) {
            FitOptions threads = FitOptions.defaults().parallelism(options.parallelism());
            return family.posterior(likelihood(counted, threads), unit, options);
        }
    }

    private CountedCustomers counted() {
        return CountedCustomers.of(customers, CustomerColumn.histories(customers));
    }

    private FitObjective likelihood(CountedCustomers counted, FitOptions options) {
        if (counted.fitTheDriver()) {
            return counted.onDriver(rows -> family.objective(tally(rows, unit), options));
        }
        return counted.summed(elsewhere(Declared.requireFound(family, TransactionFamily.all()), unit));
    }

    /** Static, so that neither the Dataset nor the family is sent along. */
    private static Likelihood elsewhere(String name, ChronoUnit unit) {
        return rows -> TransactionFamily.named(name).objective(tally(rows, unit), FitOptions.defaults());
    }

    private static Tally tally(WeightedRows rows, ChronoUnit unit) {
        return Tally.of(rows.column(0), rows.column(1), rows.column(2), rows.column(3), unit);
    }
}
