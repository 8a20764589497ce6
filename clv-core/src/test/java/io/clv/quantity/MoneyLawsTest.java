package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Arithmetic is that of whole numbers of minor units: right to the last one, or refused. */
@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class MoneyLawsTest {

    @Property
    void plusIsTheExactSumOrRefused(
            @ForAll(supplier = Draw.AnyLong.class) long a,
            @ForAll(supplier = Draw.AnyLong.class) long b,
            @ForAll Currency currency) {
        exactOrRefused(() -> Money.ofMinor(a, currency).plus(Money.ofMinor(b, currency)), big(a).add(big(b)), currency);
    }

    @Property
    void minusIsTheExactDifferenceOrRefused(
            @ForAll(supplier = Draw.AnyLong.class) long a,
            @ForAll(supplier = Draw.AnyLong.class) long b,
            @ForAll Currency currency) {
        exactOrRefused(
                () -> Money.ofMinor(a, currency).minus(Money.ofMinor(b, currency)), big(a).subtract(big(b)), currency);
    }

    @Property
    void negatedIsTheExactOppositeOrRefused(@ForAll(supplier = Draw.AnyLong.class) long a, @ForAll Currency currency) {
        exactOrRefused(() -> Money.ofMinor(a, currency).negated(), big(a).negate(), currency);
    }

    @Property
    void timesIsTheExactMultipleOrRefused(
            @ForAll(supplier = Draw.AnyLong.class) long a,
            @ForAll(supplier = Draw.AnyLong.class) long count,
            @ForAll Currency currency) {
        exactOrRefused(() -> Money.ofMinor(a, currency).times(count), big(a).multiply(big(count)), currency);
    }

    @Property
    void timesSmallCountsIsTheExactMultipleOrRefused(@ForAll int a, @ForAll int count, @ForAll Currency currency) {
        exactOrRefused(() -> Money.ofMinor(a, currency).times(count), big(a).multiply(big(count)), currency);
    }

    @Property
    void ofIsTheExactAmountOrRefused(@ForAll BigInteger minor, @ForAll Currency currency) {
        BigDecimal amount = new BigDecimal(minor, currency.getDefaultFractionDigits());
        exactOrRefused(() -> Money.of(amount, currency), minor, currency);
    }

    @Property
    void ofRoundedIsTheAmountRoundedHalfToEvenOrRefused(
            @ForAll(supplier = Draw.AnyDouble.class) double amount, @ForAll Currency currency) {
        BigInteger rounded = new BigDecimal(amount)
                .movePointRight(currency.getDefaultFractionDigits())
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        exactOrRefused(() -> Money.ofRounded(amount, currency), rounded, currency);
    }

    @Property
    void timesARatioIsTheDecimalProductRoundedAsToldOrRefused(
            @ForAll(supplier = Draw.AnyLong.class) long a,
            @ForAll(supplier = Draw.Rate.class) double ratio,
            @ForAll RoundingMode rounding,
            @ForAll Currency currency) {
        RoundingMode told = rounding == RoundingMode.UNNECESSARY ? RoundingMode.HALF_EVEN : rounding;
        BigInteger product = new BigDecimal(a)
                .multiply(new BigDecimal(Double.toString(ratio)))
                .setScale(0, told)
                .toBigInteger();
        exactOrRefused(() -> Money.ofMinor(a, currency).times(Ratio.of(ratio), told), product, currency);
    }

    @Property
    void plusAndMinusUndoEachOther(@ForAll int a, @ForAll int b, @ForAll Currency currency) {
        Money first = Money.ofMinor(a, currency);
        Money second = Money.ofMinor(b, currency);
        assertThat(first.plus(second).minus(second)).isEqualTo(first);
        assertThat(first.plus(second)).isEqualTo(second.plus(first));
        assertThat(first.minus(second)).isEqualTo(first.plus(second.negated()));
        assertThat(first.negated().negated()).isEqualTo(first);
    }

    @Property
    void orderAndEqualityAreThoseOfTheMinorUnits(
            @ForAll(supplier = Draw.AnyLong.class) long a,
            @ForAll(supplier = Draw.AnyLong.class) long b,
            @ForAll Currency currency) {
        Money first = Money.ofMinor(a, currency);
        Money second = Money.ofMinor(b, currency);
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Long.compare(a, b));
        assertThat(first.equals(second)).isEqualTo(a == b);
        assertThat(first).isEqualTo(Money.ofMinor(a, currency)).hasSameHashCodeAs(Money.ofMinor(a, currency));
    }

    private static void exactOrRefused(Supplier<Money> computation, BigInteger exact, Currency currency) {
        if (exact.bitLength() < Long.SIZE) {
            assertThat(computation.get()).isEqualTo(Money.ofMinor(exact.longValueExact(), currency));
        } else {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(computation::get)
                    .withMessageEndingWith(" is beyond the range of %s money", currency.getCurrencyCode());
        }
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
