package io.clv.benchmarks;

/** The finalizer of SplitMix64, a bijection of the 64-bit numbers onto themselves: other input, other output. */
final class Mix {

    private Mix() {}

    static long bits(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
