package io.clv.ledger;

import java.util.Currency;

/**
 * What a ledger holds.
 *
 * @param currency the currency of all amounts
 * @param rows the columns
 * @param keys the ids of their keys
 */
record Log(Currency currency, KeyedRows rows, Keys keys) {

    /** The rows with customers as codes, as the plain engine reads them; made anew at each call. */
    CodedRows coded() {
        return CodedRows.of(rows, keys);
    }

    Refusal refusal(int row) {
        return new Refusal(row, keys.text(rows.keys()[row]), rows.days()[row], rows.amounts()[row], currency);
    }
}
