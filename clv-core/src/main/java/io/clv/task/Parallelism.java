package io.clv.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
     * @throws CancellationException if the calling thread is interrupted; its interrupt flag stays set, tasks not yet
     *     begun are not begun, and those at work are waited for
     * @throws RuntimeException what a task threw; of several, that of the lowest number that was run
     */
    public void run(int tasks, IntConsumer body) {
        Run run = new Run(tasks, body);
        int helpers = Math.min(threads, tasks) - 1;
        if (helpers <= 0) {
            run.work(true);
        } else if (executor == null) {
            run.withOwnThreads(helpers);
        } else {
            run.withExecutor(helpers, executor);
        }
        run.rethrow();
    }

    @Override
    public String toString() {
        return threads == 1 ? "1 thread" : threads + " threads" + (executor == null ? "" : " of an executor");
    }

    /** One call's state: the next number, and the failure of the lowest one. */
    private static final class Run {
        private final int tasks;
        private final IntConsumer body;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
        private volatile boolean interrupted;

        Run(int tasks, IntConsumer body) {
            this.tasks = tasks;
            this.body = body;
        }

        private record Failure(int task, Throwable cause) {}

        void work(boolean caller) {
            while (!interrupted && failure.get() == null) {
                if (caller && Thread.currentThread().isInterrupted()) {
                    interrupted = true;
                    return;
                }
                int task = next.getAndIncrement();
                if (task < 0 || task >= tasks) {
                    next.set(tasks);
                    return;
                }
                try {
                    body.accept(task);
                } catch (Throwable cause) {
                    Failure mine = new Failure(task, cause);
                    failure.accumulateAndGet(mine, (a, b) -> a == null || b == null || b.task < a.task ? b : a);
                }
            }
        }

        void withOwnThreads(int helpers) {
            Thread[] workers = new Thread[helpers];
            for (int i = 0; i < helpers; i++) {
                workers[i] = new Thread(() -> work(false), "clv-worker-" + (i + 1));
                workers[i].setDaemon(true);
                workers[i].start();
            }
            work(true);
            for (Thread worker : workers) {
                uninterruptibly(worker::join);
            }
        }

        void withExecutor(int helpers, Executor executor) {
            CountDownLatch[] done = new CountDownLatch[helpers];
            AtomicInteger[] claims = new AtomicInteger[helpers];
            int submitted = 0;
            for (; submitted < helpers; submitted++) {
                CountDownLatch latch = new CountDownLatch(1);
                AtomicInteger claim = new AtomicInteger();
                done[submitted] = latch;
                claims[submitted] = claim;
                try {
                    executor.execute(() -> {
                        if (claim.compareAndSet(0, 1)) {
                            try {
                                work(false);
                            } finally {
                                latch.countDown();
                            }
                        }
                    });
                } catch (RejectedExecutionException e) {
                    break;
                }
            }
            work(true);
            // A worker that the executor has not begun by now finds its claim taken and is not waited for.
            for (int i = 0; i < submitted; i++) {
                if (!claims[i].compareAndSet(0, 2)) {
                    uninterruptibly(done[i]::await);
                }
            }
        }

        private interface Wait {
            void await() throws InterruptedException;
        }

        private void uninterruptibly(Wait wait) {
            while (true) {
                try {
                    wait.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }

        void rethrow() {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Failure first = failure.get();
            if (first != null) {
                if (first.cause instanceof RuntimeException e) {
                    throw e;
                }
                if (first.cause instanceof Error e) {
                    throw e;
                }
                throw new IllegalStateException(first.cause);
            }
            if (interrupted) {
                throw new CancellationException(
                        "interrupted after " + Math.min(next.get(), tasks) + " of " + tasks + " tasks were begun");
            }
        }
    }
}
