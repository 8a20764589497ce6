package io.clv.btyd;

/**
 * What the values of a base are made of, in its rows.
 *
 * @param scores what else the model says
 * @param alive P(alive)
 * @param spend expected on a purchase
 * @param purchases expected ahead, discounted
 * @param lifetime expected ahead, discounted; empty where nobody costs anything
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, and is not written to
record BaseFactors(BaseScores scores, double[] alive, double[] spend, double[] purchases, double[] lifetime) {}
