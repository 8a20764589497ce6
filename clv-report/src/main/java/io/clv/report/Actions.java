package io.clv.report;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Money;
import io.clv.report.ActionRow.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Whom to call first: of those who came back at least once and are active with 10% to 80%, the ones with most at stake
 * (where P(alive) is not known, of those who are at risk by their stage the ones worth most); and those who are worth
 * most. Below 10% a customer is to be won back rather than kept, and the sum at stake would be little more than a
 * division by next to nothing.
 */
final class Actions {

    private static final double GONE = 0.1;
    private static final double SAFE = 0.8;
    private static final int EACH = 50;

    private static final String AT_RISK = "at-risk";

    private final CustomerValues values;
    private final CustomerTable customers;
    private final Optional<Groups> stages;
    private final boolean known;

    Actions(CustomerValues values, Optional<Groups> stages) {
        this.values = values;
        customers = values.customers();
        this.stages = stages;
        known = values.has(Column.P_ALIVE);
    }

    List<ActionRow> rows() {
        List<ActionRow> rows = new ArrayList<>();
        List<Integer> leaving = leaving();
        leaving.forEach(row -> rows.add(row(row, Reason.MAY_BE_LEAVING)));
        Set<Integer> listed = new HashSet<>(leaving);
        for (int row : most(values::amount, each -> !listed.contains(each))) {
            rows.add(row(row, Reason.AMONG_THE_BEST));
        }
        return rows;
    }

    private boolean isInDoubt(int row) {
        double alive = alive(row);
        return customers.frequency(row) > 0 && alive >= GONE && alive <= SAFE;
    }

    /** Where a formula does not know who is still active, the stages do. */
    private List<Integer> leaving() {
        if (known) {
            return most(this::atStake, this::isInDoubt);
        }
        return stages.map(
                        groups -> most(values::amount, row -> groups.label(row).equals(AT_RISK)))
                .orElse(List.of());
    }

    private double alive(int row) {
        return values.get(Column.P_ALIVE, row);
    }

    private double atStake(int row) {
        double alive = alive(row);
        return values.amount(row) * (1 - alive) / alive;
    }

    /** The rows with the greatest amounts above 0, the greatest first, among equals the first. */
    private List<Integer> most(IntToDoubleFunction amount, IntPredicate eligible) {
        record Candidate(int row, double amount) implements Comparable<Candidate> {
            @Override
            public int compareTo(Candidate other) {
                int byAmount = Double.compare(amount, other.amount);
                return byAmount == 0 ? Integer.compare(other.row, row) : byAmount;
            }
        }
        PriorityQueue<Candidate> best = new PriorityQueue<>();
        for (int row = 0; row < values.size(); row++) {
            if (eligible.test(row) && amount.applyAsDouble(row) > 0) {
                best.add(new Candidate(row, amount.applyAsDouble(row)));
                if (best.size() > EACH) {
                    best.poll();
                }
            }
        }
        List<Integer> rows = new ArrayList<>();
        while (!best.isEmpty()) {
            rows.add(best.poll().row());
        }
        Collections.reverse(rows);
        return rows;
    }

    private ActionRow row(int row, Reason reason) {
        boolean divisible = known && alive(row) > 0;
        return new ActionRow(
                values.id(row),
                reason,
                stages.map(groups -> groups.label(row)),
                values.value(row),
                divisible ? Optional.of(Money.ofRounded(atStake(row), values.currency())) : Optional.empty(),
                known ? OptionalDouble.of(alive(row)) : OptionalDouble.empty(),
                customers.frequency(row) + 1,
                customers.total(row),
                customers.lastPurchase(row));
    }
}
