package io.clv.btyd;

/**
 * What a model says of one history: {@code model::probabilityAlive}, or {@code (x, last, age) ->
 * model.expectedTransactions(x, last, age, 39)}.
 */
@FunctionalInterface
public interface HistoryFunction {

    /**
     * The number of a history. The same history must have the same number whenever and from whichever thread it is
     * asked for.
     *
     * @param x repeat purchases
     * @param last the time of the last one, t_x
     * @param age the time observed, T
     * @return the number
     */
    double at(int x, double last, double age);
}
