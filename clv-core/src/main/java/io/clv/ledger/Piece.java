package io.clv.ledger;

/** A part of one customer's history: the rows of a day, or of a range of days as counts. */
sealed interface Piece permits DayPiece, SealedPiece {

    /** The first day that it speaks of. */
    int firstDay();

    /** How many rows it was made of. */
    long rows();

    /** Hands over what it holds, as the options have it count. */
    void addTo(PieceSink sink, LedgerOptions options);
}
