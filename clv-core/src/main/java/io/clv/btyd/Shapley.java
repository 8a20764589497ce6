package io.clv.btyd;

import java.util.function.IntToDoubleFunction;

/**
 * What each of several players adds to what all of them bring (Shapley 1953): the mean, over all orders in which they
 * may come, of what a player adds to those who came before. The numbers sum to what all bring more than nobody; none
 * depends on how the players are numbered; one who never changes anything gets exactly 0.
 */
final class Shapley {

    private Shapley() {}

    /** What each adds, by what a coalition is worth: the players whose bits are set. It is asked 2^players times. */
    static double[] of(int players, IntToDoubleFunction worth) {
        double[] worths = new double[1 << players];
        for (int coalition = 0; coalition < worths.length; coalition++) {
            worths[coalition] = worth.applyAsDouble(coalition);
        }
        double[] weights = weights(players);
        double[] added = new double[players];
        for (int player = 0; player < players; player++) {
            int bit = 1 << player;
            for (int before = 0; before < worths.length; before++) {
                if ((before & bit) == 0) {
                    added[player] += weights[Integer.bitCount(before)] * (worths[before | bit] - worths[before]);
                }
            }
        }
        return added;
    }

    /** The share of orders in which exactly a given coalition comes before a given player, by the coalition's size. */
    private static double[] weights(int players) {
        double[] weights = new double[players];
        for (int size = 0; size < players; size++) {
            weights[size] = size == 0 ? 1.0 / players : weights[size - 1] * size / (players - size);
        }
        return weights;
    }
}
