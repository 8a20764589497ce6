package io.clv.btyd;

import io.clv.btyd.ValueExplanation.Contribution;
import io.clv.btyd.ValueExplanation.Driver;
import io.clv.btyd.ValueExplanation.History;
import io.clv.btyd.ValueExplanation.Share;
import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The values of a base, each to be explained by what moves it away from the average: the base is valued once, and each
 * explanation takes a few evaluations of the model.
 *
 * <pre>{@code
 * ValueExplanations why = model.explain(CustomerBase.of(customers));
 * System.out.print(why.of("C0004").explain());
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class ValueExplanations {

    private final FittedLtv model;
    private final CustomerBase base;
    private final BaseTerms terms;
    private final Ahead ahead;
    private final CustomerValues values;
    private final BaseAverage average;

    ValueExplanations(FittedLtv model, CustomerBase base, BaseValuation valuation) {
        this.model = model;
        this.base = base;
        terms = valuation.terms();
        ahead = valuation.ahead();
        BaseFactors factors = valuation.factors();
        values = valuation.values(factors);
        average = BaseAverage.of(factors, terms, model.spending(), base.customers());
    }

    /**
     * The values that are explained.
     *
     * @return those of the whole base
     */
    public CustomerValues values() {
        return values;
    }

    /**
     * Why a customer's value is what it is.
     *
     * @param id the customer
     * @return the explanation
     * @throws IllegalArgumentException if the base has no such customer
     */
    public ValueExplanation of(String id) {
        CustomerTable customers = base.customers();
        int row = customers.indexOf(id);
        if (row < 0) {
            throw new IllegalArgumentException("there is no customer '" + id + "'; the base has "
                    + (customers.size() == 0
                            ? "none"
                            : FitWording.customers(customers.size()) + ", from '" + customers.id(0) + "' to '"
                                    + customers.id(customers.size() - 1) + "'"));
        }
        return at(row);
    }

    /**
     * Why a customer's value is what it is.
     *
     * @param row the customer's row in the table, from 0
     * @return the explanation
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public ValueExplanation at(int row) {
        Objects.checkIndex(row, base.size());
        CustomerTable customers = base.customers();
        History history = new History(
                customers.frequency(row),
                customers.recency(row),
                customers.age(row),
                model.spending().seen(customers, row));
        ExplainedRow explained = new ExplainedRow(values, row, terms.of(row), history, average.history());
        List<Contribution> contributions = contributions(explained);
        return new ValueExplanation(
                explained, contributions, new ExplanationWording(model, explained, ahead).explained(contributions));
    }

    private List<Contribution> contributions(ExplainedRow of) {
        int row = of.row();
        TransactionModel own = model.models().of(base, row);
        ValueFactors his = new ValueFactors(
                alive(own, of.history()),
                purchases(own, of),
                values.get(CustomerValues.Column.EXPECTED_SPEND, row),
                terms.share(row),
                cost(own, of));
        Map<Driver, Double> added = his.addedTo(average.factors());
        List<Driver> told = told();
        List<Money> money = values.value(row)
                .minus(of.averageMoney())
                .inParts(told.stream().mapToDouble(added::get).toArray());
        ExplanationWording wording = new ExplanationWording(model, of, ahead);
        List<Contribution> contributions = new ArrayList<>();
        for (Driver driver : told) {
            double amount = added.getOrDefault(driver, 0.0);
            Money rounded = money.get(contributions.size());
            contributions.add(new Contribution(
                    driver,
                    his.get(driver),
                    average.factors().get(driver),
                    amount,
                    rounded,
                    wording.because(driver, his),
                    shares(driver, of, his, amount, rounded)));
        }
        return contributions;
    }

    private List<Driver> told() {
        List<Driver> told = new ArrayList<>(List.of(Driver.P_ALIVE, Driver.PURCHASES, Driver.SPEND));
        if (terms.shareDiffers()) {
            told.add(Driver.MARGIN);
        }
        if (terms.costed()) {
            told.add(Driver.COST_TO_SERVE);
        }
        return told;
    }

    private static double alive(TransactionModel own, History history) {
        return own.probabilityAlive((int) history.frequency(), history.recency(), history.age());
    }

    private double purchases(TransactionModel own, ExplainedRow of) {
        History history = of.history();
        return ahead.of(own)
                .purchasesIfAlive(
                        (int) history.frequency(),
                        history.recency(),
                        history.age(),
                        of.terms().delta(model.unit()))
                .orElse(average.factors().purchases());
    }

    private double cost(TransactionModel own, ExplainedRow of) {
        double rate = of.terms().costPer(model.unit());
        if (rate == 0) {
            return 0;
        }
        History history = of.history();
        return ahead
                .of(own)
                .lifetimeIfAlive(
                        (int) history.frequency(),
                        history.recency(),
                        history.age(),
                        of.terms().delta(model.unit()))
                .stream()
                .map(lifetime -> rate * lifetime)
                .findFirst()
                .orElse(average.factors().cost());
    }

    private List<Share> shares(Driver driver, ExplainedRow of, ValueFactors his, double amount, Money money) {
        CovariateEffects effects = model.models().effects(base, of.row()).orElse(null);
        if (effects == null || driver == Driver.SPEND || driver == Driver.MARGIN) {
            return List.of();
        }
        ToDoubleFunction<TransactionModel> factor = switch (driver) {
            case P_ALIVE -> own -> alive(own, of.history());
            case PURCHASES -> own -> purchases(own, of);
            default -> own -> cost(own, of);
        };
        Map<String, Double> changes = effects.on(factor);
        if (changes.values().stream().allMatch(change -> change == 0)) {
            return List.of();
        }
        double perUnit = his.addedPerUnit(driver, average.factors());
        List<String> names = new ArrayList<>(List.of("history"));
        List<Double> amounts = new ArrayList<>(List.of(amount));
        changes.forEach((name, change) -> {
            double added = perUnit * change + 0.0;
            names.add(name);
            amounts.add(added);
            amounts.set(0, amounts.get(0) - added);
        });
        List<Money> rounded =
                money.inParts(amounts.stream().mapToDouble(Double::doubleValue).toArray());
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            shares.add(new Share(names.get(i), amounts.get(i), rounded.get(i)));
        }
        return shares;
    }
}
