package io.clv.economics;

import static io.clv.economics.Figures.newcomer;
import static io.clv.economics.Figures.refused;
import static io.clv.economics.Figures.residual;
import static io.clv.economics.Figures.usd;
import static io.clv.quantity.Ratio.percent;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.BgNbd;
import io.clv.ltv.RetentionCurve;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class PaybackTest {

    private static MarginCurve monthly(String margin, Ratio churn) {
        return MarginCurve.of(MoneyRate.of(usd(margin), MONTHS), RetentionCurve.constant(churn.lossPer(MONTHS)));
    }

    private static final MarginCurve LEAKY = monthly("50", percent(6));

    @Test
    void itMayBeNeverWhereTheNaiveRuleSaysEighteenMonths() {
        // 50 + 50 x .94 + 50 x .94^2 + ... = 50 / .06 = 833.33 < 900, where 900 / 50 = 18.
        Payback payback = Payback.of(usd("900"), LEAKY);
        assertThat(payback.isNever()).isTrue();
        assertThat(payback.time()).isEmpty();
        assertThat(payback.naive()).contains(Span.months(18));
        assertThat(payback.lifetimeMargin()).isEqualTo(usd("833.33"));
        assertThat(payback.net()).isEqualTo(usd("-66.67"));
        assertThat(payback).hasToString("never");
        assertThat(payback.explain()).isEqualTo("""
                USD 900.00 is never paid back: the lifetime margin tops out at USD 833.33
                naive: 18 months, CAC / margin, as if nobody ever left
                margin: USD 50.00 per month of those who stay, 94% per month
                not discounted
                """);
    }

    @Test
    void itIsSurvivalWeighted() {
        // 50 (1 - .94^n) / .06 >= 400 where .94^n <= .52: n = ln .52 / ln .94 = 10.57, so 11 months, not 400 / 50 = 8.
        Payback payback = Payback.of(usd("400"), LEAKY);
        assertThat(payback.time()).contains(Span.months(11));
        assertThat(payback.naive()).contains(Span.months(8));
        // 400 - 50 (1 - .94^10) / .06 = 400 - 384.487...
        assertThat(payback.open(10)).isEqualTo(usd("15.51"));
        assertThat(payback.open(11).isNegative()).isTrue();
        assertThat(payback.explain()).isEqualTo("""
                USD 400.00 is paid back after 11 months; the lifetime margin tops out at USD 833.33
                naive: 8 months, CAC / margin, as if nobody ever left
                margin: USD 50.00 per month of those who stay, 94% per month
                not discounted
                """);
    }

    @Test
    void itMayBeDiscounted() {
        // At 2% a month: 50/1.02 x (1 - q^n)/(1 - q) with q = .94/1.02; the whole is 50 / (1.02 - .94) = 625. It comes
        // to 400 where q^n <= 1 - 400/625 = .36: n = ln .36 / ln q = 12.51.
        DiscountRate discount = DiscountRate.effective(percent(2), MONTHS);
        Payback payback = Payback.of(usd("400"), LEAKY, discount);
        assertThat(payback.lifetimeMargin()).isEqualTo(usd("625"));
        assertThat(payback.time()).contains(Span.months(13));
        assertThat(Payback.of(usd("700"), LEAKY, discount).isNever()).isTrue();
        assertThat(payback.explain()).contains("discounted at 2% per month\n");
    }

    @Test
    void toTheCentIsEnough() {
        // Three thirds of 100.
        MarginCurve thirds = MarginCurve.of(MONTHS, List.of(usd("33.33"), usd("33.33"), usd("33.34")));
        assertThat(Payback.of(usd("100"), thirds).time()).contains(Span.months(3));
        assertThat(Payback.of(usd("100.01"), thirds).isNever()).isTrue();
        // .1 ten times is a little less than 1 in doubles.
        MarginCurve dimes = monthly("0.10", Ratio.ZERO);
        assertThat(Payback.of(usd("1"), dimes).time()).contains(Span.months(10));
        assertThat(Payback.of(usd("1"), dimes).explain()).contains("the margin comes to USD 120.00 in 100 years");
    }

    @Test
    void plainMarginsMayDip() {
        MarginCurve curve =
                MarginCurve.of(YEARS, List.of(usd("-20"), usd("70"), usd("60"))).upfront(usd("10"));
        Payback payback = Payback.of(usd("100"), curve);
        // 10, -10, 60, 120
        assertThat(payback.time()).contains(Span.years(3));
        assertThat(payback.naive()).isEmpty();
        assertThat(payback.explain()).isEqualTo("""
                USD 100.00 is paid back after 3 years; the lifetime margin tops out at USD 120.00
                naive: (CAC - what comes at once) / margin says nothing, as the first year brings none
                margin: 3 margins a customer, one a year, then nothing, and USD 10.00 at once
                not discounted
                """);
        assertThat(Payback.of(usd("10"), curve)).hasToString("at once");
        assertThat(Payback.of(usd("0"), LEAKY).time()).contains(Span.months(0));
    }

    @Test
    void aFittedModelSaysHowOftenNewcomersBuy() {
        // BG/NBD at the published CDNOW parameters, in weeks: E[X(1)] = .0532, E[X(3)] = .1506 (Fader et al. 2005).
        BgNbd model = BgNbd.of(0.2426, 4.414, 0.793, 2.426);
        MarginCurve curve = MarginCurve.of(model, WEEKS, usd("10"), WEEKS);
        assertThat(curve.margin(0)).isEqualTo(10);
        assertThat(curve.margin(1)).isCloseTo(0.532, within(0.0005));
        assertThat(curve.cumulative(3, DiscountRate.none())).isCloseTo(11.506, within(0.0005));
        MarginCurve daily = MarginCurve.of(model, WEEKS, usd("10"), DAYS);
        assertThat(daily.cumulative(21, DiscountRate.none())).isCloseTo(11.506, within(0.0005));
        assertThat(curve).hasToString("USD 10.00 a purchase, the first at once, as many as the bg-nbd model expects");
    }

    @Test
    void openEndedCurvesAreRead() {
        RetentionCurve harmonic = RetentionCurve.ofSurvival(YEARS, k -> 1.0 / (1 + k));
        // 60 (1 + 1/2 + 1/3) = 110
        MarginCurve curve = MarginCurve.of(MoneyRate.of(usd("5"), MONTHS), harmonic);
        assertThat(Payback.of(usd("110"), curve).time()).contains(Span.years(3));
        assertThat(Payback.of(usd("1000"), curve).explain())
                .startsWith("USD 1000.00 is never paid back: the margin comes to USD 311.24 in 100 years\n");
    }

    @Test
    void theMostToPayKeepsItsRule() {
        CostCeiling atThree = CostCeiling.atRatio(newcomer(500), 3);
        assertThat(atThree).hasToString("at most USD 166.66 (LTV:CAC of at least 3)");
        assertThat(CostCeiling.atRatio(newcomer(600), 3).most()).isEqualTo(usd("200"));
        // 50 (1 - .94^12) / .06 = 436.735...
        CostCeiling inAYear = CostCeiling.atPayback(LEAKY, Span.years(1), DiscountRate.none());
        assertThat(inAYear).hasToString("at most USD 436.73 (paid back within 1 year)");
        assertThat(Payback.of(inAYear.most(), LEAKY).time()).contains(Span.months(12));
        assertThat(atThree.and(inAYear)).isSameAs(atThree);
        assertThat(inAYear.and(atThree)).isSameAs(atThree);
        assertThat(inAYear.allows(usd("436.73"))).isTrue();
        assertThat(inAYear.allows(usd("436.74"))).isFalse();
        assertThat(CostCeiling.atRatio(newcomer(-5), 1).most()).isEqualTo(usd("0"));
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(() -> Payback.of(usd("-1"), LEAKY), "CAC must not be negative, but was USD -1.00");
        refused(() -> Payback.of(Money.parse("EUR 1"), LEAKY), "cannot compare EUR and USD: EUR 1.00, USD 0.00");
        refused(() -> LEAKY.margin(-1), "period must be between 0 and 1200, but was -1");
        refused(
                () -> LEAKY.cumulative(1201, DiscountRate.none()),
                "number of periods must be between 0 and 1200, but was 1201");
        refused(() -> MarginCurve.of(MONTHS, List.of()), "a margin curve needs at least one margin, but had none");
        refused(
                () -> MarginCurve.of(MONTHS, List.of(usd("1"), Money.parse("EUR 1"))),
                "cannot add USD and EUR: USD 0.00, EUR 1.00");
        refused(() -> CostCeiling.atRatio(newcomer(1), 0), "target ratio must be finite and above 0, but was 0.0");
        refused(
                () -> CostCeiling.atRatio(residual(1), 3),
                "the cost of acquisition must be held against the lifetime value of newcomers, but this value is residual"
                        + " after observation: what known customers are still to bring leaves out what they have brought"
                        + " since they came");
        refused(() -> new CostCeiling(usd("-1"), "x"), "ceiling must not be negative, but was USD -1.00");
        assertThatThrownBy(() -> Payback.of(
                        usd("1"),
                        MarginCurve.of(MoneyRate.of(usd("1"), MONTHS), RetentionCurve.constant(percent(50), MONTHS))
                                .upfront(Money.ofMinor(Long.MAX_VALUE, Money.currency("USD")))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property
    void aConstantChurnHasAClosedForm(
            @ForAll @IntRange(min = 1, max = 200) int cac,
            @ForAll @IntRange(min = 1, max = 50) int margin,
            @ForAll @Scale(3) @DoubleRange(min = 0.02, max = 0.9) double churn) {
        Payback payback = Payback.of(Money.of(cac, "USD"), monthly("" + margin, Ratio.of(churn)));
        double lifetime = margin / churn;
        assertThat(payback.lifetimeMargin().toDouble()).isCloseTo(lifetime, within(0.0051));
        if (lifetime < cac - 0.01) {
            assertThat(payback.isNever()).isTrue();
        } else if (lifetime > cac + 0.01) {
            double exact = Math.log1p(-cac * churn / margin) / Math.log1p(-churn);
            assertThat(payback.time().orElseThrow().length()).isBetween(exact - 0.5, exact + 1.0001);
        }
    }

    @Property
    void itIsNeverSoonerThanTheNaiveRuleOrThanUndiscounted(
            @ForAll @IntRange(min = 1, max = 500) int cac,
            @ForAll @IntRange(min = 1, max = 50) int margin,
            @ForAll @Scale(3) @DoubleRange(min = 0, max = 0.9) double churn,
            @ForAll @Scale(3) @DoubleRange(min = 0, max = 0.5) double rate) {
        MarginCurve curve = monthly("" + margin, Ratio.of(churn));
        Payback plain = Payback.of(Money.of(cac, "USD"), curve);
        Payback discounted = Payback.of(Money.of(cac, "USD"), curve, DiscountRate.effective(Ratio.of(rate), MONTHS));
        double months = plain.time().map(Span::length).orElse(Double.POSITIVE_INFINITY);
        assertThat(months).isGreaterThanOrEqualTo(plain.naive().orElseThrow().length() - 0.01);
        assertThat(discounted.time().map(Span::length).orElse(Double.POSITIVE_INFINITY))
                .isGreaterThanOrEqualTo(months);
    }
}
