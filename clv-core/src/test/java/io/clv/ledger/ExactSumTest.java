package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ExactSumTest {

    @Property
    void isTheSumOfBigIntegers(@ForAll @Size(max = 12) List<Long> ones, @ForAll @Size(max = 12) List<Long> others) {
        ExactSum sum = new ExactSum();
        ones.forEach(sum::add);
        ExactSum more = new ExactSum();
        others.forEach(more::add);
        sum.add(more);
        BigInteger exact = SlowSummary.sum(ones).add(SlowSummary.sum(others));
        assertThat(sum.signum()).isEqualTo(exact.signum());
        if (exact.bitLength() < Long.SIZE) {
            assertThat(sum.fits()).isTrue();
            assertThat(sum.toMoney("the sum", Logs.USD)).isEqualTo(Money.ofMinor(exact.longValueExact(), Logs.USD));
        } else {
            assertThat(sum.fits()).isFalse();
            assertThatThrownBy(() -> sum.toMoney("the sum", Logs.USD))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("the sum is USD " + new BigDecimal(exact, 2).toPlainString()
                            + ", beyond the range of USD money");
        }
    }
}
