package io.clv.segment;

import static io.clv.quantity.Ratio.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Money;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

    private static final Offset<Double> ROUNDING = within(1e-15);

    /** From the highest down they hold 50, 80, 90, 100 and 100 of 100. */
    private static final Concentration FIVE = Concentration.of(Base.profit(10, 50, 0, 30, 10));

    /** 80, 120 and 100 of 100. */
    private static final Concentration WHALE = Concentration.of(Base.profit(-20, 80, 40));

    @Test
    void theTopHoldsAPartOfTheLastCustomer() {
        assertThat(FIVE.top(percent(20)).value()).isEqualTo(0.5);
        assertThat(FIVE.top(percent(40)).value()).isEqualTo(0.8);
        // Two customers and half of the third: (80 + 10 / 2) / 100.
        assertThat(FIVE.top(percent(50)).value()).isEqualTo(0.85);
        assertThat(FIVE.top(percent(0)).value()).isZero();
        assertThat(FIVE.top(percent(100)).value()).isEqualTo(1);
    }

    @Test
    void aShareIsHeldByTheFewest() {
        assertThat(FIVE.holding(percent(80)).value()).isEqualTo(0.4);
        assertThat(FIVE.holding(percent(85)).value()).isEqualTo(0.5);
        assertThat(FIVE.holding(percent(25)).value()).isEqualTo(0.1);
        assertThat(FIVE.holding(percent(0)).value()).isZero();
        // The one who is worth nothing is not needed.
        assertThat(FIVE.holding(percent(100)).value()).isEqualTo(0.8);
    }

    /** (4 x 50 + 2 x 30 + 0 x 10 - 2 x 10 - 4 x 0) / (5 x 100) = 0.48, and 0.48 x 5 / 4 = 0.6. */
    @Test
    void giniInBothForms() {
        assertThat(FIVE.gini().orElseThrow()).isCloseTo(0.48, ROUNDING);
        assertThat(FIVE.giniOfSample().orElseThrow()).isCloseTo(0.6, ROUNDING);
    }

    @Test
    void giniAtItsEnds() {
        Concentration equal = Concentration.of(Base.profit(7, 7, 7, 7));
        Concentration one = Concentration.of(Base.profit(0, 0, 0, 7));

        assertThat(equal.gini()).hasValue(0);
        assertThat(one.gini()).hasValue(0.75);
        assertThat(one.giniOfSample()).hasValue(1);
        assertThat(Concentration.of(Base.profit(7)).giniOfSample()).isEmpty();
    }

    @Test
    void lorenzFromThePoorestUp() {
        assertThat(FIVE.lorenz(5))
                .extracting(point -> Math.rint(1e9 * point.value().value()) / 1e9)
                .containsExactly(0.0, 0.0, 0.1, 0.2, 0.5, 1.0);
        assertThat(FIVE.lorenz(5))
                .extracting(point -> point.customers().value())
                .containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
    }

    @Test
    void thoseWhoLoseMakeAWhale() {
        assertThat(WHALE.whale(3)).extracting(point -> point.value().value()).containsExactly(0.0, 0.8, 1.2, 1.0);
        assertThat(WHALE.peak().customers().value()).isEqualTo(2.0 / 3);
        assertThat(WHALE.peak().value().value()).isEqualTo(1.2);
        assertThat(WHALE.losing()).isEqualTo(1);
        assertThat(WHALE.lost()).isEqualTo(Money.parse("USD -20.00"));
        assertThat(WHALE.gini()).isEmpty();
        assertThat(WHALE.giniOfSample()).isEmpty();
        // 80 of the first and 20 of the second's 40.
        assertThat(WHALE.holding(percent(100)).value()).isCloseTo(0.5, ROUNDING);
    }

    @Test
    void withoutLossesTheWhaleIsFlatAtItsPeak() {
        assertThat(FIVE.peak().customers().value()).isEqualTo(0.8);
        assertThat(FIVE.peak().value().value()).isEqualTo(1);
        assertThat(FIVE.losing()).isZero();
        assertThat(FIVE.lost()).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void refusesATotalThatHasNoShares() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.of(Base.profit(5, -10)))
                .withMessage("concentration must be of a total above 0, but was USD -5.00 (profit, of 2 customers)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.of(Base.profit()))
                .withMessage("concentration must be of a total above 0, but was USD 0.00 (profit, of 0 customers)");
    }

    @Test
    void refusesALorenzCurveOfLosses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WHALE.lorenz(10))
                .withMessage(
                        "a Lorenz curve must be of amounts of 0 or more, but 1 of 3 customers were below; the whale"
                                + " curve shows them");
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.top(percent(120)))
                .withMessage("share of customers must be between 0% and 100%, but was 120%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.holding(percent(-1)))
                .withMessage("share of value must be between 0% and 100%, but was -1%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.lorenz(0))
                .withMessage("steps must be at least 1, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WHALE.whale(-1))
                .withMessage("steps must be at least 1, but were -1");
    }

    @Test
    void explains() {
        assertThat(FIVE.explain()).isEqualTo("""
                USD 100.00, profit, of 5 customers
                the top 20% of customers (1.0) hold 50.0%; 80% is held by the top 40.0% (2.0)
                Gini coefficient 0.480, from 0 where all are equal to nearly 1 where one has all
                """);
        assertThat(WHALE.explain()).isEqualTo("""
                USD 100.00, profit, of 3 customers
                the top 20% of customers (0.6) hold 48.0%; 80% is held by the top 33.3% (1.0)
                66.7% of customers bring 120.0% of the total; 1 customer loses USD 20.00 of it, so that there is no Gini coefficient
                """);
        assertThat(FIVE).hasToString("the top 20% of customers hold 50.0% of USD 100.00, profit, of 5 customers");
        assertThat(FIVE.amounts().what()).isEqualTo("profit");
    }

    /** Two are expected to be best and share what the two of them brought, 10 and 50. */
    @Test
    void whatTheExpectedBestBrought() {
        CustomerAmounts came = Base.profit(10, 50, 0, 30, 10);
        CustomerAmounts hoped = CustomerAmounts.of("expected profit", came.customers(), new double[] {9, 9, 4, 5, 6});
        ConcentrationContrast contrast = ConcentrationContrast.of(came, hoped);

        assertThat(contrast.captured(percent(20)).value()).isEqualTo(0.3);
        assertThat(contrast.captured(percent(40)).value()).isEqualTo(0.6);
        assertThat(contrast.captured(percent(60)).value()).isCloseTo(0.7, ROUNDING);
        assertThat(contrast.captured(percent(0)).value()).isZero();
        assertThat(contrast.captured(percent(100)).value()).isEqualTo(1);
        assertThat(contrast.realised().top(percent(20)).value()).isEqualTo(0.5);
        // 9 of 33.
        assertThat(contrast.expected().top(percent(20)).value()).isCloseTo(9.0 / 33, ROUNDING);
        assertThat(contrast.explain()).isEqualTo("""
                the top 20% hold 50.0% of what came (profit) and 27.3% of what was expected (expected profit)
                the 20% of whom most was expected brought 30.0% of what came
                an expectation averages over chance, so that expected values are less far apart than what comes: plan for the concentration of what came, and choose customers by expectation
                """);
        assertThat(contrast).hasToString("the top 20% hold 50.0% of what came and 27.3% of what was expected");
    }

    @Test
    void refusesToContrastOtherCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConcentrationContrast.of(Base.profit(1, 2), Base.profit(1, 2, 3)))
                .withMessageStartingWith("realised and expected amounts must be of the same customers, but were of 2"
                        + " customers with 0 repeat purchases");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConcentrationContrast.of(Base.profit(1, 2), Base.profit(1, 2))
                        .captured(percent(101)))
                .withMessage("share of customers must be between 0% and 100%, but was 101%");
    }

    @Test
    void curvesAreImmutable() {
        List<Concentration.Point> curve = FIVE.lorenz(1);
        assertThat(curve).hasSize(2).isUnmodifiable();
    }
}
