package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** The parts of an estimate sum to its value to the last minor unit, and none is far from what it was. */
@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class EstimatePartsTest {

    @Provide
    Arbitrary<List<Double>> ordinary() {
        return Draw.uniform(-1e6, 1e6).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Double>> huge() {
        Arbitrary<Double> large = Draw.uniform(-1e14, 1e14);
        Arbitrary<Double> small = Draw.uniform(-1, 1);
        return Arbitraries.oneOf(large, small).list().ofMinSize(1).ofMaxSize(8);
    }

    @Property
    void partsSumToTheValueAndEachIsWithinAUnit(@ForAll("ordinary") List<Double> amounts, @ForAll Currency currency) {
        Estimate estimate = estimate(amounts, currency);
        assertThat(sum(estimate)).isEqualTo(BigInteger.valueOf(estimate.value().minorUnits()));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(currency.getDefaultFractionDigits());
        estimate.parts().forEach((name, part) -> {
            BigDecimal exact = new BigDecimal(estimate.partAmounts().getOrDefault(name, Double.NaN));
            assertThat(part.amount().subtract(exact).abs()).isLessThanOrEqualTo(unit);
        });
    }

    @Property
    void partsSumToTheValueAtTheEndOfPrecisionToo(@ForAll("huge") List<Double> amounts, @ForAll Currency currency) {
        Estimate estimate = estimate(amounts, currency);
        assertThat(sum(estimate)).isEqualTo(BigInteger.valueOf(estimate.value().minorUnits()));
    }

    @Property
    void theAmountIsTheNearestDoubleToTheSumInAnyOrder(@ForAll("huge") List<Double> amounts) {
        Currency currency = Currency.getInstance("USD");
        Estimate estimate = estimate(amounts, currency);
        BigDecimal exact = amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(estimate.amount()).isEqualTo(exact.doubleValue());
        List<Double> backwards = new ArrayList<>(amounts);
        Collections.reverse(backwards);
        assertThat(estimate(backwards, currency).amount()).isEqualTo(estimate.amount());
    }

    @Test
    void whatRoundingTookFromThePartsGoesToThoseItTookMostFrom() {
        assertThat(cents(0.004, 0.004, 0.004)).containsExactly(1L, 0L, 0L);
        assertThat(cents(0.002, 0.004, 0.004)).containsExactly(0L, 1L, 0L);
        assertThat(cents(0.006, 0.006, 0.006, 0.002)).containsExactly(0L, 1L, 1L, 0L);
        assertThat(cents(-0.004, -0.004, -0.004)).containsExactly(-1L, 0L, 0L);
        assertThat(cents(10.003, -3.006, 0.0041, 0.0)).containsExactly(1000L, -301L, 1L, 0L);
    }

    @Test
    void partsThatAreWholeAlreadyStayWhole() {
        assertThat(cents(900, -300, 0.004, 0.004)).containsExactly(90_000L, -30_000L, 1L, 0L);
    }

    @Test
    void whatADoubleCannotHoldGoesToTheLargestPart() {
        assertThat(cents(9e16, -0.25)).containsExactly(9_000_000_000_000_000_025L, -25L);
        assertThat(cents(0.25, 4.5e16, 4.5e16, 0.25))
                .containsExactly(25L, 4_499_999_999_999_999_950L, 4_500_000_000_000_000_000L, 25L);
        assertThat(cents(0.25, 0.25, 9e16)).containsExactly(25L, 25L, 8_999_999_999_999_999_950L);
        assertThat(cents(-9e16, 9e16, 0.25))
                .containsExactly(-9_000_000_000_000_000_000L, 9_000_000_000_000_000_000L, 25L);
    }

    private static List<Long> cents(double... amounts) {
        List<Double> list = new ArrayList<>();
        for (double amount : amounts) {
            list.add(amount);
        }
        return estimate(list, Currency.getInstance("USD")).parts().values().stream()
                .map(Money::minorUnits)
                .toList();
    }

    private static Estimate estimate(List<Double> amounts, Currency currency) {
        Estimate.Builder builder = Estimate.builder("simple", currency);
        for (int i = 0; i < amounts.size(); i++) {
            builder.part("part " + i, amounts.get(i));
        }
        return builder.build();
    }

    private static BigInteger sum(Estimate estimate) {
        return estimate.parts().values().stream()
                .map(part -> BigInteger.valueOf(part.minorUnits()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
