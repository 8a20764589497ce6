package io.clv.spark;

import io.clv.ledger.CustomerState;
import io.clv.ledger.LedgerOptions;
import java.io.Serial;
import java.io.Serializable;
import java.util.Currency;

/** The currency and the options of states, in a form that travels: the state of nobody with rows, as bytes. */
final class Making implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final long NOBODY = 0;

    private final byte[] bytes;

    private Making(byte[] bytes) {
        this.bytes = bytes;
    }

    static Making of(Currency currency, LedgerOptions options) {
        return new Making(CustomerState.of(NOBODY, currency, options).toBytes());
    }

    Currency currency() {
        return CustomerState.parse(bytes).currency();
    }

    LedgerOptions options() {
        return CustomerState.parse(bytes).options();
    }
}
