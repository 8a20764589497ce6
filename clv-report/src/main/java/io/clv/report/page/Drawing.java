package io.clv.report.page;

import java.util.Locale;
import java.util.Map;

/** What a chart draws. */
public sealed interface Drawing permits Bars, Lines, HeatMap, Whisker {

    /**
     * What the script of the page is told.
     *
     * @return texts, numbers, truth values, and lists and maps of them
     */
    Map<String, Object> data();

    /** What the figures of an axis are, and so how they are written. */
    enum Unit {
        /** Whole things. */
        COUNT,
        /** Numbers with decimals. */
        NUMBER,
        /** Shares, written in percent. */
        SHARE,
        /** Amounts in major units of the currency of the page. */
        MONEY;

        /**
         * The unit as the script knows it.
         *
         * @return such as "share"
         */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An axis.
     *
     * @param name its title, with its unit where that is no count
     * @param unit what its figures are
     */
    record Axis(String name, Unit unit) {

        Map<String, Object> data() {
            return Map.of("name", name, "unit", unit.code());
        }
    }

    /**
     * A line across the chart.
     *
     * @param name what it says
     * @param at where it stands on the axis of values
     */
    record Mark(String name, double at) {

        Map<String, Object> data() {
            return Map.of("name", name, "at", at);
        }
    }
}
