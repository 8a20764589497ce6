package io.clv.report.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bars.
 *
 * @param layout how they stand
 * @param names the title of the axis along which they stand
 * @param labels what stands at each of them
 * @param headings what is said of each of them where there is more room
 * @param values the axis of their lengths
 * @param series the bars, one series or some that stand beside each other
 * @param mark a line across them, if any
 */
public record Bars(
        Layout layout,
        String names,
        List<String> labels,
        List<String> headings,
        Axis values,
        List<Series> series,
        Optional<Mark> mark)
        implements Drawing {

    /** How bars stand. */
    public enum Layout {
        /** Upright, with room between them. */
        UPRIGHT,
        /** Upright without room between them: neighbouring classes of one quantity. */
        TOUCHING,
        /** From the side, the first on top. */
        LYING
    }

    /**
     * Bars of one meaning.
     *
     * @param name what they are
     * @param values their lengths
     */
    public record Series(String name, List<Double> values) {}

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "kind",
                "bars",
                "layout",
                layout.name().toLowerCase(Locale.ROOT),
                "names",
                names,
                "labels",
                labels,
                "headings",
                headings,
                "values",
                values.data(),
                "series",
                series.stream()
                        .map(each -> Map.of("name", each.name(), "values", each.values()))
                        .toList(),
                "mark",
                mark.map(Mark::data));
    }
}
