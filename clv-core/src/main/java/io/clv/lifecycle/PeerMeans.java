package io.clv.lifecycle;

/**
 * Means of groups, each shrunken to the mean of all by as much as chance explains (credibility, Buehlmann 1967):
 * {@code w = n / (n + s^2/t^2)}, s^2 the variance within groups and t^2 that between them, by moments: {@code E[sum n_g
 * (m_g - m)^2] = (G - 1) s^2 + (N - sum n_g^2 / N) t^2}. The variance of a group's true mean is {@code (1 - w) t^2 + (1
 * - w)^2 s_0^2 / N}, with s_0^2 the variance of all; where no group has two, nothing tells groups apart.
 */
final class PeerMeans {

    private final int[] count;
    private final double[] mean;
    private final double[] squares;

    /** All, behind the groups. */
    private final int all;

    private double between;
    private double within;

    PeerMeans(int groups) {
        all = groups;
        count = new int[groups + 1];
        mean = new double[groups + 1];
        squares = new double[groups + 1];
    }

    void add(int group, double value) {
        fold(group, value);
        fold(all, value);
    }

    /** Welford's way, so that large means do not drown small variances. */
    private void fold(int group, double value) {
        count[group]++;
        double off = value - mean[group];
        mean[group] += off / count[group];
        squares[group] += off * (value - mean[group]);
    }

    /** To be called when all values are there. */
    PeerMeans judged() {
        int groups = 0;
        double squaresWithin = 0;
        double squaresBetween = 0;
        double crowd = 0;
        for (int group = 0; group < all; group++) {
            if (count[group] > 0) {
                groups++;
                squaresWithin += squares[group];
                double off = mean[group] - mean[all];
                squaresBetween += count[group] * off * off;
                crowd += (double) count[group] * count[group] / count[all];
            }
        }
        double spread = count[all] - crowd;
        if (count[all] > groups && spread > 0) {
            within = squaresWithin / (count[all] - groups);
            between = Math.max(0, (squaresBetween - (groups - 1) * within) / spread);
        }
        return this;
    }

    int count(int group) {
        return count[group];
    }

    int count() {
        return count[all];
    }

    private double weight(int group) {
        return between == 0 || count[group] == 0 ? 0 : count[group] / (count[group] + within / between);
    }

    double mean(int group) {
        double weight = weight(group);
        return weight * mean[group] + (1 - weight) * mean[all];
    }

    double variance(int group) {
        double rest = 1 - weight(group);
        double ofAll = count[all] > 1 ? squares[all] / (count[all] - 1) / count[all] : 0;
        return rest * between + rest * rest * ofAll;
    }
}
