package io.clv.task;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelismExecutorTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(2, task -> new Thread(task, "of-the-pool"));

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void theCallerAndThreadsOfTheExecutorWorkTogether() {
        CyclicBarrier three = new CyclicBarrier(3);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        Parallelism.on(pool, 3).run(3, task -> {
            seen.add(Thread.currentThread());
            meet(three);
        });
        assertThat(seen).hasSize(3).contains(Thread.currentThread());
        assertThat(seen)
                .filteredOn(thread -> thread.getName().equals("of-the-pool"))
                .hasSize(2);
    }

    @Test
    void whatTheTasksWroteIsVisible() {
        int[] written = new int[10_000];
        Parallelism.on(pool, 3).run(written.length, task -> written[task] = task);
        assertThat(written).isEqualTo(IntStream.range(0, written.length).toArray());
    }

    @Test
    void workersAtWorkAreWaitedFor() {
        Thread caller = Thread.currentThread();
        CyclicBarrier both = new CyclicBarrier(2);
        boolean[] finished = new boolean[1];
        Parallelism.on(pool, 2).run(2, task -> {
            meet(both);
            if (Thread.currentThread() != caller) {
                while (caller.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                finished[0] = true;
            }
        });
        assertThat(finished[0]).isTrue();
    }

    @Test
    void anExecutorThatRefusesLeavesTheWorkToTheCaller() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger done = new AtomicInteger();
        pool.shutdown();
        Parallelism.on(pool, 4).run(100, task -> {
            seen.add(Thread.currentThread());
            done.incrementAndGet();
        });
        assertThat(seen).containsExactly(Thread.currentThread());
        assertThat(done).hasValue(100);
    }

    @Test
    void anExecutorThatTakesOneIsAskedForNoThird() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Executor full = command -> {
            if (asked.incrementAndGet() > 1) {
                throw new RejectedExecutionException("full");
            }
            pool.execute(command);
        };
        Parallelism.on(full, 8).run(100, task -> done.incrementAndGet());
        assertThat(asked).hasValue(2);
        assertThat(done).hasValue(100);
    }

    @Test
    void anExecutorThatNeverBeginsIsNotWaitedForAndBeginsNothingLater() {
        List<Runnable> queue = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        Parallelism.on(queue::add, 4).run(100, task -> done.incrementAndGet());
        assertThat(queue).hasSize(3);
        queue.forEach(Runnable::run);
        assertThat(done).hasValue(100);
    }

    @Test
    void anExecutorOfTheCallersThreadDoesAllOfIt() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger done = new AtomicInteger();
        Parallelism.on(Runnable::run, 4).run(100, task -> {
            seen.add(Thread.currentThread());
            done.incrementAndGet();
        });
        assertThat(seen).containsExactly(Thread.currentThread());
        assertThat(done).hasValue(100);
    }

    @Test
    void anExecutorOfTheCallersThreadIsInterruptedLikeIt() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Parallelism.on(Runnable::run, 4).run(10, task -> {
                    if (task == 3) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .withMessage("interrupted after 4 of 10 tasks were begun");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void workWithinTheOnlyThreadOfAnExecutorDoesNotWaitForItself() throws Exception {
        ExecutorService single = Executors.newSingleThreadExecutor();
        try {
            AtomicInteger done = new AtomicInteger();
            Parallelism parallelism = Parallelism.on(single, 4);
            single.submit(() -> parallelism.run(10, outer -> parallelism.run(10, inner -> done.incrementAndGet())))
                    .get(30, SECONDS);
            assertThat(done).hasValue(100);
        } finally {
            single.shutdownNow();
        }
    }

    @Test
    void aBrokenExecutorIsToldAfterItsWorkersAreDone() {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        Executor broken = command -> {
            if (asked.incrementAndGet() == 2) {
                while (atWork.get() == 0) {
                    Thread.onSpinWait();
                }
                throw new IllegalStateException("broken");
            }
            pool.execute(command);
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> Parallelism.on(broken, 3).run(Integer.MAX_VALUE, task -> {
                    atWork.incrementAndGet();
                    atWork.decrementAndGet();
                }))
                .withMessage("broken");
        assertThat(atWork).hasValue(0);
    }

    @Test
    void aFailureInAThreadOfTheExecutorReachesTheCaller() {
        CyclicBarrier both = new CyclicBarrier(2);
        Thread caller = Thread.currentThread();
        assertThatIllegalStateException()
                .isThrownBy(() -> Parallelism.on(pool, 2).run(2, task -> {
                    meet(both);
                    if (Thread.currentThread() != caller) {
                        throw new IllegalStateException("in the pool");
                    }
                }))
                .withMessage("in the pool");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
