package io.clv.lifecycle;

import io.clv.ledger.PeriodTable;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import java.util.Arrays;
import java.util.Currency;

/**
 * One pass over the purchases: the gaps, for the curve, and what purchases brought and what those brought that replaced
 * them. Refunds count with the purchase before them, or with the first.
 */
final class ReplacedAmounts {

    private final int[] lastPeriod;
    private final double[] lastAmount;
    private final CompensatedSum before = new CompensatedSum();
    private final CompensatedSum after = new CompensatedSum();
    private final double ratio;
    private long[] gapCounts = new long[64];
    private long replaced;
    private int customersWhoReplaced;

    ReplacedAmounts(PeriodTable purchases, ReplacementCurve.Fold fold) {
        int customers = purchases.customers();
        Currency currency = purchases.currency();
        double minorPerMajor = Math.pow(10, currency.getDefaultFractionDigits());
        lastPeriod = new int[customers];
        lastAmount = new double[customers];
        for (int customer = 0; customer < customers; customer++) {
            int gaps = -1;
            for (int cell = purchases.cellsBegin(customer); cell < purchases.cellsEnd(customer); cell++) {
                gaps += purchases.purchases(cell) > 0 ? 1 : 0;
            }
            int seen = 0;
            int longest = 0;
            double amount = 0;
            int last = purchases.period(purchases.cellsBegin(customer));
            for (int cell = purchases.cellsBegin(customer); cell < purchases.cellsEnd(customer); cell++) {
                double here = purchases.minorUnits(cell) / minorPerMajor;
                if (purchases.purchases(cell) == 0) {
                    amount += here;
                    continue;
                }
                if (seen > 0) {
                    int gap = purchases.period(cell) - last;
                    fold.completed(gap, 1.0 / gaps);
                    longest = Math.max(longest, gap);
                    count(gap);
                    before.add(amount);
                    after.add(seen > 1 ? amount : 0);
                    amount = 0;
                }
                amount += here;
                last = purchases.period(cell);
                seen++;
            }
            if (gaps > 0) {
                fold.replaced(longest);
                after.add(amount);
                customersWhoReplaced++;
                replaced += gaps;
            } else {
                fold.open(purchases.lastPeriod() - last);
            }
            lastPeriod[customer] = last;
            lastAmount[customer] = amount;
        }
        if (replaced > 0 && !(before.value() > 0)) {
            throw new IllegalArgumentException("purchases that were replaced must have brought more than nothing, but"
                    + " brought " + Money.ofRounded(before.value(), currency));
        }
        ratio = replaced > 0 ? Math.max(0, after.value() / before.value()) : 1;
    }

    private void count(int gap) {
        if (gap >= gapCounts.length) {
            gapCounts = Arrays.copyOf(gapCounts, Math.max(gap + 1, 2 * gapCounts.length));
        }
        gapCounts[gap]++;
    }

    /** The period of a customer's last purchase. */
    int lastPeriod(int customer) {
        return lastPeriod[customer];
    }

    /** What a customer's next one brings, in major units; nothing where refunds undid the last. */
    double next(int customer) {
        return Math.max(0, lastAmount[customer]) * ratio;
    }

    double ratio() {
        return ratio;
    }

    long replaced() {
        return replaced;
    }

    int customersWhoReplaced() {
        return customersWhoReplaced;
    }

    /** The shortest completed gap that half of the completed do not exceed. */
    int medianGap() {
        long below = 0;
        int gap = 0;
        while (2 * (below + gapCounts[gap]) < replaced) {
            below += gapCounts[gap++];
        }
        return gap;
    }
}
