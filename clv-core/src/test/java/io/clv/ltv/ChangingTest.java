package io.clv.ltv;

import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a scenario changes of a base and of a curve. */
class ChangingTest {

    private static final CustomerBase BASE =
            CustomerBase.of(SmallLog.six()).churn(ChurnRule.inactiveFor(Span.days(10)));

    @Test
    void whatIsSetIsReplaced() {
        CustomerBase base = BASE.with(Input.GROSS_MARGIN, percent(30))
                .withEach(Input.GROSS_MARGIN, row -> row == 2 ? Optional.of(percent(10)) : Optional.empty())
                .changing(Input.GROSS_MARGIN, margin -> Ratio.of(2 * margin.value()));
        assertThat(base.get(Input.GROSS_MARGIN)).contains(percent(60));
        assertThat(base.get(Input.GROSS_MARGIN, 0)).contains(percent(60));
        assertThat(base.get(Input.GROSS_MARGIN, 2)).contains(percent(20));
    }

    @Test
    void whatIsReadOffOrMeasuredIsSet() {
        Pace before = BASE.get(Input.ORDERS, 1).orElseThrow();
        CustomerBase base = BASE.changing(Input.ORDERS, orders -> Pace.of(3 * orders.count(), orders.unit()));
        assertThat(base.get(Input.ORDERS, 1)).contains(Pace.of(3 * before.count(), before.unit()));
        assertThat(base.get(Input.AVERAGE_ORDER_VALUE, 1)).contains(Money.parse("USD 20"));
        CustomerBase faithful = BASE.changing(Input.CHURN, churn -> LossRate.of(0.01, DAYS));
        assertThat(faithful.get(Input.CHURN)).contains(LossRate.of(0.01, DAYS));
        assertThat(faithful.has(Input.LIFESPAN)).isFalse();
    }

    @Test
    void whatIsNotThereOrPastIsRefused() {
        assertThatThrownBy(() -> BASE.changing(Input.FREQUENCY, x -> x + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frequency is history and cannot be changed");
        assertThatThrownBy(() -> BASE.changing(Input.DISCOUNT, rate -> DiscountRate.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the base has no discount to change; it has ");
    }

    @Test
    void curvesByHazardAndByPoints() {
        RetentionCurve curve = RetentionCurve.parse("60%, 70% then 80% per year");
        assertThat(curve.hazardTimes(2)).hasToString("36%, 49% then 64% per year");
        assertThat(curve.plusPoints(percent(5))).hasToString("65%, 75% then 85% per year");
        assertThat(curve.hazardTimes(1)).isSameAs(curve);
        RetentionCurve open = RetentionCurve.ofSurvival(YEARS, "a model", k -> 1.0 / (1 + k));
        assertThat(open.hazardTimes(2).survival(1)).isCloseTo(0.25, within(1e-15));
        assertThat(open.hazardTimes(2)).hasToString("a model with the hazard times 2.0 per year");
        assertThatThrownBy(() -> open.plusPoints(percent(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention given by a survival function (a model per year) cannot be raised by points;"
                        + " multiply its hazard");
        assertThatThrownBy(() -> curve.plusPoints(percent(25)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention of period 3 must be between 0% and 100%, but was 105%");
        assertThatThrownBy(() -> curve.hazardTimes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hazard must be times a finite number above 0, but was times 0.0");
    }

    @Test
    void modelsSayWhatTheyRead() {
        LtvModel set = DiscountedLtv.builder()
                .churn(percent(5).lossPer(YEARS))
                .grossMargin(percent(30))
                .model();
        assertThat(set.reads(Input.CHURN)).isFalse();
        assertThat(set.reads(Input.RETENTION)).isFalse();
        assertThat(set.reads(Input.GROSS_MARGIN)).isFalse();
        assertThat(set.reads(Input.DISCOUNT)).isTrue();
        assertThat(new SimpleLtv().reads(Input.DISCOUNT)).isFalse();
    }
}
