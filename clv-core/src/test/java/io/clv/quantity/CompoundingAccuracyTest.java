package io.clv.quantity;

import static io.clv.quantity.HighPrecision.gained;
import static io.clv.quantity.HighPrecision.log1p;
import static io.clv.quantity.HighPrecision.relativeError;
import static io.clv.quantity.HighPrecision.units;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The accuracy that the Javadoc of the rates states, against 80 digits. */
@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class CompoundingAccuracyTest {

    private static final double STATED = 1e-15;

    @Property(tries = 300)
    void lossPerAnotherUnit(
            @ForAll(supplier = Draw.Share.class) double share, @ForAll ChronoUnit unit, @ForAll ChronoUnit other) {
        BigDecimal exact = gained(-share, units(other, unit)).negate();
        assertThat(relativeError(LossRate.of(share, unit).per(other).share(), exact))
                .isLessThan(STATED);
    }

    @Property(tries = 300)
    void lossOverASpan(
            @ForAll(supplier = Draw.Share.class) double share,
            @ForAll ChronoUnit unit,
            @ForAll(supplier = Draw.Length.class) double length,
            @ForAll ChronoUnit other) {
        BigDecimal exact = gained(-share, new BigDecimal(length).multiply(units(other, unit)))
                .negate();
        assertThat(relativeError(
                        LossRate.of(share, unit).over(Span.of(length, other)).value(), exact))
                .isLessThan(STATED);
    }

    @Property(tries = 300)
    void lossFromASpan(
            @ForAll(supplier = Draw.Share.class) double share,
            @ForAll(supplier = Draw.Length.class) double length,
            @ForAll ChronoUnit unit) {
        LossRate rate = LossRate.over(Ratio.of(share), Span.of(length, unit));
        BigDecimal exact = gained(-share, BigDecimal.ONE.divide(new BigDecimal(length), new MathContext(60)))
                .negate();
        assertThat(relativeError(rate.share(), exact)).isLessThan(STATED);
    }

    @Property(tries = 300)
    void growthPerAnotherUnit(
            @ForAll(supplier = Draw.Rate.class) double share, @ForAll ChronoUnit unit, @ForAll ChronoUnit other) {
        double exponent = exponent(share, unit, other);
        Assume.that(exponent > 0 && exponent < 30);
        BigDecimal exact = gained(share, units(other, unit));
        double bound = STATED * Math.max(1, exponent);
        assertThat(relativeError(GrowthRate.of(share, unit).per(other).share(), exact))
                .isLessThan(bound);
        assertThat(relativeError(DiscountRate.effective(Ratio.of(share), unit).effective(other), exact))
                .isLessThan(bound);
    }

    @Property(tries = 300)
    void continuousRates(
            @ForAll(supplier = Draw.Rate.class) double share, @ForAll ChronoUnit unit, @ForAll ChronoUnit other) {
        Assume.that(share != 0);
        BigDecimal exact = log1p(new BigDecimal(share)).multiply(units(other, unit));
        assertThat(relativeError(DiscountRate.effective(Ratio.of(share), unit).continuous(other), exact))
                .isLessThan(STATED);
    }

    @Property(tries = 300)
    void discountFactors(
            @ForAll(supplier = Draw.Rate.class) double share,
            @ForAll ChronoUnit unit,
            @ForAll(supplier = Draw.Length.class) double length,
            @ForAll ChronoUnit other) {
        BigDecimal exponent =
                log1p(new BigDecimal(share)).multiply(new BigDecimal(length)).multiply(units(other, unit));
        Assume.that(exponent.abs().doubleValue() < 100);
        double factor = DiscountRate.effective(Ratio.of(share), unit).factor(Span.of(length, other));
        assertThat(relativeError(factor, HighPrecision.exp(exponent.negate())))
                .isLessThan(STATED * Math.max(1, exponent.abs().doubleValue()));
    }

    private static double exponent(double share, ChronoUnit unit, ChronoUnit other) {
        return Math.abs(Math.log1p(share)) * TimeUnits.ratio(other, unit);
    }
}
