package io.clv.btyd;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.ValueExplanation.Contribution;
import io.clv.btyd.ValueExplanation.Driver;
import io.clv.btyd.ValueExplanation.History;
import io.clv.btyd.ValueExplanation.Share;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.Input;
import io.clv.quantity.Basis;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ValueExplanationTest {

    private static final LocalDate END = LocalDate.of(2024, 6, 30);

    private static final BgNbd PURCHASES = BgNbd.of(0.243, 4.414, 0.793, 2.426);
    private static final GammaGamma SPEND = GammaGamma.of(6.25, 3.74, 15.44);

    /** A fit that no data made: what a file may hold. */
    private static final Fit<BgNbd> BG_NBD = BgNbd.family().parse("""
                    clv-fit 1
                    model bg-nbd
                    parameter r 0.243
                    parameter alpha 4.414
                    parameter a 0.793
                    parameter b 2.426
                    unit weeks
                    customers 2357.0
                    purchases 2457.0
                    log-likelihood -9582.43
                    diagnosis converged
                    prior none
                    evaluations 20
                    """);

    private static final Fit<GammaGamma> GAMMA_GAMMA = GammaGamma.family().parse("""
                    clv-fit 1
                    model gamma-gamma
                    parameter p 6.25
                    parameter q 3.74
                    parameter v 15.44
                    unit USD
                    customers 946.0
                    purchases 2457.0
                    log-likelihood -4055.92
                    diagnosis converged
                    prior none
                    evaluations 20
                    """);

    private static LtvValuation valuation() {
        return FittedLtv.of(BG_NBD, GAMMA_GAMMA);
    }

    /** Whose x, t_x and T in weeks are (2, 20, 30), (0, 0, 10) and (1, 5, 20), the last with nothing but refunds. */
    private static CustomerTable three() {
        return Ledger.builder(Money.currency("USD"))
                .add("ann", END.minusDays(210), Money.parse("USD 10"))
                .add("ann", END.minusDays(140), Money.parse("USD 20"))
                .add("ann", END.minusDays(70), Money.parse("USD 30"))
                .add("bob", END.minusDays(70), Money.parse("USD 40"))
                .add("eve", END.minusDays(140), Money.parse("USD 50"))
                .add("eve", END.minusDays(105), Money.parse("USD 5"))
                .add("eve", END.minusDays(105), Money.parse("USD -5"))
                .build()
                .summarize(
                        END,
                        LedgerOptions.collapse(ChronoUnit.DAYS)
                                .unit(ChronoUnit.WEEKS)
                                .refunds(RefundPolicy.NET));
    }

    private static FittedLtv costed() {
        return valuation()
                .grossMargin(percent(30))
                .costToServe("USD 0.05", ChronoUnit.WEEKS)
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .model();
    }

    @Test
    void inWords() {
        ValueExplanations explanations = costed().explain(CustomerBase.of(three()));

        assertThat(explanations.of("ann").explain()).isEqualTo("""
                        USD 11.70 for customer ann, USD 3.68 above the average of 3 customers, USD 8.02: profit, residual after observation, by the bg-nbd model
                        over 1 year, discounted at 15% per year
                        P(alive) takes off USD 0.73: 0.6667 against 0.7167; last purchase 10 weeks ago after one every 10 weeks, against 11.67 weeks ago on average after one every 8.333 weeks
                        purchases add USD 5.92: 2.428 against 1.439 ahead if active, discounted; 2 repeat purchases in 30 weeks, against 1 in 20 weeks
                        spend takes off USD 1.60: USD 26.84 against USD 30.83 a purchase; USD 25.00 on average over 2 repeat purchases, against USD 25.00
                        cost to serve adds USD 0.09: USD 2.00 against USD 2.13 ahead if active, discounted; at USD 0.05 per week
                        assumes purchases follow the bg-nbd model with r 0.243, alpha 4.414, a 0.793, b 2.426 in weeks, fitted to 2,357 customers: log-likelihood -9582.43, converged
                        assumes spend on a purchase follows the gamma-gamma model with p 6.25, q 3.74, v 15.44 in USD, fitted to 946 customers: log-likelihood -4055.92, converged
                        assumes 1 customer without a repeat purchase gets the mean spend of all, USD 35.22
                        assumes 1 customer whose purchases have no positive mean gets the mean spend of all, USD 35.22
                        assumes P(alive) is 1 for the 1 customer without a repeat purchase, by the nature of the bg-nbd model, whatever the data say
                        assumes gross margin 30% for every customer
                        assumes cost to serve USD 0.05 per week for every customer
                        assumes discounting is continuous: a purchase counts by the moment it is made
                        """);
        assertThat(explanations.of("bob").explain()).contains("""
                        USD 3.97 for customer bob, USD 4.05 below the average of 3 customers, USD 8.02: profit, residual after observation, by the bg-nbd model
                        over 1 year, discounted at 15% per year
                        P(alive) adds USD 2.20: 1 against 0.7167; no purchase since the first, 10 weeks ago, of which the bg-nbd model concludes nothing; the last one 11.67 weeks ago on average
                        purchases take off USD 7.25: 0.5901 against 1.439 ahead if active, discounted; no repeat purchase in 10 weeks, against 1 in 20 weeks
                        spend adds USD 1.12: USD 35.22 against USD 30.83 a purchase; no repeat purchase, so the mean spend of all
                        cost to serve takes off USD 0.12: USD 2.26 against USD 2.13 ahead if active, discounted; at USD 0.05 per week
                        """);
        assertThat(explanations.of("eve").explain()).contains("""
                        spend adds USD 1.28: USD 35.22 against USD 30.83 a purchase; no positive mean amount, so the mean spend of all
                        cost to serve adds USD 0.06: USD 2.03 against USD 2.13 ahead if active, discounted; at USD 0.05 per week
                        """);
    }

    @Test
    void whereMarginsDifferAndFirstPurchasesTellOfSpend() {
        CustomerBase base =
                CustomerBase.of(three()).withEach(Input.GROSS_MARGIN, row -> Optional.of(percent(30 + 10 * row)));

        ValueExplanation explanation =
                valuation().over(weeks(26)).spendIncludesFirstPurchase().model().explain(base, "eve");

        assertThat(explanation.explain()).startsWith("""
                        USD 7.17 for customer eve, USD 0.82 above the average of 3 customers, USD 6.35: profit, residual after observation, by the bg-nbd model
                        over 26 weeks, not discounted
                        P(alive) takes off USD 2.73: 0.4834 against 0.7167; last purchase 15 weeks ago after one every 5 weeks, against 11.67 weeks ago on average after one every 8.333 weeks
                        purchases add USD 1.70: 1.106 against 0.8647 ahead if active; 1 repeat purchase in 20 weeks, against 1 in 20 weeks
                        spend adds USD 0.07: USD 26.84 against USD 26.54 a purchase; USD 25.00 on average over 2 purchases, against USD 25.00
                        margin adds USD 1.78: 50% against 38.61% of revenue; as given for the customer
                        """);
    }

    @Test
    void alone() {
        ValueExplanation explanation = costed().explain(
                        CustomerBase.of(Ledger.builder(Money.currency("USD"))
                                .add("ann", END, Money.parse("USD 10"))
                                .build()
                                .summarize(END, LedgerOptions.defaults())),
                        "ann");

        assertThat(explanation.explain()).startsWith("""
                        USD 12.40 for customer ann, just the average of 1 customer, USD 12.40: profit, residual after observation, by the bg-nbd model
                        over 1 year, discounted at 15% per year
                        P(alive) adds nothing: 1 against 1; no purchase since the first, 0 weeks ago, of which the bg-nbd model concludes nothing; the last one 0 weeks ago on average
                        purchases add nothing: 1.369 against 1.369 ahead if active, discounted; no repeat purchase in 0 weeks, against 0 in 0 weeks
                        spend adds nothing: USD 35.22 against USD 35.22 a purchase; no repeat purchase, so the mean spend of all
                        cost to serve adds nothing: USD 2.07 against USD 2.07 ahead if active, discounted; at USD 0.05 per week
                        """);
    }

    @Test
    void inNumbers() {
        ValueExplanation ann = costed().explain(CustomerBase.of(three()), "ann");
        double delta = annually(percent(15)).continuous(ChronoUnit.WEEKS);
        double year = years(1).in(ChronoUnit.WEEKS);
        double alive = PURCHASES.probabilityAlive(2, 20, 30);
        Contribution purchases = ann.contribution(Driver.PURCHASES).orElseThrow();

        assertThat(ann.id()).isEqualTo("ann");
        assertThat(ann.model()).isEqualTo("bg-nbd");
        assertThat(ann.customers()).isEqualTo(3);
        assertThat(ann.basis()).isEqualTo(Basis.RESIDUAL_AFTER_OBSERVATION);
        assertThat(ann.measure()).isEqualTo(Measure.PROFIT);
        assertThat(ann.horizon()).isEqualTo(Horizon.over(years(1)));
        assertThat(ann.discount()).isEqualTo(annually(percent(15)));
        assertThat(ann.history()).isEqualTo(new History(2, 20, 30, OptionalDouble.of(25)));
        assertThat(ann.averageHistory().recency()).isCloseTo(25 / 3.0, within(1e-14));
        assertThat(ann.contributions())
                .extracting(Contribution::driver)
                .containsExactly(Driver.P_ALIVE, Driver.PURCHASES, Driver.SPEND, Driver.COST_TO_SERVE);
        assertThat(ann.contribution(Driver.MARGIN)).isEmpty();
        assertThat(ann.contribution(Driver.P_ALIVE).orElseThrow().own()).isEqualTo(alive);
        assertThat(purchases.own())
                .isCloseTo(PURCHASES.discountedExpectedTransactions(2, 20, 30, delta, year) / alive, within(1e-13));
        assertThat(ann.contribution(Driver.SPEND).orElseThrow().own()).isEqualTo(SPEND.expectedSpend(2, 25));
        assertThat(ann.contribution(Driver.COST_TO_SERVE).orElseThrow().own())
                .isCloseTo(0.05 * PURCHASES.discountedExpectedLifetime(2, 20, 30, delta, year) / alive, within(1e-13));
        assertThat(purchases.money()).isEqualTo(Money.ofRounded(purchases.amount(), Money.currency("USD")));
        assertThat(ann).hasToString("USD 11.70 for customer ann, against USD 8.02 on average");
    }

    @Test
    void tellsTheIntervalWhereThereIsOne() {
        CustomerTable customers = Simulation.builder(
                        BgNbd.of(0.9, 5, 0.8, 2.4), ChronoUnit.WEEKS, Money.currency("USD"))
                .spend(SPEND)
                .customers(200)
                .from(LocalDate.of(2023, 6, 30))
                .comingOver(weeks(12))
                .observedThrough(END)
                .build()
                .ledger()
                .summarize(END, LedgerOptions.defaults());
        ValueExplanations explanations = FittedLtv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .over(weeks(26))
                .intervals(Interval.Of.OUTCOME, percent(80))
                .model()
                .explain(CustomerBase.of(customers));

        ValueExplanation first = explanations.at(0);

        Interval interval = first.interval().orElseThrow();
        assertThat(interval).isEqualTo(explanations.values().interval(0).orElseThrow());
        assertThat(first.explain())
                .contains("\n80% interval of the outcome: " + Money.ofRounded(interval.low(), Money.currency("USD"))
                        + " to " + Money.ofRounded(interval.high(), Money.currency("USD")) + "\nP(alive) ");
        assertThat(costed().explain(CustomerBase.of(three()), "ann").interval()).isEmpty();
    }

    /** Shapley's values by hand, over the six orders of three factors. */
    @Test
    void isTheMeanOverTheOrders() {
        ValueExplanation eve = valuation().over(weeks(26)).model().explain(CustomerBase.of(three()), "eve");
        double[] own =
                eve.contributions().stream().mapToDouble(Contribution::own).toArray();
        double[] average =
                eve.contributions().stream().mapToDouble(Contribution::average).toArray();

        double alive = (own[0] - average[0])
                * (2 * average[1] * average[2] + own[1] * average[2] + average[1] * own[2] + 2 * own[1] * own[2])
                / 6;

        assertThat(eve.contribution(Driver.P_ALIVE).orElseThrow().amount()).isCloseTo(alive, within(1e-12));
        assertThat(average[0] * average[1] * average[2]).isCloseTo(eve.averageAmount(), within(1e-12));
    }

    @Test
    void saysWhatCovariatesDo() {
        CustomerTable customers = three();
        JoinedAttributes known = Attributes.builder()
                .category("channel", "ann", "web")
                .category("channel", "bob", "shop")
                .category("channel", "eve", "web")
                .number("income", "ann", 3)
                .number("income", "bob", 1)
                .number("income", "eve", 2)
                .build()
                .join(customers, IdPolicy.REJECT, IdPolicy.REJECT);
        CovariateEncoding encoding = CovariateEncoding.builder()
                .category("channel", List.of("shop", "web"))
                .number("income", 2, 1)
                .build();
        Fit<? extends WithCovariates<? extends TransactionModel>> fit = CovariateFamily.parse("""
                        clv-fit 1
                        model bg-nbd+covariates
                        covariate category channel	shop	web
                        covariate number 2.0 1.0 income
                        parameter r 0.243
                        parameter alpha 4.414
                        parameter a 0.793
                        parameter b 2.426
                        parameter purchases:channel=web 0.5
                        parameter purchases:income 0.25
                        parameter a:channel=web -0.3
                        parameter a:income 0.0
                        parameter b:channel=web 0.0
                        parameter b:income 0.0
                        unit weeks
                        customers 2357.0
                        purchases 2457.0
                        log-likelihood -9582.43
                        diagnosis converged
                        prior none
                        evaluations 20
                        """);
        CustomerBase base =
                CustomerBase.of(customers).withEach(FittedLtv.COVARIATES, row -> Optional.of(encoding.of(known, row)));

        ValueExplanation ann = FittedLtv.withCovariates(fit, GAMMA_GAMMA)
                .over(years(1))
                .model()
                .explain(base, "ann");

        assertThat(ann.explain()).contains("""
                        P(alive) takes off USD 1.89: 0.7162 against 0.7447; last purchase 10 weeks ago after one every 10 weeks, against 11.67 weeks ago on average after one every 8.333 weeks; of it the history USD -5.16, channel=web USD 3.59, income=3 USD -0.32
                        purchases add USD 25.29: 2.916 against 1.712 ahead if active; 2 repeat purchases in 30 weeks, against 1 in 20 weeks; of it the history USD 18.37, channel=web USD 5.83, income=3 USD 1.09
                        spend takes off USD 6.42: USD 26.84 against USD 30.64 a purchase; USD 25.00 on average over 2 repeat purchases, against USD 25.00
                        """);
        for (Contribution contribution : ann.contributions()) {
            if (contribution.driver() == Driver.SPEND) {
                assertThat(contribution.shares()).isEmpty();
            } else {
                assertThat(contribution.shares().stream()
                                .map(Share::money)
                                .reduce(Money.zero(Money.currency("USD")), Money::plus))
                        .isEqualTo(contribution.money());
                assertThat(contribution.shares().stream()
                                .mapToDouble(Share::amount)
                                .sum())
                        .isCloseTo(contribution.amount(), within(1e-12));
            }
        }
    }

    @Test
    void ofAModelThatSaysNothingOfThoseWhoAreGone() {
        FittedLtv model = costed();
        TransactionModel plain = plain(PURCHASES, false);
        TransactionModel gone = plain(PURCHASES, true);

        ValueExplanation own = with(plain, model).explain(CustomerBase.of(three()), "ann");
        ValueExplanation theirs = with(gone, model).explain(CustomerBase.of(three()), "ann");

        for (Contribution contribution :
                model.explain(CustomerBase.of(three()), "ann").contributions()) {
            assertThat(own.contribution(contribution.driver()).orElseThrow().amount())
                    .isCloseTo(contribution.amount(), within(1e-12));
        }
        assertThat(theirs.value().isZero()).isTrue();
        assertThat(theirs.contribution(Driver.PURCHASES).orElseThrow().amount()).isZero();
        assertThat(theirs.contribution(Driver.COST_TO_SERVE).orElseThrow().amount())
                .isZero();
        assertThat(theirs.contribution(Driver.P_ALIVE).orElseThrow().amount())
                .isCloseTo(
                        -theirs.averageAmount()
                                - theirs.contribution(Driver.SPEND)
                                        .orElseThrow()
                                        .amount(),
                        within(1e-12));
    }

    private static FittedLtv with(TransactionModel model, FittedLtv like) {
        return new FittedLtv(
                BG_NBD,
                CustomerModels.same(model),
                GAMMA_GAMMA,
                false,
                like.terms(),
                Parallelism.sequential(),
                Posteriors.absent("none was sought"),
                Optional.empty());
    }

    /** A model of somebody's own, of which nothing is known but what it answers; ann may surely be gone. */
    private static TransactionModel plain(TransactionModel model, boolean annIsGone) {
        return (TransactionModel) Proxy.newProxyInstance(
                TransactionModel.class.getClassLoader(),
                new Class<?>[] {TransactionModel.class},
                (proxy, method, args) ->
                        annIsGone && args.length > 2 && args[0].equals(2) ? (Object) 0.0 : method.invoke(model, args));
    }

    @Test
    void refusesWhomItDoesNotKnow() {
        FittedLtv model = valuation().over(weeks(26)).model();
        ValueExplanations explanations = model.explain(CustomerBase.of(three()));
        CustomerTable nobody = Ledger.builder(Money.currency("USD")).build().summarize(END, LedgerOptions.defaults());

        assertThat(explanations.values().size()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explanations.of("anne"))
                .withMessage("there is no customer 'anne'; the base has 3 customers, from 'ann' to 'eve'");
        assertThatThrownBy(() -> explanations.at(3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("Index 3 out of bounds for length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.explain(CustomerBase.of(nobody), "ann"))
                .withMessage("there is no customer 'ann'; the base has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> valuation().model().explain(CustomerBase.of(three()), "ann"))
                .withMessage("the bg-nbd model still needs: horizon (a span, or forever with a discount above 0)");
    }
}
