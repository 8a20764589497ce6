package io.clv.btyd;

import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.task.Parallelism;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model of each customer: the same for all, or by covariates. */
final class CustomerModels {

    private final @Nullable TransactionModel model;
    private final @Nullable WithCovariates<? extends TransactionModel> byCovariates;

    private final Shock shock;

    private CustomerModels(
            @Nullable TransactionModel model,
            @Nullable WithCovariates<? extends TransactionModel> byCovariates,
            Shock shock) {
        this.model = model;
        this.byCovariates = byCovariates;
        this.shock = shock;
    }

    static CustomerModels same(TransactionModel model) {
        return new CustomerModels(model, null, Shock.none());
    }

    static CustomerModels by(WithCovariates<? extends TransactionModel> model) {
        return new CustomerModels(null, model, Shock.none());
    }

    /** The same customers, whom something befalls from now on. */
    CustomerModels under(Shock more) {
        return new CustomerModels(model, byCovariates, shock.and(more));
    }

    Shock shock() {
        return shock;
    }

    boolean differ() {
        return byCovariates != null;
    }

    /** The model of one of whom no covariate is known. */
    TransactionModel base() {
        return shock.on(byCovariates != null ? byCovariates.base() : Objects.requireNonNull(model));
    }

    /** The model of a customer of a base. */
    TransactionModel of(CustomerBase base, int row) {
        WithCovariates<? extends TransactionModel> with = byCovariates;
        return with == null ? base() : shock.on(with.at(covariates(base, row)));
    }

    /** What the covariates of a customer of a base do, none without a model that knows them. */
    Optional<CovariateEffects> effects(CustomerBase base, int row) {
        WithCovariates<? extends TransactionModel> with = byCovariates;
        return with == null ? Optional.empty() : Optional.of(new CovariateEffects(with, covariates(base, row)));
    }

    /** The model of a customer; empty if the profile lacks the covariates. */
    Optional<TransactionModel> of(CustomerProfile profile) {
        WithCovariates<? extends TransactionModel> with = byCovariates;
        return with == null
                ? Optional.of(base())
                : profile.get(FittedLtv.COVARIATES).map(own -> shock.on(with.at(own)));
    }

    BaseScores scores(CustomerBase base, Histories histories, Parallelism parallelism) {
        WithCovariates<? extends TransactionModel> with = byCovariates;
        if (with == null) {
            return new Scores(base(), histories, parallelism);
        }
        return BaseScores.of(row -> shock.on(with.at(covariates(base, row))), histories, parallelism);
    }

    static Covariates covariates(CustomerBase base, int row) {
        Optional<Covariates> own = base.differs(FittedLtv.COVARIATES)
                ? base.get(FittedLtv.COVARIATES, row)
                : base.get(FittedLtv.COVARIATES);
        return own.orElseThrow(() -> new IllegalArgumentException(
                "customer " + base.customers().id(row) + ": the model needs covariates, but the base has none"));
    }
}
