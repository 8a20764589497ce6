package io.clv.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EngineTest {

    private static final int ROWS = 3_000;

    static Stream<Arguments> logs() {
        return Stream.of(LogShape.values())
                .flatMap(shape -> Stream.of(CustomerIds.values()).map(ids -> Arguments.of(shape, ids)));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void allEnginesGiveTheExpectedSummary(LogShape shape, CustomerIds ids) {
        SimulatedLog log = SimulatedLog.of(shape, ids, ROWS, 7);

        for (EngineKind kind : EngineKind.values()) {
            int threads = kind.runsOn(2) ? 2 : 1;
            try (Engine engine = kind.openVerified(log, threads)) {
                Checksum again = new Checksum();
                engine.aggregate().forEach(again);
                assertThat(again).as("%s, asked again", kind).isEqualTo(log.expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void monetaryValuesAgreeToTheLastBits(EngineKind kind) {
        SimulatedLog log = SimulatedLog.of(LogShape.ZIPF, CustomerIds.PACKABLE, ROWS, 7);
        Map<String, Double> expected = monetaryValues(EngineKind.HASH_MAP, log);

        monetaryValues(kind, log)
                .forEach((id, value) -> assertThat(value)
                        .as(id)
                        .isCloseTo(expected.getOrDefault(id, -1.0), within(1e-12 * Math.max(1, value))));
    }

    private static Map<String, Double> monetaryValues(EngineKind kind, SimulatedLog log) {
        Map<String, Double> values = new HashMap<>();
        try (Engine engine = kind.openVerified(log, 1)) {
            engine.aggregate().forEach(row -> values.put(row.id().toString(), row.monetaryValue()));
        }
        return values;
    }

    @Test
    void refusesAnEngineThatDisagrees() {
        SimulatedLog log = SimulatedLog.of(LogShape.UNIFORM, CustomerIds.PACKABLE, ROWS, 7);
        String expected = log.expected.toString();
        log.minorUnits[ROWS / 2]++;

        assertThatThrownBy(() -> EngineKind.HASH_MAP.openVerified(log, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "hash-map disagrees: the log has " + expected + ", but it found 300 customers,");
    }

    @ParameterizedTest
    @EnumSource(names = {"HASH_MAP", "STREAMS"})
    void refusesThreadsThatAnEngineCannotUse(EngineKind kind) {
        SimulatedLog log = SimulatedLog.of(LogShape.UNIFORM, CustomerIds.PACKABLE, ROWS, 7);

        assertThatThrownBy(() -> kind.openVerified(log, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(kind + " runs on 1 thread, but threads was 2");
    }
}
