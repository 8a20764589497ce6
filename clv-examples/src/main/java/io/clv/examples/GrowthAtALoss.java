package io.clv.examples;

import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.MONTHS;

import io.clv.economics.GrowthPhase;
import io.clv.economics.GrowthPlan;
import io.clv.economics.MarginCurve;
import io.clv.economics.SaleOdds;
import io.clv.ltv.RetentionCurve;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import java.time.LocalDate;

/**
 * Half a year in which each customer costs more than he will bring, on purpose: the cash it takes and when it turns.
 */
public final class GrowthAtALoss {

    private GrowthAtALoss() {}

    /**
     * Runs a plan of two phases, and weighs an offer to old and to new customers.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        MarginCurve early = MarginCurve.of(
                MoneyRate.parse("USD 20 per month"),
                RetentionCurve.constant(percent(10).lossPer(MONTHS)));
        MarginCurve later = MarginCurve.of(
                MoneyRate.parse("USD 24 per month"),
                RetentionCurve.constant(percent(6).lossPer(MONTHS)));
        GrowthPlan plan = GrowthPlan.startingOn(LocalDate.of(2026, 1, 1))
                .phase(new GrowthPhase("land grab", 6, 500, Money.parse("USD 240"), early))
                .phase(new GrowthPhase("known brand", 18, 400, Money.parse("USD 110"), later))
                .through(48)
                .build();
        System.out.print(plan.explain());
        System.out.println();
        for (GrowthPlan.Period period : plan.periods()) {
            if (period.number() % 6 == 0) {
                System.out.println("month " + period.number() + ", from " + period.from() + ": cash flow "
                        + period.cashFlow() + ", balance " + period.balance());
            }
        }
        System.out.println();
        System.out.print(SaleOdds.commonlyQuoted()
                .offer(Money.parse("USD 40"), Money.parse("USD 2"), Money.parse("USD 6"))
                .explain());
    }
}
