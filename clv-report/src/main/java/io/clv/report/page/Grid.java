package io.clv.report.page;

import java.util.List;

/**
 * A table. The first cell of each row is the row's heading.
 *
 * @param title what it holds
 * @param columns the headings
 * @param rows the cells, as they are shown
 * @param note what is said below it; may be empty
 */
public record Grid(String title, List<Column> columns, List<List<String>> rows, String note) {

    /**
     * A table that needs no word more.
     *
     * @param title what it holds
     * @param columns the headings
     * @param rows the cells, as they are shown
     */
    public Grid(String title, List<Column> columns, List<List<String>> rows) {
        this(title, columns, rows, "");
    }

    /**
     * A column.
     *
     * @param heading its heading
     * @param kind what its cells are
     */
    public record Column(String heading, Kind kind) {

        /**
         * A column of words.
         *
         * @param heading its heading
         * @return the column
         */
        public static Column text(String heading) {
            return new Column(heading, Kind.TEXT);
        }

        /**
         * A column of names that users gave.
         *
         * @param heading its heading
         * @return the column
         */
        public static Column name(String heading) {
            return new Column(heading, Kind.NAME);
        }

        /**
         * A column of figures.
         *
         * @param heading its heading
         * @return the column
         */
        public static Column figure(String heading) {
            return new Column(heading, Kind.FIGURE);
        }
    }

    /** What the cells of a column are, which says on which side they stand. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** Names that users gave, in a direction of their own. */
        NAME,
        /** Figures. */
        FIGURE
    }
}
