package io.clv.benchmarks;

import java.util.function.Consumer;

/** One way to fold a log to one row a customer. What it needs before (loading, starting threads) it did when made. */
interface Engine extends AutoCloseable {

    /** Folds the log; the result stays where the engine leaves it. This is what is timed. */
    Summary aggregate();

    @Override
    default void close() {}

    /** A result that can be read. */
    @FunctionalInterface
    interface Summary {
        void forEach(Consumer<CustomerRow> reader);
    }
}
