package io.clv.ltv;

import static io.clv.quantity.Pace.perYear;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Basis;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import org.junit.jupiter.api.Test;

class SimpleLtvTest {

    @Test
    void explainsALifespan() {
        Estimate estimate = SimpleLtv.builder()
                .averageOrderValue("USD 50")
                .orders(perYear(4))
                .lifespan(years(3))
                .estimate();

        assertThat(estimate.explain()).isEqualTo("""
                        USD 600.00: revenue, lifetime from acquisition, by the simple model
                        over 3 years, not discounted
                        from average order value USD 50.00, orders 4 per year, lifespan 3 years
                        assumes revenue keeps its pace as long as the customer stays
                        assumes no costs, as no margin was given: this is revenue and not profit
                        """);
        assertThat(estimate.basis()).isEqualTo(Basis.LIFETIME_FROM_ACQUISITION);
        assertThat(estimate.measure()).isEqualTo(Measure.REVENUE);
        assertThat(estimate.horizon()).isEqualTo(Horizon.over(years(3)));
        assertThat(estimate.parts()).containsOnlyKeys("revenue");
    }

    @Test
    void explainsAChurn() {
        Estimate estimate = SimpleLtv.builder()
                .revenue(Money.of(30, "EUR"), MONTHS)
                .churn(percent(4).lossPer(MONTHS))
                .estimate();

        assertThat(estimate.explain()).isEqualTo("""
                        EUR 750.00: revenue, lifetime from acquisition, by the simple model
                        without end, not discounted
                        from revenue EUR 30.00 per month, churn 4% per month
                        assumes revenue keeps its pace as long as the customer stays
                        assumes churn stays the same, so that a customer stays 25 months on average (1 / churn)
                        assumes no costs, as no margin was given: this is revenue and not profit
                        """);
    }

    @Test
    void unitsConvert() {
        Estimate estimate = SimpleLtv.builder()
                .averageOrderValue("USD 50")
                .orders(perYear(4))
                .lifespan(months(36))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(600, within(1e-9));
    }

    @Test
    void aLifespanOfNothingIsRefused() {
        SimpleLtv.Builder builder = SimpleLtv.builder()
                .averageOrderValue("USD 50")
                .orders(perYear(4))
                .lifespan(years(0));

        assertThatThrownBy(builder::estimate).hasMessage("lifespan must be longer than zero, but was 0 years");
    }

    @Test
    void nobodyLeavingIsRefused() {
        SimpleLtv.Builder builder =
                SimpleLtv.builder().revenue("USD 5", MONTHS).churn(percent(0).lossPer(MONTHS));

        assertThatThrownBy(builder::estimate)
                .hasMessage("lifespan is infinite at a loss rate of 0%; give a horizon or a lifespan instead");
    }
}
