package io.clv.economics;

import java.util.Arrays;
import java.util.List;

/**
 * The best spread of a budget in whole minor units. First the best of a coarse grid, by dynamic programming over the
 * channels, which any curve is welcome to; then from there the best exchange of one step between two channels, or a
 * channel and what stays unspent, as long as there is one, with steps halved down to the minor unit. With concave
 * curves a spread that no exchange betters is the best of all (Gross 1956).
 */
final class BudgetSearch {

    /** How many steps of the budget the grid has. */
    static final int STEPS = 256;

    /** An exchange must gain more than the doubles that it is computed from are off. */
    private static final double NOISE = 1e-15;

    private final List<BudgetChannel> channels;
    private final double minorPerMajor;
    private final double hurdlePerMinor;
    private final long[] floor;
    private final long[] cap;
    private final long available;

    BudgetSearch(Budget budget) {
        channels = budget.channels();
        minorPerMajor = Math.pow(10, budget.currency().getDefaultFractionDigits());
        hurdlePerMinor = budget.hurdle().value() / minorPerMajor;
        floor = channels.stream()
                .mapToLong(channel -> channel.floor().minorUnits())
                .toArray();
        available = budget.total().minorUnits() - Arrays.stream(floor).sum();
        cap = new long[floor.length];
        for (int i = 0; i < cap.length; i++) {
            long most = floor[i] + available;
            cap[i] = channels.get(i)
                    .cap()
                    .map(money -> Math.min(money.minorUnits(), most))
                    .orElse(most);
        }
    }

    /** The spend of each channel. */
    long[] best() {
        long step = Math.max(1, available / STEPS);
        long[] spend = grid(step);
        long unspent = available;
        for (int i = 0; i < spend.length; i++) {
            unspent -= spend[i] - floor[i];
        }
        for (long size = step; size > 0; size /= 2) {
            unspent = exchange(spend, unspent, size);
        }
        return spend;
    }

    private double net(int channel, long spend) {
        return channels.get(channel).worth(spend, minorPerMajor) - hurdlePerMinor * spend;
    }

    /** The best spread in steps above the floors; of two that are worth the same, the one that spends less. */
    private long[] grid(long step) {
        int steps = (int) Math.min(STEPS, available / step);
        int[][] choice = new int[floor.length][steps + 1];
        double[] best = new double[steps + 1];
        for (int i = 0; i < floor.length; i++) {
            double[] own = new double[(int) Math.min(steps, (cap[i] - floor[i]) / step) + 1];
            for (int k = 0; k < own.length; k++) {
                own[k] = net(i, floor[i] + k * step);
            }
            double[] next = new double[steps + 1];
            for (int used = 0; used <= steps; used++) {
                next[used] = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < own.length && k <= used; k++) {
                    double worth = best[used - k] + own[k];
                    if (worth > next[used]) {
                        next[used] = worth;
                        choice[i][used] = k;
                    }
                }
            }
            best = next;
        }
        int used = 0;
        for (int k = 1; k <= steps; k++) {
            used = best[k] > best[used] ? k : used;
        }
        long[] spend = new long[floor.length];
        for (int i = floor.length - 1; i >= 0; i--) {
            spend[i] = floor[i] + choice[i][used] * step;
            used -= choice[i][used];
        }
        return spend;
    }

    /** Makes the best exchange of one size as long as it gains; the last place is what stays unspent. */
    private long exchange(long[] spend, long unspent, long size) {
        int places = spend.length + 1;
        double[] now = new double[places];
        double[] gain = new double[places];
        double[] loss = new double[places];
        double scale = 0;
        for (int i = 0; i < spend.length; i++) {
            now[i] = net(i, spend[i]);
            scale += Math.abs(channels.get(i).worth(spend[i], minorPerMajor)) + hurdlePerMinor * spend[i];
            look(i, spend[i], size, now, gain, loss);
        }
        long left = unspent;
        while (true) {
            loss[places - 1] = left >= size ? 0 : Double.POSITIVE_INFINITY;
            int from = -1;
            int to = -1;
            double most = NOISE * scale;
            for (int giver = 0; giver < places; giver++) {
                for (int taker = 0; taker < places; taker++) {
                    if (giver != taker && gain[taker] - loss[giver] > most) {
                        most = gain[taker] - loss[giver];
                        from = giver;
                        to = taker;
                    }
                }
            }
            if (from < 0) {
                return left;
            }
            left += move(spend, from, -size, size, now, gain, loss) + move(spend, to, size, size, now, gain, loss);
        }
    }

    /** Changes the spend of a place; gives what that means for the unspent. */
    private long move(long[] spend, int place, long change, long size, double[] now, double[] gain, double[] loss) {
        if (place == spend.length) {
            return change;
        }
        spend[place] += change;
        now[place] = net(place, spend[place]);
        look(place, spend[place], size, now, gain, loss);
        return 0;
    }

    /** What a step more would gain and a step less would lose. */
    private void look(int channel, long spend, long size, double[] now, double[] gain, double[] loss) {
        gain[channel] =
                spend + size <= cap[channel] ? net(channel, spend + size) - now[channel] : Double.NEGATIVE_INFINITY;
        loss[channel] =
                spend - size >= floor[channel] ? now[channel] - net(channel, spend - size) : Double.POSITIVE_INFINITY;
    }
}
