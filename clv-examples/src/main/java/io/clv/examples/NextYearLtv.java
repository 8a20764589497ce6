package io.clv.examples;

import io.clv.ltv.CustomerProfile;
import io.clv.ltv.Input;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Basis;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Measure;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model of your own that is found by its name: one more year at the customer's own pace. It is declared in
 * {@code META-INF/services/io.clv.ltv.NamedLtvModel}, and that is all it takes for {@code clv value --model next-year}.
 */
public final class NextYearLtv implements NamedLtvModel {

    private static final Span YEAR = Span.years(1);

    /** For the service loader. */
    public NextYearLtv() {}

    @Override
    public String name() {
        return "next-year";
    }

    @Override
    public String description() {
        return "one more year at the customer's own pace";
    }

    @Override
    public Set<Input<?>> requires() {
        return Set.of(Input.AVERAGE_ORDER_VALUE, Input.ORDERS);
    }

    @Override
    public Set<Input<?>> accepts() {
        return new LinkedHashSet<>(List.of(Input.AVERAGE_ORDER_VALUE, Input.ORDERS, Input.GROSS_MARGIN));
    }

    @Override
    public Estimate estimate(CustomerProfile profile) {
        double order = profile.amount(Input.AVERAGE_ORDER_VALUE).orElseThrow();
        double revenue = order * profile.require(Input.ORDERS).over(YEAR);
        Optional<Ratio> margin = profile.get(Input.GROSS_MARGIN);
        return Estimate.builder(name(), profile.currency())
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .measure(margin.isPresent() ? Measure.PROFIT : Measure.REVENUE)
                .horizon(Horizon.over(YEAR))
                .part(
                        margin.isPresent() ? "margin" : "revenue",
                        revenue * margin.orElse(Ratio.ONE).value())
                .assumption("the customer stays and keeps the pace")
                .build();
    }
}
