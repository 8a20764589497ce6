package io.clv.ledger;

import io.clv.task.Parallelism;
import java.util.Arrays;
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

    /** Keeps {@code days} and {@code amounts}; {@code places} say where among {@code ids} a row's id stands. */
    static Log ofPlaces(
            Currency currency, String[] ids, int[] places, int[] days, long[] amounts, Parallelism parallelism) {
        Optional<TextPacking> packing = TextPacking.of(ids, parallelism);
        if (packing.isPresent()) {
            long[] keys = keysOfRows(packing.get().pack(ids, parallelism), places, parallelism);
            return new Log(currency, new KeyedRows(keys, days, amounts), Keys.ofPacking(packing.get()));
        }
        String[] ascending =
                Arrays.stream(ids).distinct().sorted(CodePoints.ORDER).toArray(String[]::new);
        long[] keysOfIds = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            keysOfIds[i] = Arrays.binarySearch(ascending, ids[i], CodePoints.ORDER);
        }
        long[] keys = keysOfRows(keysOfIds, places, parallelism);
        return new Log(currency, new KeyedRows(keys, days, amounts), Keys.ofDictionary(ascending));
    }

    private static long[] keysOfRows(long[] keysOfIds, int[] places, Parallelism parallelism) {
        long[] keys = new long[places.length];
        Blocks blocks = Blocks.of(places.length, parallelism);
        parallelism.run(blocks.count(), block -> {
            for (int row = blocks.begin(block); row < blocks.end(block); row++) {
                int place = places[row];
                if (place < 0 || place >= keysOfIds.length) {
                    throw new IllegalArgumentException("place of row " + (row + 1L) + " must be from 0 to "
                            + (keysOfIds.length - 1) + ", the ids there are, but was " + place);
                }
                keys[row] = keysOfIds[place];
            }
        });
        return keys;
    }
}
