package io.clv.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedLogTest {

    private static final int ROWS = 20_000;

    private static SimulatedLog log(LogShape shape, CustomerIds ids) {
        return SimulatedLog.of(shape, ids, ROWS, 1);
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedMakesTheSameLog(LogShape shape) {
        SimulatedLog log = log(shape, CustomerIds.TEXT);
        SimulatedLog again = log(shape, CustomerIds.TEXT);

        assertThat(again.texts).isEqualTo(log.texts);
        assertThat(again.days).isEqualTo(log.days);
        assertThat(again.minorUnits).isEqualTo(log.minorUnits);
        assertThat(again.expected).isEqualTo(log.expected).hasSameHashCodeAs(log.expected);
    }

    @Test
    void anotherSeedMakesAnotherLog() {
        SimulatedLog other = SimulatedLog.of(LogShape.UNIFORM, CustomerIds.PACKABLE, ROWS, 2);

        assertThat(other.expected).isNotEqualTo(log(LogShape.UNIFORM, CustomerIds.PACKABLE).expected);
    }

    /** Published figures speak of these logs: they must be the same on every machine and stay so. */
    @ParameterizedTest
    @CsvSource({
        "UNIFORM, PACKABLE, '2000 customers, digest 83d444e8929c7f51'",
        "UNIFORM, ARBITRARY, '2000 customers, digest e5392b26e4383ae7'",
        "UNIFORM, TEXT, '2000 customers, digest d4e5e7516648f0a4'",
        "ZIPF, PACKABLE, '1818 customers, digest 9b5819e5826a8194'",
    })
    void logsStayWhatTheyWere(LogShape shape, CustomerIds ids, String digest) {
        assertThat(log(shape, ids).expected).hasToString(digest);
    }

    @ParameterizedTest
    @EnumSource(names = {"DAY_ORDERED", "SORTED"})
    void orderIsAllThatSetsAnOrderedLogApart(LogShape shape) {
        assertThat(log(shape, CustomerIds.PACKABLE).expected)
                .isEqualTo(log(LogShape.UNIFORM, CustomerIds.PACKABLE).expected);
    }

    @Test
    void dayOrderedLogAscends() {
        assertThat(log(LogShape.DAY_ORDERED, CustomerIds.PACKABLE).days).isSorted();
    }

    @ParameterizedTest
    @EnumSource
    void sortedLogAscendsByCustomerAndDay(CustomerIds ids) {
        SimulatedLog log = log(LogShape.SORTED, ids);

        assertThat(log.numbers).isSorted();
        assertThat(IntStream.range(1, ROWS).filter(row -> log.numbers[row] == log.numbers[row - 1]))
                .isNotEmpty()
                .allMatch(row -> log.days[row] >= log.days[row - 1]);
    }

    @ParameterizedTest
    @EnumSource
    void tenRowsACustomerOverTwoYears(LogShape shape) {
        SimulatedLog log = log(shape, CustomerIds.PACKABLE);

        assertThat(LongStream.of(log.numbers).distinct().count())
                .isBetween(shape == LogShape.ZIPF ? ROWS / 30L : ROWS / 11L, ROWS / 10L);
        assertThat(IntStream.of(log.days).boxed())
                .contains(SimulatedLog.END_DAY)
                .allMatch(day -> day >= SimulatedLog.FIRST_DAY && day <= SimulatedLog.END_DAY);
        assertThat(LongStream.of(log.minorUnits)).allMatch(amount -> amount >= 1000 && amount < 1 << 21);
    }

    @Test
    void zipfHasAGiant() {
        SimulatedLog log = log(LogShape.ZIPF, CustomerIds.PACKABLE);
        long[] sorted = log.numbers.clone();
        Arrays.sort(sorted);
        int most = 0;
        int from = 0;
        for (int row = 0; row < ROWS; row++) {
            from = sorted[row] == sorted[from] ? from : row;
            most = Math.max(most, row - from + 1);
        }

        assertThat(most / (double) ROWS).isBetween(0.08, 0.10);
    }

    @Test
    void arbitraryIdsUseAllBits() {
        long[] numbers = log(LogShape.UNIFORM, CustomerIds.ARBITRARY).numbers;

        assertThat(LongStream.of(numbers).reduce((a, b) -> a | b)).hasValue(-1);
        assertThat(LongStream.of(numbers).reduce((a, b) -> a & b)).hasValue(0);
    }

    @Test
    void everyRowHasAStringOfItsOwn() {
        SimulatedLog log = log(LogShape.UNIFORM, CustomerIds.TEXT);
        String[] before = log.texts.clone();
        log.renewTexts();

        assertThat(log.texts).isEqualTo(before).allMatch(text -> text.matches("C\\d{8}"));
        assertThat(IntStream.range(0, ROWS)).noneMatch(row -> log.texts[row] == before[row]);
        Set<Integer> identities = new HashSet<>();
        for (String text : log.texts) {
            identities.add(System.identityHashCode(text));
        }
        assertThat(identities).hasSizeGreaterThan(ROWS * 99 / 100);
    }
}
