package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoneyAllocationTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Property
    void equalPartsSumToTheWholeAndDifferByOneUnitAtMost(
            @ForAll(supplier = Draw.AnyLong.class) long minorUnits, @ForAll @IntRange(min = 1, max = 100) int parts) {
        Money whole = Money.ofMinor(minorUnits, USD);
        List<Money> shares = whole.allocate(parts);
        assertThat(shares).hasSize(parts);
        assertThat(sum(shares)).isEqualTo(BigInteger.valueOf(minorUnits));
        long first = shares.get(0).minorUnits();
        long last = shares.get(parts - 1).minorUnits();
        assertThat(Math.abs(first - last)).isLessThanOrEqualTo(1);
        assertThat(shares).isSortedAccordingTo((a, b) -> minorUnits < 0 ? a.compareTo(b) : b.compareTo(a));
    }

    @Property
    void equalPartsAreThoseOfEqualWeights(
            @ForAll(supplier = Draw.AnyLong.class) long minorUnits,
            @ForAll @IntRange(min = 1, max = 30) int parts,
            @ForAll(supplier = Draw.AnyLong.class) long drawn) {
        Money whole = Money.ofMinor(minorUnits, USD);
        long[] weights = new long[parts];
        Arrays.fill(weights, Math.max(1, drawn));
        assertThat(whole.allocate(weights)).isEqualTo(whole.allocate(parts));
    }

    @Provide
    Arbitrary<List<Long>> weights() {
        return new Draw.AnyLong()
                .get()
                .map(drawn -> Math.max(0, drawn))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Property
    void weightedPartsSumToTheWholeAndAreWithinAUnitOfTheirExactShare(
            @ForAll(supplier = Draw.AnyLong.class) long minorUnits, @ForAll("weights") List<Long> weights) {
        BigInteger total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        Assume.that(total.signum() > 0);
        List<Money> shares = Money.ofMinor(minorUnits, USD)
                .allocate(weights.stream().mapToLong(Long::longValue).toArray());
        assertThat(sum(shares)).isEqualTo(BigInteger.valueOf(minorUnits));
        for (int i = 0; i < weights.size(); i++) {
            BigInteger exact = BigInteger.valueOf(minorUnits).multiply(BigInteger.valueOf(weights.get(i)));
            BigInteger mine = BigInteger.valueOf(shares.get(i).minorUnits()).multiply(total);
            assertThat(exact.subtract(mine).abs()).isLessThan(total);
        }
    }

    @Property
    void theOppositeIsSharedOutAlike(
            @ForAll(supplier = Draw.AnyLong.class) long minorUnits,
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 9) Integer> weights) {
        Assume.that(minorUnits != Long.MIN_VALUE && weights.stream().anyMatch(weight -> weight > 0));
        long[] array = weights.stream().mapToLong(Integer::longValue).toArray();
        Money whole = Money.ofMinor(minorUnits, USD);
        assertThat(whole.negated().allocate(array))
                .isEqualTo(whole.allocate(array).stream().map(Money::negated).toList());
    }

    @Test
    void leftOverUnitsGoToTheFirstOfEqualParts() {
        assertThat(Money.ofMinor(11, USD).allocate(3))
                .extracting(Money::minorUnits)
                .containsExactly(4L, 4L, 3L);
        assertThat(Money.ofMinor(-11, USD).allocate(3))
                .extracting(Money::minorUnits)
                .containsExactly(-4L, -4L, -3L);
        assertThat(Money.ofMinor(2, USD).allocate(4))
                .extracting(Money::minorUnits)
                .containsExactly(1L, 1L, 0L, 0L);
    }

    @Test
    void leftOverUnitsGoToTheLargestCutOffAndNeverToAZeroWeight() {
        Money whole = Money.ofMinor(100, USD);
        assertThat(whole.allocate(1, 1, 1)).extracting(Money::minorUnits).containsExactly(34L, 33L, 33L);
        assertThat(whole.allocate(0, 3, 3, 1)).extracting(Money::minorUnits).containsExactly(0L, 43L, 43L, 14L);
        assertThat(whole.allocate(1, 2)).extracting(Money::minorUnits).containsExactly(33L, 67L);
        assertThat(whole.allocate(new long[] {7})).containsExactly(whole);
    }

    @Test
    void impossibleSharesAreRefused() {
        Money whole = Money.ofMinor(100, USD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.allocate(0))
                .withMessage("parts must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.allocate(1, -2))
                .withMessage("weight must not be negative, but was -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.allocate(0, 0))
                .withMessage("weights must not all be zero, but were [0, 0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.allocate(new long[0]))
                .withMessage("weights must not all be zero, but were []");
    }

    private static BigInteger sum(List<Money> shares) {
        return shares.stream().map(Money::minorUnits).map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Property
    void computedPartsAreRoundedAndSumToTheWhole(
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -1e6, max = 1e6) Double> drawn) {
        double[] amounts = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        Money whole = Money.ofRounded(Arrays.stream(amounts).sum(), USD);

        List<Money> parts = whole.inParts(amounts);

        assertThat(sum(parts)).isEqualTo(BigInteger.valueOf(whole.minorUnits()));
        for (int i = 0; i < amounts.length; i++) {
            assertThat(parts.get(i).toDouble()).isCloseTo(amounts[i], within(0.0100001));
        }
    }

    @Test
    void whatRoundingMissesIsMadeUp() {
        assertThat(Money.parse("USD 1.00").inParts(1 / 3.0, 1 / 3.0, 1 / 3.0))
                .extracting(Money::toString)
                .containsExactly("USD 0.34", "USD 0.33", "USD 0.33");
        assertThat(Money.parse("USD -0.01").inParts(2.504, -2.509))
                .extracting(Money::toString)
                .containsExactly("USD 2.50", "USD -2.51");
    }

    @Test
    void refusesPartsOfSomethingElse() {
        Money five = Money.parse("USD 5.00");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> five.inParts(3, 1.5))
                .withMessage("parts must sum to USD 5.00, but summed to 4.5");
        assertThatIllegalArgumentException()
                .isThrownBy(five::inParts)
                .withMessage("parts must sum to USD 5.00, but there were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> five.inParts(5, Double.NaN))
                .withMessage("part must be finite, but was NaN");
        assertThatThrownBy(() -> five.inParts(1e300, -1e300))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("amount 1E+300 is beyond the range of USD money");
    }
}
