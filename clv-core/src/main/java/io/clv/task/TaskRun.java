package io.clv.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** One call's state: the next number, and the failure of the lowest one. Made by the calling thread. */
final class TaskRun {

    private static final int NO_TASK = -1;

    private final int tasks;
    private final IntConsumer body;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private volatile boolean interrupted;

    TaskRun(int tasks, IntConsumer body) {
        this.tasks = tasks;
        this.body = body;
    }

    private record Failure(int task, Throwable cause) {}

    /** Takes one number after the other until none is left, one has failed, or the caller is interrupted. */
    void work() {
        while (begun.get() < tasks && failure.get() == null && !callerInterrupted()) {
            int task = begun.getAndUpdate(n -> n < tasks ? n + 1 : n);
            if (task == tasks) {
                return;
            }
            try {
                body.accept(task);
            } catch (Throwable cause) {
                fail(task, cause);
            }
        }
    }

    private boolean callerInterrupted() {
        if (caller.isInterrupted()) {
            interrupted = true;
        }
        return interrupted;
    }

    private void fail(int task, Throwable cause) {
        Failure mine = new Failure(task, cause);
        failure.accumulateAndGet(mine, (a, b) -> a == null || b == null || b.task < a.task ? b : a);
    }

    void withOwnThreads(int workers) {
        List<Thread> started = new ArrayList<>(workers);
        try {
            while (started.size() < workers) {
                Thread worker = new Thread(this::work, "clv-worker-" + (started.size() + 1));
                worker.setDaemon(true);
                worker.start();
                started.add(worker);
            }
        } catch (OutOfMemoryError e) {
            // The system has no thread left to give: the work goes on with those there are.
        }
        work();
        for (Thread worker : started) {
            uninterruptibly(worker::join);
        }
    }

    void withExecutor(int workers, Executor executor) {
        List<Worker> submitted = new ArrayList<>(workers);
        try {
            while (submitted.size() < workers) {
                Worker worker = new Worker();
                submitted.add(worker);
                executor.execute(worker);
            }
        } catch (RejectedExecutionException e) {
            // The executor is full or shut down: the work goes on with the workers it took.
        } catch (RuntimeException | Error e) {
            fail(NO_TASK, e);
        }
        work();
        submitted.forEach(Worker::release);
    }

    /** Begun by the executor or given back by the caller, whichever comes first: an idle one is never waited for. */
    private final class Worker implements Runnable {
        private final AtomicBoolean claimed = new AtomicBoolean();
        private final CountDownLatch done = new CountDownLatch(1);

        @Override
        public void run() {
            if (claimed.compareAndSet(false, true)) {
                try {
                    work();
                } finally {
                    done.countDown();
                }
            }
        }

        void release() {
            if (!claimed.compareAndSet(false, true)) {
                uninterruptibly(done::await);
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
                return;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    /** What the caller is told in the end. */
    void finish() {
        if (interrupted) {
            caller.interrupt();
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
        if (begun.get() < tasks) {
            throw new CancellationException("interrupted after " + begun + " of " + tasks + " tasks were begun");
        }
    }
}
