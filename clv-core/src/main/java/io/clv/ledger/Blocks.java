package io.clv.ledger;

import io.clv.task.Parallelism;

/** Rows cut into stretches of equal length, a few for each thread, so that a slow one does not hold the others up. */
record Blocks(int rows, int count) {

    private static final int LEAST_ROWS = 1 << 14;
    private static final int PER_THREAD = 4;

    static Blocks of(int rows, Parallelism parallelism) {
        int most = parallelism.threads() == 1 ? 1 : parallelism.threads() * PER_THREAD;
        return new Blocks(rows, Math.max(1, Math.min(most, rows / LEAST_ROWS)));
    }

    int begin(int block) {
        return (int) ((long) rows * block / count);
    }

    int end(int block) {
        return begin(block + 1);
    }
}
