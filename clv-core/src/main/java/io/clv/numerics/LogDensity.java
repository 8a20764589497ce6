package io.clv.numerics;

/** The log of a density, up to a constant. */
@FunctionalInterface
public interface LogDensity {

    /**
     * The log density.
     *
     * @param point where; not to be changed
     * @return the value; minus infinity where there is none
     */
    double at(double[] point);
}
