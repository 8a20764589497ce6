package io.clv.ledger;

import java.util.Arrays;

/**
 * Where one thread writes the customers it has finished: columns that grow, gaps, and what those without a purchase
 * left.
 */
final class CustomerSink {

    long[] keys;
    int[] periods;
    int[] first;
    int[] last;
    long[] repeatTotal;
    long[] total;
    int size;

    /** How often each gap in periods occurred; the place of gap 0 counts nothing. */
    final long[] gaps;

    /** The customers who have rows but no purchase, and what those rows sum to. */
    long[] withoutPurchase = new long[0];

    int withoutPurchaseSize;
    final ExactSum refundsOnly = new ExactSum();

    long refundRowsIgnored;
    final ExactSum refundsIgnored = new ExactSum();
    int customersAfterEnd;

    CustomerSink(int capacity, int longestGap) {
        keys = new long[capacity];
        periods = new int[capacity];
        first = new int[capacity];
        last = new int[capacity];
        repeatTotal = new long[capacity];
        total = new long[capacity];
        gaps = new long[longestGap + 1];
    }

    void add(long key, int purchasePeriods, int firstPeriod, int lastPeriod, long repeatSum, long sum) {
        int row = size;
        if (row == keys.length) {
            grow(Math.max(16, row + (row >> 1)));
        }
        keys[row] = key;
        periods[row] = purchasePeriods;
        first[row] = firstPeriod;
        last[row] = lastPeriod;
        repeatTotal[row] = repeatSum;
        total[row] = sum;
        size = row + 1;
    }

    void addWithoutPurchase(long key, ExactSum net) {
        if (withoutPurchaseSize == withoutPurchase.length) {
            withoutPurchase = Arrays.copyOf(withoutPurchase, Math.max(16, withoutPurchaseSize * 2));
        }
        withoutPurchase[withoutPurchaseSize++] = key;
        refundsOnly.add(net);
    }

    void addIgnoredRefund(long amount) {
        refundRowsIgnored++;
        refundsIgnored.add(amount);
    }

    private void grow(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        periods = Arrays.copyOf(periods, capacity);
        first = Arrays.copyOf(first, capacity);
        last = Arrays.copyOf(last, capacity);
        repeatTotal = Arrays.copyOf(repeatTotal, capacity);
        total = Arrays.copyOf(total, capacity);
    }
}
