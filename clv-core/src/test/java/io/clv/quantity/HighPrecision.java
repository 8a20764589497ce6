package io.clv.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;

/** Compounding in 80 digits, by series that have nothing in common with the code under test. */
final class HighPrecision {

    private static final MathContext DIGITS = new MathContext(80);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private HighPrecision() {}

    /** How many units of {@code from} make one of {@code to}. */
    static BigDecimal units(ChronoUnit to, ChronoUnit from) {
        return BigDecimal.valueOf(to.getDuration().toSeconds())
                .divide(BigDecimal.valueOf(from.getDuration().toSeconds()), DIGITS);
    }

    /** {@code (1 + rate)^units - 1}. */
    static BigDecimal gained(double rate, BigDecimal units) {
        return exp(log1p(new BigDecimal(rate)).multiply(units, DIGITS)).subtract(BigDecimal.ONE, DIGITS);
    }

    /** {@code ln(r) = 2 artanh((r - 1) / (r + 1))}, with r = 1 + x brought near 1 by square roots. */
    static BigDecimal log1p(BigDecimal x) {
        BigDecimal root = x.add(BigDecimal.ONE);
        BigDecimal factor = TWO;
        while (root.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.1")) > 0) {
            root = root.sqrt(DIGITS);
            factor = factor.multiply(TWO);
        }
        BigDecimal z = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), DIGITS);
        BigDecimal square = z.multiply(z, DIGITS);
        BigDecimal term = z;
        BigDecimal sum = z;
        for (int n = 3; significant(term, sum); n += 2) {
            term = term.multiply(square, DIGITS);
            sum = sum.add(term.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
        }
        return sum.multiply(factor, DIGITS);
    }

    /** {@code e^x}, by its series at an argument halved until it is small, then squared back. */
    static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal small = x;
        while (small.abs().compareTo(new BigDecimal("0.01")) > 0) {
            small = small.divide(TWO, DIGITS);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; significant(term, sum); n++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    private static boolean significant(BigDecimal term, BigDecimal sum) {
        return term.signum() != 0
                && (long) term.precision() - term.scale()
                        > (long) sum.precision() - sum.scale() - DIGITS.getPrecision();
    }

    /** The distance from the exact value, which is not zero, as a share of it. */
    static double relativeError(double computed, BigDecimal exact) {
        return new BigDecimal(computed)
                .subtract(exact)
                .divide(exact, DIGITS)
                .abs()
                .doubleValue();
    }
}
