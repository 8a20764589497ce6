package io.clv.examples;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.YEARS;

import io.clv.Clv;
import io.clv.btyd.BetaDiscreteWeibull;
import io.clv.btyd.ContractModel;
import io.clv.btyd.Fit;
import io.clv.btyd.RenewalMoment;
import io.clv.btyd.RetentionBias;
import io.clv.btyd.ShiftedBetaGeometric;
import io.clv.btyd.Survivors;
import io.clv.ltv.DiscountConvention;
import io.clv.quantity.Estimate;
import java.util.Locale;

/** What yearly subscribers are worth, from how many of each year's newcomers have renewed. */
public final class SubscriptionRetention {

    private static final double DISCOUNT = 0.10;

    private SubscriptionRetention() {}

    /**
     * Prints two models of retention, what a customer is worth after each renewal, what one retention rate for all
     * would have said, and the value of a newcomer in money.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        // Five years of newcomers, the latest of whom have not come to their first renewal.
        Survivors survivors = Survivors.ofCohorts(
                new double[] {1000, 631, 468, 382, 326},
                new double[] {1100, 700, 516, 419},
                new double[] {1300, 818, 610},
                new double[] {1250, 795},
                new double[] {1400});

        Fit<ShiftedBetaGeometric> sorted = ShiftedBetaGeometric.fit(survivors);
        Fit<BetaDiscreteWeibull> changing = BetaDiscreteWeibull.fit(survivors);
        print("sbg  BIC %.1f, %s%n", sorted.bic(), sorted.diagnosis());
        print("bdw  BIC %.1f, %s%n", changing.bic(), changing.diagnosis());

        ContractModel model = sorted.model();
        print("%nrenewals  next one made  payments to come  elasticity%n");
        for (int renewals = 0; renewals < 4; renewals++) {
            print(
                    "%8d  %12.1f%%  %16.2f  %10.2f%n",
                    renewals,
                    100 * model.renewalProbability(renewals),
                    model.discountedExpectedResidualLifetime(renewals, DISCOUNT, RenewalMoment.JUST_BEFORE),
                    model.retentionElasticity(renewals, DISCOUNT));
        }

        RetentionBias bias = RetentionBias.of(
                model, survivors, survivors.latestRetention().orElseThrow(), DISCOUNT, RenewalMoment.JUST_BEFORE);
        print("%n%s%n%n", bias);

        Estimate newcomer = Clv.subscription()
                .revenue("USD 120", YEARS)
                .grossMargin(percent(70))
                .retention(model.retentionCurve(YEARS))
                .discountedAt(annually(percent(10)))
                .forever()
                .estimate();
        Estimate loyal = Clv.subscription()
                .revenue("USD 120", YEARS)
                .grossMargin(percent(70))
                .retention(model.retentionCurve(YEARS, 3))
                .discountedAt(annually(percent(10)))
                .convention(DiscountConvention.FIRST_EXCLUDED)
                .forever()
                .estimate();
        print("newcomer, first payment included    %s%n", newcomer);
        print("who has just renewed a third time   %s%n", loyal);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
