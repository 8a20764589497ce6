package io.clv.examples;

import static io.clv.economics.SpendKind.FEES;
import static io.clv.economics.SpendKind.MEDIA;
import static io.clv.economics.SpendKind.SALARIES;
import static io.clv.economics.SpendKind.TOOLS;
import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.MONTHS;

import io.clv.Clv;
import io.clv.economics.AcquisitionCosts;
import io.clv.economics.Campaign;
import io.clv.economics.CampaignEconomics;
import io.clv.economics.LtvToCac;
import io.clv.economics.Newcomers;
import io.clv.economics.ResponseCurve;
import io.clv.economics.SpendItem;
import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import java.util.List;
import java.util.Map;

/** What a quarter's customers cost with everything counted, whether they are worth it, and what the next may cost. */
public final class CustomerCosts {

    private CustomerCosts() {}

    /**
     * Prints the loaded cost by campaign, paid and blended, and the ceilings.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Campaign brand = Campaign.of("search", "brand");
        Campaign generic = Campaign.of("search", "generic");
        Campaign social = Campaign.of("social");
        AcquisitionCosts costs = AcquisitionCosts.of(
                List.of(
                        SpendItem.of(brand, MEDIA, Money.parse("USD 9000")),
                        SpendItem.of(generic, MEDIA, Money.parse("USD 41000")),
                        SpendItem.of(Campaign.of("search"), FEES, Money.parse("USD 5000")),
                        SpendItem.of(social, MEDIA, Money.parse("USD 26000")),
                        SpendItem.of(social, FEES, Money.parse("USD 4000")),
                        SpendItem.shared(SALARIES, Money.parse("USD 30600")),
                        SpendItem.shared(TOOLS, Money.parse("USD 4250"))),
                Newcomers.of(Map.of(brand, 240L, generic, 310L, social, 205L, Campaign.of("word of mouth"), 420L)));
        System.out.print(costs.explain());
        System.out.println();

        Estimate newcomer = Clv.subscription()
                .revenue("USD 49", MONTHS)
                .grossMargin(percent(80))
                .churn(percent(5).lossPer(MONTHS))
                .discountedAt(annually(percent(10)))
                .estimate();
        System.out.print(LtvToCac.of(newcomer, costs.paid().cac().orElseThrow()).explain());
        System.out.println();

        System.out.print(CampaignEconomics.builder(costs)
                .lifetimeValue(newcomer)
                .response(generic, ResponseCurve.power(9.8, 0.315))
                .response(brand, ResponseCurve.log(290, 9000))
                .targetRatio(3)
                .build()
                .explain());
    }
}
