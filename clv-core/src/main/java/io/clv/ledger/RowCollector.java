package io.clv.ledger;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** Rows whose customers are text, as they come; {@link #log} is a snapshot. */
final class RowCollector {

    private final Map<String, Integer> codes = new HashMap<>();

    /** The rows, keyed by the codes of their customers in order of appearance. */
    private final RowBlocks rows = new RowBlocks();

    void add(String id, int epochDay, long minorUnits) {
        Integer code = codes.get(id);
        if (code == null) {
            code = codes.size();
            codes.put(Ids.requireText("customer of row " + (rows.size() + 1L), id), code);
        }
        rows.add(code, epochDay, minorUnits);
    }

    int size() {
        return rows.size();
    }

    /** The rows so far, each customer's key being the place of the id among the ids in order. */
    Log log(Currency currency) {
        String[] ascending = codes.keySet().toArray(String[]::new);
        Arrays.sort(ascending, CodePoints.ORDER);
        int[] place = new int[ascending.length];
        for (int i = 0; i < place.length; i++) {
            place[codes.getOrDefault(ascending[i], 0)] = i;
        }
        KeyedRows all = rows.rows();
        long[] keys = all.keys();
        for (int row = 0; row < keys.length; row++) {
            keys[row] = place[(int) keys[row]];
        }
        return new Log(currency, all, Keys.ofDictionary(ascending));
    }
}
