package io.clv.lifecycle;

import io.clv.numerics.BetaQuantile;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shares of groups within groups, each shrunken to that of the wider group. At each level the shares of groups are
 * taken to follow a beta distribution about the wider group's share p with one precision M, so that k of n give
 * {@code (M p + k) / (M + n)} (Kleinman 1973), with the variance {@code m (1 - m) / (M + n + 1) + (M / (M + n))^2 v}, v
 * that of the wider share. M is {@code p_0 (1 - p_0) / t^2 - 1}, at least 1, with t^2 by moments: {@code E[sum n_g (p_g
 * - p_w)^2] = (G - P) s^2 + (N - sum_w sum_g n_g^2 / n_w) t^2}. All together are Beta(k + 1/2, n - k + 1/2), so that no
 * share is 0% or 100%.
 */
final class PeerShares {

    /** A level tells its groups apart no more than this; with less, a share would be all or nothing. */
    private static final double LEAST_PRECISION = 1;

    /**
     * The share of those alike.
     *
     * @param value the shrunken share
     * @param variance of the true share about it
     * @param customers alike
     * @param took how many of them did
     */
    record Share(double value, double variance, int customers, int took) {

        Interval interval(Ratio level) {
            double tail = (1 - level.value()) / 2;
            double precision = Math.max(LEAST_PRECISION, value * (1 - value) / variance - 1);
            double a = value * precision;
            double b = (1 - value) * precision;
            // What is far from the middle may have its mean beyond a quantile.
            return new Interval(
                    Math.min(value, BetaQuantile.at(tail, a, b)),
                    Math.max(value, BetaQuantile.at(1 - tail, a, b)),
                    level,
                    Interval.Of.MEAN);
        }
    }

    private static final class Node {
        final @Nullable Node wider;
        final Map<String, Node> groups = new LinkedHashMap<>();
        int customers;
        int took;
        double value;
        double variance;

        Node(@Nullable Node wider) {
            this.wider = wider;
        }

        double raw() {
            return (double) took / customers;
        }

        /** Jeffreys's, so that two of two are not sure. */
        double cautious() {
            return (took + 0.5) / (customers + 1);
        }

        Share share() {
            return new Share(value, variance, customers, took);
        }
    }

    private final Node all = new Node(null);

    /** By level, from the first on, the precision of its groups. */
    private final double[] precision;

    private final List<List<Node>> levels = new ArrayList<>();

    PeerShares(int depth) {
        precision = new double[depth];
        for (int level = 0; level < depth; level++) {
            levels.add(new ArrayList<>());
        }
    }

    /** A customer by traits, as many as there are levels. */
    void add(List<String> traits, boolean took) {
        Node node = all;
        count(node, took);
        for (int level = 0; level < precision.length; level++) {
            Node wider = node;
            node = wider.groups.get(traits.get(level));
            if (node == null) {
                node = new Node(wider);
                wider.groups.put(traits.get(level), node);
                levels.get(level).add(node);
            }
            count(node, took);
        }
    }

    private static void count(Node node, boolean took) {
        node.customers++;
        node.took += took ? 1 : 0;
    }

    /** To be called when all customers are there, of whom there must be one. */
    PeerShares judged() {
        all.value = all.cautious();
        all.variance = all.value * (1 - all.value) / (all.customers + 2);
        for (int level = 0; level < precision.length; level++) {
            precision[level] = precision(level);
            double m = precision[level];
            for (Node node : levels.get(level)) {
                Node wider = node.wider == null ? all : node.wider;
                double rest = rest(m, node.customers);
                node.value = rest * wider.value + (1 - rest) * node.raw();
                node.variance = node.value * (1 - node.value) / (m + node.customers + 1) + rest * rest * wider.variance;
            }
        }
        return this;
    }

    /** M / (M + n), also where M has no bound. */
    private static double rest(double m, int n) {
        return Double.isInfinite(m) ? 1 : m / (m + n);
    }

    private double precision(int level) {
        double within = 0;
        double squares = 0;
        double crowd = 0;
        int widerGroups = level == 0 ? 1 : levels.get(level - 1).size();
        for (Node node : levels.get(level)) {
            Node wider = node.wider == null ? all : node.wider;
            double off = node.raw() - wider.raw();
            within += node.customers * node.cautious() * (1 - node.cautious());
            squares += node.customers * off * off;
            crowd += (double) node.customers * node.customers / wider.customers;
        }
        double spread = all.customers - crowd;
        double between = (squares - (levels.get(level).size() - widerGroups) * within / all.customers) / spread;
        if (!(spread > 0 && between > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(LEAST_PRECISION, all.value * (1 - all.value) / between - 1);
    }

    /** The share of all. */
    Share all() {
        return all.share();
    }

    /** The share of those with the same traits; where there are none, of the wider group, less surely. */
    Share at(List<String> traits) {
        Node node = all;
        for (int level = 0; level < precision.length; level++) {
            Node next = node.groups.get(traits.get(level));
            if (next == null) {
                double variance = node.variance;
                for (int unseen = level; unseen < precision.length; unseen++) {
                    variance += node.value * (1 - node.value) / (precision[unseen] + 1);
                }
                return new Share(node.value, variance, 0, 0);
            }
            node = next;
        }
        return node.share();
    }
}
