package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowKeysTest {

    private static final int ROWS = 50_000;

    @ParameterizedTest
    @ValueSource(doubles = {1, 7, 365.25, 1e-9})
    void triplesAreNumberedInOrderOfAppearance(double unit) {
        assertNumbered(days -> Math.floor(days) / unit);
        assertNumbered(days -> days / unit);
    }

    private static void assertNumbered(DoubleUnaryOperator time) {
        SplittableRandom random = new SplittableRandom(11);
        RowKeys keys = new RowKeys();
        Map<List<Double>, Integer> expected = new HashMap<>();
        for (int row = 0; row < ROWS; row++) {
            int x = random.nextInt(4);
            double second = time.applyAsDouble(90 * random.nextDouble());
            double third = time.applyAsDouble(90 + 20 * random.nextDouble());
            Integer known = expected.putIfAbsent(List.of((double) x, second, third), expected.size());
            assertThat(keys.number(x, second, third)).isEqualTo(known == null ? expected.size() - 1 : known);
        }
        assertThat(expected).hasSizeGreaterThan(5_000);
    }
}
