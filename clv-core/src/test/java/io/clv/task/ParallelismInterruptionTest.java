package io.clv.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test ends by taking the flag that an interrupted call must leave set. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelismInterruptionTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anInterruptedCallerBeginsNothing(int threads) {
        AtomicInteger begun = new AtomicInteger();
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Parallelism.of(threads).run(5, task -> begun.incrementAndGet()))
                .withMessage("interrupted after 0 of 5 tasks were begun");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(begun).hasValue(0);
    }

    @Test
    void tasksNotYetBegunAreNotBegun() {
        AtomicInteger begun = new AtomicInteger();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Parallelism.sequential().run(10, task -> {
                    begun.incrementAndGet();
                    if (task == 3) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .withMessage("interrupted after 4 of 10 tasks were begun");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(begun).hasValue(4);
    }

    @Test
    void workersStopWhileTheCallerIsStillAtWork() {
        Thread caller = Thread.currentThread();
        Thread[] worker = new Thread[1];
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger begun = new AtomicInteger();
        Throwable thrown = thrownBy(() -> Parallelism.of(2).run(Integer.MAX_VALUE, task -> {
            begun.incrementAndGet();
            if (task > 1) {
                return;
            }
            if (Thread.currentThread() != caller) {
                worker[0] = Thread.currentThread();
                meet(both);
                return;
            }
            meet(both);
            caller.interrupt();
            while (worker[0].isAlive()) {
                Thread.onSpinWait();
            }
        }));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown)
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after %s of 2147483647 tasks were begun", begun);
    }

    @Test
    void aCallerInterruptedWhileItWaitsForTheLastTaskStillWaits() {
        Thread caller = Thread.currentThread();
        CyclicBarrier both = new CyclicBarrier(2);
        boolean[] finished = new boolean[1];
        Parallelism.of(2).run(2, task -> {
            meet(both);
            if (Thread.currentThread() != caller) {
                untilWaiting(caller);
                caller.interrupt();
                while (caller.isInterrupted()) {
                    Thread.onSpinWait();
                }
                untilWaiting(caller);
                finished[0] = true;
            }
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(finished[0]).isTrue();
    }

    @Test
    void workThatIsDoneIsNotThrownAway() {
        int[] sum = new int[1];
        Parallelism.sequential().run(4, task -> {
            sum[0] += task;
            if (task == 3) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sum[0]).isEqualTo(6);
    }

    private static void untilWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static Throwable thrownBy(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("nothing was thrown");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
