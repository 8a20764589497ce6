package io.clv.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.Attributes;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributeSegmentsTest {

    private static final JoinedAttributes KNOWN = Attributes.builder()
            .category("store", "c000", "south")
            .category("store", "c001", "north")
            .number("age", "c000", 30)
            .number("age", "c001", 29.5)
            .number("age", "c002", 70)
            .money("cost", "c000", Money.of(5, "USD"))
            .money("cost", "c001", Money.of(20, "USD"))
            .date("came", "c000", LocalDate.of(2025, 3, 31))
            .date("came", "c001", LocalDate.of(2025, 1, 2))
            .date("came", "c002", LocalDate.of(2025, 1, 30))
            .set("holds", "c000", Set.of("phone", "tv"))
            .set("holds", "c001", Set.of())
            .build()
            .join(Base.of(3), IdPolicy.REJECT, IdPolicy.ALLOW);

    @Test
    void byCategory() {
        assertThat(AttributeSegments.byCategory(KNOWN, "store", "(not said)"))
                .hasToString("3 rows: (not said) 1, north 1, south 1");
    }

    @Test
    void byNumber() {
        assertThat(AttributeSegments.byNumber(KNOWN, "age", "(not said)", 30, 60))
                .hasToString("3 rows: below 30 1, 30 to below 60 1, 60 or more 1");
    }

    @Test
    void byMoney() {
        assertThat(AttributeSegments.byMoney(KNOWN, "cost", "(not said)", Money.of(10, "USD")))
                .hasToString("3 rows: (not said) 1, below USD 10.00 1, USD 10.00 or more 1");
    }

    @Test
    void byDate() {
        assertThat(AttributeSegments.byDate(KNOWN, "came", "(not said)", CalendarGrid.months()))
                .hasToString("3 rows: 2025-01-01 2, 2025-03-01 1");
    }

    @Test
    void byLabel() {
        assertThat(AttributeSegments.byLabel(KNOWN, "holds", "(not said)", "tv"))
                .hasToString("3 rows: (not said) 1, without tv 1, with tv 1");
        assertThat(AttributeSegments.byLabel(KNOWN, "holds", "(not said)", "tv").label(0))
                .isEqualTo("with tv");
    }

    @Test
    void refusesFloorsAndLabelsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeSegments.byNumber(KNOWN, "age", "(not said)", 60, 30))
                .withMessage("floors must be finite and ascend, but were [60.0, 30.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeSegments.byNumber(KNOWN, "age", "(not said)"))
                .withMessage("floors must be at least one, but there was none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeSegments.byNumber(KNOWN, "age", "below 30", 30))
                .withMessage("labels of groups must differ, but 'below 30' came twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeSegments.byCategory(KNOWN, "age", "(not said)"))
                .withMessageContaining("age");
    }
}
