package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.numerics.NumericFunction;
import io.clv.numerics.ReferenceFiles;
import io.clv.numerics.ReferenceRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
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

    @Test
    void everyPublishedRowOfTheseModelsIsTested() {
        Set<String> tested = new HashSet<>();
        for (ModelFunction function : ModelFunction.values()) {
            tested.add(function.row);
        }
        for (NumericFunction function : NumericFunction.values()) {
            tested.add(function.row);
        }
        Set<String> others = new TreeSet<>();
        List<ReferenceRow> rows = ReferenceFiles.published();
        for (ReferenceRow row : rows) {
            if (!tested.contains(row.function())) {
                others.add(row.function().substring(0, row.function().indexOf('_')));
            }
        }
        assertThat(rows).hasSize(390);
        assertThat(others).isSubsetOf("bdw", "bgbb", "ggomnbd", "sbg");
    }
}
