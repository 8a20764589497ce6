package io.clv.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.numerics.RandomStream;
import io.clv.quantity.Ratio;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelShiftsTest {

    private static final int DRAWS = 20_000;

    private static LevelShifts find(CurveRules rules, double... amounts) {
        LevelShifts levels = new LevelShifts(rules);
        System.arraycopy(amounts, 0, levels.clear(amounts.length), 0, amounts.length);
        levels.find(amounts.length);
        return levels;
    }

    private static LevelShifts find(double... amounts) {
        return find(CurveRules.defaults(), amounts);
    }

    private static int[] starts(LevelShifts levels) {
        return Arrays.copyOf(levels.from, levels.count);
    }

    @Test
    void findsAStepWithoutNoise() {
        LevelShifts levels = find(100, 100, 100, 100, 50, 50, 50);
        assertThat(starts(levels)).containsExactly(0, 4);
        assertThat(levels.mean[0]).isEqualTo(100);
        assertThat(levels.mean[1]).isEqualTo(50);
    }

    @Test
    void computesTheLikelihoodRatio() {
        // Means 100 and 112. The differences but that across are 8, -4, 8 and -4, so that s^2 = 160 / (2 x 4) = 20 and
        // the ratio is 12 / sqrt(20 x (1/3 + 1/3)) = 3.29, beyond 2.916; with 110 it is 2.74.
        CurveRules any = new CurveRules(Ratio.percent(5), 6);
        assertThat(starts(find(any, 96, 104, 100, 108, 116, 112))).containsExactly(0, 3);
        assertThat(starts(find(any, 96, 104, 100, 106, 114, 110))).containsExactly(0);
    }

    @Test
    void isNotFooledByOnePurchase() {
        double[] once = new double[40];
        once[0] = 90;
        assertThat(starts(find(once))).containsExactly(0);
        once[37] = 80;
        assertThat(starts(find(once))).containsExactly(0);
    }

    @Test
    void takesLevelsTogetherThatDifferTooLittle() {
        double[] steps = new double[30];
        Arrays.fill(steps, 0, 10, 100);
        Arrays.fill(steps, 10, 20, 115);
        Arrays.fill(steps, 20, 30, 160);
        LevelShifts levels = find(steps);
        assertThat(starts(levels)).containsExactly(0, 20);
        assertThat(levels.mean[0]).isEqualTo(107.5);
        assertThat(starts(find(new CurveRules(Ratio.percent(10), 6), steps))).containsExactly(0, 10, 20);
    }

    @Test
    void criticalValuesLieBetweenThoseSimulated() {
        assertThat(LevelShifts.critical(6)).isEqualTo(2.916);
        assertThat(LevelShifts.critical(13)).isEqualTo((3.332 + 3.302) / 2, within(1e-12));
        assertThat(LevelShifts.critical(480)).isEqualTo(3.219);
        assertThat(LevelShifts.critical(5000)).isEqualTo(3.219);
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 6, 0.043, 0.057",
        "NORMAL, 12, 0.043, 0.057",
        "NORMAL, 24, 0.043, 0.057",
        "NORMAL, 36, 0.043, 0.057",
        "NORMAL, 120, 0.043, 0.057",
        "EXPONENTIAL, 12, 0.04, 0.06",
        "EXPONENTIAL, 36, 0.055, 0.08",
        "EXPONENTIAL, 120, 0.06, 0.09",
        "RARE, 12, 0.01, 0.04",
        "RARE, 36, 0.045, 0.07",
        "RARE, 120, 0.06, 0.09",
        "LINGERING, 12, 0.15, 0.19",
        "LINGERING, 24, 0.24, 0.30",
        "LINGERING, 36, 0.29, 0.35"
    })
    void falseAlarmsAreAsStated(Noise noise, int periods, double least, double most) {
        RandomStream random = RandomStream.of(11, periods);
        LevelShifts levels = new LevelShifts(new CurveRules(Ratio.of(1e-9), 3));
        int alarms = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] amounts = levels.clear(periods);
            double before = random.normal();
            for (int i = 0; i < periods; i++) {
                before = 0.3 * before + Math.sqrt(1 - 0.09) * random.normal();
                amounts[i] = noise == Noise.LINGERING ? 100 + before : noise.draw.applyAsDouble(random);
            }
            levels.find(periods);
            alarms += levels.count > 1 ? 1 : 0;
        }
        assertThat(alarms / (double) DRAWS).isBetween(least, most);
    }

    enum Noise {
        NORMAL(random -> 100 + random.normal()),
        EXPONENTIAL(RandomStream::exponential),
        RARE(random -> {
            double sum = 0;
            for (double time = random.exponential(); time < 0.3; time += random.exponential()) {
                sum += 20 * Math.exp(0.5 * random.normal());
            }
            return sum;
        }),
        LINGERING(random -> 0);

        private final ToDoubleFunction<RandomStream> draw;

        Noise(ToDoubleFunction<RandomStream> draw) {
            this.draw = draw;
        }
    }

    @Test
    void findsAFallByAThirdWithinThreePeriods() {
        RandomStream random = RandomStream.of(5, 5);
        LevelShifts levels = new LevelShifts(CurveRules.defaults());
        int found = 0;
        for (int draw = 0; draw < 2_000; draw++) {
            double[] amounts = levels.clear(24);
            for (int i = 0; i < 24; i++) {
                amounts[i] = (i < 21 ? 100 : 66) * (1 + 0.15 * random.normal());
            }
            levels.find(24);
            found += levels.count > 1 && levels.from[levels.count - 1] >= 20 ? 1 : 0;
        }
        assertThat(found / 2_000.0).isBetween(0.5, 0.9);
    }
}
