package io.clv.cohort;

import io.clv.ledger.Groups;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Customers by row: by the period of their first purchase, or by a group; those whose history is cut off in none. */
final class CohortRows implements CohortFold.Rows {

    private final @Nullable Groups groups;
    private final BitSet leftOut;
    private int[] cohorts = {};

    CohortRows(@Nullable Groups groups, BitSet leftOut) {
        this.groups = groups;
        this.leftOut = leftOut;
    }

    @Override
    public IntUnaryOperator over(int[] came) {
        Groups given = groups;
        if (given != null) {
            return customer -> leftOut.get(customer) ? -1 : given.code(customer);
        }
        cohorts = IntStream.range(0, came.length)
                .filter(customer -> !leftOut.get(customer))
                .map(customer -> came[customer])
                .distinct()
                .sorted()
                .toArray();
        return customer -> leftOut.get(customer) ? -1 : Arrays.binarySearch(cohorts, came[customer]);
    }

    @Override
    public int size() {
        return groups == null ? cohorts.length : groups.labels().size();
    }

    /** The period of the first purchase of a row's customers, where rows are made by it. */
    int cohort(int row) {
        return cohorts[row];
    }
}
