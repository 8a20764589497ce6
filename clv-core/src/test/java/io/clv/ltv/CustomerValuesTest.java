package io.clv.ltv;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CustomerValuesTest {

    private static final CustomerTable TWO = SmallLog.inDays("a 20 12.00", "b 3 8.00");

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void theTotalIsRoundedOnce() {
        CustomerValues values = CustomerValues.builder("test", TWO)
                .amounts(new double[] {0.004, 0.004})
                .build();

        assertThat(values.value(0)).isEqualTo(Money.parse("USD 0.00"));
        assertThat(values.total()).isEqualTo(Money.parse("USD 0.01"));
        assertThat(values.totalAmount()).isEqualTo(0.008);
    }

    @Test
    void theTotalIsCompensated() {
        CustomerTable three = SmallLog.inDays("a 20 12.00", "b 3 8.00", "c 3 8.00");
        CustomerValues values = CustomerValues.builder("test", three)
                .amounts(new double[] {1e16, 1, -1e16})
                .build();

        assertThat(values.totalAmount()).isEqualTo(1);
    }

    @Test
    void columnsAreOptional() {
        CustomerValues values = CustomerValues.builder("bg-nbd", TWO)
                .amounts(new double[] {3, 4})
                .column(Column.P_ALIVE, new double[] {0.5, 0.75})
                .column(Column.LOW, new double[] {1, 2})
                .basis(Basis.RESIDUAL_AFTER_OBSERVATION)
                .build();

        assertThat(values.has(Column.P_ALIVE)).isTrue();
        assertThat(values.has(Column.HIGH)).isFalse();
        assertThat(values.get(Column.P_ALIVE, 1)).isEqualTo(0.75);
        assertThat(values.basis()).isEqualTo(Basis.RESIDUAL_AFTER_OBSERVATION);
        refused(
                () -> values.get(Column.HIGH, 0),
                "the bg-nbd model gives no column clv_high; its columns are p_alive, clv_low");
        refused(
                () -> CustomerValues.builder("test", TWO)
                        .amounts(new double[2])
                        .build()
                        .get(Column.P_ALIVE, 0),
                "the test model gives no column p_alive; its columns are none");
    }

    @Test
    void columnsAreCopies() {
        double[] amounts = {-0.0, 4};
        CustomerValues values =
                CustomerValues.builder("test", TWO).amounts(amounts).build();
        amounts[1] = 99;

        assertThat(values.amount(1)).isEqualTo(4);
        assertThat(Double.doubleToRawLongBits(values.amount(0))).isZero();
    }

    @Test
    void cellsAreChecked() {
        refused(
                () -> CustomerValues.builder("test", TWO).amounts(new double[] {1, Double.NaN}),
                "value of customer b must be finite, but was NaN");
        refused(
                () -> CustomerValues.builder("test", TWO).amounts(new double[3]),
                "column value must have one cell for each of the 2 customers, but had 3");
        refused(
                () -> CustomerValues.builder("test", TWO)
                        .column(Column.LOW, new double[2])
                        .column(Column.LOW, new double[2]),
                "column clv_low was already set");
        refused(
                () -> CustomerValues.builder("test", TWO).amounts(new double[2]).amounts(new double[2]),
                "amounts were already set");
        refused(() -> CustomerValues.builder("test", TWO).build(), "values still need: amounts");
        refused(
                () -> CustomerValues.builder("test", TWO).acquisitionCost(-0.5),
                "acquisition cost must be at least 0 and finite, but was -0.5");
        refused(
                () -> CustomerValues.builder("test", TWO).acquisitionCost(Double.NaN),
                "acquisition cost must be at least 0 and finite, but was NaN");
        assertThatThrownBy(() -> CustomerValues.builder("test", TWO).amounts(new double[] {0, 1e18}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("is beyond the range of USD money");
    }

    /** Margins of 0.3 x 6.2627 a day, x 1/(1 - (2/3)^(1/10) 1.15^(-1/365.2425)) = 24.935, less six times 0.50. */
    @Test
    void explainsABase() {
        CustomerBase base = CustomerBase.of(SmallLog.six())
                .churn(ChurnRule.inactiveFor(days(10)))
                .with("acquisition-cost", "0.50");
        CustomerValues values = DiscountedLtv.builder()
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .model()
                .value(base);

        assertThat(values.explain()).isEqualTo("""
                        USD 43.85 for 6 customers, USD 7.31 on average: profit, lifetime from acquisition, \
                        by the discounted model
                        over 1 year, discounted at 15% per year
                        assumes one payment each day, always the same
                        assumes first payment now: each payment counts at the start of its period, the first at once
                        assumes churn stays the same
                        assumes gross margin 30% for every customer
                        assumes acquisition cost USD 0.50 for every customer
                        assumes all that a customer buys in one day is one order
                        assumes orders come at the pace they had while a customer was active, counted over at least 10 days
                        assumes a customer without a purchase for 10 days is lost: 3 of 9 lost within a window of \
                        10 days, a churn of 33.3% in that time, and a mean lifespan of 30 days
                        """);
        assertThat(values.customers()).isEqualTo(base.customers());
        assertThat(values).hasToString("USD 43.85 for 6 customers (profit, lifetime from acquisition)");
        assertThat(values.model()).isEqualTo("discounted");
        assertThat(values.measure()).isEqualTo(Measure.PROFIT);
        assertThat(values.horizon()).isEqualTo(Horizon.over(years(1)));
        assertThat(values.discount()).contains(annually(percent(15)));
        assertThat(values.id(2)).isEqualTo("c");
        assertThat(values.size()).isEqualTo(6);
        assertThat(values.currency()).isEqualTo(Money.currency("USD"));
    }

    @Test
    void oneCustomerIsNoAverage() {
        CustomerValues values = CustomerValues.builder("test", SmallLog.inDays("a 20 12.00"))
                .amounts(new double[] {3})
                .build();

        assertThat(values.explain()).isEqualTo("""
                        USD 3.00 for 1 customer: revenue, lifetime from acquisition, by the test model
                        without end, not discounted
                        """);
    }

    @Test
    void aBaseOfNobodyIsWorthNothing() {
        CustomerBase nobody = CustomerBase.of(SmallLog.inDays());
        LtvModel named = new SimpleLtv();
        LtvModel lambda = profile -> new SimpleLtv().estimate(profile);

        assertThat(named.value(nobody).explain()).isEqualTo("""
                        USD 0.00 for 0 customers: revenue, lifetime from acquisition, by the simple model
                        without end, not discounted
                        assumes there is no customer to value
                        """);
        assertThat(lambda.value(nobody).model()).isEqualTo("given");
        assertThat(lambda.value(nobody).discount()).contains(DiscountRate.none());
    }

    @Test
    void intervalsAreOfCustomersAndOfTheTotal() {
        CustomerValues values = CustomerValues.builder("bg-nbd", TWO)
                .amounts(new double[] {3, 4})
                .intervals(new double[] {1, -0.0}, new double[] {5, 9}, percent(90), Interval.Of.OUTCOME)
                .totalInterval(new Interval(2.5, 11, percent(90), Interval.Of.OUTCOME))
                .build();

        assertThat(values.interval(1)).contains(new Interval(0, 9, percent(90), Interval.Of.OUTCOME));
        assertThat(values.get(Column.LOW, 0)).isEqualTo(1);
        assertThat(values.get(Column.HIGH, 0)).isEqualTo(5);
        assertThat(values.totalInterval()).contains(new Interval(2.5, 11, percent(90), Interval.Of.OUTCOME));
        assertThat(values.explain()).contains("\n90% interval of the total's outcome: USD 2.50 to USD 11.00\n");
        assertThatThrownBy(() -> values.interval(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void endsWithoutALevelAreNoInterval() {
        CustomerValues values = CustomerValues.builder("bg-nbd", TWO)
                .amounts(new double[] {3, 4})
                .column(Column.LOW, new double[] {1, 2})
                .column(Column.HIGH, new double[] {5, 6})
                .build();

        assertThat(values.interval(0)).isEmpty();
        assertThat(values.totalInterval()).isEmpty();
        assertThat(values.explain()).doesNotContain("interval");
    }

    @Test
    void impossibleIntervalsAreRefused() {
        refused(
                () -> CustomerValues.builder("test", TWO)
                        .intervals(new double[] {1, 2}, new double[] {1, 1.5}, percent(90), Interval.Of.MEAN),
                "clv_low of customer b must not be above clv_high (1.5), but was 2.0");
        refused(
                () -> CustomerValues.builder("test", TWO)
                        .intervals(new double[2], new double[2], percent(100), Interval.Of.MEAN),
                "level must be above 0% and below 100%, but was 100%");
        refused(
                () -> CustomerValues.builder("test", TWO)
                        .intervals(new double[2], new double[2], percent(90), Interval.Of.MEAN)
                        .intervals(new double[2], new double[2], percent(90), Interval.Of.MEAN),
                "intervals were already set");
        refused(
                () -> CustomerValues.builder("test", TWO)
                        .column(Column.HIGH, new double[2])
                        .intervals(new double[2], new double[2], percent(90), Interval.Of.MEAN),
                "column clv_high was already set");
        Interval total = new Interval(0, 1, percent(90), Interval.Of.MEAN);
        refused(
                () -> CustomerValues.builder("test", TWO).totalInterval(total).totalInterval(total),
                "total interval was already set");
        Interval endless = new Interval(0, 1e300, percent(90), Interval.Of.MEAN);
        assertThatThrownBy(() -> CustomerValues.builder("test", TWO).totalInterval(endless))
                .isInstanceOf(ArithmeticException.class);
    }
}
