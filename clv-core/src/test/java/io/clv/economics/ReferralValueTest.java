package io.clv.economics;

import static io.clv.economics.Figures.newcomer;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.residual;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.ltv.RetentionCurve;
import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ReferralValueTest {

    private static ReferralValue.Builder builder(Ratio share) {
        return ReferralValue.builder()
                .referrals(Pace.perYear(0.5))
                .staying(RetentionCurve.constant(percent(20).lossPer(YEARS)))
                .newcomer(newcomer(100))
                .attributable(share);
    }

    @Test
    void thoseWhomACustomerBrings() {
        Estimate value = builder(percent(60))
                .savedAcquisition(usd("40"))
                .reward(usd("10"))
                .discountedAt(DiscountRate.annually(percent(10)))
                .over(Span.years(2))
                .estimate();
        // .5 / 1.1 + .5 x .8 / 1.21 = .785124 referrals: x .6 x 100, x .4 x 40, x -10
        assertThat(value.parts())
                .containsEntry("newcomers", usd("47.11"))
                .containsEntry("acquisition saved", usd("12.56"))
                .containsEntry("rewards", usd("-7.85"));
        assertThat(value.value()).isEqualTo(usd("51.82"));
        assertThat(value.basis()).isEqualTo(Basis.LIFETIME_FROM_ACQUISITION);
        assertThat(value.measure()).isEqualTo(Measure.PROFIT);
        assertThat(value.assumptions())
                .containsExactly(
                        "0.79 referrals that become customers, discounted, while the customer stays",
                        "whom the referred bring in turn counts as theirs",
                        "the value of a newcomer is counted here or as his own, never both");
    }

    @Test
    void forEverIsAHundredYears() {
        // .5 / .2 referrals, undiscounted, of which .8^100 is left
        assertThat(builder(percent(100)).estimate().amount()).isCloseTo(250, within(1e-6));
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                () -> ReferralValue.builder().estimate(),
                "referral value still needs: referrals, retention, newcomer's value, attributable share");
        refused(() -> builder(percent(120)), "attributable share must be between 0% and 100%, but was 120%");
        refused(
                () -> builder(percent(60)).reward(usd("-1")),
                "reward of a referral must not be negative, but was USD -1.00");
        refused(
                () -> builder(percent(60)).savedAcquisition(usd("-1")),
                "saved cost of acquisition must not be negative, but was USD -1.00");
        refused(
                () -> builder(percent(60)).over(Span.months(18)).estimate(),
                "horizon of referrals must be a whole number of years up to 100 years, but was 18 months");
        refused(
                () -> builder(percent(60)).reward(Money.parse("EUR 1")).estimate(),
                "cannot add USD and EUR: USD 0.00, EUR 1.00");
        refused(() -> builder(percent(60)).newcomer(newcomer(1)), "newcomer's value was already set");
        refused(
                () -> ReferralValue.builder().newcomer(residual(1)),
                "the cost of acquisition must be held against the lifetime value of newcomers, but this value is"
                        + " residual after observation: what known customers are still to bring leaves out what they"
                        + " have brought since they came");
    }

    @Property(tries = 200)
    void valueIsLinearInTheShareThatWouldNotHaveCome(
            @ForAll @DoubleRange(min = 0, max = 1) double a, @ForAll @DoubleRange(min = 0, max = 1) double b) {
        double middle = builder(Ratio.of((a + b) / 2)).estimate().amount();
        double ends = builder(Ratio.of(a)).estimate().amount()
                + builder(Ratio.of(b)).estimate().amount();
        assertThat(2 * middle).isCloseTo(ends, within(1e-9));
    }
}
