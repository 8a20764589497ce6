package io.clv.ltv;

import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What revenue leaves: the share of it that the goods do not take, the costs that run while a customer stays, and the
 * cost of acquisition, once.
 *
 * @param measure profit, or revenue where nothing is taken off
 * @param part the name of what is left of revenue before the other costs
 * @param share what is left of revenue, 1 where no margin was given
 * @param running the costs per unit of time
 * @param acquisition the cost of acquisition in major units, and whether it was given
 */
record UnitMargin(Measure measure, String part, double share, List<Running> running, Optional<Double> acquisition) {

    private static final String REVENUE = "revenue";

    private static final String NO_MARGIN = "no costs, as no margin was given: this is revenue and not profit";

    /** A cost per unit of time, under the name of its part. */
    record Running(String part, double perUnit) {}

    /** All of the revenue, with nothing taken off. */
    static UnitMargin ofRevenue() {
        return new UnitMargin(Measure.REVENUE, REVENUE, 1, List.of(), Optional.empty());
    }

    /** Reads margin and costs; {@code costed} where the costs stand for the whole cost even without a margin. */
    static UnitMargin of(Inputs inputs, ChronoUnit unit, boolean costed) {
        Optional<Ratio> margin = inputs.get(Input.GROSS_MARGIN);
        margin.ifPresent(UnitMargin::requireAtMostAll);
        List<Running> running = new ArrayList<>();
        for (Input<MoneyRate> input : List.of(Input.COST_TO_SERVE, Input.RETENTION_SPEND)) {
            Optional<MoneyRate> cost = inputs.get(input);
            cost.ifPresent(rate -> requireNotNegative(input, rate.amount(), rate));
            cost.ifPresent(rate -> running.add(new Running(input.toString(), rate.in(unit))));
        }
        inputs.get(Input.ACQUISITION_COST).ifPresent(cost -> requireNotNegative(Input.ACQUISITION_COST, cost, cost));
        Optional<Double> acquisition = inputs.has(Input.ACQUISITION_COST)
                ? Optional.of(inputs.amount(Input.ACQUISITION_COST))
                : Optional.empty();
        if (margin.isEmpty() && !costed) {
            List<String> costs =
                    new ArrayList<>(running.stream().map(Running::part).toList());
            acquisition.ifPresent(cost -> costs.add(Input.ACQUISITION_COST.toString()));
            if (!costs.isEmpty()) {
                throw new IllegalArgumentException(String.join(" and ", costs)
                        + " can be taken off profit only, and profit needs a gross margin, which was not given");
            }
            return ofRevenue();
        }
        return new UnitMargin(
                Measure.PROFIT,
                margin.isPresent() ? "margin" : REVENUE,
                margin.map(Ratio::value).orElse(1.0),
                List.copyOf(running),
                acquisition);
    }

    private static void requireNotNegative(Input<?> input, Money money, Object shown) {
        if (money.isNegative()) {
            throw new IllegalArgumentException(input + " must not be negative, but was " + shown);
        }
    }

    private static void requireAtMostAll(Ratio margin) {
        if (margin.value() > 1) {
            throw new IllegalArgumentException("gross margin must be at most 100%, but was " + margin);
        }
    }

    /** Adds the sentence that says what a missing margin means. */
    void addTo(List<String> assumptions) {
        if (measure == Measure.REVENUE) {
            assumptions.add(NO_MARGIN);
        } else if (part.equals(REVENUE)) {
            assumptions.add("no other costs than those given, as no margin was given");
        }
    }
}
