package io.clv.report.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lines.
 *
 * @param across the axis along which they run
 * @param labels what stands at its places 0, 1, 2 ...; empty where it is an axis of numbers
 * @param values the axis of their heights
 * @param curves the lines, the most important last
 * @param band a stretch of the axis that is shaded, if any
 * @param mark a line across them, if any
 */
public record Lines(
        Axis across, List<String> labels, Axis values, List<Curve> curves, Optional<Band> band, Optional<Mark> mark)
        implements Drawing {

    /** How a line is drawn. */
    public enum Style {
        /** What is seen first. */
        STRONG,
        /** What it is compared with. */
        DASHED,
        /** One of many. */
        FAINT
    }

    /**
     * A line.
     *
     * @param name what it is
     * @param style how it is drawn
     * @param points its points, from the left
     */
    public record Curve(String name, Style style, List<Point> points) {}

    /**
     * A point.
     *
     * @param x where it is across, a place where the axis has labels
     * @param y how high it is
     */
    public record Point(double x, double y) {}

    /**
     * A stretch of the axis with labels.
     *
     * @param name what it is
     * @param from the place where it begins
     * @param to the place where it ends
     */
    public record Band(String name, int from, int to) {}

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "kind", "lines",
                "across", across.data(),
                "labels", labels,
                "values", values.data(),
                "curves", curves.stream().map(Lines::data).toList(),
                "band", band.map(each -> Map.of("name", each.name(), "from", each.from(), "to", each.to())),
                "mark", mark.map(Mark::data));
    }

    private static Map<String, Object> data(Curve curve) {
        return Map.of(
                "name", curve.name(),
                "style", curve.style().name().toLowerCase(Locale.ROOT),
                "points",
                        curve.points().stream()
                                .map(point -> List.of(point.x(), point.y()))
                                .toList());
    }
}
