package io.clv.ledger;

/** Chooses the engine from the data, and puts together what its threads wrote. */
final class SummaryEngine {

    /** The longest observation, in periods, whose gaps are counted in an array by each thread. */
    private static final int LONGEST_ARRAY = 1 << 20;

    private SummaryEngine() {}

    /** Whether a fast engine can do it; else the plain one must. */
    static boolean suits(EngineTask task) {
        return task.longestGap() < LONGEST_ARRAY && (task.range().ordered() || RadixEngine.suits(task));
    }

    static EngineResult summarize(EngineTask task) {
        boolean ordered = task.range().ordered();
        Stretches stretches = ordered ? SortedScan.run(task) : RadixEngine.run(task);
        EngineResult result = new EngineResult(stretches, (int) task.longestGap(), task.parallelism());
        if (!ordered && task.range().rowsAfterEnd() > 0) {
            result.countCustomersAfterEnd(
                    task.rows(), task.lastDay(), task.range().rowsAfterEnd());
        }
        return result;
    }
}
