package io.clv.io;

/** Reads the dates of a log, straight from the parser's buffer. */
interface DateField {

    /** What {@link #epochDay} gives for a text that is no date. */
    int NO_DATE = Integer.MIN_VALUE;

    /** The day, counted from 1970-01-01, or {@link #NO_DATE}. */
    int epochDay(char[] buffer, int from, int to);

    /** What a date must look like, to follow the value in a message. */
    String rule();
}
