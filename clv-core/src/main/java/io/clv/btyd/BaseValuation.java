package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Basis;
import java.util.Arrays;

/** The values of a base in columns, by the arithmetic of {@link ProfileValuation}. */
final class BaseValuation {

    private final FittedLtv model;
    private final CustomerBase base;
    private final CustomerTable customers;
    private final BaseTerms terms;
    private final Ahead ahead;
    private final Histories histories;

    BaseValuation(FittedLtv model, CustomerBase base) {
        this.model = model;
        this.base = base;
        this.customers = base.customers();
        this.terms = new BaseTerms(model.terms(), base, model.unit());
        this.ahead = model.ahead(terms.horizon());
        this.histories = Histories.of(customers);
    }

    BaseTerms terms() {
        return terms;
    }

    Ahead ahead() {
        return ahead;
    }

    BaseFactors factors() {
        terms.require(ahead);
        BaseScores scores = model.models().scores(base, histories, model.parallelism());
        double[] deltas = deltas();
        return new BaseFactors(
                scores,
                scores.alive(),
                spend(),
                scores.purchases(ahead, deltas),
                terms.costed() ? scores.lifetime(ahead, deltas) : new double[0]);
    }

    CustomerValues values() {
        return values(factors());
    }

    CustomerValues values(BaseFactors factors) {
        int size = customers.size();
        double[] alive = factors.alive();
        double[] spend = factors.spend();
        double[] amounts = new double[size];
        for (int row = 0; row < size; row++) {
            amounts[row] = terms.share(row) * spend[row] * factors.purchases()[row];
            if (terms.costed()) {
                amounts[row] -= terms.cost(row) * factors.lifetime()[row];
            }
        }
        CustomerValues.Builder values = CustomerValues.builder(model.name(), customers)
                .amounts(amounts)
                .column(Column.P_ALIVE, alive)
                .column(Column.EXPECTED_SPEND, spend)
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .measure(terms.measure())
                .horizon(ahead.horizon());
        terms.discount().ifPresentOrElse(values::discount, values::discountOfEach);
        if (!ahead.horizon().isForever()) {
            values.column(Column.EXPECTED_TRANSACTIONS, factors.scores().expected(ahead.length()));
        }
        assumptions(values, alive);
        return values.build();
    }

    /** The rate of discount of each customer, or the one of all. */
    private double[] deltas() {
        double[] deltas = new double[terms.discount().isPresent() ? 1 : customers.size()];
        Arrays.setAll(deltas, terms::delta);
        return deltas;
    }

    private double[] spend() {
        Spending spending = model.spending();
        double[] spend = new double[customers.size()];
        for (int row = 0; row < spend.length; row++) {
            spend[row] = spending.expected(spending.known(histories.x(row)), spending.mean(customers, row));
        }
        return spend;
    }

    private void assumptions(CustomerValues.Builder values, double[] alive) {
        if (customers.size() == 0) {
            values.assumption("there is no customer to value");
            return;
        }
        Spending spending = model.spending();
        int withoutRepeat = 0;
        int withoutSpend = 0;
        int surelyAlive = 0;
        boolean leaves = false;
        boolean repeats = false;
        for (int row = 0; row < alive.length; row++) {
            int x = histories.x(row);
            int known = spending.known(x);
            if (known == 0) {
                withoutRepeat++;
            } else if (!Spending.tells(known, spending.mean(customers, row))) {
                withoutSpend++;
            }
            surelyAlive += x == 0 && alive[row] == 1 ? 1 : 0;
            repeats |= x > 0;
            leaves |= alive[row] < 1;
        }
        new ValuationWording(model, customers.currency())
                .base(withoutRepeat, withoutSpend, surelyAlive, repeats && !leaves)
                .forEach(values::assumption);
        terms.sentences().forEach(values::assumption);
    }
}
