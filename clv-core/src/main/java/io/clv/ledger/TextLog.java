package io.clv.ledger;

import io.clv.task.Parallelism;
import java.util.Currency;
import java.util.Optional;

/** Makes a log of text ids: short ones are packed into numbers, long ones get places in a dictionary. */
final class TextLog {

    private TextLog() {}

    /** Keeps {@code days} and {@code amounts}; reads {@code ids} only. */
    static Log of(Currency currency, String[] ids, int[] days, long[] amounts, Parallelism parallelism) {
        Optional<TextPacking> packing = TextPacking.of(ids, parallelism);
        if (packing.isPresent()) {
            KeyedRows rows = new KeyedRows(packing.get().pack(ids, parallelism), days, amounts);
            return new Log(currency, rows, Keys.ofPacking(packing.get()));
        }
        RowCollector rows = new RowCollector();
        for (int row = 0; row < ids.length; row++) {
            rows.add(ids[row], days[row], amounts[row]);
        }
        return rows.log(currency);
    }
}
