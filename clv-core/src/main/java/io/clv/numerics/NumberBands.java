package io.clv.numerics;

import java.math.BigDecimal;

/** Numbers between cuts, each band with a label such as "30 to 45". */
public final class NumberBands {

    private final double[] cuts;

    private NumberBands(double[] cuts) {
        this.cuts = cuts;
    }

    /**
     * The bands of a column, one more than there are cuts.
     *
     * @param column its name
     * @param cuts where a band ends and the next begins, to which the cut belongs; ascending
     * @return the bands
     * @throws IllegalArgumentException if there is no cut, or one is not finite or not above the one before
     */
    public static NumberBands of(String column, double... cuts) {
        if (cuts.length == 0) {
            throw new IllegalArgumentException("bands of '" + column + "' need at least one cut, but had none");
        }
        for (int i = 0; i < cuts.length; i++) {
            if (!Double.isFinite(cuts[i]) || (i > 0 && cuts[i] <= cuts[i - 1])) {
                throw new IllegalArgumentException("cuts of '" + column + "' must be finite and ascending, but cut "
                        + (i + 1) + " was " + cuts[i]);
            }
        }
        return new NumberBands(cuts.clone());
    }

    /**
     * The band of a number.
     *
     * @param number any but NaN
     * @return such as "below 30", "30 to 45" and "45 and above"
     */
    public String label(double number) {
        int band = 0;
        while (band < cuts.length && number >= cuts[band]) {
            band++;
        }
        if (band == 0) {
            return "below " + text(cuts[0]);
        }
        String from = text(cuts[band - 1]);
        return band == cuts.length ? from + " and above" : from + " to " + text(cuts[band]);
    }

    /** With the digits that were given, so that no two cuts look alike. */
    private static String text(double cut) {
        BigDecimal decimal = BigDecimal.valueOf(cut);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
