package io.clv.numerics;

import java.util.SplittableRandom;

/** Draws that reach over many orders of magnitude, from a fixed seed. */
public final class LogUniform {

    private final SplittableRandom random;

    public LogUniform(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Log-uniform between low and high; one time in ten exactly 1 where 1 lies between. */
    public double next(double low, double high) {
        double draw = Math.exp(Math.log(low) + random.nextDouble() * Math.log(high / low));
        return low <= 1 && high >= 1 && random.nextInt(10) == 0 ? 1 : draw;
    }

    /** 0 one time in ten, otherwise whole and log-uniform from 1 to high. */
    public int whole(int high) {
        return random.nextInt(10) == 0 ? 0 : (int) Math.round(next(1, high));
    }

    /** One of the choices. */
    public int choice(int choices) {
        return random.nextInt(choices);
    }

    /** Uniform in (0, 1). */
    public double share() {
        return (random.nextInt(1 << 30) + 0.5) / (1 << 30);
    }
}
