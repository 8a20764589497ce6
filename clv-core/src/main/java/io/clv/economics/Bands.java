package io.clv.economics;

/** Numbers between cuts, each band with a label such as "30 to 45". */
final class Bands {

    private final double[] cuts;

    private Bands(double[] cuts) {
        this.cuts = cuts;
    }

    static Bands of(String column, double... cuts) {
        if (cuts.length == 0) {
            throw new IllegalArgumentException("bands of '" + column + "' need at least one cut, but had none");
        }
        for (int i = 0; i < cuts.length; i++) {
            if (!Double.isFinite(cuts[i]) || (i > 0 && cuts[i] <= cuts[i - 1])) {
                throw new IllegalArgumentException("cuts of '" + column + "' must be finite and ascending, but cut "
                        + (i + 1) + " was " + cuts[i]);
            }
        }
        return new Bands(cuts.clone());
    }

    String label(double number) {
        int band = 0;
        while (band < cuts.length && number >= cuts[band]) {
            band++;
        }
        if (band == 0) {
            return "below " + Wording.number(cuts[0]);
        }
        String from = Wording.number(cuts[band - 1]);
        return band == cuts.length ? from + " and above" : from + " to " + Wording.number(cuts[band]);
    }
}
