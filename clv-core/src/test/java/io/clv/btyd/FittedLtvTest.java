package io.clv.btyd;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.days;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.ltv.Input;
import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FittedLtvTest {

    private static final LocalDate END = LocalDate.of(2024, 6, 30);
    private static final Currency USD = Money.currency("USD");

    private static final BgNbd PURCHASES = BgNbd.of(0.243, 4.414, 0.793, 2.426);
    private static final GammaGamma SPEND = GammaGamma.of(6.25, 3.74, 15.44);

    /** A fit that no data made: what a file may hold. */
    private static Fit<BgNbd> purchases(String unit) {
        return BgNbd.family().parse("""
                        clv-fit 1
                        model bg-nbd
                        parameter r 0.243
                        parameter alpha 4.414
                        parameter a 0.793
                        parameter b 2.426
                        unit %s
                        customers 2357.0
                        purchases 2457.0
                        log-likelihood -9582.43
                        diagnosis converged
                        prior none
                        evaluations 20
                        """.formatted(unit));
    }

    private static Fit<GammaGamma> spend(String unit, double q) {
        return GammaGamma.family().parse("""
                        clv-fit 1
                        model gamma-gamma
                        parameter p 6.25
                        parameter q %s
                        parameter v 15.44
                        unit %s
                        customers 946.0
                        purchases 2457.0
                        log-likelihood -4055.92
                        diagnosis converged
                        prior none
                        evaluations 20
                        note spend is taken to be independent of frequency; their correlation is 0.114
                        """.formatted(q, unit));
    }

    private static LtvValuation valuation() {
        return FittedLtv.of(purchases("weeks"), spend("USD", 3.74));
    }

    private static CustomerTable table(ChronoUnit unit, String... rows) {
        Ledger.Builder ledger = Ledger.builder(USD);
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            for (String daysBefore : cells[1].split(",", -1)) {
                ledger.add(cells[0], END.minusDays(Long.parseLong(daysBefore)), Money.parse("USD " + cells[2]));
            }
        }
        return ledger.build()
                .summarize(
                        END, LedgerOptions.collapse(ChronoUnit.DAYS).unit(unit).refunds(RefundPolicy.NET));
    }

    /** Whose x, t_x and T in weeks are (2, 20, 30), (0, 0, 10) and (1, 5, 20), the last with nothing but refunds. */
    private static CustomerTable three() {
        return Ledger.builder(USD)
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

    private static CustomerProfile.Builder profile() {
        return CustomerProfile.builder(USD)
                .set(Input.FREQUENCY, 2)
                .set(Input.RECENCY, weeks(20))
                .set(Input.AGE, weeks(30))
                .set(Input.MONETARY_VALUE, Money.parse("USD 25"));
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void aCustomerIsMarginTimesSpendTimesPurchasesLessTheCostOfBeingThere() {
        Estimate estimate = valuation()
                .grossMargin(percent(30))
                .costToServe("USD 0.05", ChronoUnit.WEEKS)
                .discountedAt(DiscountRate.continuously(Ratio.of(0.002), ChronoUnit.WEEKS))
                .over(weeks(52))
                .model()
                .estimate(profile().build());

        double purchases = PURCHASES.discountedExpectedTransactions(2, 20, 30, 0.002, 52);
        double margin = 0.3 * SPEND.expectedSpend(2, 25) * purchases;
        double cost = 0.05 * PURCHASES.discountedExpectedLifetime(2, 20, 30, 0.002, 52);
        assertThat(estimate.partAmounts()).containsOnlyKeys("margin", "cost to serve");
        assertThat(estimate.partAmounts().get("margin")).isCloseTo(margin, within(1e-12));
        assertThat(estimate.partAmounts().get("cost to serve")).isCloseTo(-cost, within(1e-12));
        assertThat(estimate.explain()).isEqualTo("""
                        USD 11.86: profit, residual after observation, by the bg-nbd model
                        over 52 weeks, discounted at 0.2% per week, continuous
                        made up of margin USD 13.21, cost to serve USD -1.35
                        from frequency 2, recency 20 weeks, age 30 weeks, monetary value USD 25.00, P(alive) 0.6667, discounted purchases 1.641, expected spend USD 26.84, gross margin 30%, cost to serve USD 0.05 per week
                        assumes purchases follow the bg-nbd model with r 0.243, alpha 4.414, a 0.793, b 2.426 in weeks, fitted to 2,357 customers: log-likelihood -9582.43, converged
                        assumes spend on a purchase follows the gamma-gamma model with p 6.25, q 3.74, v 15.44 in USD, fitted to 946 customers: log-likelihood -4055.92, converged
                        assumes spend on a purchase is independent of frequency: their correlation is 0.114
                        assumes discounting is continuous: a purchase counts by the moment it is made
                        """);
    }

    @Test
    void withoutAMarginItIsRevenue() {
        Estimate estimate =
                valuation().over(weeks(52)).model().estimate(profile().build());

        assertThat(estimate.measure()).isEqualTo(Measure.REVENUE);
        assertThat(estimate.partAmounts()).containsOnlyKeys("revenue");
        assertThat(estimate.amount())
                .isCloseTo(SPEND.expectedSpend(2, 25) * PURCHASES.expectedTransactions(2, 20, 30, 52), within(1e-11));
        assertThat(estimate.assumptions())
                .contains("no costs, as no margin was given: this is revenue and not profit")
                .noneMatch(sentence -> sentence.startsWith("discounting"));
        refused(
                () -> valuation()
                        .costToServe("USD 1", ChronoUnit.MONTHS)
                        .over(weeks(1))
                        .model()
                        .estimate(profile().build()),
                "cost to serve can be taken off profit only, and profit needs a gross margin, which was not given");
    }

    @Test
    void aCustomerWithoutAHistoryOfSpendGetsTheMeanOfAll() {
        Estimate estimate = valuation()
                .over(weeks(52))
                .model()
                .estimate(CustomerProfile.builder(USD)
                        .set(Input.FREQUENCY, 0)
                        .set(Input.RECENCY, weeks(0))
                        .set(Input.AGE, days(70))
                        .build());

        assertThat(estimate.amount())
                .isCloseTo(SPEND.expectedSpend(0, 0) * PURCHASES.expectedTransactions(0, 0, 10, 52), within(1e-11));
        assertThat(estimate.assumptions())
                .contains(
                        "a customer without a repeat purchase gets the mean spend of all, USD 35.22",
                        "P(alive) is 1 for a customer without a repeat purchase, by the nature of the bg-nbd model,"
                                + " whatever the data say");
    }

    @Test
    void theFirstPurchaseMayCount() {
        FittedLtv model =
                valuation().spendIncludesFirstPurchase().over(weeks(52)).model();
        CustomerValues values = model.value(three());

        assertThat(values.get(Column.EXPECTED_SPEND, 0)).isCloseTo(SPEND.expectedSpend(3, 20), within(1e-12));
        assertThat(values.get(Column.EXPECTED_SPEND, 1)).isCloseTo(SPEND.expectedSpend(1, 40), within(1e-12));
        assertThat(values.get(Column.EXPECTED_SPEND, 2)).isCloseTo(SPEND.expectedSpend(2, 25), within(1e-12));
        assertThat(values.assumptions().get(1))
                .startsWith("spend on a purchase, the first included, follows the gamma-gamma model with p 6.25");
    }

    @Test
    void aBaseCountsThoseOfWhomLittleIsKnown() {
        CustomerValues values = valuation()
                .grossMargin(percent(30))
                .acquisitionCost("USD 12")
                .over(weeks(52))
                .model()
                .value(three());

        assertThat(values.get(Column.EXPECTED_SPEND, 0)).isEqualTo(SPEND.expectedSpend(2, 25));
        assertThat(values.get(Column.EXPECTED_SPEND, 1)).isEqualTo(SPEND.expectedSpend(0, 0));
        assertThat(values.get(Column.EXPECTED_SPEND, 2)).isEqualTo(SPEND.expectedSpend(0, 0));
        assertThat(values.assumptions())
                .containsExactly(
                        "purchases follow the bg-nbd model with r 0.243, alpha 4.414, a 0.793, b 2.426 in weeks, fitted to"
                                + " 2,357 customers: log-likelihood -9582.43, converged",
                        "spend on a purchase follows the gamma-gamma model with p 6.25, q 3.74, v 15.44 in USD, fitted to"
                                + " 946 customers: log-likelihood -4055.92, converged",
                        "spend on a purchase is independent of frequency: their correlation is 0.114",
                        "1 customer without a repeat purchase gets the mean spend of all, USD 35.22",
                        "1 customer whose purchases have no positive mean gets the mean spend of all, USD 35.22",
                        "P(alive) is 1 for the 1 customer without a repeat purchase, by the nature of the bg-nbd model,"
                                + " whatever the data say",
                        "gross margin 30% for every customer",
                        "the cost of acquisition is spent, and no part of what a customer is still to bring");
    }

    @Test
    void aNewcomerIsAWholeLife() {
        FittedLtv model = valuation()
                .grossMargin(percent(30))
                .costToServe("USD 0.10", ChronoUnit.WEEKS)
                .discountedAt(DiscountRate.continuously(Ratio.of(0.0027), ChronoUnit.WEEKS))
                .acquisitionCost("USD 4")
                .forever()
                .model();
        Estimate newcomer = model.newcomer();

        double mean = SPEND.expectedSpend(0, 0);
        assertThat(newcomer.basis()).isEqualTo(Basis.LIFETIME_FROM_ACQUISITION);
        assertThat(newcomer.horizon()).isEqualTo(Horizon.forever());
        assertThat(newcomer.partAmounts().keySet())
                .containsExactly(
                        "margin of the first order", "margin of repeat orders", "cost to serve", "acquisition cost");
        assertThat(newcomer.partAmounts().get("margin of the first order")).isCloseTo(0.3 * mean, within(1e-12));
        assertThat(newcomer.partAmounts().get("margin of repeat orders"))
                .isCloseTo(0.3 * mean * PURCHASES.discountedExpectedTransactions(0, 0, 0, 0.0027), within(1e-12));
        assertThat(newcomer.partAmounts().get("cost to serve"))
                .isCloseTo(-0.1 * PURCHASES.discountedExpectedLifetime(0, 0, 0, 0.0027), within(1e-12));
        assertThat(newcomer.partAmounts().get("acquisition cost")).isEqualTo(-4);
        assertThat(newcomer.assumptions())
                .contains("the customer makes the first purchase now, and it brings the mean spend of all, USD 35.22");
        assertThat(model.newcomer(USD).amount()).isEqualTo(newcomer.amount());
        assertThat(model.newcomer(profile().build()).amount()).isEqualTo(newcomer.amount());
    }

    @Test
    void aNewcomersFirstOrderMayBeGiven() {
        Estimate newcomer = valuation()
                .over(years(1))
                .firstOrder(Money.parse("USD 20"))
                .model()
                .newcomer();

        assertThat(newcomer.parts()).containsEntry("revenue of the first order", Money.parse("USD 20.00"));
        assertThat(newcomer.inputs()).containsEntry("first order", "USD 20.00");
        assertThat(newcomer.assumptions()).contains("the customer makes the first purchase now");
        assertThat(newcomer.partAmounts().get("revenue of repeat orders"))
                .isCloseTo(
                        SPEND.expectedSpend(0, 0) * PURCHASES.expectedTransactionsOfNewCustomer(365.2425 / 7),
                        within(1e-11));
    }

    @Test
    void aNewcomerTakesFromAProfileWhatWasNotSet() {
        FittedLtv model = valuation().model();
        CustomerProfile terms = CustomerProfile.builder(USD)
                .set(Input.HORIZON, Horizon.over(weeks(52)))
                .set(Input.GROSS_MARGIN, percent(50))
                .set(Input.ACQUISITION_COST, Money.parse("USD 7"))
                .build();

        assertThat(model.newcomer(terms).parts()).containsEntry("acquisition cost", Money.parse("USD -7.00"));
        refused(
                () -> valuation().acquisitionCost("USD 7").over(weeks(1)).newcomer(),
                "acquisition cost can be taken off profit only, and profit needs a gross margin, which was not given");
    }

    @Test
    void allThatIsMissingIsNamed() {
        CustomerProfile nothing = CustomerProfile.builder(USD).build();
        CustomerProfile noValue = CustomerProfile.builder(USD)
                .set(Input.FREQUENCY, 2)
                .set(Input.RECENCY, weeks(20))
                .set(Input.AGE, weeks(30))
                .build();

        refused(
                () -> valuation().model().estimate(nothing),
                "the bg-nbd model still needs: frequency, recency, age, horizon (a span, or forever with a discount above"
                        + " 0)");
        refused(
                () -> valuation().over(weeks(1)).model().estimate(noValue),
                "the bg-nbd model still needs: monetary value");
        refused(
                () -> valuation()
                        .spendIncludesFirstPurchase()
                        .over(weeks(1))
                        .model()
                        .estimate(noValue),
                "the bg-nbd model still needs: total");
        refused(
                () -> valuation().model().value(three()),
                "the bg-nbd model still needs: horizon (a span, or forever with a discount above 0)");
        refused(
                () -> valuation().newcomer(),
                "the bg-nbd model still needs: horizon (a span, or forever with a discount above 0)");
        refused(
                () -> FittedLtv.fit(three()).value(),
                "the fitted model still needs: transactions, spend, horizon (a span, or forever with a discount above 0)");
        refused(
                () -> FittedLtv.fit(three()).transactions(BgNbd.family()).model(),
                "the fitted model still needs: spend");
        assertThat(valuation().model().requires())
                .containsExactlyInAnyOrder(Input.FREQUENCY, Input.RECENCY, Input.AGE, Input.HORIZON);
        assertThat(valuation().forever().model().requires())
                .containsExactlyInAnyOrder(Input.FREQUENCY, Input.RECENCY, Input.AGE);
    }

    @Test
    void withoutEndADiscountIsNeeded() {
        String message = "horizon forever needs a discount above 0, as the purchases to be expected may have no finite"
                + " sum without it, but the discount was 0% per year";
        FittedLtv model = valuation().forever().model();

        refused(() -> model.value(three()), message);
        refused(() -> model.estimate(profile().build()), message);
        refused(() -> model.newcomer(), message);
        CustomerBase some = CustomerBase.of(three())
                .withEach(Input.DISCOUNT, row -> row == 1 ? Optional.empty() : Optional.of(annually(percent(10))));
        refused(() -> model.value(some), "customer bob: " + message);
    }

    @Test
    void unitsMustAgree() {
        refused(
                () -> valuation().over(weeks(1)).model().value(table(ChronoUnit.DAYS, "a 35,0 10.00")),
                "the bg-nbd fit is in weeks, but the customers are in days");
        refused(
                () -> FittedLtv.of(purchases("USD"), spend("USD", 3)).model(),
                "the bg-nbd fit must be in a unit of time, but was in USD");
        refused(
                () -> FittedLtv.of(purchases("seconds"), spend("USD", 3)).model(),
                "unit must be one of DAYS, WEEKS, MONTHS, YEARS, but was SECONDS");
    }

    @Test
    void aProfileMayBeInAnotherUnit() {
        FittedLtv model = valuation().over(weeks(52)).model();
        CustomerProfile inDays = CustomerProfile.builder(USD)
                .set(Input.FREQUENCY, 2)
                .set(Input.RECENCY, days(140))
                .set(Input.AGE, days(210))
                .set(Input.MONETARY_VALUE, Money.parse("USD 25"))
                .build();

        assertThat(model.estimate(inDays).amount())
                .isEqualTo(model.estimate(profile().build()).amount());
    }

    @Test
    void currenciesMustAgree() {
        Money euros = Money.parse("EUR 5");
        FittedLtv dollars = valuation().over(weeks(1)).model();
        FittedLtv bare = FittedLtv.of(purchases("weeks"), spend("amounts", 3.74))
                .over(weeks(1))
                .model();

        refused(
                () -> dollars.estimate(
                        CustomerProfile.builder(Money.currency("EUR")).build()),
                "the gamma-gamma fit is in USD, but the money is in EUR");
        refused(
                () -> valuation().acquisitionCost(euros).model(),
                "the gamma-gamma fit is in USD, but the money is in EUR");
        refused(
                () -> valuation().acquisitionCost("USD 5").firstOrder(euros),
                "first order is in EUR, but acquisition cost is in USD");
        refused(
                () -> FittedLtv.of(purchases("weeks"), spend("amounts", 3.74))
                        .firstOrder(euros)
                        .over(weeks(1))
                        .model()
                        .value(three()),
                "the model's inputs are in EUR, but the customers are in USD");
        refused(
                () -> FittedLtv.fit(three())
                        .transactions(BgNbd.family())
                        .spend(GammaGamma.family())
                        .firstOrder(euros)
                        .model(),
                "the model's inputs are in EUR, but the customers are in USD");
        refused(
                bare::newcomer,
                "a newcomer's value needs a currency: the spend fit is in amounts, and no money was set; give"
                        + " newcomer(currency)");
        assertThat(bare.newcomer(USD).amount()).isEqualTo(dollars.newcomer().amount());
        assertThat(bare.value(three()).totalAmount())
                .isEqualTo(dollars.value(three()).totalAmount());
    }

    @Test
    void spendWithoutAMeanIsRefused() {
        assertThatThrownBy(() ->
                        FittedLtv.of(purchases("weeks"), spend("USD", 0.9)).model())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "the gamma-gamma model has no mean over all customers, and cannot value those of whose spend"
                                + " nothing is known: expected spend is infinite: p x + q must be above 1, but was 0.9"
                                + " (p = 6.25, q = 0.9, x = 0)");
    }

    @Test
    void eachIsSetOnce() {
        LtvFitting builder = FittedLtv.fit(three())
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .acquired(Acquisition.inLog())
                .fitOptions(FitOptions.defaults())
                .parallelism(Parallelism.of(2))
                .grossMargin(percent(30))
                .forever();
        refused(() -> builder.transactions(Nbd.family()), "transactions was already set to bg-nbd");
        refused(() -> builder.spend(GammaGamma.family()), "spend was already set to gamma-gamma");
        refused(
                () -> builder.acquired(Acquisition.inLog()),
                "acquired was already set to acquired with the first purchase in the log");
        refused(() -> builder.grossMargin(percent(20)), "gross margin was already set to 30%");
        refused(() -> builder.over(weeks(1)), "horizon was already set to forever");
        refused(() -> builder.parallelism(Parallelism.sequential()), "parallelism was already set to 2 threads");
    }

    @Test
    void termsBeyondTheirRangeAreRefused() {
        refused(() -> valuation().grossMargin(percent(101)), "gross margin must be at most 100%, but was 101%");
        refused(
                () -> valuation().costToServe("USD -1", ChronoUnit.MONTHS),
                "cost to serve must not be negative, but was USD -1.00 per month");
        refused(
                () -> valuation().costToServe("5", ChronoUnit.MONTHS),
                "cost to serve: money must be a currency code and an amount, as in 'USD 12.50', but was '5'");
        refused(
                () -> valuation().acquisitionCost("USD -1"),
                "acquisition cost must not be negative, but was USD -1.00");
        refused(
                () -> valuation().firstOrder(Money.parse("USD -1")),
                "first order must not be negative, but was USD -1.00");
        refused(
                () -> valuation().discountedAt(annually(percent(-1))),
                "discount must not be negative, but was -1% per year");
        CustomerProfile margin = profile().set(Input.GROSS_MARGIN, percent(101)).build();
        refused(
                () -> valuation().over(weeks(1)).model().estimate(margin),
                "gross margin must be at most 100%, but was 101%");
        CustomerProfile backwards = CustomerProfile.builder(USD)
                .set(Input.FREQUENCY, 2)
                .set(Input.RECENCY, weeks(31))
                .set(Input.AGE, weeks(30))
                .set(Input.MONETARY_VALUE, Money.parse("USD 25"))
                .build();
        refused(
                () -> valuation().over(weeks(1)).model().estimate(backwards),
                "t_x must be between 0 and T (30.0), but was 31.0");
    }

    @Test
    void termsMayDifferByCustomer() {
        CustomerBase base = CustomerBase.of(three())
                .with(Input.GROSS_MARGIN, percent(30))
                .withEach(Input.GROSS_MARGIN, row -> row == 1 ? Optional.of(percent(60)) : Optional.empty())
                .withEach(Input.DISCOUNT, row -> Optional.of(annually(percent(10 + row))))
                .withEach(
                        Input.COST_TO_SERVE,
                        row -> row == 2
                                ? Optional.of(MoneyRate.of(Money.parse("USD 0.10"), ChronoUnit.WEEKS))
                                : Optional.empty());
        CustomerValues values = valuation().forever().model().value(base);

        double[][] histories = {{2, 20, 30}, {0, 0, 10}, {1, 5, 20}};
        double[] margins = {0.3, 0.6, 0.3};
        for (int row = 0; row < 3; row++) {
            int x = (int) histories[row][0];
            double last = histories[row][1];
            double age = histories[row][2];
            double delta = Math.log(1.10 + 0.01 * row) * 7 / 365.2425;
            double spend = row == 0 ? SPEND.expectedSpend(2, 25) : SPEND.expectedSpend(0, 0);
            double value = margins[row] * spend * PURCHASES.discountedExpectedTransactions(x, last, age, delta);
            double cost = row == 2 ? 0.1 * PURCHASES.discountedExpectedLifetime(x, last, age, delta) : 0;
            assertThat(values.amount(row)).isCloseTo(value - cost, within(1e-10));
        }
        assertThat(values.discount()).isEmpty();
        assertThat(values.assumptions())
                .contains(
                        "gross margin by customer, from 30% to 60%",
                        "cost to serve by customer, from nothing to USD 0.10 per week",
                        "discount by customer, from 10% per year to 12% per year");
        assertThat(values.explain()).contains("without end, discounted at each customer's own rate");
    }

    @Test
    void whatWasSetWinsOverTheBase() {
        CustomerBase base = CustomerBase.of(three())
                .with("gross-margin", "60%")
                .with("horizon", "1 week")
                .withEach(Input.DISCOUNT, row -> Optional.of(annually(percent(10 + row))));
        CustomerValues set = valuation()
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(weeks(52))
                .model()
                .value(base);
        CustomerValues alone = valuation()
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(weeks(52))
                .model()
                .value(three());

        assertThat(set.totalAmount()).isEqualTo(alone.totalAmount());
        assertThat(set.explain()).isEqualTo(alone.explain());
    }

    @Test
    void basesThatMixOrContradictAreRefused() {
        FittedLtv model = valuation().over(weeks(52)).model();
        CustomerBase base = CustomerBase.of(three());

        refused(
                () -> model.value(base.withEach(
                        Input.GROSS_MARGIN, row -> row == 1 ? Optional.empty() : Optional.of(percent(30)))),
                "measure must be profit for all customers of a base, but was revenue for customer bob");
        refused(
                () -> model.value(base.withEach(Input.GROSS_MARGIN, row -> Optional.of(percent(100 + row)))),
                "customer bob: gross margin must be at most 100%, but was 101%");
        refused(
                () -> valuation()
                        .model()
                        .value(base.withEach(Input.HORIZON, row -> Optional.of(Horizon.over(weeks(1 + row))))),
                "horizon must be the same for all customers of a base");
        refused(
                () -> model.value(base.with(Input.FREQUENCY, 3)),
                "frequency of each customer is read off the table, but was set to 3 for all");
    }

    @Test
    void historiesThatAreCutOffAreLeftOutOfTheFit() {
        CustomerTable customers = table(
                ChronoUnit.WEEKS,
                "old 364,300,200,100 10.00",
                "a 200,150,90 20.00",
                "b 180,100 15.00",
                "c 150 12.00",
                "d 100,40 30.00");
        CustomerTable whole =
                table(ChronoUnit.WEEKS, "a 200,150,90 20.00", "b 180,100 15.00", "c 150 12.00", "d 100,40 30.00");
        FittedLtv model = FittedLtv.fit(customers)
                .transactions(MbgNbd.family())
                .spend(GammaGamma.family())
                .acquired(Acquisition.completeFrom(END.minusDays(250)))
                .fitOptions(FitOptions.defaults().prior(Prior.WEAK))
                .over(weeks(52))
                .model();
        FittedLtv ofWhole = FittedLtv.fit(whole)
                .transactions(MbgNbd.family())
                .spend(GammaGamma.family())
                .fitOptions(FitOptions.defaults().prior(Prior.WEAK))
                .over(weeks(52))
                .model();

        assertThat(model.transactions().parameters())
                .isEqualTo(ofWhole.transactions().parameters());
        assertThat(model.spend()).isEqualTo(ofWhole.spend());
        assertThat(model.value(customers).amount(customers.indexOf("b")))
                .isEqualTo(ofWhole.value(whole).amount(whole.indexOf("b")));
        assertThat(model.value(customers).amount(customers.indexOf("old"))).isPositive();
        String sentence = "the histories of 1 of 5 customers are cut off (log complete from 2023-10-24): they are left"
                + " out of the fit, and valued by what was seen of them";
        assertThat(model.transactions().notes()).hasSize(2).endsWith(sentence);
        assertThat(model.value(customers).assumptions()).contains(sentence);
        assertThat(model.value(customers).assumptions().get(0)).contains("fitted to 4 customers with a prior (weak): ");
        refused(
                () -> FittedLtv.fit(customers)
                        .transactions(MbgNbd.family())
                        .spend(GammaGamma.family())
                        .acquired(Acquisition.completeFrom(END))
                        .model(),
                "there must be a customer to fit a model to, but the log cuts off the history of all 5");
    }

    @Test
    void firstPurchasesThatPileUpAreSaid() {
        String[] rows = new String[60];
        for (int customer = 0; customer < rows.length; customer++) {
            int first = customer < 40 ? 300 - customer % 5 : 300 - 5 * (customer - 40);
            rows[customer] = "c" + customer + " " + first + "," + (first - 20 - customer) + " 10.00";
        }
        FittedLtv model = FittedLtv.fit(table(ChronoUnit.WEEKS, rows))
                .transactions(MbgNbd.family())
                .spend(GammaGamma.family())
                .spendIncludesFirstPurchase()
                .fitOptions(FitOptions.defaults().prior(Prior.WEAK))
                .over(weeks(1))
                .model();

        assertThat(model.transactions().notes())
                .singleElement()
                .asString()
                .startsWith(
                        "every customer came with the first purchase in the log, though 42 of 60 first purchases lie");
        assertThat(model.newcomer().assumptions())
                .containsAll(model.transactions().notes());
        assertThat(FittedLtv.fit(table(ChronoUnit.WEEKS, rows))
                        .transactions(MbgNbd.family())
                        .spend(GammaGamma.family())
                        .acquired(Acquisition.completeFrom(END.minusDays(300)))
                        .fitOptions(FitOptions.defaults().prior(Prior.WEAK))
                        .model()
                        .transactions()
                        .notes())
                .isEmpty();
    }

    @Test
    void aParameterIsHeldInTheModelThatHasIt() {
        CustomerTable customers = table(ChronoUnit.WEEKS, "a 200,150,90 20.00", "b 180,100 15.00", "c 150 12.00");
        LtvFitting builder =
                FittedLtv.fit(customers).transactions(BgNbd.family()).spend(GammaGamma.family());
        FittedLtv model = builder.fitOptions(
                        FitOptions.defaults().fixing("q", 3).fixing("r", 0.5))
                .model();

        assertThat(model.transactions().heldParameters()).containsExactly("r");
        assertThat(model.spend().heldParameters()).containsExactly("q");
        assertThat(model.spend().parameter("q")).isEqualTo(3);
        refused(
                () -> FittedLtv.fit(customers)
                        .transactions(BgNbd.family())
                        .spend(GammaGamma.family())
                        .fitOptions(FitOptions.defaults().fixing("s", 1))
                        .model(),
                "held parameter must be one of r, alpha, a, b, p, q, v, but was 's'");
    }

    @Test
    void aPriorIsThatOfTheModelThatHasTheParameter() {
        CustomerTable customers = table(ChronoUnit.WEEKS, "a 200,150,90 20.00", "b 180,100 15.00", "c 150 12.00");
        Prior known = Prior.WEAK.with("r", 0.5, 0.3).with("q", 3, 0.2);
        FittedLtv model = FittedLtv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .fitOptions(FitOptions.defaults().prior(known))
                .model();

        assertThat(model.transactions().prior()).isEqualTo(Prior.WEAK.with("r", 0.5, 0.3));
        assertThat(model.spend().prior()).isEqualTo(Prior.WEAK.with("q", 3, 0.2));
        refused(
                () -> FittedLtv.fit(customers)
                        .transactions(BgNbd.family())
                        .spend(GammaGamma.family())
                        .fitOptions(FitOptions.defaults().prior(Prior.WEAK.with("s", 1, 1)))
                        .model(),
                "prior must be of the parameters r, alpha, a, b, p, q, v, but was of 's'");
    }

    @Test
    void aFitThatNobodyAllowsIsRefused() {
        LtvFitting once = FittedLtv.fit(table(ChronoUnit.WEEKS, "a 10 5.00", "b 20 6.00"))
                .transactions(BgNbd.family())
                .spend(GammaGamma.family());
        refused(
                once::model,
                "there must be a customer to fit spend to, but none has repeat purchases with a positive mean amount; the"
                        + " first purchase may be included");
        refused(
                () -> FittedLtv.fit(table(ChronoUnit.WEEKS))
                        .transactions(BgNbd.family())
                        .spend(GammaGamma.family())
                        .model(),
                "there must be a customer to fit a model to, but the table has none");
        refused(
                () -> FittedLtv.fit(table(ChronoUnit.WEEKS, "a 10 0.00"))
                        .transactions(BgNbd.family())
                        .spend(GammaGamma.family())
                        .spendIncludesFirstPurchase()
                        .model(),
                "there must be a customer to fit spend to, but none has a positive mean amount");
    }

    @Test
    void nobodyIsWorthNothing() {
        CustomerValues values = valuation().over(weeks(52)).model().value(table(ChronoUnit.WEEKS));

        assertThat(values.size()).isZero();
        assertThat(values.assumptions()).containsExactly("there is no customer to value");
    }

    @Test
    void itSaysWhatItIs() {
        FittedLtv model = valuation().over(weeks(52)).model();

        assertThat(model.unit()).isEqualTo(ChronoUnit.WEEKS);
        assertThat(model.transactions()).isEqualTo(purchases("weeks"));
        assertThat(model.spend()).isEqualTo(spend("USD", 3.74));
        assertThat(model)
                .hasToString(
                        "bg-nbd{r=0.243, alpha=4.414, a=0.793, b=2.426}, log-likelihood -9582.43 in weeks, converged;"
                                + " gamma-gamma{p=6.25, q=3.74, v=15.44}, log-likelihood -4055.92 in USD, converged;"
                                + " {horizon=52 weeks}");
    }
}
