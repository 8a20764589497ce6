package io.clv.economics;

import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * A budget over channels whose response is known up to draws of its parameters: which spread is best in expectation,
 * what it may bring, how likely one spread beats another, and what is lost by having to decide before knowing more.
 *
 * <p>Draw d of every channel belongs to one world. In each world the best spread is found as well; a plan's
 * <em>regret</em> there is what that would have brought more. The mean regret is the most that knowing the curves for
 * sure could be worth (expected value of perfect information), and so the most to pay for an experiment.
 *
 * <p>The q-quantile of n draws is the smallest one that at least q n of them do not exceed. Draws are of the mean
 * response; how many customers then come by chance is not in them. Immutable and safe to share between threads.
 */
public final class BudgetRisk {

    private final Budget budget;
    private final Budget expected;
    private final List<Budget> worlds;
    private final double[] best;

    private BudgetRisk(Budget budget, Budget expected, List<Budget> worlds) {
        this.budget = budget;
        this.expected = expected;
        this.worlds = worlds;
        best = worlds.stream()
                .mapToDouble(world -> world.allocate().objective())
                .toArray();
    }

    /**
     * A plan's regret.
     *
     * @param mean over all draws
     * @param quantile in the worst draws: the share {@code level} of them has no more
     * @param level such as 90%
     */
    public record Regret(Money mean, Money quantile, Ratio level) {

        @Override
        public String toString() {
            return mean + " on average, up to " + quantile + " in " + level + " of draws";
        }
    }

    /**
     * Brings a budget and draws of its channels' responses together, and finds the best spread for each draw.
     *
     * @param budget the budget; a channel without draws keeps its curve in every draw
     * @param draws curves by channel, as many of each
     * @return the risk
     * @throws IllegalArgumentException if there is no draw, a channel is unknown, or the numbers of draws differ
     */
    public static BudgetRisk of(Budget budget, Map<String, List<ResponseCurve>> draws) {
        int count = -1;
        Map<String, ResponseCurve> means = new LinkedHashMap<>();
        for (Map.Entry<String, List<ResponseCurve>> each : draws.entrySet()) {
            if (!budget.names().contains(each.getKey())) {
                throw new IllegalArgumentException("there is no channel '" + each.getKey() + "'; channels are "
                        + String.join(", ", budget.names()));
            }
            int own = each.getValue().size();
            if (count >= 0 && own != count) {
                throw new IllegalArgumentException("each channel must have as many draws as the others, " + count
                        + ", but " + each.getKey() + " had " + own);
            }
            count = own;
            means.put(each.getKey(), ResponseCurve.mean(each.getValue()));
        }
        if (count < 1) {
            throw new IllegalArgumentException("the risk of a budget needs draws, but there were none");
        }
        Budget[] worlds = new Budget[count];
        for (int draw = 0; draw < count; draw++) {
            Map<String, ResponseCurve> curves = new LinkedHashMap<>();
            for (Map.Entry<String, List<ResponseCurve>> each : draws.entrySet()) {
                curves.put(each.getKey(), each.getValue().get(draw));
            }
            worlds[draw] = budget.respondingBy(curves);
        }
        return new BudgetRisk(budget, budget.respondingBy(means), List.of(worlds));
    }

    /**
     * How many draws there are.
     *
     * @return at least 1
     */
    public int draws() {
        return worlds.size();
    }

    /**
     * Finds the spread that is best in expectation.
     *
     * @return the plan, with expected customers and worth
     */
    public BudgetPlan allocate() {
        return expected.allocate();
    }

    /**
     * A spread made elsewhere, with expected customers and worth.
     *
     * @param spend of each channel by its name
     * @return the plan
     * @throws IllegalArgumentException as {@link Budget#plan}
     */
    public BudgetPlan plan(Map<String, Money> spend) {
        return expected.plan(spend);
    }

    /**
     * How likely one plan brings more than another, after what they cost at the hurdle.
     *
     * @param plan of this budget's channels
     * @param other another
     * @return the share of draws; those in which both bring the same count half
     * @throws IllegalArgumentException if a plan is of other channels
     */
    public Ratio probabilityBetter(BudgetPlan plan, BudgetPlan other) {
        double[] a = objectives(plan);
        double[] b = objectives(other);
        return share(draw -> a[draw] - b[draw]);
    }

    /**
     * How likely the next unit of money brings more in one channel than in another.
     *
     * @param channel a channel
     * @param other another
     * @param plan what they have so far
     * @return the share of draws; those in which both bring the same count half
     * @throws IllegalArgumentException if a channel is unknown or the plan is of other channels
     */
    public Ratio probabilityNextBetter(String channel, String other, BudgetPlan plan) {
        requireSame(plan);
        double[] a = marginals(plan, channel);
        double[] b = marginals(plan, other);
        return share(draw -> a[draw] - b[draw]);
    }

    private double[] marginals(BudgetPlan plan, String channel) {
        double spend = plan.line(channel).spend().toDouble();
        int index = budget.names().indexOf(channel);
        return worlds.stream()
                .map(world -> world.channels().get(index))
                .mapToDouble(each -> each.value().toDouble() * each.response().marginal(spend))
                .toArray();
    }

    private Ratio share(IntToDoubleFunction difference) {
        double halves = 0;
        for (int draw = 0; draw < draws(); draw++) {
            halves += 1 + Math.signum(difference.applyAsDouble(draw));
        }
        return Ratio.of(halves / (2 * draws()));
    }

    /**
     * Between which amounts the plan's net worth is expected to lie: what its customers are worth, less what was spent.
     *
     * @param plan of this budget's channels
     * @param level such as 90%
     * @return the equal-tailed interval of the mean, in major units
     * @throws IllegalArgumentException if the plan is of other channels, or the level is not between 0% and 100%
     */
    public Interval net(BudgetPlan plan, Ratio level) {
        double[] net = objectives(plan);
        double atHurdle = (1 - budget.hurdle().value()) * plan.spent().toDouble();
        double tail = (1 - level.value()) / 2;
        return new Interval(
                quantile(net, tail) - atHurdle, quantile(net, 1 - tail) - atHurdle, level, Interval.Of.MEAN);
    }

    /**
     * What is lost by deciding for a plan before knowing the curves.
     *
     * @param plan of this budget's channels
     * @param level for the quantile, such as 90%
     * @return the regret, over the best spread of each draw
     * @throws IllegalArgumentException if the plan is of other channels, or the level is not between 0% and 100%
     */
    public Regret regret(BudgetPlan plan, Ratio level) {
        if (!(level.value() > 0 && level.value() < 1)) {
            throw new IllegalArgumentException("level must be above 0% and below 100%, but was " + level);
        }
        double[] plans = objectives(plan);
        double[] regret = new double[draws()];
        // The best may miss a spread by rounding that a plan happens to be.
        Arrays.setAll(regret, draw -> Math.max(0, best[draw] - plans[draw]));
        double mean = Arrays.stream(regret).average().orElse(0);
        return new Regret(
                Money.ofRounded(mean, budget.currency()),
                Money.ofRounded(quantile(regret, level.value()), budget.currency()),
                level);
    }

    private double[] objectives(BudgetPlan plan) {
        requireSame(plan);
        long[] spend = plan.lines().stream()
                .mapToLong(line -> line.spend().minorUnits())
                .toArray();
        return worlds.stream()
                .mapToDouble(world -> BudgetPlan.of(world, spend).objective())
                .toArray();
    }

    private void requireSame(BudgetPlan plan) {
        if (!plan.budget().names().equals(budget.names())) {
            throw new IllegalArgumentException("plan must be of the channels " + String.join(", ", budget.names())
                    + ", but is of " + String.join(", ", plan.budget().names()));
        }
    }

    private static double quantile(double[] draws, double share) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(1, Math.min(rank, sorted.length)) - 1];
    }

    /**
     * A plan's risk in words.
     *
     * @param plan of this budget's channels
     * @return a few lines of English
     * @throws IllegalArgumentException if the plan is of other channels
     */
    public String explain(BudgetPlan plan) {
        Ratio level = Ratio.percent(90);
        Interval net = net(plan, level);
        return level + " interval of the net worth: " + Wording.money(net.low(), budget.currency()) + " to "
                + Wording.money(net.high(), budget.currency()) + ", over " + Wording.count(draws(), "draw")
                + " of how the channels respond\nregret: " + regret(plan, level)
                + "; the mean is the most that knowing the responses for sure would be worth\n";
    }

    @Override
    public String toString() {
        return budget + ", " + Wording.count(draws(), "draw");
    }
}
