package io.clv.task;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelismTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 33})
    void everyTaskIsRunOnce(int threads) {
        for (int tasks : new int[] {0, 1, 2, 7, 1000}) {
            AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
            Parallelism.of(threads).run(tasks, runs::incrementAndGet);
            assertThat(IntStream.range(0, tasks).map(runs::get).boxed().toList())
                    .isEqualTo(Collections.nCopies(tasks, 1));
        }
    }

    @Test
    void theCallingThreadAloneRunsInOrder() {
        List<Integer> order = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Parallelism.sequential().run(5, task -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            order.add(task);
        });
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 4", "8, 3"})
    void theCallerTakesPartAndTheOthersAreNamedDaemonsThatEndWithTheCall(int threads, int tasks) {
        // All meet at the barrier, so each thread has exactly one task.
        CyclicBarrier all = new CyclicBarrier(tasks);
        Queue<Thread> seen = new ConcurrentLinkedQueue<>();
        Parallelism.of(threads).run(tasks, task -> {
            seen.add(Thread.currentThread());
            meet(all);
        });
        Thread caller = Thread.currentThread();
        List<Thread> workers = seen.stream().filter(thread -> thread != caller).toList();
        assertThat(seen).contains(caller).doesNotHaveDuplicates();
        assertThat(workers)
                .extracting(Thread::getName)
                .containsExactlyInAnyOrder(IntStream.range(1, tasks)
                        .mapToObj(i -> "clv-worker-" + i)
                        .toArray(String[]::new));
        assertThat(workers).allMatch(Thread::isDaemon).noneMatch(Thread::isAlive);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void whatTheTasksWroteIsVisibleAndTheSameForAnyParallelism(int threads) {
        double[] written = new double[10_000];
        Parallelism.of(threads).run(written.length, task -> written[task] = Math.sqrt(task));
        assertThat(written)
                .isEqualTo(IntStream.range(0, written.length)
                        .mapToDouble(Math::sqrt)
                        .toArray());
    }

    @Test
    void tasksMayUseParallelismThemselves() {
        Parallelism parallelism = Parallelism.of(3);
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        parallelism.run(10, outer -> parallelism.run(10, inner -> done.add(10 * outer + inner)));
        assertThat(done).hasSize(100);
    }

    @Test
    void saysHowManyThreads() {
        assertThat(Parallelism.sequential().threads()).isEqualTo(1);
        assertThat(Parallelism.of(3).threads()).isEqualTo(3);
        assertThat(Parallelism.available().threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(Parallelism.sequential()).hasToString("1 thread");
        assertThat(Parallelism.of(3)).hasToString("3 threads");
        assertThat(Parallelism.on(Runnable::run, 3)).hasToString("3 threads of an executor");
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parallelism.of(0))
                .withMessage("threads must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parallelism.on(Runnable::run, -2))
                .withMessage("threads must be at least 1, but was -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parallelism.sequential().run(-1, task -> {}))
                .withMessage("tasks must not be negative, but was -1");
    }

    @Test
    void silenceHearsAnything() {
        Progress.none().at("reading", 1, -1);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
