package io.clv.btyd;

import io.clv.ltv.Input;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a customer's purchases leave, what being there costs, and what waiting takes off.
 *
 * @param margin what is left of revenue, if that is known
 * @param cost the cost to serve, if there is one
 * @param discount none where none was given
 */
record CustomerTerms(Optional<Ratio> margin, Optional<MoneyRate> cost, DiscountRate discount) {

    CustomerTerms {
        margin.ifPresent(CustomerTerms::requireAtMostAll);
        cost.ifPresent(rate -> requireNotNegative(Input.COST_TO_SERVE, rate.amount(), rate));
        requireNotNegative(discount);
        if (cost.isPresent()) {
            requireMargin(margin, List.of(Input.COST_TO_SERVE));
        }
    }

    static void requireAtMostAll(Ratio margin) {
        if (margin.value() > 1) {
            throw new IllegalArgumentException("gross margin must be at most 100%, but was " + margin);
        }
    }

    static void requireNotNegative(Input<?> input, Money money, Object shown) {
        if (money.isNegative()) {
            throw new IllegalArgumentException(input + " must not be negative, but was " + shown);
        }
    }

    static void requireNotNegative(DiscountRate discount) {
        if (discount.rate() < 0) {
            throw new IllegalArgumentException("discount must not be negative, but was " + discount);
        }
    }

    /** Costs belong to profit. */
    static void requireMargin(Optional<Ratio> margin, List<Input<?>> costs) {
        if (margin.isEmpty()) {
            List<String> names = new ArrayList<>();
            costs.forEach(cost -> names.add(cost.toString()));
            throw new IllegalArgumentException(String.join(" and ", names)
                    + " can be taken off profit only, and profit needs a gross margin, which was not given");
        }
    }

    Measure measure() {
        return margin.isPresent() ? Measure.PROFIT : Measure.REVENUE;
    }

    /** The name of what is left of revenue. */
    String part() {
        return margin.isPresent() ? "margin" : "revenue";
    }

    double share() {
        return margin.map(Ratio::value).orElse(1.0);
    }

    double costPer(ChronoUnit unit) {
        return cost.map(rate -> rate.in(unit)).orElse(0.0);
    }

    double delta(ChronoUnit unit) {
        return discount.continuous(unit);
    }
}
