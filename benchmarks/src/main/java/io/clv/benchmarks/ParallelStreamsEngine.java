package io.clv.benchmarks;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** {@link StreamsEngine} on a parallel stream: what is begun inside a pool stays in it. */
final class ParallelStreamsEngine implements Engine {

    private final SimulatedLog log;
    private final ForkJoinPool pool;

    ParallelStreamsEngine(SimulatedLog log, int threads) {
        this.log = log;
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public Summary aggregate() {
        List<CustomerRow> rows = pool.submit(() -> StreamsEngine.aggregate(
                        log, IntStream.range(0, log.size()).parallel()))
                .join();
        return rows::forEach;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
