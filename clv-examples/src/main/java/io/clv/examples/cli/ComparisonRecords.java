package io.clv.examples.cli;

import io.clv.cohort.Change;
import io.clv.cohort.Effect;
import io.clv.cohort.PeriodComparison;
import io.clv.cohort.PeriodFigures;
import io.clv.quantity.Money;
import java.io.PrintWriter;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;

/** A comparison of two periods as a row for each measure. */
final class ComparisonRecords {

    private final PeriodComparison comparison;
    private final Currency currency;

    ComparisonRecords(PeriodComparison comparison, Currency currency) {
        this.comparison = comparison;
        this.currency = currency;
    }

    void csv(PrintWriter out) {
        changes().csv(out);
    }

    void json(PrintWriter out) {
        out.print("{\"currency\":" + Json.text(currency.getCurrencyCode())
                + ",\"periods\":" + periods().json()
                + ",\"changes\":" + changes().json()
                + ",\"effects\":" + effects().json()
                + "}\n");
    }

    private Rows changes() {
        Rows rows = new Rows(
                "measure",
                "before",
                "after",
                "difference",
                "difference_low",
                "difference_high",
                "relative",
                "relative_low",
                "relative_high",
                "level",
                "p_value");
        for (Change change : comparison.changes()) {
            rows.add(
                    change.measure().label(),
                    change.before(),
                    change.after(),
                    change.after() - change.before(),
                    change.difference().low(),
                    change.difference().high(),
                    change.relative(),
                    change.relativeInterval().isPresent()
                            ? change.relativeInterval().get().low()
                            : OptionalDouble.empty(),
                    change.relativeInterval().isPresent()
                            ? change.relativeInterval().get().high()
                            : OptionalDouble.empty(),
                    change.difference().level().value(),
                    change.pValue());
        }
        return rows;
    }

    private Rows periods() {
        Rows rows = new Rows(
                "from",
                "through",
                "sales",
                "purchases",
                "active_customers",
                "new_customers",
                "new_customers_observed",
                "regulars",
                "acquisition_cost",
                "acquisition_cost_per_new_customer",
                "service_cost",
                "service_cost_per_active_customer",
                "service_cost_per_purchase");
        add(rows, comparison.before());
        add(rows, comparison.after());
        return rows;
    }

    private static void add(Rows rows, PeriodFigures figures) {
        rows.add(
                figures.from().toString(),
                figures.through().toString(),
                figures.sales().amount(),
                figures.purchases(),
                figures.activeCustomers(),
                figures.newCustomers(),
                figures.newCustomersObserved(),
                figures.regulars(),
                amount(figures.acquisitionCost()),
                figures.acquisitionCostPerNewCustomer(),
                amount(figures.serviceCost()),
                figures.serviceCostPerActiveCustomer(),
                figures.serviceCostPerPurchase());
    }

    private static Object amount(Optional<Money> money) {
        return money.isPresent() ? money.get().amount() : OptionalDouble.empty();
    }

    private Rows effects() {
        Rows rows = new Rows(
                "measure",
                "treated_before",
                "treated_after",
                "control_before",
                "control_after",
                "effect",
                "effect_low",
                "effect_high",
                "level",
                "amount",
                "p_value");
        for (Effect effect : comparison.effects()) {
            rows.add(
                    effect.measure().label(),
                    effect.treatedBefore(),
                    effect.treatedAfter(),
                    effect.controlBefore(),
                    effect.controlAfter(),
                    effect.relative(),
                    effect.interval().low(),
                    effect.interval().high(),
                    effect.interval().level().value(),
                    effect.amount(),
                    effect.pValue());
        }
        return rows;
    }
}
