package io.clv.task;

/**
 * Hears how far a long piece of work has come. It may be called from any of the threads at work, a few times a second
 * at most by intent of the callers, and must return quickly; what it throws ends the work.
 */
@FunctionalInterface
public interface Progress {

    /**
     * Told that a stage has come some way.
     *
     * @param stage the stage's name, such as "reading"
     * @param done units done so far
     * @param total units in all, or -1 where that is not known
     */
    void at(String stage, long done, long total);

    /**
     * A listener that hears nothing.
     *
     * @return the silent listener
     */
    static Progress none() {
        return (stage, done, total) -> {};
    }
}
