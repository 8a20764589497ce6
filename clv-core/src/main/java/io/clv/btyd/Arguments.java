package io.clv.btyd;

/** The checks of what a model is asked, without an object unless one fails. */
final class Arguments {

    private Arguments() {}

    static double requireParameter(String name, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and above 0, but was " + value);
        }
        return value;
    }

    static void requireHistory(int x, double tx, double age) {
        if (x < 0 || !(tx >= 0 && tx <= age && age <= Double.MAX_VALUE) || (x == 0) != (tx == 0)) {
            throw new IllegalArgumentException(faultOfHistory(x, tx, age));
        }
    }

    /** As {@link #requireHistory}, of a column's cells, where x may turn out not to be whole. */
    static boolean isHistory(double x, double tx, double age) {
        return x >= 0
                && x <= Integer.MAX_VALUE
                && x == Math.rint(x)
                && tx >= 0
                && tx <= age
                && age <= Double.MAX_VALUE
                && (x == 0) == (tx == 0);
    }

    /** What is wrong with a history that is not right. */
    static String faultOfHistory(double x, double tx, double age) {
        if (!(x >= 0 && x <= Integer.MAX_VALUE && x == Math.rint(x))) {
            return "x must be a whole number and not negative, but was " + x;
        }
        if (!(age >= 0 && age <= Double.MAX_VALUE)) {
            return "T must be finite and not negative, but was " + age;
        }
        if (!(tx >= 0 && tx <= age)) {
            return "t_x must be between 0 and T (" + age + "), but was " + tx;
        }
        if (x == 0) {
            return "t_x must be 0 where x is 0, but was " + tx;
        }
        return "t_x must be above 0 where x is above 0 (" + (int) x + "), but was " + tx;
    }

    static void requireHorizon(double horizon) {
        if (!(horizon >= 0 && horizon <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("horizon must be finite and not negative, but was " + horizon);
        }
    }

    static void requireDiscount(double delta) {
        if (!(delta >= 0 && delta <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("delta must be finite and not negative, but was " + delta);
        }
    }

    static void requireDiscountForEver(double delta) {
        if (!(delta > 0 && delta <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "delta must be finite and above 0 for an infinite horizon, but was " + delta);
        }
    }

    static void requireCount(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must not be negative, but was " + n);
        }
    }

    static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be above 0 and below 1, but was " + share);
        }
    }

    static int requireRenewals(int renewals) {
        if (renewals < 0) {
            throw new IllegalArgumentException("renewals must not be negative, but were " + renewals);
        }
        return renewals;
    }

    static int requireRenewal(int renewal) {
        if (renewal < 1) {
            throw new IllegalArgumentException("renewal must be at least 1, but was " + renewal);
        }
        return renewal;
    }

    /** A subnormal discount is as good as none: its sums are beyond a double. */
    static double requirePeriodDiscount(double d) {
        if (!(d >= Double.MIN_NORMAL && d <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("d must be finite and above 0, but was " + d);
        }
        return d;
    }
}
