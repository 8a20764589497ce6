package io.clv.ltv;

import java.util.Collection;
import java.util.Optional;

/** The name a reader of a failed look-up probably meant. */
final class NearMiss {

    private NearMiss() {}

    /** The nearest name, if not more than a third of its letters would have to change. */
    static Optional<String> of(String name, Collection<String> names) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : names) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest != null && 3 * least <= nearest.length() ? Optional.of(nearest) : Optional.empty();
    }

    /** "; did you mean 'churn'?" or nothing. */
    static String hint(String name, Collection<String> names) {
        return of(name, names).map(near -> "; did you mean '" + near + "'?").orElse(";");
    }

    /** Letters to insert, delete, change or swap with their neighbour (Damerau's distance, optimal alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
