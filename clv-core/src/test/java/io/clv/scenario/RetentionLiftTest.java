package io.clv.scenario;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.scenario.Shop.usd;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Ratio;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RetentionLiftTest {

    @Test
    void guptaAndLehmann() {
        RetentionLift lift = new RetentionLift(percent(80), percent(85), annually(percent(10)), YEARS);
        // .8 / .3 = 2.6667, .85 / .25 = 3.4
        assertThat(lift.relativeChange()).isCloseTo(0.275, within(1e-12));
        assertThat(lift.worth(usd("100"))).isEqualTo(usd("73.33"));
        // 1.1 / .3
        assertThat(lift.elasticity()).isCloseTo(3.6667, within(1e-4));
        assertThat(lift.explain()).isEqualTo("""
                a margin of 1 per year from a customer who has just paid, kept with 80% and discounted at 10% per year: 0.8 / (1 + 0.1 - 0.8) = 2.6667
                kept with 85%: 0.85 / (1 + 0.1 - 0.85) = 3.4
                more by 3.4 / 2.6667 - 1 = +27.5%
                1% of retention is worth about 3.67% of value: (1 + i) / (1 + i - r)
                """);
    }

    @Test
    void whatHasNoValueIsRefused() {
        assertThatThrownBy(() -> new RetentionLift(percent(80), percent(100), DiscountRate.none(), YEARS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a retention of 100% needs a discount above 0, but it was " + DiscountRate.none());
        assertThatThrownBy(() -> new RetentionLift(percent(0), percent(10), annually(percent(10)), YEARS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention must be above 0% and at most 100%, but was 0%");
    }

    @Property(tries = 200)
    void theElasticityIsTheSlope(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double r, @ForAll @DoubleRange(min = 0, max = 1) double i) {
        double step = 1e-6 * r;
        RetentionLift lift = new RetentionLift(Ratio.of(r), Ratio.of(r + step), annually(Ratio.of(i)), YEARS);
        assertThat(lift.relativeChange() / 1e-6).isCloseTo(lift.elasticity(), within(1e-3 * lift.elasticity()));
    }
}
