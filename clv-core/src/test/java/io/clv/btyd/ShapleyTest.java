package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShapleyTest {

    /** A left glove and two right ones: a pair is worth 1. */
    @Test
    void ofAGameFromTheTextbooks() {
        double[] added = Shapley.of(3, coalition -> coalition == 0b011 || coalition == 0b101 || coalition == 7 ? 1 : 0);

        assertThat(added).containsExactly(new double[] {2 / 3.0, 1 / 6.0, 1 / 6.0}, within(1e-15));
    }

    @Test
    void nobodyAddsNothing() {
        assertThat(Shapley.of(0, coalition -> 5)).isEmpty();
    }

    private static double[] worths(int players, long seed) {
        return new Random(seed).doubles(1L << players, -10, 10).toArray();
    }

    /** By the definition: over all orders. */
    private static double[] overAllOrders(int players, double[] worths) {
        double[] sums = new double[players];
        int orders = visit(IntStream.range(0, players).boxed().toList(), 0, worths, sums);
        return Arrays.stream(sums).map(sum -> sum / orders).toArray();
    }

    private static int visit(List<Integer> left, int come, double[] worths, double[] sums) {
        if (left.isEmpty()) {
            return 1;
        }
        int all = 0;
        for (int next : left) {
            List<Integer> others =
                    left.stream().filter(player -> player != next).toList();
            int orders = visit(others, come | 1 << next, worths, sums);
            sums[next] += orders * (worths[come | 1 << next] - worths[come]);
            all += orders;
        }
        return all;
    }

    @Property(tries = 100)
    void isTheMeanOverAllOrders(@ForAll @IntRange(min = 1, max = 6) int players, @ForAll long seed) {
        double[] worths = worths(players, seed);

        double[] added = Shapley.of(players, coalition -> worths[coalition]);

        assertThat(added).containsExactly(overAllOrders(players, worths), within(1e-12));
        assertThat(Arrays.stream(added).sum()).isCloseTo(worths[worths.length - 1] - worths[0], within(1e-12));
    }

    @Property(tries = 100)
    void theNumberOfAPlayerDoesNotMatter(@ForAll @IntRange(min = 2, max = 6) int players, @ForAll long seed) {
        double[] worths = worths(players, seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, players).boxed().toList());
        Collections.shuffle(order, new Random(seed));

        double[] added = Shapley.of(players, coalition -> worths[coalition]);
        double[] renumbered = Shapley.of(players, coalition -> {
            int before = 0;
            for (int player = 0; player < players; player++) {
                before |= (coalition >> player & 1) << order.get(player);
            }
            return worths[before];
        });

        for (int player = 0; player < players; player++) {
            assertThat(renumbered[player]).isCloseTo(added[order.get(player)], within(1e-12));
        }
    }

    @Property(tries = 100)
    void whoChangesNothingGetsExactlyNothing(
            @ForAll @IntRange(min = 1, max = 6) int players, @ForAll long seed, @ForAll @IntRange(max = 5) int drawn) {
        int idle = drawn % players;
        double[] worths = worths(players, seed);

        double[] added = Shapley.of(players, coalition -> worths[coalition & ~(1 << idle)]);

        assertThat(added[idle]).isZero();
    }
}
