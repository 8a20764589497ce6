package io.clv.spark;

/** Hears what is wrong with a row. */
interface FaultListener {

    /**
     * Hears of one value.
     *
     * @param column the name of its column
     * @param value what stood there, or "" for null
     * @param rule the rule that it breaks
     */
    void fault(String column, String value, String rule);
}
