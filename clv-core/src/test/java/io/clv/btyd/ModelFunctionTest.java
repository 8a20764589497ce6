package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.numerics.ReferenceFiles;
import io.clv.numerics.ReferenceRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFunctionTest {

    @ParameterizedTest
    @EnumSource
    void staysWithinItsErrorOnThePublishedCases(ModelFunction function) {
        int rows = 0;
        for (ReferenceRow row : ReferenceFiles.published()) {
            if (row.function().equals(function.row)) {
                assertThat(function.error(row)).as(row.toString()).isLessThanOrEqualTo(function.accepted);
                rows++;
            }
        }
        assertThat(rows).isPositive();
    }
}
