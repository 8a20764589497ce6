package io.clv.numerics;

import java.util.Arrays;

/** One row of a reference file: a function's name, its arguments, and its value to 20 digits. */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record ReferenceRow(String id, String function, double[] arguments, double value) {

    public double at(int index) {
        return arguments[index];
    }

    public int whole(int index) {
        int whole = (int) arguments[index];
        if (whole != arguments[index]) {
            throw new IllegalArgumentException("argument " + index + " of " + this + " must be whole");
        }
        return whole;
    }

    /** The error of a log quantity: against itself, or against 1 where it is smaller. */
    public double logError(double actual) {
        return Math.abs(actual - value) / Math.max(1, Math.abs(value));
    }

    /** The relative error; what is below 1e-290 counts as zero. */
    public double relativeError(double actual) {
        if (Math.abs(value) < 1e-290 && Math.abs(actual) < 1e-290) {
            return 0;
        }
        return Math.abs(actual - value) / Math.abs(value);
    }

    @Override
    public String toString() {
        return id + " " + function + Arrays.toString(arguments);
    }
}
