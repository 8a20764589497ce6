package io.clv.examples;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Pace.perYear;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;

import io.clv.Clv;
import io.clv.quantity.Estimate;

/** The four formulas, a statement each. */
public final class Formulas {

    private Formulas() {}

    /**
     * Prints four values, and the last of them in words.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Estimate shop = Clv.simple()
                .averageOrderValue("USD 50")
                .orders(perYear(4))
                .lifespan(years(3))
                .estimate();
        Estimate shopProfit = Clv.marginAdjusted()
                .averageOrderValue("USD 50")
                .orders(perYear(4))
                .grossMargin(percent(30))
                .lifespan(years(3))
                .acquisitionCost("USD 40")
                .estimate();
        Estimate catalogue = Clv.discounted()
                .revenue("USD 100", YEARS)
                .grossMargin(percent(100))
                .retention(percent(80), YEARS)
                .discountedAt(annually(percent(10)))
                .forever()
                .estimate();
        Estimate software = Clv.subscription()
                .revenue("USD 49", MONTHS)
                .grossMargin(percent(80))
                .churn(percent(3).lossPer(MONTHS))
                .expansion(percent(1).growthPer(MONTHS))
                .discountedAt(annually(percent(10)))
                .acquisitionCost("USD 300")
                .estimate();

        System.out.println("simple           " + shop);
        System.out.println("margin-adjusted  " + shopProfit);
        System.out.println("discounted       " + catalogue);
        System.out.println("subscription     " + software);
        System.out.println();
        System.out.print(software.explain());
    }
}
