package io.clv.io;

import io.clv.ledger.Attributes;
import io.clv.ledger.Ledger;
import io.clv.ledger.Problem;
import java.util.List;

/**
 * A log that was read: the ledger of the rows that could be used, and what could not. A row with a problem is not in
 * the ledger.
 *
 * @param ledger the rows that could be used
 * @param attributes what further columns say of the customers of these rows; empty unless such were asked for
 * @param problems what is wrong with the others, in the order of the file; one row may have several
 * @param rows how many rows the file has, without its header and empty lines
 * @param columns where customer, date and amount were found
 * @param notes what was guessed, in English, for telling the user
 */
public record LogFile(
        Ledger ledger,
        Attributes attributes,
        List<Problem> problems,
        long rows,
        LogColumns columns,
        List<String> notes) {

    /**
     * Copies the lists.
     *
     * @param ledger the rows that could be used
     * @param attributes what further columns say of the customers
     * @param problems what is wrong with the others
     * @param rows how many rows the file has
     * @param columns where customer, date and amount were found
     * @param notes what was guessed
     */
    public LogFile {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * How many rows could not be used.
     *
     * @return rows of the file that are not in the ledger
     */
    public long rowsWithProblems() {
        return rows - ledger.size();
    }
}
