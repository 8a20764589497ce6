package io.clv.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How many threads a piece of work may use, and whose. The calling thread always takes part; the others are daemon
 * threads that live no longer than the call, or come from the caller's executor. The common pool is never used.
 *
 * <p>Tasks are numbered and handed out in order. What they compute must not depend on which thread ran them, and
 * nothing in this library does: a result is the same to the last bit for any parallelism.
 */
public final class Parallelism {

    private static final Parallelism SEQUENTIAL = new Parallelism(1, null);

    private final int threads;
    private final @Nullable Executor executor;

    private Parallelism(int threads, @Nullable Executor executor) {
        this.threads = threads;
        this.executor = executor;
    }

    /**
     * The calling thread alone.
     *
     * @return one thread
     */
    public static Parallelism sequential() {
        return SEQUENTIAL;
    }

    /**
     * As many threads as the machine has processors, the calling one among them.
     *
     * @return all processors
     */
    public static Parallelism available() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /**
     * A number of threads, the calling one among them; the others are daemons, joined before the call returns.
     *
     * @param threads at least 1
     * @return the parallelism
     * @throws IllegalArgumentException if there is no thread
     */
    public static Parallelism of(int threads) {
        return new Parallelism(requireThread(threads), null);
    }

    /**
     * The calling thread and up to {@code threads - 1} workers of the caller's executor. Work goes on with fewer if the
     * executor is busy or refuses.
     *
     * @param executor where the workers run
     * @param threads at least 1
     * @return the parallelism
     * @throws IllegalArgumentException if there is no thread
     */
    public static Parallelism on(Executor executor, int threads) {
        return new Parallelism(requireThread(threads), executor);
    }

    private static int requireThread(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
        }
        return threads;
    }

    /**
     * The most threads that will work at once.
     *
     * @return at least 1
     */
    public int threads() {
        return threads;
    }

    /**
     * Runs {@code body} once for each of the numbers 0 to {@code tasks - 1} and returns when all are done. All that the
     * tasks wrote is visible to the caller afterwards.
     *
     * @param tasks how many
     * @param body what to do for a number
     * @throws IllegalArgumentException if {@code tasks} is negative
     * @throws CancellationException if the calling thread is interrupted before the last task is begun: no other is
     *     begun then, and those at work are waited for; in any case the interrupt flag stays set
     * @throws RuntimeException what a task threw; of several, that of the lowest number, which is the same for any
     *     parallelism, because numbers are handed out in order and those at work are waited for
     */
    public void run(int tasks, IntConsumer body) {
        if (tasks < 0) {
            throw new IllegalArgumentException("tasks must not be negative, but was " + tasks);
        }
        TaskRun run = new TaskRun(tasks, body);
        int workers = Math.min(threads, tasks) - 1;
        if (workers <= 0) {
            run.work();
        } else if (executor == null) {
            run.withOwnThreads(workers);
        } else {
            run.withExecutor(workers, executor);
        }
        run.finish();
    }

    @Override
    public String toString() {
        return threads == 1 ? "1 thread" : threads + " threads" + (executor == null ? "" : " of an executor");
    }
}
