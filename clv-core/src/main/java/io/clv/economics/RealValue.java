package io.clv.economics;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.Currency;

/**
 * A margin to come in the money of the day and in today's: nominal against real. Margins that are fixed in money, m(k),
 * are worth {@code m(k) / (1 + p)^k} in today's money at an inflation p. A discount rate i that is quoted in money
 * holds for nominal margins; for real ones the real rate does, {@code r = (1 + i) / (1 + p) - 1} (Fisher, The Theory of
 * Interest, 1930). Discounting real margins at the nominal rate counts inflation twice; margins that rise with prices
 * lose nothing to it.
 *
 * @param margin to be expected, as a curve
 * @param periods of the curve that count
 * @param inflation how prices grow
 * @param discount the nominal rate
 */
public record RealValue(MarginCurve margin, int periods, GrowthRate inflation, DiscountRate discount) {

    /**
     * Checks the number of periods and the inflation.
     *
     * @param margin to be expected
     * @param periods of the curve that count
     * @param inflation how prices grow
     * @param discount the nominal rate
     * @throws IllegalArgumentException if the number is not from 1 to {@value MarginCurve#YEARS} years, or prices fall
     *     to nothing
     */
    public RealValue {
        if (periods < 1 || periods > margin.lastPeriod()) {
            throw new IllegalArgumentException(
                    "number of periods must be between 1 and " + margin.lastPeriod() + ", but was " + periods);
        }
        if (inflation.share() <= -1) {
            throw new IllegalArgumentException("inflation must be above -100%, but was " + inflation);
        }
    }

    private interface Weight {
        double at(Span wait);
    }

    private Money sum(Weight weight) {
        CompensatedSum sum = new CompensatedSum();
        for (int k = 0; k <= periods; k++) {
            double amount = margin.margin(k);
            if (amount != 0) {
                sum.add(amount * weight.at(Span.of(k, margin.unit())));
            }
        }
        return Money.ofRounded(sum.value(), currency());
    }

    private Currency currency() {
        return margin.currency();
    }

    private double prices(Span wait) {
        return 1 + inflation.over(wait).value();
    }

    /**
     * All margins in the money of the day.
     *
     * @return the sum of m(k)
     */
    public Money nominal() {
        return sum(wait -> 1);
    }

    /**
     * All margins in today's money.
     *
     * @return the sum of m(k) / (1 + p)^k
     */
    public Money real() {
        return sum(wait -> 1 / prices(wait));
    }

    /**
     * The present value of margins that are fixed in money: nominal margins at the nominal rate, or real ones at the
     * real rate, which is the same.
     *
     * @return the sum of m(k) d(k)
     */
    public Money present() {
        return sum(discount::factor);
    }

    /**
     * The present value if margins rise with prices.
     *
     * @return the sum of m(k) (1 + p)^k d(k)
     */
    public Money presentIndexed() {
        return sum(wait -> prices(wait) * discount.factor(wait));
    }

    /**
     * The real rate that goes with the nominal one.
     *
     * @return per year; negative where prices grow faster than money
     */
    public Ratio realRate() {
        Span year = Span.years(1);
        return Ratio.of(1 / (discount.factor(year) * prices(year)) - 1);
    }

    /**
     * The values in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        return "over " + Wording.periods(periods, margin.unit()) + ": " + nominal() + " in the money of the day, "
                + real() + " in today's\n"
                + "worth now " + present() + " if margins are fixed in money, " + presentIndexed()
                + " if they rise with prices\n"
                + "margin: " + margin + "\n"
                + "assumes prices that grow by " + inflation + ", and "
                + (discount.isNone() ? "no discount" : "a nominal discount of " + discount) + ": "
                + Wording.percent(realRate().value()) + " per year in real terms\n";
    }
}
