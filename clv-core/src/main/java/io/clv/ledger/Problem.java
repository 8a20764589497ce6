package io.clv.ledger;

/**
 * Something wrong with one line of an input, for collecting many and showing them together.
 *
 * @param line the number of the line or row, from 1, or -1 if it is not known
 * @param column the name of the column, or "" if the whole line is meant
 * @param value what stood there
 * @param message the rule that it breaks, as in "must be a number"
 */
public record Problem(long line, String column, String value, String message) {

    /**
     * Checks the line.
     *
     * @param line the number of the line or row, from 1, or -1
     * @param column the name of the column, or ""
     * @param value what stood there
     * @param message the rule that it breaks
     * @throws IllegalArgumentException if the line is 0 or below -1
     */
    public Problem {
        if (line == 0 || line < -1) {
            throw new IllegalArgumentException("line must be at least 1, or -1 if not known, but was " + line);
        }
    }

    /**
     * One line of text.
     *
     * @return as in {@code line 17, amount 'abc': must be a number}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (line > 0) {
            text.append("line ").append(line);
        }
        if (!column.isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(column)
                    .append(" '")
                    .append(value)
                    .append('\'');
        }
        return text.append(text.isEmpty() ? "" : ": ").append(message).toString();
    }
}
