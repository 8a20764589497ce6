package io.clv.examples;

import static io.clv.ledger.LedgerOptions.collapse;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.WEEKS;

import io.clv.Clv;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.MbgNbd;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.Simulation;
import io.clv.btyd.SpendTally;
import io.clv.btyd.Tally;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.quantity.Money;
import io.clv.segment.Concentration;
import io.clv.segment.ConcentrationContrast;
import io.clv.segment.CustomerAmounts;
import io.clv.segment.ExpectedMoves;
import io.clv.segment.Migration;
import io.clv.segment.Rfm;
import io.clv.segment.RfmScheme;
import io.clv.segment.ValueTiers;
import java.time.LocalDate;

/** Who is worth what: tiers of value, RFM segments, concentration, and who moved within half a year. */
public final class Segments {

    private static final LocalDate MIDDLE = LocalDate.of(2025, 6, 30);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final LedgerOptions OPTIONS = collapse(DAYS).unit(WEEKS);

    private Segments() {}

    /**
     * Prints what a manager would ask of a base of 2,000 customers.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Ledger log = Simulation.builder(MbgNbd.of(0.7, 6, 0.8, 2.4), WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(2000)
                .seed(2025)
                .from(LocalDate.of(2024, 7, 1))
                .comingOver(weeks(52))
                .observedThrough(END)
                .build()
                .ledger();
        CustomerTable customers = log.summarize(END, OPTIONS);
        CustomerBase base = CustomerBase.of(customers)
                .churn(ChurnRule.inactiveFor(days(90)))
                .with(Input.GROSS_MARGIN, percent(30));
        CustomerValues values = Clv.fit(customers)
                .transactions(MbgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30))
                .over(years(1))
                .value();

        heading("Tiers by what customers are still to bring");
        Groups tiers = ValueTiers.byQuantile(percent(50), percent(80))
                .named("bronze", "silver", "gold")
                .groups(CustomerAmounts.of(values));
        System.out.print(io.clv.segment.Segments.of(tiers, values, base).explain());

        heading("Segments by recency and frequency, and what they have brought");
        Groups named = Rfm.of(customers).groups(RfmScheme.standard());
        System.out.print(io.clv.segment.Segments.of(named, CustomerAmounts.toDate(customers), base)
                .explain());

        heading("Concentration of what was brought");
        System.out.print(Concentration.of(CustomerAmounts.toDate(customers)).explain());

        CustomerTable before = log.summarize(MIDDLE, OPTIONS);
        Posterior<MbgNbd> purchases = MbgNbd.family().posterior(Tally.of(before), PosteriorOptions.defaults());
        Posterior<GammaGamma> spend =
                GammaGamma.family().posterior(SpendTally.ofRepeatPurchases(before), PosteriorOptions.defaults());

        heading("What was expected of the second half of the year, and what came");
        CustomerValues expected = FittedLtv.of(purchases.mode(), spend.mode())
                .over(log.split(MIDDLE, END, OPTIONS).duration())
                .model()
                .value(before);
        System.out.print(ConcentrationContrast.of(
                        CustomerAmounts.heldOut(log.split(MIDDLE, END, OPTIONS)), CustomerAmounts.of(expected))
                .explain());

        heading("Who moved: spend in the second half of the year against the first");
        ValueTiers bySpend = ValueTiers.byThreshold(Money.of(1, "USD"), Money.of(100, "USD"))
                .named("nothing", "below USD 100", "USD 100 or more");
        CustomerAmounts firstHalf = CustomerAmounts.between(log.summarize(LocalDate.of(2024, 12, 31), OPTIONS), before);
        CustomerAmounts secondHalf = CustomerAmounts.between(before, customers);
        Groups then = bySpend.groups(firstHalf);
        ExpectedMoves chance = ExpectedMoves.builder(log, before, then)
                .through(END)
                .posteriors(purchases, spend)
                .segments(drawn -> bySpend.groups(CustomerAmounts.between(before, drawn)))
                .build();
        System.out.print(Migration.of(firstHalf, then, secondHalf, bySpend.groups(secondHalf))
                .beside(chance)
                .explain());
    }

    private static void heading(String text) {
        System.out.println("\n" + text + "\n");
    }
}
