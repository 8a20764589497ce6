package io.clv.report.page;

import java.util.Map;

/**
 * A value with its interval.
 *
 * @param values the axis
 * @param name what the value is
 * @param value the value
 * @param lowName what the lower end is
 * @param low the lower end
 * @param highName what the upper end is
 * @param high the upper end
 */
public record Whisker(Axis values, String name, double value, String lowName, double low, String highName, double high)
        implements Drawing {

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "kind", "whisker",
                "values", values.data(),
                "name", name,
                "value", value,
                "lowName", lowName,
                "low", low,
                "highName", highName,
                "high", high);
    }
}
