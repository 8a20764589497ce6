package io.clv.scenario;

import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.DiscountedLtv;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.ltv.MarginAdjustedLtv;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of every scenario. */
class ScenarioLawsTest {

    /** Every change at the step that changes nothing. */
    private static final Scenario NOTHING = Scenario.of(
            "nothing",
            Change.price(Ratio.ZERO),
            Change.orderValue(Ratio.ZERO),
            Change.frequency(Ratio.ZERO),
            Change.grossMargin(Ratio.ZERO),
            Change.churnTimes(1),
            Change.discount(Ratio.ZERO),
            Change.upsell(percent(40), 1),
            Change.collapse(Ratio.ZERO, Span.months(18)),
            Change.subscription(SubscriptionOffer.of(
                    MoneyRate.parse("USD 20 per month"), percent(5).lossPer(YEARS), Ratio.ZERO)));

    private static void assertSameToTheCent(Outcome outcome) {
        for (int row = 0; row < outcome.before().size(); row++) {
            assertThat(outcome.after().value(row)).isEqualTo(outcome.before().value(row));
        }
        assertThat(outcome.total().change().isZero()).isTrue();
        assertThat(outcome.total().relativeChange()).hasValue(0);
        assertThat(outcome.segments()).allMatch(row -> row.change().isZero());
    }

    private static CustomerBase base(int revenue, double churn, double discount, double margin) {
        return CustomerBase.of(Shop.customers())
                .with(Input.REVENUE, MoneyRate.parse("USD " + revenue + " per year"))
                .with(Input.CHURN, Ratio.of(churn).lossPer(YEARS))
                .with(Input.DISCOUNT, DiscountRate.annually(Ratio.of(discount)))
                .with(Input.GROSS_MARGIN, Ratio.of(margin));
    }

    @Property(tries = 200)
    void nothingChangesNothingToTheCent(
            @ForAll @IntRange(min = 1, max = 5000) int revenue,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double churn,
            @ForAll @DoubleRange(min = 0, max = 0.5) double discount,
            @ForAll @DoubleRange(min = 0.01, max = 1) double margin) {
        WhatIf whatIf = WhatIf.of(new DiscountedLtv(), base(revenue, churn, discount, margin))
                .by(Shop.STORES);
        assertSameToTheCent(whatIf.run(NOTHING));
        assertSameToTheCent(whatIf.run(Scenario.of("points", Change.retention(Ratio.ZERO, YEARS))));
        assertSameToTheCent(whatIf.run(Scenario.of("no change")));
    }

    @Property(tries = 50)
    void nothingChangesNothingOfAFittedModel(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double discount,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double margin,
            @ForAll @IntRange(min = 1, max = 120) int months) {
        CustomerBase base = CustomerBase.of(Shop.customers())
                .with(Input.GROSS_MARGIN, Ratio.of(margin))
                .with(Input.DISCOUNT, DiscountRate.annually(Ratio.of(discount)))
                .with(Input.HORIZON, Horizon.over(Span.months(months)));
        assertSameToTheCent(
                WhatIf.of(Shop.valuation().model(), base).by(Shop.STORES).run(NOTHING));
    }

    @Property(tries = 100)
    void nothingChangesNothingOfWhatIsReadOffTheLog(@ForAll @DoubleRange(min = 0.01, max = 1) double margin) {
        CustomerBase base = CustomerBase.of(Shop.customers())
                .churn(ChurnRule.inactiveFor(Span.weeks(8)))
                .with(Input.DISCOUNT, DiscountRate.annually(percent(10)))
                .with(Input.GROSS_MARGIN, Ratio.of(margin));
        for (LtvModel model : List.of(new MarginAdjustedLtv(), new DiscountedLtv())) {
            WhatIf whatIf = WhatIf.of(model, base).by(Shop.STORES);
            assertSameToTheCent(whatIf.run(Scenario.of(
                    "nothing", Change.price(Ratio.ZERO), Change.frequency(Ratio.ZERO), Change.churnTimes(1))));
            assertSameToTheCent(whatIf.run(Scenario.of("points", Change.retention(Ratio.ZERO, YEARS))));
        }
    }

    /** Of a collapse of all, what is left is the value up to then. */
    @Property(tries = 50)
    void aTotalCollapseIsAHorizon(@ForAll @IntRange(min = 1, max = 35) int months) {
        Outcome outcome = Shop.fitted().run(Scenario.of("end", Change.collapse(percent(100), Span.months(months))));
        CustomerBase until = Shop.buyers().changing(Input.HORIZON, any -> Horizon.over(Span.months(months)));
        assertThat(outcome.after().totalAmount())
                .isCloseTo(Shop.valuation().model().value(until).totalAmount(), within(1e-9));
    }

    @Property(tries = 100)
    void theMoreLeaveTheLessIsLeft(
            @ForAll @DoubleRange(min = 0.2, max = 5) double few,
            @ForAll @DoubleRange(min = 1.05, max = 3) double more) {
        for (WhatIf whatIf : List.of(Shop.formula(), Shop.fitted())) {
            double less = whatIf.run(Scenario.of("more", Change.churnTimes(few * more)))
                    .after()
                    .totalAmount();
            assertThat(less)
                    .isLessThan(whatIf.run(Scenario.of("few", Change.churnTimes(few)))
                            .after()
                            .totalAmount());
        }
    }

    @Property(tries = 100)
    void whatIsWrittenIsReadBack(
            @ForAll @IntRange(min = -99, max = 300) int step, @ForAll @IntRange(min = 1, max = 99) int share) {
        for (Change change : List.of(
                Change.price(percent(step)),
                Change.orderValue(percent(step)),
                Change.frequency(percent(step)),
                Change.grossMargin(percent(step)),
                Change.retention(percent(step), YEARS),
                Change.discount(percent(step)),
                Change.churnTimes(share / 10.0),
                Change.collapse(percent(share), Span.months(share)),
                Change.upsell(percent(share), share / 4.0))) {
            assertThat(Change.parse(change.toString(), Shop.usd("1").currency()))
                    .hasToString(change.toString());
        }
    }
}
