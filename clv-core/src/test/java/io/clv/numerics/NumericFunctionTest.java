package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumericFunctionTest {

    @ParameterizedTest
    @EnumSource
    void staysWithinItsError(NumericFunction function) {
        List<ReferenceRow> rows = ReferenceFiles.shipped().stream()
                .filter(row -> row.function().equals(function.row))
                .toList();
        assertAll(function, rows);
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinItsErrorOnThePublishedCases(NumericFunction function) {
        List<ReferenceRow> rows = ReferenceFiles.published().stream()
                .filter(row -> row.function().equals(function.row))
                .toList();
        assertAll(function, rows);
    }

    private static void assertAll(NumericFunction function, List<ReferenceRow> rows) {
        for (ReferenceRow row : rows) {
            assertThat(function.error(row)).as(row.toString()).isLessThanOrEqualTo(function.accepted);
        }
    }

    @Test
    void everyShippedRowIsOfAKnownFunction() {
        assertThat(ReferenceFiles.shipped())
                .hasSizeGreaterThan(400)
                .allMatch(row ->
                        Stream.of(NumericFunction.values()).anyMatch(function -> function.row.equals(row.function())));
    }
}
