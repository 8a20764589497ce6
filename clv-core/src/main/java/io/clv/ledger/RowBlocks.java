package io.clv.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that come one by one, in blocks that are filled and never moved, each twice as long as the one before until they
 * are long enough; {@link #rows} puts them together.
 */
final class RowBlocks {

    private static final int FIRST_BLOCK = 1 << 8;
    private static final int LONGEST_BLOCK = 1 << 18;
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private final List<KeyedRows> full = new ArrayList<>();
    private KeyedRows block = block(FIRST_BLOCK);
    private int inBlock;
    private int size;

    private static KeyedRows block(int length) {
        return new KeyedRows(new long[length], new int[length], new long[length]);
    }

    void add(long key, int day, long amount) {
        if (inBlock == block.size()) {
            if (size == MOST_ROWS) {
                throw new IllegalArgumentException("a ledger holds at most " + MOST_ROWS + " rows");
            }
            full.add(block);
            block = block(Math.min(MOST_ROWS - size, Math.min(LONGEST_BLOCK, block.size() * 2)));
            inBlock = 0;
        }
        block.keys()[inBlock] = key;
        block.days()[inBlock] = day;
        block.amounts()[inBlock++] = amount;
        size++;
    }

    int size() {
        return size;
    }

    /** The rows so far, in columns of their own. */
    KeyedRows rows() {
        KeyedRows all = block(size);
        int at = 0;
        for (KeyedRows rows : full) {
            copy(rows, rows.size(), all, at);
            at += rows.size();
        }
        copy(block, inBlock, all, at);
        return all;
    }

    private static void copy(KeyedRows from, int length, KeyedRows to, int at) {
        System.arraycopy(from.keys(), 0, to.keys(), at, length);
        System.arraycopy(from.days(), 0, to.days(), at, length);
        System.arraycopy(from.amounts(), 0, to.amounts(), at, length);
    }
}
