package io.clv.economics;

import io.clv.ledger.PeriodTable;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What customers brought, year by year, in the money of the day and in that of one month: growth that is only prices
 * shows. A year that was not observed whole is marked, and not compared. Immutable.
 */
public final class RealIncome {

    /**
     * A calendar year.
     *
     * @param year the year
     * @param whole whether it was observed from its first month to its last day
     * @param nominal in the money of the day
     * @param real in the money of the base month
     */
    public record Year(int year, boolean whole, Money nominal, Money real) {}

    private final YearMonth base;
    private final PriceIndex prices;
    private final List<Year> years;
    private final Money nominal;
    private final Money real;

    private RealIncome(YearMonth base, PriceIndex prices, List<Year> years, Money nominal, Money real) {
        this.base = base;
        this.prices = prices;
        this.years = List.copyOf(years);
        this.nominal = nominal;
        this.real = real;
    }

    /** Exact nominal money and unrounded real money of a year. */
    private static final class Sums {
        private Money nominal;
        private final CompensatedSum real = new CompensatedSum();

        private Sums(Money zero) {
            nominal = zero;
        }
    }

    /**
     * Tells income in the money of one month.
     *
     * @param months what each customer brought, by month
     * @param prices the level of prices in all months in which anything was brought
     * @param base the month in whose money it is told
     * @return income by year
     * @throws IllegalArgumentException if the table is not by month, holds nothing, or the index does not reach a month
     */
    public static RealIncome of(PeriodTable months, PriceIndex prices, YearMonth base) {
        if (months.grid().unit() != ChronoUnit.MONTHS) {
            throw new IllegalArgumentException("real income needs what was brought by month, as"
                    + " periods(date, CalendarGrid.months(), refunds) gives it, but the table was by "
                    + Wording.singular(months.grid().unit()));
        }
        if (months.cells() == 0) {
            throw new IllegalArgumentException("real income needs purchases, but there were none");
        }
        Money zero = Money.zero(months.currency());
        TreeMap<Integer, Sums> byYear = new TreeMap<>();
        double level = prices.level(base);
        CompensatedSum all = new CompensatedSum();
        for (int cell = 0; cell < months.cells(); cell++) {
            YearMonth month = YearMonth.from(months.grid().startOf(months.period(cell)));
            Sums sums = byYear.computeIfAbsent(month.getYear(), year -> new Sums(zero));
            Money amount = months.amount(cell);
            double real = amount.toDouble() * (level / prices.level(month));
            sums.nominal = sums.nominal.plus(amount);
            sums.real.add(real);
            all.add(real);
        }
        LocalDate first = months.grid().startOf(months.firstPeriod());
        List<Year> years = new ArrayList<>();
        byYear.forEach((year, sums) -> years.add(new Year(
                year,
                !first.isAfter(LocalDate.of(year, 1, 1))
                        && !months.observedThrough().isBefore(LocalDate.of(year, 12, 31)),
                sums.nominal,
                Money.ofRounded(sums.real.value(), months.currency()))));
        return new RealIncome(base, prices, years, months.total(), Money.ofRounded(all.value(), months.currency()));
    }

    /**
     * Income by calendar year.
     *
     * @return ascending, immutable; years without any are left out
     */
    public List<Year> years() {
        return years;
    }

    /**
     * All income in the money of the day.
     *
     * @return the exact sum
     */
    public Money nominal() {
        return nominal;
    }

    /**
     * All income in the money of the base month.
     *
     * @return the sum, rounded once; rounded years need not add up to it
     */
    public Money real() {
        return real;
    }

    /**
     * How a year compares with the one before.
     *
     * @param row of {@link #years()}, from 0
     * @param inReal in the money of the base month, or of the day
     * @return the change; empty where either was not observed whole, is not the year before, or brought nothing
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Optional<Ratio> growth(int row, boolean inReal) {
        Year year = years.get(row);
        if (row == 0) {
            return Optional.empty();
        }
        Year before = years.get(row - 1);
        double was = (inReal ? before.real() : before.nominal()).toDouble();
        double is = (inReal ? year.real() : year.nominal()).toDouble();
        return year.whole() && before.whole() && before.year() == year.year() - 1 && was > 0
                ? Optional.of(Ratio.of(is / was - 1))
                : Optional.empty();
    }

    /**
     * Income in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < years.size(); row++) {
            Year year = years.get(row);
            Optional<Ratio> inReal = growth(row, true);
            text.append(year.year())
                    .append(year.whole() ? ": " : " (not whole): ")
                    .append(year.nominal())
                    .append(", in money of ")
                    .append(base)
                    .append(' ')
                    .append(year.real());
            growth(row, false)
                    .ifPresent(growth -> text.append("; growth ")
                            .append(Wording.percent(growth.value()))
                            .append(", real ")
                            .append(Wording.percent(inReal.orElseThrow().value())));
            text.append('\n');
        }
        return text.append("in all ")
                .append(nominal)
                .append(", in money of ")
                .append(base)
                .append(' ')
                .append(real)
                .append('\n')
                .append("assumes the ")
                .append(prices)
                .append('\n')
                .toString();
    }

    @Override
    public String toString() {
        return nominal + ", in money of " + base + " " + real;
    }
}
