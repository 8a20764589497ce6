package io.clv.segment;

import io.clv.ledger.Groups;
import java.util.List;

/**
 * The moves between segments that are to be expected if nobody changes: if every customer goes on as a fitted model
 * says, given what he did up to the earlier date. It is the regression to the mean that the segments have by their
 * nature. A model knows of each customer a history only, and takes part of it for chance; what it draws for the top
 * segment is therefore less than what the top segment did.
 *
 * <p>The later date is drawn many times over; a mean is over the draws, and so is the standard deviation, of what
 * chance does to the count of one move in one future. It does not hold the doubt about the parameters. Immutable and
 * safe to share between threads.
 */
public final class ExpectedMoves {

    private final Groups from;
    private final List<String> to;
    private final double[][] mean;
    private final double[][] deviation;
    private final int draws;
    private final String method;

    /** The sums of counts and of their squares over all draws. */
    ExpectedMoves(Groups from, List<String> to, long[][] sums, double[][] squares, int draws, String method) {
        this.from = from;
        this.to = to;
        this.draws = draws;
        this.method = method;
        mean = new double[sums.length][to.size()];
        deviation = new double[sums.length][to.size()];
        for (int code = 0; code < sums.length; code++) {
            for (int other = 0; other < to.size(); other++) {
                double average = (double) sums[code][other] / draws;
                mean[code][other] = average;
                double variance = (squares[code][other] - average * sums[code][other]) / (draws - 1.0);
                deviation[code][other] = Math.sqrt(Math.max(0, variance));
            }
        }
    }

    /**
     * The segments at the earlier date.
     *
     * @return one for each row
     */
    public Groups from() {
        return from;
    }

    /**
     * The names of the segments at the later date.
     *
     * @return by code
     */
    public List<String> to() {
        return to;
    }

    /**
     * The customers expected to move from one segment to another, or to stay.
     *
     * @param from the code of the segment at the earlier date
     * @param to the code of the segment at the later date
     * @return the mean over the draws; those of one segment sum to its customers
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public double mean(int from, int to) {
        return mean[from][to];
    }

    /**
     * By how much chance alone lets the count differ from its mean.
     *
     * @param from the code of the segment at the earlier date
     * @param to the code of the segment at the later date
     * @return the standard deviation over the draws
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public double standardDeviation(int from, int to) {
        return deviation[from][to];
    }

    /**
     * How often the later date was drawn.
     *
     * @return 2 or more
     */
    public int draws() {
        return draws;
    }

    /**
     * What the expectation rests on.
     *
     * @return words that follow "expected"
     */
    public String method() {
        return method;
    }

    @Override
    public String toString() {
        return "moves of " + Wording.customers(from.size()) + " expected " + method;
    }
}
