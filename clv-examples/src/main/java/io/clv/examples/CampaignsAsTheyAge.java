package io.clv.examples;

import static io.clv.ledger.LedgerOptions.collapse;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.economics.CampaignTracking;
import io.clv.economics.MarginCurve;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.ledger.Transaction;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Do the customers of this year's campaigns bring what last year's taught to expect? Each at the age they have come to.
 */
public final class CampaignsAsTheyAge {

    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2025, 9, 30);

    private CampaignsAsTheyAge() {}

    /**
     * Expects of newcomers what a model fitted to the year before says, and holds two campaigns against it.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        LocalDate lastDay = NEW_YEAR.minusDays(1);
        Ledger lastYear = simulated(BgNbd.of(0.7, 6, 0.8, 2.4), 1500, 1, NEW_YEAR.minusYears(1), lastDay)
                .ledger();
        CustomerTable before = lastYear.summarize(lastDay, collapse(DAYS).unit(WEEKS));
        Fit<BgNbd> fit = BgNbd.fit(before);
        double spend = lastYear.total().toDouble() / (before.size() + before.repeatPurchases());
        Money marginOfPurchase = Money.ofRounded(0.3 * spend, before.currency());
        MarginCurve expected = MarginCurve.of(fit, marginOfPurchase, MONTHS);

        List<Transaction> bought = new ArrayList<>();
        Simulation search = simulated(BgNbd.of(0.7, 6, 0.8, 2.4), 400, 2, NEW_YEAR, END);
        search.transactions().map(each -> named("S", each)).forEach(bought::add);
        Simulation voucher = simulated(BgNbd.of(0.7, 6, 2.0, 1.5), 300, 3, NEW_YEAR, END);
        voucher.transactions().map(each -> named("V", each)).forEach(bought::add);
        PeriodTable days = Ledger.of(before.currency(), bought).periods(END, CalendarGrid.days(), RefundPolicy.REJECT);
        List<String> campaigns = new ArrayList<>();
        for (int customer = 0; customer < days.customers(); customer++) {
            campaigns.add(days.id(customer).startsWith("S") ? "search" : "voucher");
        }
        CampaignTracking tracking = CampaignTracking.builder(days, Groups.ofLabels(campaigns))
                .grossMargin(percent(30))
                .expected(expected)
                .cost("search", Money.parse("USD 8000"))
                .cost("voucher", Money.parse("USD 4500"))
                .build();
        System.out.print(tracking.explain());

        for (CampaignTracking.Line line : tracking.lines()) {
            System.out.println();
            System.out.println(line.name() + ", margin of one customer by age in months: realised, expected");
            for (CampaignTracking.Age age : line.ages()) {
                System.out.println(age.age() + ": " + age.realised() + ", " + age.expected() + " (" + age.customers()
                        + " customers)");
            }
        }
    }

    private static Simulation simulated(BgNbd model, int customers, long seed, LocalDate from, LocalDate through) {
        return Simulation.builder(model, WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(customers)
                .seed(seed)
                .from(from)
                .comingOver(weeks(26))
                .observedThrough(through)
                .build();
    }

    private static Transaction named(String campaign, Transaction bought) {
        return new Transaction(campaign + bought.customer(), bought.date(), bought.amount());
    }
}
