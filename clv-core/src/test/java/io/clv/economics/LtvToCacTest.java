package io.clv.economics;

import static io.clv.economics.Figures.newcomer;
import static io.clv.economics.Figures.newcomers;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.residual;
import static io.clv.economics.Figures.usd;
import static io.clv.economics.SpendKind.MEDIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.Clv;
import io.clv.economics.CampaignEconomics.Verdict;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.LtvModel;
import io.clv.quantity.Basis;
import io.clv.quantity.Estimate;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LtvToCacTest {

    private static final String RESIDUAL =
            "the cost of acquisition must be held against the lifetime value of newcomers, but this value is residual"
                    + " after observation: what known customers are still to bring leaves out what they have brought since"
                    + " they came";

    private static final Campaign BRAND = Campaign.of("search", "brand");
    private static final Campaign GENERIC = Campaign.of("search", "generic");
    private static final Campaign SOCIAL = Campaign.of("social");
    private static final Campaign RADIO = Campaign.of("radio");

    @Test
    void valueIsBeforeTheCostOfAcquisition() {
        // 300 of margin less 40 in the estimate: the ratio uses 300. 300 / 80 = 3.75, (300 - 80) / 80 = 2.75.
        LtvToCac ratio = LtvToCac.of(newcomer(300), usd("80"));
        assertThat(ratio.ltv()).isEqualTo(usd("300"));
        assertThat(ratio.ratio()).isEqualTo(3.75);
        assertThat(ratio.roi()).isEqualTo(2.75);
        assertThat(ratio.net()).isEqualTo(usd("220"));
        assertThat(ratio.interval()).isEmpty();
        assertThat(ratio.explain()).isEqualTo("""
                LTV:CAC 3.75: USD 300.00 for USD 80.00, return 275%
                each customer earns USD 220.00, and the usual target of 3 is met
                the value is of a newcomer by the stated model, before the cost of acquisition
                """);
        assertThat(ratio).hasToString("3.75 (USD 300.00 for USD 80.00)");
    }

    @Test
    void theVerdictFollowsTheRatio() {
        assertThat(LtvToCac.of(newcomer(60), usd("80")).explain()).contains("each customer loses USD 20.00\n");
        assertThat(LtvToCac.of(newcomer(160), usd("80")).explain())
                .contains("each customer earns USD 80.00, less than the usual target of 3 asks for\n");
        assertThat(LtvToCac.of(newcomer(480), usd("80")).explain())
                .contains(
                        "each customer earns USD 400.00; above 5, customers could probably be won at a profit who were"
                                + " not\n");
    }

    @Test
    void anIntervalOfTheValueIsOneOfTheRatio() {
        // The estimate's interval is after the 40 of acquisition: 220 to 300 becomes 260 to 340, / 80.
        Estimate estimate = Estimate.builder("stated", Money.currency("USD"))
                .measure(Measure.PROFIT)
                .part("margin", 300)
                .part(Estimate.ACQUISITION_COST, -40)
                .interval(new Interval(220, 300, Ratio.percent(90), Interval.Of.MEAN))
                .build();
        LtvToCac ratio = LtvToCac.of(estimate, usd("80"));
        assertThat(ratio.interval()).contains(new Interval(3.25, 4.25, Ratio.percent(90), Interval.Of.MEAN));
        assertThat(ratio.explain()).contains("90% interval of the mean: 3.25 to 4.25\n");
    }

    private static CustomerValues values(Basis basis, Measure measure) {
        CustomerTable customers = Ledger.of(
                        Money.currency("USD"),
                        List.of(
                                new Transaction("Ann", LocalDate.of(2025, 1, 7), usd("48")),
                                new Transaction("Bob", LocalDate.of(2025, 1, 19), usd("20"))))
                .summarize(LocalDate.of(2025, 2, 1));
        return CustomerValues.builder("stated", customers)
                .amounts(new double[] {100, 300})
                .totalInterval(new Interval(300, 500, Ratio.percent(90), Interval.Of.MEAN))
                .basis(basis)
                .measure(measure)
                .build();
    }

    @Test
    void aBaseOfNewcomersHasAMean() {
        LtvToCac ratio = LtvToCac.of(values(Basis.LIFETIME_FROM_ACQUISITION, Measure.PROFIT), usd("100"));
        assertThat(ratio.ratio()).isEqualTo(2);
        // 300 / 2 / 100 and 500 / 2 / 100
        assertThat(ratio.interval()).contains(new Interval(1.5, 2.5, Ratio.percent(90), Interval.Of.MEAN));
        assertThat(ratio.explain()).contains("the value is of the mean of 2 customers by the stated model");
    }

    @Test
    void aCostOfAcquisitionInTheValuesOfABaseDoesNotCountTwice() {
        // Means of 200 and 150 to 250 after 40 each: 240, and 190 to 290, / 100.
        CustomerTable customers =
                values(Basis.LIFETIME_FROM_ACQUISITION, Measure.PROFIT).customers();
        LtvToCac stated = LtvToCac.of(
                CustomerValues.builder("stated", customers)
                        .amounts(new double[] {100, 300})
                        .acquisitionCost(80)
                        .totalInterval(new Interval(300, 500, Ratio.percent(90), Interval.Of.MEAN))
                        .measure(Measure.PROFIT)
                        .build(),
                usd("100"));
        assertThat(stated.ratio()).isEqualTo(2.4);
        assertThat(stated.interval()).contains(new Interval(1.9, 2.9, Ratio.percent(90), Interval.Of.MEAN));

        LtvModel before = Clv.marginAdjusted()
                .averageOrderValue("USD 50")
                .orders(Pace.perYear(4))
                .lifespan(Span.years(3))
                .grossMargin(Ratio.percent(50))
                .model();
        LtvModel after = Clv.marginAdjusted()
                .averageOrderValue("USD 50")
                .orders(Pace.perYear(4))
                .lifespan(Span.years(3))
                .grossMargin(Ratio.percent(50))
                .acquisitionCost("USD 40")
                .model();
        assertThat(LtvToCac.of(before.value(customers), usd("100")).ratio()).isEqualTo(3);
        assertThat(LtvToCac.of(after.value(customers), usd("100")).ratio()).isEqualTo(3);
        LtvModel rowByRow = after::estimate;
        assertThat(LtvToCac.of(rowByRow.value(customers), usd("100")).ratio()).isEqualTo(3);
    }

    @Test
    void onlyNewcomersLifetimeProfitIsHeldAgainstTheCost() {
        refused(() -> LtvToCac.of(residual(300), usd("80")), RESIDUAL);
        refused(() -> LtvToCac.of(values(Basis.RESIDUAL_AFTER_OBSERVATION, Measure.PROFIT), usd("80")), RESIDUAL);
        refused(
                () -> LtvToCac.of(values(Basis.LIFETIME_FROM_ACQUISITION, Measure.REVENUE), usd("80")),
                "the cost of acquisition must be held against profit, but this value is revenue: give a gross margin");
        refused(() -> LtvToCac.of(newcomer(300), usd("0")), "CAC must be above zero, but was USD 0.00");
        refused(
                () -> LtvToCac.of(newcomer(300), Money.parse("EUR 1")),
                "LTV and CAC must be in one currency, but were in USD and EUR");
    }

    private static final AcquisitionCosts COSTS = AcquisitionCosts.of(
            List.of(
                    SpendItem.of(BRAND, MEDIA, usd("2000")),
                    SpendItem.of(GENERIC, MEDIA, usd("10000")),
                    SpendItem.of(SOCIAL, MEDIA, usd("3000")),
                    SpendItem.of(RADIO, MEDIA, usd("500"))),
            newcomers(BRAND, 50, GENERIC, 125, SOCIAL, 20));

    @Test
    void ceilingsAreHeldAgainstWhatTheNextCustomerCosts() {
        // Three months ago 8500 won 115 by generic: 1500 more won 10 more, 150 each, though all cost 80 on average.
        AcquisitionCosts before =
                AcquisitionCosts.of(List.of(SpendItem.of(GENERIC, MEDIA, usd("8500"))), newcomers(GENERIC, 115));
        CampaignEconomics economics = CampaignEconomics.builder(COSTS)
                .lifetimeValue(newcomer(300))
                .lifetimeValue(SOCIAL, newcomer(540))
                .before(before)
                // At 2000 the slope of 100 ln(1 + x/3085.99) is 100 / (3085.99 + 2000) = 1 / 50.86.
                .response(BRAND, ResponseCurve.log(100, 3085.99))
                .build();

        assertThat(economics.lines())
                .extracting(CampaignEconomics.Line::campaign)
                .containsExactly(RADIO, BRAND, GENERIC, SOCIAL);
        CampaignEconomics.Line generic = economics.lines().get(2);
        assertThat(generic.returns().orElseThrow().ratio()).isCloseTo(3.75, within(1e-12));
        assertThat(generic.ceiling().most()).isEqualTo(usd("100"));
        assertThat(generic.marginalCac()).contains(usd("150"));
        assertThat(generic.verdict()).isEqualTo(Verdict.TOO_FAR);
        assertThat(economics.explain()).isEqualTo("""
                ceilings keep LTV:CAC of at least 3
                radio: LTV USD 300.00, USD 500.00 spent; the next customer may cost USD 100.00: nobody came
                search / brand: LTV:CAC 7.5 (USD 300.00 for USD 40.00), return 650%; the next customer costs USD 50.86 and may cost USD 100.00: the next customer is within the ceiling: room for more
                search / generic: LTV:CAC 3.75 (USD 300.00 for USD 80.00), return 275%; the next customer costs USD 150.00 and may cost USD 100.00: the next customer costs more than the ceiling: spend less
                social: LTV:CAC 3.6 (USD 540.00 for USD 150.00), return 260%; the next customer may cost USD 180.00: the mean is within the ceiling; what the next customer costs is not known
                """);
        assertThat(economics).hasToString("4 campaigns at a target LTV:CAC of 3");
    }

    @Test
    void whereSpendAndCustomersWentApartNothingIsSaidOfTheNext() {
        AcquisitionCosts before =
                AcquisitionCosts.of(List.of(SpendItem.of(GENERIC, MEDIA, usd("8500"))), newcomers(GENERIC, 130));
        CampaignEconomics.Line generic = CampaignEconomics.builder(COSTS)
                .lifetimeValue(newcomer(300))
                .before(before)
                .targetRatio(5)
                .build()
                .lines()
                .get(2);
        assertThat(generic.marginalCac()).isEmpty();
        // 300 / 5 = 60 < 80
        assertThat(generic.verdict()).isEqualTo(Verdict.MEAN_ABOVE);
    }

    @Test
    void campaignsThatCannotBeAreRefused() {
        refused(
                () -> CampaignEconomics.builder(COSTS)
                        .lifetimeValue(BRAND, newcomer(1))
                        .build(),
                "campaigns still need: the lifetime value of radio");
        refused(() -> CampaignEconomics.builder(COSTS).lifetimeValue(residual(1)), RESIDUAL);
        refused(
                () -> CampaignEconomics.builder(COSTS).lifetimeValue(Campaign.of("tv"), newcomer(1)),
                "there is no campaign 'tv'; campaigns are radio, search / brand, search / generic, social");
        refused(() -> CampaignEconomics.builder(COSTS).targetRatio(3).targetRatio(4), "target ratio was already set");
        refused(
                () -> CampaignEconomics.builder(COSTS)
                        .lifetimeValue(newcomer(1))
                        .lifetimeValue(newcomer(2)),
                "lifetime value of all campaigns was already set");
    }
}
