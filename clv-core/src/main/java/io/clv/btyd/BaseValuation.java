package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Basis;
import io.clv.task.Parallelism;
import java.util.Arrays;

/** The values of a base in columns, by the arithmetic of {@link ProfileValuation}. */
final class BaseValuation {

    private final FittedLtv model;
    private final CustomerTable customers;
    private final BaseTerms terms;
    private final Ahead ahead;
    private final Histories histories;
    private final Parallelism parallelism;

    BaseValuation(FittedLtv model, CustomerBase base) {
        this.model = model;
        this.customers = base.customers();
        this.terms = new BaseTerms(model.terms(), base, model.unit());
        this.ahead = model.ahead(terms.horizon());
        this.histories = Histories.of(customers);
        this.parallelism = model.parallelism();
    }

    CustomerValues values() {
        terms.require(ahead);
        int size = customers.size();
        double[] alive = histories.map(ahead.model()::probabilityAlive, parallelism);
        double[] spend = spend();
        double[] amounts = perCustomer(ahead::purchases);
        double[] lifetime = terms.costed() ? perCustomer(ahead::lifetime) : new double[0];
        for (int row = 0; row < size; row++) {
            amounts[row] = terms.share(row) * spend[row] * amounts[row];
            if (terms.costed()) {
                amounts[row] -= terms.cost(row) * lifetime[row];
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
            double length = ahead.length();
            values.column(
                    Column.EXPECTED_TRANSACTIONS,
                    histories.map(
                            (x, last, age) -> ahead.model().expectedTransactions(x, last, age, length), parallelism));
        }
        assumptions(values, alive);
        return values.build();
    }

    /** What lies ahead, at each customer's own rate of discount. */
    private interface Discounted {
        double at(int x, double last, double age, double delta);
    }

    private double[] perCustomer(Discounted function) {
        if (terms.discount().isPresent()) {
            double delta = terms.delta(0);
            return histories.map((x, last, age) -> function.at(x, last, age, delta), parallelism);
        }
        double[] deltas = new double[customers.size()];
        Arrays.setAll(deltas, terms::delta);
        return histories.mapWith(
                deltas,
                row -> function.at(histories.x(row), histories.last(row), histories.age(row), deltas[row]),
                parallelism);
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
