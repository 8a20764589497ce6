package io.clv.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelismFailureTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theFailureOfTheLowestTaskIsThrownForAnyParallelism(int threads) {
        for (int repeat = 0; repeat < 200; repeat++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Parallelism.of(threads).run(50, task -> {
                        if (task % 7 == 6) {
                            throw new IllegalStateException("task " + task);
                        }
                    }))
                    .withMessage("task 6");
        }
    }

    @Test
    void evenIfALaterTaskFailedFirst() {
        CountDownLatch laterFails = new CountDownLatch(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> Parallelism.of(2).run(2, task -> {
                    if (task == 1) {
                        laterFails.countDown();
                    } else {
                        await(laterFails);
                    }
                    throw new IllegalStateException("task " + task);
                }))
                .withMessage("task 0");
    }

    @Test
    void noTaskIsBegunAfterAFailure() {
        AtomicInteger begun = new AtomicInteger();
        assertThatIllegalStateException()
                .isThrownBy(() -> Parallelism.sequential().run(10, task -> {
                    begun.incrementAndGet();
                    if (task == 3) {
                        throw new IllegalStateException("task 3");
                    }
                }))
                .withMessage("task 3");
        assertThat(begun).hasValue(4);
    }

    @Test
    void tasksAtWorkAreWaitedFor() {
        CountDownLatch failed = new CountDownLatch(1);
        boolean[] finished = new boolean[1];
        assertThatIllegalStateException()
                .isThrownBy(() -> Parallelism.of(2).run(2, task -> {
                    if (task == 1) {
                        failed.countDown();
                        throw new IllegalStateException("task 1");
                    }
                    await(failed);
                    finished[0] = true;
                }))
                .withMessage("task 1");
        assertThat(finished[0]).isTrue();
    }

    @Test
    void theFailureItselfIsThrown() {
        Error error = new AssertionError("wrong");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Parallelism.of(2).run(2, task -> {
                    throw error;
                }))
                .isSameAs(error);
        RuntimeException exception = new UnsupportedOperationException("not yet");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Parallelism.of(2).run(2, task -> {
                    throw exception;
                }))
                .isSameAs(exception);
    }

    @Test
    void aCheckedExceptionThatSlippedThroughIsWrapped() {
        IOException cause = new IOException("gone");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Parallelism.of(2).run(2, task -> ParallelismFailureTest.<RuntimeException>slip(cause)))
                .withMessage("java.io.IOException: gone")
                .havingCause()
                .isSameAs(cause);
    }

    @Test
    void aFailureIsToldBeforeAnInterruption() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Parallelism.sequential().run(5, task -> {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("task " + task);
                }))
                .withMessage("task 0");
        assertThat(Thread.interrupted()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void slip(Throwable cause) throws T {
        throw (T) cause;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
