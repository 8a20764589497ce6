package io.clv.quantity;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.IntStream;

/** Amounts rounded to minor units so that they sum to a given total. */
final class RoundedParts {

    private RoundedParts() {}

    /**
     * Each amount is rounded half to even; the minor units by which the sum then misses the total are made up one each
     * by the amounts whose own rounding went furthest the other way. What is still missing, and only amounts near the
     * end of a double's precision leave any, goes to the largest, which feels it least.
     */
    static Money[] of(double[] amounts, Money total) {
        Currency currency = total.currency();
        Money[] parts = new Money[amounts.length];
        long missing = total.minorUnits();
        for (int i = 0; i < amounts.length; i++) {
            parts[i] = Money.ofRounded(amounts[i], currency);
            // May wrap on the way; the end is small, and wrapping arithmetic gets it right.
            missing -= parts[i].minorUnits();
        }
        Money step = Money.ofMinor(Long.signum(missing), currency);
        BigDecimal[] lost = new BigDecimal[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            BigDecimal down = new BigDecimal(amounts[i]).subtract(parts[i].amount());
            lost[i] = step.isNegative() ? down.negate() : down;
        }
        for (int i : Allocation.largestFirst(lost)) {
            if (missing == 0 || lost[i].signum() <= 0) {
                break;
            }
            parts[i] = parts[i].plus(step);
            missing -= step.minorUnits();
        }
        int largest = IntStream.range(0, amounts.length)
                .reduce(0, (a, b) -> Math.abs(amounts[b]) > Math.abs(amounts[a]) ? b : a);
        parts[largest] = parts[largest].plus(Money.ofMinor(missing, currency));
        return parts;
    }
}
