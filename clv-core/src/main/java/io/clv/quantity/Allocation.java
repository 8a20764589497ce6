package io.clv.quantity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Shares out whole units so that the shares sum to the whole, by largest remainder. */
final class Allocation {

    private Allocation() {}

    static long[] equally(long units, int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be at least 1, but was " + parts);
        }
        long[] shares = new long[parts];
        long left = units % parts;
        Arrays.fill(shares, units / parts);
        for (int i = 0; i < Math.abs(left); i++) {
            shares[i] += Long.signum(left);
        }
        return shares;
    }

    static long[] byWeights(long units, long[] weights) {
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("weight must not be negative, but was " + weight);
            }
            sum = sum.add(BigInteger.valueOf(weight));
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("weights must not all be zero, but were " + Arrays.toString(weights));
        }
        long[] shares = new long[weights.length];
        BigInteger[] cutOff = new BigInteger[weights.length];
        long left = units;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = BigInteger.valueOf(units)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(sum);
            shares[i] = share[0].longValueExact();
            cutOff[i] = share[1].abs();
            left -= shares[i];
        }
        int[] order = largestFirst(cutOff);
        for (int i = 0; i < Math.abs(left); i++) {
            shares[order[i]] += Long.signum(left);
        }
        return shares;
    }

    /** The positions of the values from the largest down, the earlier first among equals. */
    static <T extends Comparable<T>> int[] largestFirst(T[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> values[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
