package io.clv.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProductLimitTest {

    /** Ended at 6, 6 and 8; still going on at 7 and 9: S(6) = 1 - 2/5 = 0.6, and S(8) = 0.6 x (1 - 1/2) = 0.3. */
    private static final ProductLimit FIVE =
            new ProductLimit(new long[] {0, 0, 0, 0, 0, 0, 2, 0, 1, 0}, new long[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 1});

    @Test
    void multipliesWhatIsLeft() {
        assertThat(FIVE.at(5)).isEqualTo(1);
        assertThat(FIVE.at(6)).isEqualTo(0.6, within(1e-15));
        assertThat(FIVE.at(7)).isEqualTo(0.6, within(1e-15));
        assertThat(FIVE.at(8)).isEqualTo(0.3, within(1e-15));
        assertThat(FIVE.at(100)).isEqualTo(0.3, within(1e-15));
        assertThat(FIVE.lastEnd()).isEqualTo(8);
    }

    @Test
    void quantilesAreTheFirstTimeBelow() {
        assertThat(FIVE.quantile(0.4)).contains(6);
        assertThat(FIVE.quantile(0.5)).contains(8);
        assertThat(FIVE.quantile(0.7)).contains(8);
        assertThat(FIVE.quantile(0.71)).isEmpty();
    }

    @Test
    void intervalIsGreenwoodsOnTheScaleOfLogMinusLog() {
        // 100 things, of which two end at each time from 1 to 50: at 90%, S(t) = 1 - t / 50, z = 1.645 and
        // the sum in Greenwood's formula is (1 - S) / (100 S), so that S(t)^exp(z sqrt(...) / |ln S|) comes to a half.
        long[] ended = new long[51];
        Arrays.fill(ended, 1, 51, 2);
        ProductLimit hundred = new ProductLimit(ended, new long[51]);
        assertThat(hundred.quantile(0.5)).contains(25);
        assertThat(hundred.interval(0.5, 0.9))
                .hasValueSatisfying(ends -> assertThat(ends).containsExactly(21, 29));
        assertThat(hundred.interval(0.99, 0.9)).isEmpty();
    }

    @Test
    void withoutEndsNothingIsTold() {
        ProductLimit none = new ProductLimit(new long[] {0, 0}, new long[] {0, 3});
        assertThat(none.quantile(0.5)).isEmpty();
        assertThat(none.interval(0.5, 0.9)).isEmpty();
        assertThat(none.at(1)).isEqualTo(1);
        assertThat(new ProductLimit(new long[0], new long[0]).at(3)).isEqualTo(1);
    }
}
