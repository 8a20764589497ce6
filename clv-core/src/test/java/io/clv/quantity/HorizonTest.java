package io.clv.quantity;

import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HorizonTest {

    @Test
    void endsAfterASpan() {
        Horizon horizon = Horizon.over(Span.years(2));
        assertThat(horizon.isForever()).isFalse();
        assertThat(horizon.span()).contains(Span.years(2));
        assertThat(horizon.in(MONTHS)).isEqualTo(24);
        assertThat(horizon)
                .hasToString("2 years")
                .isNotEqualTo(Horizon.forever())
                .isNotEqualTo(Span.years(2))
                .doesNotHaveSameHashCodeAs(Horizon.over(Span.years(3)));
    }

    @Test
    void orNever() {
        Horizon horizon = Horizon.parse(" Forever ");
        assertThat(horizon).isEqualTo(Horizon.forever()).hasToString("forever");
        assertThat(horizon.isForever()).isTrue();
        assertThat(horizon.span()).isEmpty();
        assertThat(horizon.in(MONTHS)).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({
        "ever, 'horizon must be a number and a unit, as in ''12 months'', or ''forever'', but was ''ever'''",
        "12, 'horizon must be a number and a unit, as in ''12 months'', or ''forever'', but was ''12'''",
        "x months, 'horizon must be a number, but was ''x'''",
        "-1 months, 'span must not be negative, but was -1 months'",
        "0 months, 'horizon must be longer than zero, but was 0 months'",
    })
    void otherTextIsRefused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.parse(text))
                .withMessage(message);
    }
}
