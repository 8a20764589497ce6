package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerValues;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Adds up what is in each stage. */
final class StageSums {

    private static final long LOW_HALF = 0xffff_ffffL;

    private final CustomerTable customers;
    private final Optional<CustomerValues> values;
    private final Stage[] stages;
    private final List<Prospect> prospects;

    StageSums(CustomerTable customers, Optional<CustomerValues> values, Stage[] stages, List<Prospect> prospects) {
        this.customers = customers;
        this.values = values;
        this.stages = stages;
        this.prospects = prospects;
    }

    List<LifecycleStages.Line> lines() {
        List<LifecycleStages.Line> lines = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            lines.add(line(stage));
        }
        return List.copyOf(lines);
    }

    private LifecycleStages.Line line(Stage stage) {
        if (stage.isProspect()) {
            long many = prospects.stream()
                    .filter(prospect -> prospect.stage() == stage)
                    .count();
            return new LifecycleStages.Line(
                    stage, Math.toIntExact(many), Money.zero(customers.currency()), Optional.empty());
        }
        int many = 0;
        // Halves of a number of 64 bits, for their sums cannot overflow.
        long high = 0;
        long low = 0;
        CompensatedSum worth = new CompensatedSum();
        for (int row = 0; row < stages.length; row++) {
            if (stages[row] != stage) {
                continue;
            }
            many++;
            long minor = customers.totalMinorUnits(row);
            high += minor >> Integer.SIZE;
            low += minor & LOW_HALF;
            if (values.isPresent()) {
                worth.add(values.get().amount(row));
            }
        }
        return new LifecycleStages.Line(
                stage, many, money(high, low), values.map(given -> Money.ofRounded(worth.value(), given.currency())));
    }

    private Money money(long high, long low) {
        Currency currency = customers.currency();
        BigDecimal minor =
                new BigDecimal(BigInteger.valueOf(high).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low)));
        return Money.of(minor.movePointLeft(currency.getDefaultFractionDigits()), currency);
    }
}
