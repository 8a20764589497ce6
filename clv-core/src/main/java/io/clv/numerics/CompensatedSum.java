package io.clv.numerics;

/**
 * A sum that carries what rounding took off (Neumaier 1974): its error is one rounding of the result, whatever the
 * number of terms, unless they cancel by more than 16 digits. Not safe to share between threads.
 */
public final class CompensatedSum {

    private double sum;
    private double lost;

    /** An empty sum. */
    public CompensatedSum() {}

    /**
     * The sum of some terms.
     *
     * @param terms finite
     * @return the sum, rounded once
     */
    public static double of(double[] terms) {
        CompensatedSum sum = new CompensatedSum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum.value();
    }

    /**
     * Adds a term.
     *
     * @param term finite
     */
    public void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /**
     * Adds what another sum holds, with what it had lost.
     *
     * @param other the other sum
     */
    public void add(CompensatedSum other) {
        add(other.sum);
        add(other.lost);
    }

    /**
     * The sum so far.
     *
     * @return the sum, rounded once
     */
    public double value() {
        return sum + lost;
    }
}
