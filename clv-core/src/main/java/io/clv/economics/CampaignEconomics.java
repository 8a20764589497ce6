package io.clv.economics;

import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Each campaign's customers against what they cost, and the most that the <em>next</em> one may cost (a ceiling for the
 * CPA that a platform is told): value / target ratio. It is held against the marginal CAC, because a campaign whose
 * customers are cheap on average may long have paid too much for the last of them.
 *
 * <p>The marginal CAC is 1 / slope of the campaign's response at what was spent, where that curve is known; or else
 * what more was spent than in an earlier time of the same length / customers won more, which is only as good as all
 * else was the same. Where neither is known the mean is held against the ceiling, and it is said.
 */
public final class CampaignEconomics {

    /** What the ceiling says. */
    public enum Verdict {
        /** The next customer costs no more than the ceiling: there is room. */
        ROOM_FOR_MORE("the next customer is within the ceiling: room for more"),
        /** The next customer costs more than the ceiling. */
        TOO_FAR("the next customer costs more than the ceiling: spend less"),
        /** Only the mean is known, and it is within. */
        MEAN_WITHIN("the mean is within the ceiling; what the next customer costs is not known"),
        /** Only the mean is known, and it is above. */
        MEAN_ABOVE("even the mean is above the ceiling"),
        /** Nobody came for what was spent. */
        NOBODY_CAME("nobody came");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /**
         * The verdict in words.
         *
         * @return a clause, in English
         */
        public String label() {
            return label;
        }
    }

    /**
     * A campaign.
     *
     * @param campaign which
     * @param cost what was spent and who came
     * @param ltv what one of its customers is worth, before the cost of acquisition
     * @param returns value against cost; empty if nobody came or nothing was spent
     * @param ceiling the most that the next customer may cost
     * @param marginalCac what the next customer costs, where that is known
     * @param verdict what the ceiling says
     */
    public record Line(
            Campaign campaign,
            AcquisitionCost cost,
            Money ltv,
            Optional<LtvToCac> returns,
            CostCeiling ceiling,
            Optional<Money> marginalCac,
            Verdict verdict) {}

    private final AcquisitionCosts costs;
    private final double target;
    private final List<Line> lines;

    private CampaignEconomics(AcquisitionCosts costs, double target, List<Line> lines) {
        this.costs = costs;
        this.target = target;
        this.lines = List.copyOf(lines);
    }

    /**
     * Starts the economics of campaigns.
     *
     * @param costs what each cost
     * @return a builder
     */
    public static Builder builder(AcquisitionCosts costs) {
        return new Builder(costs);
    }

    /**
     * The campaigns on which something was spent.
     *
     * @return in the order of their names, immutable
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * The costs they rest on.
     *
     * @return the costs
     */
    public AcquisitionCosts costs() {
        return costs;
    }

    /**
     * The economics in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder()
                .append("ceilings keep LTV:CAC of at least ")
                .append(Wording.number(target))
                .append('\n');
        for (Line line : lines) {
            text.append(line.campaign())
                    .append(": ")
                    .append(line.returns()
                            .map(ratio -> "LTV:CAC " + ratio + ", return " + Wording.percent(ratio.roi()))
                            .orElse("LTV " + line.ltv() + ", " + line.cost().loaded() + " spent"))
                    .append("; the next customer ")
                    .append(line.marginalCac()
                            .map(money -> "costs " + money + " and ")
                            .orElse(""))
                    .append("may cost ")
                    .append(line.ceiling().most())
                    .append(": ")
                    .append(line.verdict().label())
                    .append('\n');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return Wording.count(lines.size(), "campaign") + " at a target LTV:CAC of " + Wording.number(target);
    }

    /** Collects values, curves and the target. Not safe to share between threads. */
    public static final class Builder {

        private final AcquisitionCosts costs;
        private final Map<Campaign, NewcomerValue> values = new HashMap<>();
        private final Map<Campaign, ResponseCurve> responses = new HashMap<>();
        private @Nullable NewcomerValue any;
        private @Nullable AcquisitionCosts before;
        private @Nullable Double target;

        private Builder(AcquisitionCosts costs) {
            this.costs = costs;
        }

        /**
         * Says what a newcomer is worth of whose campaign nothing else is said.
         *
         * @param newcomer the lifetime value as profit; a cost of acquisition in it is left out
         * @return this builder
         * @throws IllegalArgumentException if the value is residual or revenue, of another currency, or was set already
         */
        public Builder lifetimeValue(Estimate newcomer) {
            requireUnset("lifetime value of all campaigns", any);
            any = inCurrency(newcomer);
            return this;
        }

        /**
         * Says what a newcomer by a campaign is worth.
         *
         * @param campaign which
         * @param newcomer the lifetime value as profit; a cost of acquisition in it is left out
         * @return this builder
         * @throws IllegalArgumentException if there is no such campaign, the value is residual or revenue, of another
         *     currency, or was set already
         */
        public Builder lifetimeValue(Campaign campaign, Estimate newcomer) {
            costs.campaign(campaign);
            requireUnset("lifetime value of " + campaign, values.putIfAbsent(campaign, inCurrency(newcomer)));
            return this;
        }

        private NewcomerValue inCurrency(Estimate newcomer) {
            NewcomerValue value = NewcomerValue.of(newcomer);
            Money.zero(costs.currency()).plus(Money.zero(value.currency()));
            return value;
        }

        /**
         * Says how a campaign responds to spend, all kinds of it, over the time of the costs.
         *
         * @param campaign which
         * @param curve the customers that spend wins
         * @return this builder
         * @throws IllegalArgumentException if there is no such campaign, or a curve was set already
         */
        public Builder response(Campaign campaign, ResponseCurve curve) {
            costs.campaign(campaign);
            requireUnset("response of " + campaign, responses.putIfAbsent(campaign, curve));
            return this;
        }

        /**
         * Gives the costs of an earlier time of the same length, to see what further customers cost.
         *
         * @param earlier the costs
         * @return this builder
         * @throws IllegalArgumentException if they are in another currency, or were set already
         */
        public Builder before(AcquisitionCosts earlier) {
            requireUnset("costs before", before);
            Money.zero(costs.currency()).plus(Money.zero(earlier.currency()));
            before = earlier;
            return this;
        }

        /**
         * Says what LTV:CAC the ceilings keep.
         *
         * @param ratio the target; {@value LtvToCac#USUAL_TARGET} if none is set
         * @return this builder
         * @throws IllegalArgumentException if it is not finite and above 0, or was set already
         */
        public Builder targetRatio(double ratio) {
            requireUnset("target ratio", target);
            target = CostCeiling.requireRatio(ratio);
            return this;
        }

        private static void requireUnset(String name, @Nullable Object previous) {
            if (previous != null) {
                throw new IllegalArgumentException(name + " was already set");
            }
        }

        /**
         * Makes the economics.
         *
         * @return the campaigns against their ceilings
         * @throws IllegalArgumentException if the value of a paid campaign's newcomers was not set
         */
        public CampaignEconomics build() {
            double ratio = target == null ? LtvToCac.USUAL_TARGET : target;
            List<Line> lines = new ArrayList<>();
            costs.campaigns().forEach((campaign, cost) -> {
                if (!cost.loaded().isZero()) {
                    lines.add(line(campaign, cost, value(campaign), ratio));
                }
            });
            return new CampaignEconomics(costs, ratio, lines);
        }

        private NewcomerValue value(Campaign campaign) {
            NewcomerValue value = values.getOrDefault(campaign, any);
            if (value == null) {
                throw new IllegalArgumentException("campaigns still need: the lifetime value of " + campaign);
            }
            return value;
        }

        private Line line(Campaign campaign, AcquisitionCost cost, NewcomerValue value, double ratio) {
            CostCeiling ceiling = CostCeiling.atRatio(value, ratio);
            Optional<Money> marginal = marginal(campaign, cost);
            return new Line(
                    campaign,
                    cost,
                    Money.ofRounded(value.amount(), value.currency()),
                    LtvToCac.of(value, cost),
                    ceiling,
                    marginal,
                    verdict(cost, ceiling, marginal));
        }

        private static Verdict verdict(AcquisitionCost cost, CostCeiling ceiling, Optional<Money> marginal) {
            if (cost.customers() == 0) {
                return Verdict.NOBODY_CAME;
            }
            return marginal.map(money -> ceiling.allows(money) ? Verdict.ROOM_FOR_MORE : Verdict.TOO_FAR)
                    .orElseGet(() ->
                            cost.cac().filter(ceiling::allows).isPresent() ? Verdict.MEAN_WITHIN : Verdict.MEAN_ABOVE);
        }

        private Optional<Money> marginal(Campaign campaign, AcquisitionCost cost) {
            ResponseCurve curve = responses.get(campaign);
            if (curve != null) {
                return perCustomer(1, curve.marginal(cost.loaded().toDouble()));
            }
            AcquisitionCost earlier = before == null ? null : before.campaigns().get(campaign);
            return earlier == null
                    ? Optional.empty()
                    : perCustomer(cost.loaded().minus(earlier.loaded()).toDouble(), (double)
                            (cost.customers() - earlier.customers()));
        }

        /** Empty where spend and customers did not go the same way: that says nothing of the next customer. */
        private Optional<Money> perCustomer(double spend, double customers) {
            double cost = spend / customers;
            return cost > 0 && Double.isFinite(cost)
                    ? Optional.of(Money.ofRounded(cost, costs.currency()))
                    : Optional.empty();
        }
    }
}
