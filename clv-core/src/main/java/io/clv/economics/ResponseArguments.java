package io.clv.economics;

/** Checks of the parameters of response curves. */
final class ResponseArguments {

    private ResponseArguments() {}

    static double requirePositive(String name, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be finite and above 0, but was " + value);
        }
        return value;
    }

    static double requireSpend(double spend) {
        if (!(spend >= 0 && spend <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("spend must be finite and not negative, but was " + spend);
        }
        return spend;
    }
}
