package io.clv.btyd;

import io.clv.ltv.CustomerProfile;
import io.clv.ltv.Input;
import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The value of one customer, known or new, by what the model was told and, below that, what a profile says.
 *
 * @param model the model
 * @param profile the customer
 */
record ProfileValuation(FittedLtv model, CustomerProfile profile) {

    private <T> Optional<T> term(Input<T> input) {
        return model.terms().get(input, profile);
    }

    private CustomerTerms terms() {
        return new CustomerTerms(
                term(Input.GROSS_MARGIN),
                term(Input.COST_TO_SERVE),
                term(Input.DISCOUNT).orElse(DiscountRate.none()));
    }

    Estimate residual() {
        requireAll();
        Ahead ahead =
                model.ahead(term(Input.HORIZON)).of(model.models().of(profile).orElseThrow());
        CustomerTerms terms = terms();
        ahead.require(terms.discount());
        Spending spending = model.spending();
        ChronoUnit unit = model.unit();
        int x = profile.require(Input.FREQUENCY);
        double last = profile.require(Input.RECENCY).in(unit);
        double age = profile.require(Input.AGE).in(unit);
        int known = spending.known(x);
        double mean = known == 0 ? 0 : spending.mean(profile, x).orElseThrow();
        double spend = spending.expected(known, mean);
        double delta = terms.delta(unit);
        double alive = ahead.model().probabilityAlive(x, last, age);
        double purchases = ahead.purchases(x, last, age, delta);

        Estimate.Builder estimate = started(ahead, terms, Basis.RESIDUAL_AFTER_OBSERVATION)
                .part(terms.part(), terms.share() * spend * purchases)
                .input(Input.FREQUENCY.toString(), x)
                .input(Input.RECENCY.toString(), shown(last))
                .input(Input.AGE.toString(), shown(age));
        if (known > 0) {
            estimate.input(spending.input().toString(), profile.require(spending.input()));
        }
        estimate.input("P(alive)", FitWording.number(alive))
                .input(purchasesName(terms), FitWording.number(purchases))
                .input("expected spend", FitWording.money(spend, profile.currency()));
        if (terms.cost().isPresent()) {
            estimate.part(Input.COST_TO_SERVE.toString(), -terms.costPer(unit) * ahead.lifetime(x, last, age, delta));
        }
        inputs(estimate, terms);
        covariates(estimate);
        new ValuationWording(model, profile.currency())
                .known(known, mean, x, alive)
                .forEach(estimate::assumption);
        ValuationWording.terms(terms).forEach(estimate::assumption);
        return estimate.build();
    }

    private void requireAll() {
        List<String> missing = new ArrayList<>();
        for (Input<?> input : List.of(Input.FREQUENCY, Input.RECENCY, Input.AGE)) {
            if (!profile.has(input)) {
                missing.add(input.toString());
            }
        }
        Optional<Integer> x = profile.get(Input.FREQUENCY);
        OptionalDouble mean = model.spending().mean(profile, x.orElse(0));
        if (x.isPresent() && model.spending().known(x.get()) > 0 && mean.isEmpty()) {
            missing.add(model.spending().input().toString());
        }
        if (model.models().differ() && !profile.has(FittedLtv.COVARIATES)) {
            missing.add(FittedLtv.COVARIATES.toString());
        }
        if (term(Input.HORIZON).isEmpty()) {
            missing.add(FittedLtv.NO_HORIZON);
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "the " + model.name() + " model still needs: " + String.join(", ", missing));
        }
    }

    Estimate newcomer() {
        Optional<TransactionModel> own = model.models().of(profile);
        Ahead ahead = model.ahead(term(Input.HORIZON)).of(own.orElseGet(model.models()::base));
        CustomerTerms terms = terms();
        ahead.require(terms.discount());
        Optional<Money> acquisition = acquisition(terms);
        Optional<Money> given = term(Terms.FIRST_ORDER);
        ChronoUnit unit = model.unit();
        double spend = model.spending().mean();
        double first = given.map(Money::toDouble).orElse(spend);
        double delta = terms.delta(unit);
        double purchases = ahead.purchases(0, 0, 0, delta);

        Estimate.Builder estimate = started(ahead, terms, Basis.LIFETIME_FROM_ACQUISITION)
                .part(terms.part() + " of the first order", terms.share() * first)
                .part(terms.part() + " of repeat orders", terms.share() * spend * purchases);
        given.ifPresent(money -> estimate.input(Terms.FIRST_ORDER.toString(), money));
        estimate.input(purchasesName(terms), FitWording.number(purchases))
                .input("expected spend", FitWording.money(spend, profile.currency()));
        if (terms.cost().isPresent()) {
            estimate.part(Input.COST_TO_SERVE.toString(), -terms.costPer(unit) * ahead.lifetime(0, 0, 0, delta));
        }
        acquisition.ifPresent(cost -> estimate.part(Estimate.ACQUISITION_COST, -cost.toDouble()));
        inputs(estimate, terms);
        covariates(estimate);
        acquisition.ifPresent(cost -> estimate.input(Input.ACQUISITION_COST.toString(), cost));
        new ValuationWording(model, profile.currency())
                .newcomer(given.isPresent(), own.isEmpty())
                .forEach(estimate::assumption);
        ValuationWording.terms(terms).forEach(estimate::assumption);
        return estimate.build();
    }

    private Optional<Money> acquisition(CustomerTerms terms) {
        Optional<Money> acquisition = term(Input.ACQUISITION_COST);
        acquisition.ifPresent(cost -> {
            CustomerTerms.requireNotNegative(Input.ACQUISITION_COST, cost, cost);
            CustomerTerms.requireMargin(terms.margin(), List.of(Input.ACQUISITION_COST));
        });
        return acquisition;
    }

    private Estimate.Builder started(Ahead ahead, CustomerTerms terms, Basis basis) {
        return Estimate.builder(model.name(), profile.currency())
                .basis(basis)
                .measure(terms.measure())
                .horizon(ahead.horizon())
                .discount(terms.discount());
    }

    private static String purchasesName(CustomerTerms terms) {
        return terms.discount().isNone() ? "expected purchases" : "discounted purchases";
    }

    /** A time as a reader wants it, without the digits of a division. */
    private Span shown(double time) {
        return Span.of(FitWording.rounded(time), model.unit());
    }

    private static void inputs(Estimate.Builder estimate, CustomerTerms terms) {
        terms.margin().ifPresent(margin -> estimate.input(Input.GROSS_MARGIN.toString(), margin));
        terms.cost().ifPresent(cost -> estimate.input(Input.COST_TO_SERVE.toString(), cost));
    }

    private void covariates(Estimate.Builder estimate) {
        if (model.models().differ()) {
            profile.get(FittedLtv.COVARIATES).ifPresent(own -> estimate.input(FittedLtv.COVARIATES.toString(), own));
        }
    }
}
