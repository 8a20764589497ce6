package io.clv.scenario;

import io.clv.quantity.GrowthRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;

/**
 * The customers who are to come: so many a day, more or fewer as time goes on, and never exactly as many as expected.
 * On day k, from 0, the expectation is {@code pace (1 + g)^k}, with the pace and the growth g per day, times the index
 * of the season and the common factor of the period; how many come is a Poisson draw around it.
 *
 * @param pace how many come on the first day
 * @param growth of the pace
 * @param variation by how much days differ beyond that chance: the relative standard deviation of a Gamma factor with
 *     mean 1 of each day; 0% for none
 * @param doubt by how much the whole pace may be missed: the same of one factor for all days of a future; 0% if the
 *     pace is taken to be known
 */
public record Inflow(Pace pace, GrowthRate growth, Ratio variation, Ratio doubt) {

    private static final double LARGEST_DEVIATION = 10;

    /**
     * Checks the deviations.
     *
     * @param pace how many come on the first day
     * @param growth of the pace
     * @param variation by how much days differ beyond chance
     * @param doubt by how much the whole pace may be missed
     * @throws IllegalArgumentException if a deviation is negative or above 1000%
     */
    public Inflow {
        requireDeviation("variation of newcomers", variation);
        requireDeviation("doubt about newcomers", doubt);
    }

    static void requireDeviation(String name, Ratio deviation) {
        if (!(deviation.value() >= 0 && deviation.value() <= LARGEST_DEVIATION)) {
            throw new IllegalArgumentException(name + " must be between 0% and 1000%, but was " + deviation);
        }
    }

    /**
     * As many every day but for chance.
     *
     * @param pace how many come
     * @return the inflow
     */
    public static Inflow of(Pace pace) {
        return new Inflow(pace, GrowthRate.of(0, ChronoUnit.DAYS), Ratio.ZERO, Ratio.ZERO);
    }

    /**
     * The same, more or fewer as time goes on.
     *
     * @param rate of the pace
     * @return another inflow
     */
    public Inflow growing(GrowthRate rate) {
        return new Inflow(pace, rate, variation, doubt);
    }

    /**
     * The same with days that differ more.
     *
     * @param deviation the relative standard deviation of a day beyond chance
     * @return another inflow
     * @throws IllegalArgumentException if it is negative or above 1000%
     */
    public Inflow varying(Ratio deviation) {
        return new Inflow(pace, growth, deviation, doubt);
    }

    /**
     * The same with a pace that is in doubt as a whole.
     *
     * @param deviation the relative standard deviation of the pace
     * @return another inflow
     * @throws IllegalArgumentException if it is negative or above 1000%
     */
    public Inflow doubted(Ratio deviation) {
        return new Inflow(pace, growth, variation, deviation);
    }

    @Override
    public String toString() {
        return pace
                + (growth.share() == 0 ? "" : ", growing " + growth)
                + (variation.value() > 0 ? ", varying " + variation : "")
                + (doubt.value() > 0 ? ", give or take " + doubt : "");
    }
}
