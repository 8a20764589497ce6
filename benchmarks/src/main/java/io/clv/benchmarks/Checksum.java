package io.clv.benchmarks;

import java.util.Locale;
import java.util.function.Consumer;

/** A digest of customer rows in any order, which two engines share only if all their rows are the same. */
final class Checksum implements Consumer<CustomerRow> {

    private long rows;
    private long digest;

    @Override
    public void accept(CustomerRow row) {
        long hash = 0;
        String id = row.id().toString();
        for (int i = 0; i < id.length(); i++) {
            hash = Mix.bits(hash + id.charAt(i));
        }
        hash = Mix.bits(hash + row.frequency());
        hash = Mix.bits(hash + row.recency());
        hash = Mix.bits(hash + row.age());
        hash = Mix.bits(hash + row.firstDay());
        hash = Mix.bits(hash + row.total());
        // A mean may differ in its last bit with the order of operations; the sum it came from is an integer.
        hash = Mix.bits(hash + Math.round(row.monetaryValue() * row.frequency() * SimulatedLog.MINOR_PER_MAJOR));
        digest += hash;
        rows++;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checksum checksum && rows == checksum.rows && digest == checksum.digest;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digest);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d customers, digest %016x", rows, digest);
    }
}
