package io.clv.economics;

import io.clv.numerics.CompensatedSum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Means of groups within groups, each shrunken to that of the wider group. At each level the variance within, s^2, and
 * that between the groups of a wider one, t^2, are estimated by moments as in a one-way layout within wider groups:
 * {@code E[sum n_g (m_g - m_p)^2] = (G - P) s^2 + (N - sum_p sum_g n_g^2 / n_p) t^2}. A level at which no group has two
 * customers tells nothing.
 */
final class Credibility {

    /**
     * A shrunken mean.
     *
     * @param value the mean
     * @param variance of the true mean about it
     * @param customers in the group
     */
    record Mean(double value, double variance, int customers) {}

    private final Mean all;

    /** By level, the mean of each group and the variance t^2 between groups. */
    private final List<Map<List<String>, Mean>> levels = new ArrayList<>();

    private final List<Double> between = new ArrayList<>();

    private Credibility(Mean all) {
        this.all = all;
    }

    private static final class Group {
        private int n;
        private final CompensatedSum sum = new CompensatedSum();

        double mean() {
            return sum.value() / n;
        }
    }

    static Credibility of(List<List<String>> paths, IntToDoubleFunction amount, int depth) {
        int total = paths.size();
        Map<List<String>, Group> wider = groups(paths, amount, 0);
        double mean = wider.values().iterator().next().mean();
        Credibility result = new Credibility(new Mean(mean, within(paths, amount, wider, 0) / total, total));
        for (int level = 1; level <= depth; level++) {
            Map<List<String>, Group> groups = groups(paths, amount, level);
            result.add(groups, wider, within(paths, amount, groups, level), total);
            wider = groups;
        }
        return result;
    }

    private static Map<List<String>, Group> groups(List<List<String>> paths, IntToDoubleFunction amount, int level) {
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        for (int row = 0; row < paths.size(); row++) {
            Group group = groups.computeIfAbsent(paths.get(row).subList(0, level), path -> new Group());
            group.n++;
            group.sum.add(amount.applyAsDouble(row));
        }
        return groups;
    }

    /** The pooled variance within groups; NaN where no group has two customers. */
    private static double within(
            List<List<String>> paths, IntToDoubleFunction amount, Map<List<String>, Group> groups, int level) {
        Map<List<String>, Double> means = new LinkedHashMap<>();
        groups.forEach((path, group) -> means.put(path, group.mean()));
        CompensatedSum squares = new CompensatedSum();
        for (int row = 0; row < paths.size(); row++) {
            double off = amount.applyAsDouble(row)
                    - means.getOrDefault(paths.get(row).subList(0, level), 0.0);
            squares.add(off * off);
        }
        int freedom = paths.size() - groups.size();
        return freedom == 0 ? Double.NaN : squares.value() / freedom;
    }

    private void add(Map<List<String>, Group> groups, Map<List<String>, Group> wider, double within, int total) {
        int level = levels.size();
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum shares = new CompensatedSum();
        for (Map.Entry<List<String>, Group> each : groups.entrySet()) {
            Group group = each.getValue();
            Group parent = wider.getOrDefault(each.getKey().subList(0, level), group);
            double off = group.mean() - parent.mean();
            squares.add(group.n * off * off);
            shares.add((double) group.n * group.n / parent.n);
        }
        double spread = total - shares.value();
        double variance = (squares.value() - (groups.size() - wider.size()) * within) / spread;
        double betweenGroups = spread > 0 && variance > 0 ? variance : 0;
        Map<List<String>, Mean> means = new LinkedHashMap<>();
        groups.forEach((path, group) -> {
            Mean parent = at(path.subList(0, level));
            double weight = betweenGroups == 0 ? 0 : group.n / (group.n + within / betweenGroups);
            means.put(
                    path,
                    new Mean(
                            weight * group.mean() + (1 - weight) * parent.value(),
                            (1 - weight) * betweenGroups + (1 - weight) * (1 - weight) * parent.variance(),
                            group.n));
        });
        levels.add(means);
        between.add(betweenGroups);
    }

    /** The mean of a group; of one without customers that of the wider group, less surely. */
    Mean at(List<String> path) {
        if (path.isEmpty()) {
            return all;
        }
        Mean known = levels.get(path.size() - 1).get(path);
        if (known != null) {
            return known;
        }
        Mean parent = at(path.subList(0, path.size() - 1));
        return new Mean(parent.value(), parent.variance() + between.get(path.size() - 1), 0);
    }
}
