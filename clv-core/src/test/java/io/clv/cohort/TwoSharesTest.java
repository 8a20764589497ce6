package io.clv.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Ratio;
import org.junit.jupiter.api.Test;

class TwoSharesTest {

    /** The lady tasting tea: 3 of 4 cups, (1 + 16 + 16 + 1) / 70 for as unlikely or more. */
    @Test
    void fisher() {
        assertThat(new TwoShares(3, 4, 1, 4).pValue()).isCloseTo(34 / 70.0, within(1e-12));
        assertThat(new TwoShares(4, 4, 0, 4).pValue()).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(new TwoShares(2, 4, 2, 4).pValue()).isCloseTo(1, within(1e-12));
        assertThat(new TwoShares(0, 9, 0, 5).pValue()).isCloseTo(1, within(1e-12));
    }

    /** Newcombe (1998), table II: 56/70 - 48/80 is .2, method 10 .0524 to .3339; 9/10 - 3/10 .1705 to .8090. */
    @Test
    void newcombe() {
        Change change = new TwoShares(48, 80, 56, 70).change(PeriodMeasure.REGULARS, Ratio.percent(95));

        assertThat(change.before()).isEqualTo(0.6);
        assertThat(change.after()).isEqualTo(0.8);
        assertThat(change.difference().low()).isCloseTo(0.0524, within(5e-5));
        assertThat(change.difference().high()).isCloseTo(0.3339, within(5e-5));
        assertThat(change.relative()).isEmpty();
        Change small = new TwoShares(3, 10, 9, 10).change(PeriodMeasure.REGULARS, Ratio.percent(95));
        assertThat(small.difference().low()).isCloseTo(0.1705, within(5e-5));
        assertThat(small.difference().high()).isCloseTo(0.8090, within(5e-5));
        Change none = new TwoShares(0, 10, 0, 10).change(PeriodMeasure.REGULARS, Ratio.percent(95));
        assertThat(none.difference().contains(0)).isTrue();
        assertThat(none.isMoreThanNoise()).isFalse();
    }
}
