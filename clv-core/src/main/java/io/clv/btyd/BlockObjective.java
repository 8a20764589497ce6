package io.clv.btyd;

import io.clv.task.Parallelism;

/**
 * The likelihood of rows in blocks of fixed size, which are summed each for itself and then in order: the result is the
 * same to the last bit for any number of threads.
 */
final class BlockObjective implements FitObjective {

    static final int BLOCK = 1024;
    /** With fewer blocks than this a thread costs more than it saves. */
    private static final int WORTH_A_THREAD = 8;

    private final Moments moments;
    private final int parameters;
    private final int rows;
    private final RowTerms terms;
    private final Parallelism parallelism;

    BlockObjective(Moments moments, int parameters, int rows, RowTerms terms, Parallelism parallelism) {
        this.moments = moments;
        this.parameters = parameters;
        this.rows = rows;
        this.terms = terms;
        this.parallelism = parallelism;
    }

    /** Whether so many blocks are worth threads. */
    static boolean worth(int blocks) {
        return blocks >= WORTH_A_THREAD;
    }

    @Override
    public Moments moments() {
        return moments;
    }

    @Override
    public Derivatives at(double[] values) {
        int blocks = (rows + BLOCK - 1) / BLOCK;
        DerivativeSum[] sums = new DerivativeSum[blocks];
        Parallelism used = worth(blocks) ? parallelism : Parallelism.sequential();
        used.run(blocks, block -> {
            DerivativeSum sum = new DerivativeSum(parameters);
            terms.add(values, block * BLOCK, Math.min(rows, (block + 1) * BLOCK), sum);
            sums[block] = sum;
        });
        DerivativeSum total = new DerivativeSum(parameters);
        for (DerivativeSum sum : sums) {
            total.add(sum);
        }
        return total.derivatives();
    }
}
