package io.clv.numerics;

/** Random counts, however large their mean, from a stream; exact, by draws of order statistics. */
public final class RandomCounts {

    /** Below these it is faster to count one by one. */
    private static final double FEW_EVENTS = 12;

    private static final long FEW_TRIALS = 24;

    private RandomCounts() {}

    /**
     * A Poisson draw (Ahrens and Dieter 1974): the moment of an event far ahead is a Gamma draw, and the events before
     * it are uniform.
     *
     * @param random the stream
     * @param mean finite, at most 1e15; none come of 0 or less
     * @return 0 or more
     */
    public static long poisson(RandomStream random, double mean) {
        long count = 0;
        double left = mean;
        while (left > FEW_EVENTS) {
            long events = (long) (0.875 * left);
            double moment = Math.exp(random.logGamma((double) events));
            if (moment > left) {
                return count + binomial(random, events - 1, left / moment);
            }
            count += events;
            left -= moment;
        }
        double none = Math.exp(-Math.max(0, left));
        for (double product = random.uniform(); product > none; product *= random.uniform()) {
            count++;
        }
        return count;
    }

    /**
     * A binomial draw (Relles 1972): the middle one of so many uniform numbers is a Beta draw, and tells on which side
     * of the probability half of them are.
     *
     * @param random the stream
     * @param trials 0 or more
     * @param probability of a success in each; all or none succeed if it is not between 0 and 1
     * @return from 0 to the number of trials
     */
    public static long binomial(RandomStream random, long trials, double probability) {
        long count = 0;
        long left = trials;
        double share = probability;
        while (left > FEW_TRIALS && share > 0 && share < 1) {
            long middle = (left + 1) / 2;
            double at = random.beta((double) middle, (double) (left + 1 - middle));
            if (at <= share) {
                count += middle;
                left -= middle;
                share = (share - at) / (1 - at);
            } else {
                left = middle - 1;
                share /= at;
            }
        }
        if (share >= 1) {
            return count + left;
        }
        for (; left > 0 && share > 0; left--) {
            count += random.uniform() < share ? 1 : 0;
        }
        return count;
    }

    /**
     * A factor with mean 1: a Gamma draw.
     *
     * @param random the stream
     * @param deviation the factor's standard deviation, 0 or more; nothing is drawn of 0
     * @return 0 or more
     */
    public static double factor(RandomStream random, double deviation) {
        if (deviation == 0) {
            return 1;
        }
        double shape = 1 / (deviation * deviation);
        return Math.exp(random.logGamma(shape) - Math.log(shape));
    }
}
