package io.clv.scenario;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.LtvValuation;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.DiscountConvention;
import io.clv.ltv.DiscountedLtv;
import io.clv.ltv.Input;
import io.clv.quantity.Horizon;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.util.List;

/** Three customers in two stores, whom a formula and a fitted model value. */
final class Shop {

    static final Groups STORES = Groups.of(new int[] {0, 1, 0}, List.of("north", "south"));

    private Shop() {}

    static CustomerTable customers() {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        for (String day : "2024-01-01 2024-03-04 2024-05-20 2024-06-10".split(" ")) {
            log.add("ann", LocalDate.parse(day), usd("40"));
        }
        log.add("bob", LocalDate.parse("2024-02-05"), usd("25"));
        log.add("cid", LocalDate.parse("2024-01-15"), usd("30"));
        log.add("cid", LocalDate.parse("2024-02-12"), usd("60"));
        return log.build()
                .summarize(
                        LocalDate.parse("2024-06-30"),
                        LedgerOptions.collapse(DAYS).unit(WEEKS));
    }

    /** Gupta and Lehmann's customer, three times: 100 a year, kept with 80%, discounted at 10%. */
    static CustomerBase subscribers() {
        return CustomerBase.of(customers())
                .with(Input.REVENUE, MoneyRate.of(usd("100"), YEARS))
                .with(Input.CHURN, percent(20).lossPer(YEARS))
                .with(Input.DISCOUNT, annually(percent(10)))
                .with(Input.CONVENTION, DiscountConvention.FIRST_EXCLUDED);
    }

    static WhatIf formula() {
        return WhatIf.of(new DiscountedLtv(), subscribers());
    }

    static CustomerBase buyers() {
        return CustomerBase.of(customers())
                .with(Input.GROSS_MARGIN, percent(30))
                .with(Input.DISCOUNT, annually(percent(15)))
                .with(Input.HORIZON, Horizon.over(Span.years(3)));
    }

    static LtvValuation valuation() {
        Fit<BgNbd> purchases = BgNbd.family()
                .parse(fit("bg-nbd", "r 0.243", "alpha 4.414", "a 0.793", "b 2.426")
                        .formatted("weeks"));
        Fit<GammaGamma> spend = GammaGamma.family()
                .parse(fit("gamma-gamma", "p 6.25", "q 3.74", "v 15.44").formatted("USD"));
        return FittedLtv.of(purchases, spend);
    }

    static WhatIf fitted() {
        return WhatIf.of(valuation().model(), buyers());
    }

    private static String fit(String model, String... parameters) {
        return "clv-fit 1\nmodel " + model + "\nparameter " + String.join("\nparameter ", parameters)
                + "\nunit %s\ncustomers 2357.0\npurchases 2457.0\nlog-likelihood -9582.43\n"
                + "diagnosis converged\nprior none\nevaluations 20\n";
    }

    static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
