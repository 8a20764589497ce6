package io.clv.ltv;

import static io.clv.quantity.Pace.perMonth;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.months;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class MarginAdjustedLtvTest {

    @Test
    void explainsItsPartsWithinAHorizon() {
        Estimate estimate = MarginAdjustedLtv.builder()
                .averageOrderValue("USD 50")
                .orders(perMonth(2))
                .grossMargin(percent(50))
                .costToServe("USD 5", MONTHS)
                .retentionSpend("USD 24", YEARS)
                .churn(percent(6).lossPer(MONTHS))
                .over(months(12))
                .acquisitionCost("USD 300")
                .estimate();

        assertThat(estimate.explain()).isEqualTo("""
                        USD 75.59: profit, lifetime from acquisition, by the margin-adjusted model
                        over 12 months, not discounted
                        made up of margin USD 436.73, cost to serve USD -43.67, retention spend USD -17.47, \
                        acquisition cost USD -300.00
                        from average order value USD 50.00, orders 2 per month, gross margin 50%, \
                        cost to serve USD 5.00 per month, retention spend USD 24.00 per year, \
                        acquisition cost USD 300.00, horizon 12 months, churn 6% per month
                        assumes revenue keeps its pace as long as the customer stays
                        assumes churn stays the same, so that a customer stays 8.73 months of the 12 months on average
                        """);
        assertThat(estimate.measure()).isEqualTo(Measure.PROFIT);
        assertThat(estimate.valueBeforeAcquisition()).isEqualTo(Money.parse("USD 375.59"));
    }

    @Test
    void withoutAMarginItIsRevenueAndSaysSo() {
        Estimate estimate = MarginAdjustedLtv.builder()
                .averageOrderValue("USD 50")
                .orders(perMonth(2))
                .lifespan(years(1))
                .estimate();

        assertThat(estimate.value()).isEqualTo(Money.parse("USD 1200.00"));
        assertThat(estimate.measure()).isEqualTo(Measure.REVENUE);
        assertThat(estimate.parts()).containsOnlyKeys("revenue");
        assertThat(estimate.assumptions()).contains("no costs, as no margin was given: this is revenue and not profit");
    }

    @Test
    void theHorizonCapsALifespan() {
        MarginAdjustedLtv.Builder three = steady().lifespan(years(3)).over(years(2));
        MarginAdjustedLtv.Builder one = steady().lifespan(years(1)).over(years(2));

        assertThat(three.estimate().value()).isEqualTo(Money.parse("USD 240.00"));
        assertThat(three.estimate().horizon()).isEqualTo(Horizon.over(years(2)));
        assertThat(one.estimate().value()).isEqualTo(Money.parse("USD 120.00"));
        assertThat(one.estimate().horizon()).isEqualTo(Horizon.over(years(1)));
    }

    @Test
    void nobodyLeavingIsBoundedByAHorizon() {
        Estimate estimate =
                steady().churn(percent(0).lossPer(MONTHS)).over(months(9)).estimate();

        assertThat(estimate.value()).isEqualTo(Money.parse("USD 90.00"));
    }

    @Test
    void aRunningCostAboveTheMarginMakesALoss() {
        Estimate estimate = steady().costToServe(MoneyRate.parse("USD 12 per month"))
                .retentionSpend(MoneyRate.parse("USD 1 per month"))
                .lifespan(months(10))
                .estimate();

        assertThat(estimate.value()).isEqualTo(Money.parse("USD -30.00"));
    }

    private static MarginAdjustedLtv.Builder steady() {
        return MarginAdjustedLtv.builder().revenue("USD 20", MONTHS).grossMargin(percent(50));
    }

    /** With churn counted at the end of each month, the months in the horizon are 1 + r + r^2 + ... + r^(H-1). */
    @Property
    void expectedTimeInTheHorizonIsTheSumOfSurvival(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double churn,
            @ForAll @IntRange(min = 1, max = 60) int horizon) {
        double sum = 0;
        for (int k = 0; k < horizon; k++) {
            sum += Math.pow(1 - churn, k);
        }
        Estimate estimate = steady().churn(percent(100 * churn).lossPer(MONTHS))
                .over(months(horizon))
                .estimate();

        assertThat(estimate.amount()).isCloseTo(10 * sum, within(1e-10 * sum));
    }
}
