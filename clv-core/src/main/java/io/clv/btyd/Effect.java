package io.clv.btyd;

/**
 * What covariates act on: a parameter is multiplied by {@code e^(sign x coefficients' sum)}.
 *
 * @param name what the coefficients are called after, such as "purchases"
 * @param parameter the parameter's place, from 0
 * @param sign 1 or -1
 */
record Effect(String name, int parameter, int sign) {

    /** The pace of purchases, by their inverse scale: a positive coefficient makes customers buy more often. */
    static Effect purchases(int parameter) {
        return new Effect("purchases", parameter, -1);
    }

    /** The haste of leaving, by its inverse scale: a positive coefficient makes customers leave earlier. */
    static Effect dropout(int parameter) {
        return new Effect("dropout", parameter, -1);
    }

    /** A parameter itself. */
    static Effect on(String name, int parameter) {
        return new Effect(name, parameter, 1);
    }
}
