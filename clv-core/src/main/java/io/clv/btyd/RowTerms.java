package io.clv.btyd;

/** A model's likelihood over stretches of rows. */
@FunctionalInterface
interface RowTerms {

    /** Adds rows {@code from} (included) to {@code to} (excluded) at the given parameters. */
    void add(double[] parameters, int from, int to, DerivativeSum sum);
}
