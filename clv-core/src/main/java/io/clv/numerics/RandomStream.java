package io.clv.numerics;

/**
 * Random draws for one customer: the stream is keyed by a seed and a number, so that what a customer gets depends
 * neither on the order nor on the thread in which customers are drawn. The bits are SplitMix64's (Steele, Lea and Flood
 * 2014), and all that is made of them is here, and so the same on every JDK. Not safe to share between threads.
 */
public final class RandomStream {

    private static final double UNIT = 0x1p-52;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /**
     * The stream of a number under a seed.
     *
     * @param seed which world
     * @param number which customer
     * @return the stream, from its beginning
     */
    public static RandomStream of(long seed, long number) {
        return new RandomStream(start(seed, number));
    }

    /**
     * Turns this stream into that of another number, or of the same from its beginning: as {@link #of} without an
     * object.
     *
     * @param seed which world
     * @param number which customer
     */
    public void restart(long seed, long number) {
        state = start(seed, number);
    }

    /** Neighbouring seeds must not give shifted copies of one stream: each goes through a generator of its own. */
    private static long start(long seed, long number) {
        return mix(seed + GOLDEN) ^ mix(~number + GOLDEN);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * 64 random bits, as a seed for what draws on its own.
     *
     * @return any number
     */
    public long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /**
     * A uniform draw.
     *
     * @return between 0 and 1, both excluded
     */
    public double uniform() {
        return ((bits() >>> 12) + 0.5) * UNIT;
    }

    /**
     * An exponential draw with mean 1.
     *
     * @return positive
     */
    public double exponential() {
        return -Math.log(uniform());
    }

    /**
     * A standard normal draw, by Marsaglia's polar method (1964); the second of each pair is not kept.
     *
     * @return finite
     */
    public double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * Math.sqrt(-2 * Math.log(square) / square);
            }
        }
    }

    /**
     * The log of a Gamma draw with scale 1, by Marsaglia and Tsang (2000); for shapes below 1 with their boost, in
     * logs, so that a tiny shape gives a very negative number and not minus infinity.
     *
     * @param shape positive
     * @return the log of the draw
     */
    public double logGamma(double shape) {
        if (shape < 1) {
            return logGamma(shape + 1) - exponential() / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = uniform();
            double square = x * x;
            // the first spares the logs of most draws, and never says yes where the second would not
            if (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) {
                return Math.log(d * v);
            }
        }
    }

    /**
     * A Beta draw.
     *
     * @param a positive
     * @param b positive
     * @return between 0 and 1; either end if a parameter is tiny
     */
    public double beta(double a, double b) {
        double logA = logGamma(a);
        double logB = logGamma(b);
        return 1 / (1 + Math.exp(logB - logA));
    }
}
