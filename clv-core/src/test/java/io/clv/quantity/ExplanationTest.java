package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void aBareEstimateIsTwoLines() {
        Estimate estimate = Estimate.builder("simple", USD)
                .horizon(Horizon.over(Span.years(3)))
                .part("revenue", 600)
                .build();
        assertThat(estimate.explain()).isEqualTo("""
                        USD 600.00: revenue, lifetime from acquisition, by the simple model
                        over 3 years, not discounted
                        """);
    }

    @Test
    void aFullOneNamesAllThatItRestsOn() {
        Estimate estimate = Estimate.builder("subscription", USD)
                .measure(Measure.PROFIT)
                .discount(DiscountRate.annually(Ratio.percent(10)))
                .part("margin", 1306.666)
                .part(Estimate.ACQUISITION_COST, -300)
                .input("revenue", MoneyRate.parse("USD 49 per month"))
                .input("gross margin", Ratio.percent(80))
                .input("churn", Ratio.percent(3).lossPer(ChronoUnit.MONTHS))
                .assumption("churn stays as it is")
                .assumption("margin does not change")
                .interval(new Interval(800.004, 1200.996, Ratio.percent(90), Interval.Of.MEAN))
                .build();
        assertThat(estimate.explain()).isEqualTo("""
                        USD 1006.67: profit, lifetime from acquisition, by the subscription model
                        without end, discounted at 10% per year
                        90% interval of the mean: USD 800.00 to USD 1201.00
                        made up of margin USD 1306.67, acquisition cost USD -300.00
                        from revenue USD 49.00 per month, gross margin 80%, churn 3% per month
                        assumes churn stays as it is
                        assumes margin does not change
                        """);
    }

    @Test
    void anOutcomeIsNotAMean() {
        Estimate estimate = Estimate.builder("fitted", USD)
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .part("revenue", 12.344)
                .interval(new Interval(-5, 40, Ratio.percent(99.5), Interval.Of.OUTCOME))
                .build();
        assertThat(estimate.explain()).isEqualTo("""
                        USD 12.34: revenue, residual after observation, by the fitted model
                        without end, not discounted
                        99.5% interval of the outcome: USD -5.00 to USD 40.00
                        """);
    }
}
