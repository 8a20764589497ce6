package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clv.numerics.RandomStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scalar call leaves nothing for the garbage collector, whatever the compiler makes of it. */
class AllocationTest {

    private static final int ROUNDS = 200;

    static java.util.List<TransactionModel> models() {
        return TransactionModelTest.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void scalarCallsAllocateNothing(TransactionModel model) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count what a thread allocates");
        long id = Thread.currentThread().getId();
        double sum = everything(model);
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < ROUNDS; i++) {
            sum += everything(model);
        }
        long allocated = threads.getThreadAllocatedBytes(id) - before;
        assertThat(sum).isFinite();
        // the two readings themselves may cost a few bytes
        assertThat(allocated).isLessThan(ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFutureDrawnAllocatesNothing(TransactionModel model) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count what a thread allocates");
        long id = Thread.currentThread().getId();
        FutureDraws draws = FutureDraws.of(model);
        AmountDraws amounts = AmountDraws.of(GammaGamma.of(6.25, 3.74, 15.44));
        RandomStream random = RandomStream.of(1, 1);
        PurchaseTimes times = new PurchaseTimes();
        double sum = future(draws, amounts, random, times);
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < ROUNDS; i++) {
            sum += future(draws, amounts, random, times);
        }
        long allocated = threads.getThreadAllocatedBytes(id) - before;
        assertThat(sum).isFinite();
        assertThat(allocated).isLessThan(ROUNDS);
    }

    /** The same purchases each time, so that their times need no more room. */
    private static double future(FutureDraws draws, AmountDraws amounts, RandomStream random, PurchaseTimes times) {
        random.restart(4, 8);
        double stay = draws.draw(random, 30, 38, 39, 0.9, 52, times);
        amounts.customer(random, 30, 25, 52);
        return stay + amounts.sum(random, 52);
    }

    private static double everything(TransactionModel model) {
        return model.logLikelihood(3, 20, 39)
                + model.probabilityAlive(3, 20, 39)
                + model.expectedTransactions(3, 20, 39, 26)
                + model.expectedTransactions(30, 38, 39, 1e4)
                + model.probabilityOfCount(3, 20, 39, 4, 26)
                + model.probabilityOfPurchase(3, 20, 39, 26)
                + model.probabilityOfNoFurtherPurchase(3, 20, 39)
                + model.discountedExpectedTransactions(3, 20, 39, 0.0027)
                + model.discountedExpectedTransactions(3, 20, 39, 0.0027, 52)
                + model.discountedExpectedTransactions(30, 38, 39, 0.0027, 1e4)
                + model.discountedExpectedLifetime(3, 20, 39, 0.0027)
                + model.discountedExpectedLifetime(3, 20, 39, 0.0027, 52);
    }
}
