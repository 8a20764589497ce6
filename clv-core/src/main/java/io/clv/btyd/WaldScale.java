package io.clv.btyd;

/** The scale on which a quantity is taken as linear for a Wald interval, and so where its interval can lie. */
public enum WaldScale {
    /** The quantity as it is, {@code v -+ z s}: of any sign. */
    IDENTITY,
    /** Its log, {@code v exp(-+ z s / v)}: positive, such as expected purchases. */
    LOG,
    /** Its log odds, with the standard error {@code s / (v (1 - v))}: between 0 and 1, such as P(alive). */
    LOGIT
}
