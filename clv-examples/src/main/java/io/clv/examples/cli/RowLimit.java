package io.clv.examples.cli;

/**
 * How many rows of a table are shown.
 *
 * @param rows the most
 */
record RowLimit(int rows) {

    static RowLimit parse(String text) {
        if (text.equalsIgnoreCase("all")) {
            return new RowLimit(Integer.MAX_VALUE);
        }
        int rows;
        try {
            rows = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            rows = -1;
        }
        if (rows < 0) {
            throw new IllegalArgumentException("must be a number of rows or 'all', but was '" + text + "'");
        }
        return new RowLimit(rows);
    }
}
