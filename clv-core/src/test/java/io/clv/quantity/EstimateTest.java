package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Currency USD = Currency.getInstance("USD");

    private static Estimate.Builder simple() {
        return Estimate.builder("simple", USD);
    }

    @Test
    void isTheLifetimeRevenueOfANewcomerUnlessSaid() {
        Estimate estimate = simple().part("revenue", 600).build();
        assertThat(estimate.model()).isEqualTo("simple");
        assertThat(estimate.currency()).isEqualTo(USD);
        assertThat(estimate.value()).isEqualTo(Money.of(600, "USD"));
        assertThat(estimate.amount()).isEqualTo(600);
        assertThat(estimate.basis()).isEqualTo(Basis.LIFETIME_FROM_ACQUISITION);
        assertThat(estimate.measure()).isEqualTo(Measure.REVENUE);
        assertThat(estimate.horizon()).isEqualTo(Horizon.forever());
        assertThat(estimate.discount()).isEqualTo(DiscountRate.none());
        assertThat(estimate.interval()).isEmpty();
        assertThat(estimate.inputs()).isEmpty();
        assertThat(estimate.assumptions()).isEmpty();
        assertThat(estimate).hasToString("USD 600.00 (revenue, lifetime from acquisition)");
    }

    @Test
    void carriesWhatItIsMadeOf() {
        Interval interval = new Interval(10, 20, Ratio.percent(90), Interval.Of.OUTCOME);
        Estimate estimate = simple().basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .measure(Measure.PROFIT)
                .horizon(Horizon.over(Span.years(1)))
                .discount(DiscountRate.annually(Ratio.percent(10)))
                .part("margin", 25.5)
                .part("service", -7.25)
                .input("churn", LossRate.parse("5% per month"))
                .input("orders", Pace.perYear(4))
                .assumption("churn stays as it is")
                .assumption("margin does not change")
                .interval(interval)
                .build();
        assertThat(estimate.parts())
                .containsExactly(entry("margin", Money.parse("USD 25.50")), entry("service", Money.parse("USD -7.25")));
        assertThat(estimate.partAmounts()).containsExactly(entry("margin", 25.5), entry("service", -7.25));
        assertThat(estimate.inputs()).containsExactly(entry("churn", "5% per month"), entry("orders", "4 per year"));
        assertThat(estimate.assumptions()).containsExactly("churn stays as it is", "margin does not change");
        assertThat(estimate.interval()).contains(interval);
        assertThat(estimate).hasToString("USD 18.25 (profit, residual after observation)");
    }

    @Test
    void theCostOfAcquisitionStandsApart() {
        Estimate estimate = simple().part("margin", 0.1)
                .part("service", 0.2)
                .part(Estimate.ACQUISITION_COST, -300)
                .build();
        assertThat(estimate.value()).isEqualTo(Money.parse("USD -299.70"));
        assertThat(estimate.valueBeforeAcquisition()).isEqualTo(Money.parse("USD 0.30"));
        Estimate without = simple().part("margin", 5).build();
        assertThat(without.valueBeforeAcquisition()).isEqualTo(without.value());
    }

    @Test
    void aCostThatAddsValueIsRefused() {
        Estimate free =
                simple().part("margin", 5).part(Estimate.ACQUISITION_COST, 0).build();
        assertThat(free.valueBeforeAcquisition()).isEqualTo(free.value());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simple().part(Estimate.ACQUISITION_COST, 300))
                .withMessage("acquisition cost must not be positive, being a cost, but was 300");
    }

    @Test
    void whatWasSaidIsNotSaidAgain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simple().part("margin", 5).part("margin", 6))
                .withMessage("part 'margin' was already set to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simple().input("orders", Pace.perYear(4)).input("orders", Pace.perYear(4)))
                .withMessage("input 'orders' was already set to 4 per year");
    }

    @Test
    void anEstimateOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simple().build())
                .withMessage("an estimate must have at least one part, but had none");
    }

    @Test
    void whatMoneyCannotHoldIsRefusedAtOnce() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        simple().part("margin", 1e17).part("service", -1e17).build())
                .withMessage("part 'margin': amount 100000000000000000 is beyond the range of USD money");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> simple().part("a", 9e16).part("b", 9e16).build())
                .withMessage("value: amount 180000000000000000 is beyond the range of USD money");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> simple().part("a", 9e16)
                        .part("b", 9e16)
                        .part(Estimate.ACQUISITION_COST, -9e16)
                        .build())
                .withMessage("value before acquisition: amount 180000000000000000 is beyond the range of USD money");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> withInterval(-1e17, 0))
                .withMessage("low end of the interval: amount -100000000000000000 is beyond the range of USD money");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> withInterval(0, 1e300))
                .withMessage("high end of the interval: amount 1E+300 is beyond the range of USD money");
    }

    private static Estimate withInterval(double low, double high) {
        return simple().part("a", 1)
                .interval(new Interval(low, high, Ratio.percent(90), Interval.Of.MEAN))
                .build();
    }

    @Test
    void isNotChangedByItsBuilder() {
        Estimate.Builder builder = simple().part("a", 1).input("x", 1).assumption("one");
        Estimate estimate = builder.build();
        builder.part("b", 2).input("y", 2).assumption("two");
        assertThat(estimate.partAmounts()).containsOnlyKeys("a");
        assertThat(estimate.inputs()).containsOnlyKeys("x");
        assertThat(estimate.assumptions()).containsExactly("one");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> estimate.parts().clear());
    }
}
