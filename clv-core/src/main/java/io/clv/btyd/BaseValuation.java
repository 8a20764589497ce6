package io.clv.btyd;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        model.wanted().filter(request -> size > 0).ifPresent(request -> intervals(values, request));
        return values.build();
    }

    /** Intervals where the parameters' draws can be trusted, and else the reason why there are none. */
    private void intervals(CustomerValues.Builder values, IntervalRequest request) {
        Posteriors posteriors = model.posteriors();
        Optional<String> fault = posteriors.fault();
        if (fault.isPresent()) {
            values.assumption("nothing of how sure the values are, as there is no interval: " + fault.get());
            return;
        }
        IntervalPass pass = pass(oneGroup(), request, EnumSet.of(Quantity.VALUE));
        values.intervals(pass.low(Quantity.VALUE), pass.high(Quantity.VALUE), request.level(), request.of())
                .totalInterval(pass.range().of(pass.ofBase(Quantity.VALUE)));
        sentences(request).forEach(values::assumption);
    }

    private Groups oneGroup() {
        return Groups.of(new int[customers.size()], List.of("all"));
    }

    private List<String> sentences(IntervalRequest request) {
        List<String> sentences = new ArrayList<>();
        sentences.add(request.sentence(model.posteriors().transactionModels().size()));
        sentences.addAll(model.posteriors().diagnoses());
        return sentences;
    }

    CustomerIntervals intervals(Groups groups, IntervalRequest request) {
        terms.require(ahead);
        if (!ahead.horizon().isForever()) {
            // A model that counts opportunities refuses a horizon of half of one.
            double unused = ahead.model().expectedTransactions(0, 0, 0, ahead.length());
        }
        Posteriors posteriors = model.posteriors();
        posteriors.absence().ifPresent(why -> {
            throw new IllegalArgumentException("there is no interval: " + why);
        });
        posteriors.fault().ifPresent(why -> {
            throw new ArithmeticException("there is no interval: " + why);
        });
        Set<Quantity> possible = IntervalPass.possible(ahead);
        return new CustomerIntervals(
                customers, groups, possible, pass(groups, request, possible), String.join("; ", sentences(request)));
    }

    private IntervalPass pass(Groups groups, IntervalRequest request, Set<Quantity> wanted) {
        Posteriors posteriors = model.posteriors();
        DrawnBase drawn = new DrawnBase(
                base,
                histories,
                terms,
                ahead,
                DrawnModels.of(
                        posteriors.transactionModels(), base, model.models().shock()),
                posteriors.spendModels().stream()
                        .map(spend -> Spending.of(spend, model.spending().firstIncluded())
                                .times(model.models().shock().spending()))
                        .toList(),
                posteriors.seed(),
                wanted);
        return new IntervalPass(drawn, groups, request).run(model.parallelism());
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
