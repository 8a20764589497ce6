package io.clv.ltv;

import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A formula with all its inputs filled in but the revenue: what one customer's estimate and a whole base's values are
 * computed by, so that the two agree.
 *
 * @param margin what revenue leaves
 * @param factors what the payments come to, by the revenue of a unit of time
 * @param hasExpansion whether the payments change, which is then a part of its own
 * @param goods the cost of goods for each unit of revenue's time that is paid, 0 where none are delivered
 * @param basis which of the numbers called CLV it gives
 * @param horizon how far ahead it counts
 * @param discount what waiting takes off
 * @param assumptions what it rests on
 */
record Plan(
        UnitMargin margin,
        DoubleFunction<Factors> factors,
        boolean hasExpansion,
        double goods,
        Basis basis,
        Horizon horizon,
        DiscountRate discount,
        List<String> assumptions) {

    /**
     * What the payments come to, counted in units of time.
     *
     * @param payments what a revenue of 1 per unit comes to when it never changes
     * @param growth what its growth adds for each 1 of revenue
     * @param added what growth by fixed amounts adds to the revenue
     * @param service what a running cost of 1 per unit comes to
     */
    record Factors(double payments, double growth, double added, double service) {}

    /** A plan without expansion and goods. */
    static Plan level(
            UnitMargin margin,
            double payments,
            Basis basis,
            Horizon horizon,
            DiscountRate discount,
            List<String> assumptions) {
        Factors factors = new Factors(payments, 0, 0, payments);
        return new Plan(margin, revenue -> factors, false, 0, basis, horizon, discount, assumptions);
    }

    List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.add(margin.part());
        if (hasExpansion) {
            parts.add("expansion");
        }
        margin.running().forEach(cost -> parts.add(cost.part()));
        if (goods != 0) {
            parts.add("goods");
        }
        margin.acquisition().ifPresent(cost -> parts.add(Estimate.ACQUISITION_COST));
        return parts;
    }

    /** Fills in the parts, in the order of {@link #parts()}, and returns their sum. */
    double evaluate(double revenue, double[] parts) {
        Factors factor = factors.apply(revenue);
        int part = 0;
        parts[part++] = revenue * margin.share() * factor.payments();
        if (hasExpansion) {
            parts[part++] = margin.share() * (revenue * factor.growth() + factor.added());
        }
        for (UnitMargin.Running cost : margin.running()) {
            parts[part++] = -cost.perUnit() * factor.service();
        }
        if (goods != 0) {
            parts[part++] = -goods * factor.payments();
        }
        if (margin.acquisition().isPresent()) {
            parts[part++] = -margin.acquisition().get();
        }
        double sum = 0;
        for (int i = 0; i < part; i++) {
            sum += parts[i];
        }
        return sum;
    }
}
