package io.clv.scenario;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.scenario.Shop.usd;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Groups;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues.Column;
import io.clv.ltv.DiscountedLtv;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.ltv.MarginAdjustedLtv;
import io.clv.ltv.RetentionCurve;
import io.clv.ltv.SimpleLtv;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Span;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** What one of the three alike customers is worth. */
    private static Money one(WhatIf whatIf, Change... changes) {
        return whatIf.run(Scenario.of("test", changes)).after().value(0);
    }

    @Test
    void formulasByHand() {
        WhatIf whatIf = Shop.formula();
        // 100 x .8 / (1.1 - .8)
        assertThat(one(whatIf)).isEqualTo(usd("266.67"));
        // 100 x .85 / (1.1 - .85), 27.5% more
        assertThat(one(whatIf, Change.retention(percent(5), YEARS))).isEqualTo(usd("340.00"));
        // .8^2 = .64: 100 x .64 / (1.1 - .64)
        assertThat(one(whatIf, Change.churnTimes(2))).isEqualTo(usd("139.13"));
        // 100 x .8 / (1.15 - .8)
        assertThat(one(whatIf, Change.discount(percent(5)))).isEqualTo(usd("228.57"));
        // 105 x .8 / .3
        assertThat(one(whatIf, Change.price(percent(5)))).isEqualTo(usd("280.00"));
        assertThat(one(whatIf, Change.orderValue(percent(5)))).isEqualTo(usd("280.00"));
        assertThat(one(whatIf, Change.frequency(percent(-5)))).isEqualTo(usd("253.33"));
        // 1 + .2 x 1.5 = 1.3 times 266.67
        assertThat(one(whatIf, Change.upsell(percent(20), 2.5))).isEqualTo(usd("346.67"));
        // Two at once: 100 x 1.05 x .85 / .25
        assertThat(one(whatIf, Change.price(percent(5)), Change.retention(percent(5), YEARS)))
                .isEqualTo(usd("357.00"));
    }

    @Test
    void aLifespanIsAsMuchShorter() {
        CustomerBase base = CustomerBase.of(Shop.customers())
                .with(Input.REVENUE, MoneyRate.of(usd("100"), YEARS))
                .with(Input.LIFESPAN, Span.years(5));
        WhatIf whatIf = WhatIf.of(new SimpleLtv(), base);
        assertThat(one(whatIf)).isEqualTo(usd("500.00"));
        assertThat(one(whatIf, Change.churnTimes(2))).isEqualTo(usd("250.00"));
        refused(
                () -> one(whatIf, Change.retention(percent(5), YEARS)),
                "scenario 'test': points of retention need a churn or a retention in the base, but it has a lifespan");
    }

    @Test
    void aPriceLeavesTheCostOfGoodsAlone() {
        CustomerBase base = Shop.subscribers().with(Input.GROSS_MARGIN, percent(40));
        WhatIf whatIf = WhatIf.of(new DiscountedLtv(), base);
        // 40 x .8 / .3
        assertThat(one(whatIf)).isEqualTo(usd("106.67"));
        // 110 - 60 = 50 instead of 40: a quarter more
        assertThat(one(whatIf, Change.price(percent(10)))).isEqualTo(usd("133.33"));
        // Larger baskets at the same margin: a tenth more
        assertThat(one(whatIf, Change.orderValue(percent(10)))).isEqualTo(usd("117.33"));
        // 43 x .8 / .3
        assertThat(one(whatIf, Change.grossMargin(percent(3)))).isEqualTo(usd("114.67"));
    }

    @Test
    void aCollapseCutsWhatComesAfter() {
        // Of 100 x .8/1.1 = 72.73 after a year, nothing; of the other 193.94, 60%: 72.73 + 77.58
        assertThat(one(Shop.formula(), Change.collapse(percent(60), Span.months(18))))
                .isEqualTo(usd("150.30"));
        assertThat(one(Shop.formula(), Change.collapse(percent(100), Span.months(18))))
                .isEqualTo(usd("72.73"));
        assertThat(Shop.fitted()
                        .run(Scenario.of("late", Change.collapse(percent(60), Span.years(3))))
                        .total()
                        .change())
                .isEqualTo(usd("0"));
    }

    @Test
    void someTakeASubscription() {
        SubscriptionOffer offer =
                SubscriptionOffer.of(MoneyRate.of(usd("20"), MONTHS), percent(5).lossPer(MONTHS), percent(30));
        // q = .95 / 1.1^(1/12) = .94248450, S = 20 / (1 - q) = 347.73; .7 x 266.67 + .3 x 347.73
        double subscriber = 20 / (1 - 0.95 / Math.pow(1.1, 1 / 12.0));
        assertThat(subscriber).isCloseTo(347.73, within(0.005));
        Outcome outcome = Shop.formula().run(Scenario.of("club", Change.subscription(offer)));
        assertThat(outcome.after().amount(1)).isCloseTo(0.7 * 80 / 0.3 + 0.3 * subscriber, within(1e-9));
        assertThat(outcome.after().assumptions())
                .contains(
                        "that 30% of the customers who are still there subscribe now, for USD 20.00 per month and with"
                                + " a churn of 5% per month");
    }

    @Test
    void whoIsGoneTakesNoSubscription() {
        SubscriptionOffer offer =
                SubscriptionOffer.of(MoneyRate.of(usd("20"), MONTHS), percent(5).lossPer(MONTHS), percent(100));
        Outcome outcome = Shop.fitted().run(Scenario.of("club", Change.subscription(offer)));
        // Of a margin of 30% for 36 months, discounted at 15% a year: 6 (1 - q^36) / (1 - q), q = .95 / 1.15^(1/12)
        double q = 0.95 / Math.pow(1.15, 1 / 12.0);
        double subscriber = 6 * (1 - Math.pow(q, 36)) / (1 - q);
        double alive = outcome.before().get(Column.P_ALIVE, 2);
        assertThat(alive).isBetween(0.1, 0.9);
        assertThat(outcome.after().amount(2)).isCloseTo(alive * subscriber, within(1e-9));
    }

    @Test
    void fittedModelsTakePart() {
        WhatIf whatIf = Shop.fitted().by(Shop.STORES);
        double before = whatIf.values().totalAmount();
        // 30% of 1.1 times the revenue and the tenth that is all margin: 40% of the revenue as it was
        assertThat(total(whatIf, Change.price(percent(10)))).isCloseTo(before * 4 / 3, within(1e-9));
        assertThat(total(whatIf, Change.orderValue(percent(10)))).isCloseTo(before * 1.1, within(1e-9));
        assertThat(total(whatIf, Change.grossMargin(percent(3)))).isCloseTo(before * 1.1, within(1e-9));
        assertThat(total(whatIf, Change.churnTimes(2))).isBetween(0.5 * before, 0.95 * before);
        assertThat(total(whatIf, Change.churnTimes(0.5))).isBetween(1.01 * before, 1.5 * before);
        // Who buys more often has more occasions to leave, so less than a fifth more
        assertThat(total(whatIf, Change.frequency(percent(20)))).isBetween(1.05 * before, 1.2 * before);
        Outcome outcome = whatIf.run(Scenario.of("shock", Change.churnTimes(2)));
        assertThat(outcome.after().assumptions()).contains("that from now on customers leave 2.0 times as readily");
        assertThat(outcome.segments())
                .extracting(Outcome.Row::label, Outcome.Row::customers)
                .containsExactly(tuple("north", 2), tuple("south", 1));
    }

    private static double total(WhatIf whatIf, Change change) {
        return whatIf.run(Scenario.of("test", change)).after().totalAmount();
    }

    @Test
    void aLambdaTakesPart() {
        LtvModel own = profile -> Estimate.builder("own", profile.currency())
                .part(
                        "a year",
                        profile.require(Input.ORDERS).per(YEARS).count()
                                * profile.amount(Input.AVERAGE_ORDER_VALUE).orElseThrow())
                .build();
        WhatIf whatIf = WhatIf.of(own, CustomerBase.of(Shop.customers()));
        double before = whatIf.values().totalAmount();
        assertThat(total(whatIf, Change.frequency(percent(10)))).isCloseTo(1.1 * before, within(1e-9 * before));
    }

    @Test
    void inWords() {
        Outcome outcome =
                Shop.formula().by(Shop.STORES).run(Scenario.of("loyalty", Change.retention(percent(5), YEARS)));
        assertThat(outcome.explain()).isEqualTo("""
                loyalty: retention +5 points per year
                all, 3 customers: USD 800.00 becomes USD 1020.00, USD 220.00 more (+27.5%)
                north, 2 customers: USD 533.33 becomes USD 680.00, USD 146.67 more (+27.5%)
                south, 1 customer: USD 266.67 becomes USD 340.00, USD 73.33 more (+27.5%)
                """);
        assertThat(outcome)
                .hasToString(
                        "loyalty: retention +5 points per year -> all, 3 customers: USD 800.00 becomes USD 1020.00,"
                                + " USD 220.00 more (+27.5%)");
    }

    @Test
    void theWidestSwingStandsFirst() {
        Tornado tornado = Shop.formula()
                .tornado(List.of(
                        Swing.around("price", percent(5), Change::price),
                        new Swing("churn", Change.churnTimes(2), Change.churnTimes(0.5)),
                        Swing.around("discount", percent(5), Change::discount)));
        // churn .8^.5 = .894427: 100 x .894427 / (1.1 - .894427) = 435.09; discount 5%: 80 / .25 = 320
        assertThat(tornado.explain()).isEqualTo("""
                as it is: USD 800.00
                churn: churn x 2 USD 417.39 (-47.8%), churn x 0.5 USD 1305.27 (+63.2%)
                discount: discount -5 points USD 960.00 (+20.0%), discount +5 points USD 685.71 (-14.3%)
                price: price -5% USD 760.00 (-5.0%), price +5% USD 840.00 (+5.0%)
                """);
        assertThat(tornado).hasToString("tornado around USD 800.00, widest churn");
        refused(() -> Shop.formula().tornado(List.of()), "a tornado needs at least one swing, but there was none");
        refused(() -> Swing.around("price", percent(0), Change::price), "step of a swing must be above 0%, but was 0%");
    }

    @Test
    void aChangeThatWouldNotBeNoticedIsRefused() {
        WhatIf set = WhatIf.of(
                Shop.valuation().grossMargin(percent(30)).model(),
                CustomerBase.of(Shop.customers()).with(Input.HORIZON, Horizon.over(Span.years(1))));
        refused(
                () -> one(set, Change.price(percent(5))),
                "scenario 'test': a price changes the gross margin, as the goods cost what they did, but the margin is"
                        + " set in the model; set it in the base (CustomerBase.with)");
        refused(
                () -> one(set, Change.grossMargin(percent(5))),
                "scenario 'test': the model does not read gross margin from the base: it has no such input, or it is set"
                        + " in the model; set it in the base (CustomerBase.with) where a scenario is to change it");
        refused(
                () -> one(Shop.fitted(), Change.retention(percent(5), YEARS)),
                "scenario 'test': a fitted model has no retention that is the same for all customers, so none can be"
                        + " raised by points; multiply the hazard of leaving (churn x 0.8)");
        WhatIf churning = WhatIf.of(
                DiscountedLtv.builder().churn(percent(20).lossPer(YEARS)).model(), Shop.subscribers());
        refused(
                () -> one(churning, Change.churnTimes(2)),
                "scenario 'test': the model does not read churn from the base: it has no such input, or it is set in the"
                        + " model; set it in the base (CustomerBase.with) where a scenario is to change it");
        refused(
                () -> one(Shop.formula(), Change.grossMargin(percent(5))),
                "scenario 'test': the base has no gross margin to change; it has frequency, recency, age, monetary"
                        + " value, total, churn, revenue, discount, convention");
    }

    @Test
    void aMeasuredChurnHasItsOwnWindow() {
        CustomerBase measured = CustomerBase.of(Shop.customers()).churn(ChurnRule.inactiveFor(Span.weeks(8)));
        // A lifespan of 8 weeks / churn becomes half as long.
        WhatIf whatIf = WhatIf.of(new MarginAdjustedLtv(), measured);
        assertThat(whatIf.run(Scenario.of("half", Change.churnTimes(2))).after().totalAmount())
                .isCloseTo(whatIf.values().totalAmount() / 2, within(1e-9));
        WhatIf year = WhatIf.of(new MarginAdjustedLtv(), measured.with(Input.HORIZON, Horizon.over(Span.years(1))));
        refused(
                () -> one(year, Change.churnTimes(2)),
                "scenario 'test': a churn that was measured counts in its own window within a horizon, where a scenario"
                        + " cannot change it; set the churn in the base (CustomerBase.with)");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> one(Shop.formula(), Change.retention(percent(25), YEARS)),
                "scenario 'test': retention must be between 0% and 100% per year, but would be 105%");
        refused(
                () -> one(Shop.formula(), Change.discount(percent(-11))),
                "scenario 'test': discount must not be negative, but would be -1% per year");
        refused(() -> Change.price(percent(-100)), "price must change by more than -100%, but by -100%");
        refused(() -> Change.churnTimes(0), "churn must be times a finite number above 0, but was times 0.0");
        refused(
                () -> Change.collapse(percent(101), Span.years(1)),
                "share lost in a collapse must be between 0% and 100%, but was 101%");
        refused(
                () -> Change.collapse(percent(1), Span.years(0)),
                "a collapse must come after a span above 0, but was after 0 years");
        refused(
                () -> SubscriptionOffer.of(
                        MoneyRate.of(usd("0"), MONTHS), percent(5).lossPer(MONTHS), percent(30)),
                "price of a subscription must be above 0, but was USD 0.00 per month");
        refused(
                () -> Shop.formula().by(Groups.of(new int[2], List.of("all"))),
                "segments must be of the 3 customers of the base, but were of 2 rows");
        refused(() -> Scenario.of(" "), "scenario must have a name, but had ' '");
        SubscriptionOffer profit = SubscriptionOffer.of(
                        MoneyRate.of(usd("20"), MONTHS), percent(5).lossPer(MONTHS), percent(30))
                .withGrossMargin(percent(80));
        refused(
                () -> one(Shop.formula(), Change.subscription(profit)),
                "scenario 'test': a subscription must have the measure of the customers' values, revenue, but had"
                        + " profit; set gross margin, horizon and discount in the base, where both find them");
    }

    @Test
    void curvesOfRetentionAreChangedPeriodByPeriod() {
        CustomerBase base = CustomerBase.of(Shop.customers())
                .with(Input.REVENUE, MoneyRate.of(usd("100"), YEARS))
                .with(Input.DISCOUNT, DiscountRate.none())
                .with(Input.RETENTION, RetentionCurve.parse("60% then 80% per year"));
        WhatIf whatIf = WhatIf.of(new DiscountedLtv(), base);
        // 100 (1 + .6 / .2), and 100 (1 + .65 / .15)
        assertThat(one(whatIf)).isEqualTo(usd("400.00"));
        assertThat(one(whatIf, Change.retention(percent(5), YEARS))).isEqualTo(usd("533.33"));
        // 100 (1 + .36 / .36)
        assertThat(one(whatIf, Change.churnTimes(2))).isEqualTo(usd("200.00"));
        refused(
                () -> one(whatIf, Change.retention(percent(5), MONTHS)),
                "scenario 'test': points of retention must be per year, as the retention is, but were per month");
    }

    @Test
    void eachCustomersOwnInputIsChanged() {
        CustomerBase base = CustomerBase.of(Shop.customers())
                .with(Input.REVENUE, MoneyRate.of(usd("100"), YEARS))
                .with(Input.CHURN, percent(20).lossPer(YEARS))
                .with(Input.DISCOUNT, annually(percent(10)))
                .withEach(Input.GROSS_MARGIN, row -> row == 1 ? Optional.empty() : Optional.of(percent(40)))
                .with(Input.GROSS_MARGIN, percent(10));
        Outcome outcome = WhatIf.of(new DiscountedLtv(), base).run(Scenario.of("m", Change.grossMargin(percent(5))));
        // 100 m 1.1 / .3
        assertThat(outcome.after().value(0)).isEqualTo(usd("165.00"));
        assertThat(outcome.after().value(1)).isEqualTo(usd("55.00"));
    }
}
