package io.clv.economics;

import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.economics.RealIncome.Year;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.ledger.Transaction;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RealMoneyTest {

    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final GrowthRate TENTH = GrowthRate.of(0.1, YEARS);
    private static final PriceIndex INDEX =
            PriceIndex.of(Map.of(JANUARY, 100.0, JANUARY.plusMonths(1), 102.0, JANUARY.plusMonths(2), 105.0));

    private static PeriodTable periods(CalendarGrid grid, LocalDate through) {
        return Ledger.of(
                        Money.currency("USD"),
                        List.of(
                                new Transaction("Ann", LocalDate.of(2024, 1, 15), usd("100")),
                                new Transaction("Ann", LocalDate.of(2025, 1, 15), usd("60")),
                                new Transaction("Bob", LocalDate.of(2025, 1, 20), usd("50"))))
                .periods(through, grid, RefundPolicy.REJECT);
    }

    @Test
    void anIndexTellsMoneyInThatOfAnotherMonth() {
        // 105 x 100 / 105, and 105 / 102 - 1
        assertThat(INDEX.real(usd("105"), JANUARY.plusMonths(2), JANUARY)).isEqualTo(usd("100"));
        assertThat(INDEX.change(JANUARY.plusMonths(1), JANUARY.plusMonths(2)).value())
                .isCloseTo(0.0294118, within(5e-8));
        // 105 x 1.1
        assertThat(INDEX.then(TENTH).level(JANUARY.plusMonths(14))).isCloseTo(115.5, within(1e-10));
        assertThat(INDEX.then(TENTH)).hasToString("price index from 2024-01 to 2024-03, then 10% per year");
    }

    @Test
    void incomeThatRisesWithPricesDoesNotGrow() {
        RealIncome income = RealIncome.of(
                periods(CalendarGrid.months(), LocalDate.of(2025, 12, 31)),
                PriceIndex.growing(JANUARY, TENTH),
                JANUARY);
        // 110 / 1.1
        assertThat(income.years())
                .containsExactly(
                        new Year(2024, true, usd("100"), usd("100")), new Year(2025, true, usd("110"), usd("100")));
        assertThat(income.nominal()).isEqualTo(usd("210"));
        assertThat(income.real()).isEqualTo(usd("200"));
        assertThat(income.explain()).isEqualTo("""
                2024: USD 100.00, in money of 2024-01 USD 100.00
                2025: USD 110.00, in money of 2024-01 USD 100.00; growth 10%, real 0%
                in all USD 210.00, in money of 2024-01 USD 200.00
                assumes the price index from 2024-01 to 2024-01, then 10% per year
                """);
    }

    @Test
    void aYearThatIsNotWholeIsNotCompared() {
        RealIncome income = RealIncome.of(
                periods(CalendarGrid.months(), LocalDate.of(2025, 6, 30)), PriceIndex.growing(JANUARY, TENTH), JANUARY);
        assertThat(income.growth(1, true)).isEmpty();
        assertThat(income.explain()).contains("2025 (not whole): USD 110.00, in money of 2024-01 USD 100.00\n");
    }

    @Test
    void aMarginToComeInTodaysMoney() {
        RealValue value = new RealValue(
                MarginCurve.of(YEARS, List.of(usd("110"), usd("121"))), 2, TENTH, DiscountRate.annually(percent(21)));
        // 110 + 121; 110/1.1 + 121/1.21; 110/1.21 + 121/1.4641 = 90.909 + 82.645; 110 x 1.1/1.21 + 121 x 1.21/1.4641
        assertThat(value.nominal()).isEqualTo(usd("231"));
        assertThat(value.real()).isEqualTo(usd("200"));
        assertThat(value.present()).isEqualTo(usd("173.55"));
        assertThat(value.presentIndexed()).isEqualTo(usd("200"));
        // 1.21 / 1.1 - 1
        assertThat(value.realRate().value()).isCloseTo(0.1, within(1e-14));
        assertThat(value.explain()).isEqualTo("""
                over 2 years: USD 231.00 in the money of the day, USD 200.00 in today's
                worth now USD 173.55 if margins are fixed in money, USD 200.00 if they rise with prices
                margin: 2 margins a customer, one a year, then nothing
                assumes prices that grow by 10% per year, and a nominal discount of 21% per year: 10% per year in real terms
                """);
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(() -> PriceIndex.of(Map.of()), "a price index needs at least one level, but had none");
        refused(
                () -> PriceIndex.of(Map.of(JANUARY, 1.0, JANUARY.plusMonths(2), 1.0)),
                "a price index needs every month from 2024-01 to 2024-03, but 2024-02 is missing");
        refused(
                () -> PriceIndex.of(Map.of(JANUARY, 0.0)),
                "price level of 2024-01 must be finite and above 0, but was 0.0");
        refused(
                () -> INDEX.level(JANUARY.plusMonths(3)),
                "price level of 2024-04 is not known; the index is from 2024-01 to 2024-03");
        refused(
                () -> INDEX.then(TENTH).level(JANUARY.minusMonths(1)),
                "price level of 2023-12 is not known; the index is from 2024-01 to 2024-03");
        refused(() -> INDEX.then(TENTH).then(TENTH), "prices beyond 2024-03 were already set to grow at 10% per year");
        refused(
                () -> RealIncome.of(periods(CalendarGrid.days(), LocalDate.of(2025, 6, 30)), INDEX, JANUARY),
                "real income needs what was brought by month, as periods(date, CalendarGrid.months(), refunds) gives it,"
                        + " but the table was by day");
        MarginCurve curve = MarginCurve.of(YEARS, List.of(usd("1")));
        refused(
                () -> new RealValue(curve, 0, TENTH, DiscountRate.none()),
                "number of periods must be between 1 and 100, but was 0");
    }

    @Property(tries = 200)
    void nominalAtTheNominalRateIsRealAtTheRealRate(
            @ForAll @DoubleRange(min = -0.05, max = 0.3) double inflation,
            @ForAll @DoubleRange(min = 0, max = 0.3) double rate) {
        List<Money> margins = List.of(usd("1000"), usd("700"), usd("90"));
        RealValue value = new RealValue(
                MarginCurve.of(YEARS, margins),
                3,
                GrowthRate.of(inflation, YEARS),
                DiscountRate.annually(Ratio.of(rate)));
        double real = value.realRate().value();
        double sum = 0;
        for (int k = 1; k <= 3; k++) {
            double deflated = margins.get(k - 1).toDouble() / Math.pow(1 + inflation, k);
            sum += deflated / Math.pow(1 + real, k);
        }
        assertThat(value.present().toDouble()).isCloseTo(sum, within(0.00501));
    }
}
