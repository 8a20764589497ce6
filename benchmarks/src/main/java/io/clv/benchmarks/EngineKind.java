package io.clv.benchmarks;

import java.util.Locale;

/** The contenders of the aggregation. */
public enum EngineKind {

    /** This library. */
    CLV(true) {
        @Override
        Engine open(SimulatedLog log, int threads) {
            return new ClvEngine(log, threads);
        }
    },

    /** What one writes without a library, with care: a hash map of customers, each with a hash set of days. */
    HASH_MAP(false) {
        @Override
        Engine open(SimulatedLog log, int threads) {
            return new HashMapEngine(log);
        }
    },

    /** {@code groupingBy} customer, {@code groupingBy} day, {@code summingLong}. */
    STREAMS(false) {
        @Override
        Engine open(SimulatedLog log, int threads) {
            return new StreamsEngine(log);
        }
    },

    /** The same on a parallel stream, in a pool of so many threads. */
    PARALLEL_STREAMS(true) {
        @Override
        Engine open(SimulatedLog log, int threads) {
            return new ParallelStreamsEngine(log, threads);
        }
    },

    /** DuckDB in this process, its data loaded before. */
    DUCKDB(true) {
        @Override
        Engine open(SimulatedLog log, int threads) {
            return new DuckDbEngine(log, threads);
        }
    };

    private final boolean parallel;

    EngineKind(boolean parallel) {
        this.parallel = parallel;
    }

    /** Makes an engine for a log, ready to aggregate. */
    abstract Engine open(SimulatedLog log, int threads);

    boolean runsOn(int threads) {
        return parallel || threads == 1;
    }

    /** Whether a plan has a line for so many threads: parallel streams on one thread are no rival. */
    boolean isComparedOn(int threads) {
        return runsOn(threads) && (this != PARALLEL_STREAMS || threads > 1);
    }

    /**
     * Opens an engine that has shown to be right: nothing is timed that gives another answer.
     *
     * @throws IllegalArgumentException if the engine does not run on so many threads
     * @throws IllegalStateException if its summary is not the expected one
     */
    Engine openVerified(SimulatedLog log, int threads) {
        if (!runsOn(threads)) {
            throw new IllegalArgumentException(this + " runs on 1 thread, but threads was " + threads);
        }
        Engine engine = open(log, threads);
        Checksum found = new Checksum();
        engine.aggregate().forEach(found);
        if (!found.equals(log.expected)) {
            engine.close();
            throw new IllegalStateException(
                    this + " disagrees: the log has " + log.expected + ", but it found " + found);
        }
        return engine;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
