package io.clv.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksumTest {

    private static final CustomerRow ROW = new CustomerRow("C1", 2, 10, 20, 19_000, 1.5, 400);
    private static final CustomerRow OTHER = new CustomerRow("C2", 0, 0, 20, 19_000, 0, 100);

    private static Checksum of(CustomerRow... rows) {
        Checksum checksum = new Checksum();
        List.of(rows).forEach(checksum);
        return checksum;
    }

    static List<CustomerRow> changed() {
        return List.of(
                new CustomerRow("C3", 2, 10, 20, 19_000, 1.5, 400),
                new CustomerRow("C1", 3, 10, 20, 19_000, 1.0, 400),
                new CustomerRow("C1", 2, 11, 20, 19_000, 1.5, 400),
                new CustomerRow("C1", 2, 10, 21, 19_000, 1.5, 400),
                new CustomerRow("C1", 2, 10, 20, 19_001, 1.5, 400),
                new CustomerRow("C1", 2, 10, 20, 19_000, 1.505, 400),
                new CustomerRow("C1", 2, 10, 20, 19_000, 1.5, 401));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void anyOtherCellGivesAnotherDigest(CustomerRow changed) {
        assertThat(of(changed, OTHER)).isNotEqualTo(of(ROW, OTHER));
    }

    @Test
    void orderDoesNotMatterAndCountDoes() {
        assertThat(of(OTHER, ROW)).isEqualTo(of(ROW, OTHER)).hasSameHashCodeAs(of(ROW, OTHER));
        assertThat(of(ROW, OTHER, OTHER)).isNotEqualTo(of(ROW, OTHER));
        assertThat(of()).hasToString("0 customers, digest 0000000000000000");
    }

    @Test
    void lastBitOfAMeanDoesNotMatter() {
        assertThat(of(new CustomerRow("C1", 2, 10, 20, 19_000, Math.nextUp(1.5), 400)))
                .isEqualTo(of(ROW));
    }

    @Test
    void idsCountByTheirText() {
        assertThat(of(new CustomerRow(17L, 2, 10, 20, 19_000, 1.5, 400)))
                .isEqualTo(of(new CustomerRow("17", 2, 10, 20, 19_000, 1.5, 400)));
    }
}
