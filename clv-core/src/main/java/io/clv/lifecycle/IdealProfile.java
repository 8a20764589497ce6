package io.clv.lifecycle;

import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.List;
import java.util.Optional;

/**
 * What the best customers of a segment are like: how long they have been in the base, what they are worth, and which
 * services they use.
 *
 * @param segment its label
 * @param customers in the segment whose services are known
 * @param ideal how many of them are the ideal
 * @param ofBase whether the segment has too few to tell, so that the ideal customers are those of the whole base
 * @param age the median age in the base of the ideal customers, in years
 * @param value their mean value
 * @param services how many services they use on average
 * @param lines each service, in the order in which margins were given
 */
public record IdealProfile(
        String segment,
        int customers,
        int ideal,
        boolean ofBase,
        Span age,
        Money value,
        double services,
        List<Line> lines) {

    /**
     * Copies the lines.
     *
     * @param segment its label
     * @param customers in the segment
     * @param ideal how many are the ideal
     * @param ofBase whether the ideal customers are those of the base
     * @param age median age in the base
     * @param value mean value
     * @param services used on average
     * @param lines each service
     */
    public IdealProfile {
        lines = List.copyOf(lines);
    }

    /**
     * A service in the profile of a segment.
     *
     * @param service its name
     * @param idealShare of the ideal customers, how many use it
     * @param share of all customers of the segment, how many use it
     * @param margin what it brings in a year, of those in the segment who have it, shrunken to the mean of the base
     * @param interval of that mean, in major units; empty where the margin was stated
     * @param peers in the segment who have it and whose margin is known; 0 where it was stated
     * @param wanted whether the ideal customer uses it, and it brings something
     */
    public record Line(
            String service,
            Ratio idealShare,
            Ratio share,
            Money margin,
            Optional<Interval> interval,
            int peers,
            boolean wanted) {}
}
