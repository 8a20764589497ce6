package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PurchaseGapsTest {

    private static PurchaseGaps gaps(List<Integer> lengths) {
        GapCounts counts = new GapCounts();
        lengths.forEach(counts::add);
        return counts.toGaps(CalendarGrid.days()).orElseThrow();
    }

    @Property
    void quantilesAreTheNearestRanks(
            @ForAll @NotEmpty @Size(max = 50) List<@IntRange(min = 1, max = 6000) Integer> lengths,
            @ForAll @IntRange(max = 100) int percent) {
        PurchaseGaps gaps = gaps(lengths);
        List<Integer> ascending = lengths.stream().sorted().toList();
        int rank = Math.max(1, (percent * lengths.size() + 99) / 100);
        assertThat(gaps.quantile(Ratio.of(percent / 100.0))).isEqualTo(Span.days(ascending.get(rank - 1)));
        assertThat(gaps.count()).isEqualTo(lengths.size());
        assertThat(gaps).isEqualTo(gaps(ascending)).hasSameHashCodeAs(gaps(ascending));
    }

    @Test
    void aShareIsTheDecimalThatItPrintsAs() {
        List<Integer> oneToHundred = IntStream.rangeClosed(1, 100).boxed().toList();
        assertThat(Math.ceil(0.07 * 100))
                .as("what plain arithmetic makes of it")
                .isEqualTo(8);
        assertThat(gaps(oneToHundred).quantile(Ratio.of(0.07))).isEqualTo(Span.days(7));
    }

    @Test
    void sharesBeyondTheWholeAreRefused() {
        PurchaseGaps gaps = gaps(List.of(3, 9));
        assertThatThrownBy(() -> gaps.quantile(Ratio.percent(110)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("share of gaps must be from 0% to 100%, but was 110%");
        assertThatThrownBy(() -> gaps.quantile(Ratio.percent(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("share of gaps must be from 0% to 100%, but was -1%");
    }

    @Test
    void readsAsASentence() {
        assertThat(gaps(List.of(3, 9, 30)))
                .hasToString("3 gaps between purchases, half within 9 days, 90% within 30 days");
        assertThat(gaps(List.of(3)).unit()).isEqualTo(ChronoUnit.DAYS);
        assertThat(gaps(List.of(3))).isNotEqualTo(gaps(List.of(4)));
        assertThat(new GapCounts().toGaps(CalendarGrid.days())).isEmpty();
    }
}
