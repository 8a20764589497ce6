package io.clv.economics;

import io.clv.ledger.Groups;
import io.clv.ledger.PeriodTable;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Do a campaign's customers bring what was expected of them? What they have brought, gross margin x amount, against
 * what the margin curve expects, age by age, each customer's age counted from the first purchase.
 *
 * <p>At age k only those count who have been observed for k whole periods: who came later is not yet that old, and
 * averaging him in would make every young campaign look bad. Whether a difference is more than noise is judged on all
 * customers at the age that each has come to, by the spread of what they brought less what was expected: {@code z = sum
 * / (s sqrt(n))}.
 *
 * <p>A curve that was fitted to the same customers cannot be judged by them; take one from those before.
 */
public final class CampaignTracking {

    /**
     * An age.
     *
     * @param age in periods of the curve, 0 for the first purchase alone
     * @param customers who have been observed that long
     * @param realised what one of them has brought by then on average
     * @param expected what was expected of one
     */
    public record Age(int age, int customers, Money realised, Money expected) {}

    /**
     * A campaign.
     *
     * @param name the group's label
     * @param customers who came by it
     * @param cost what winning them cost, where that was given
     * @param toDate the margin of all they have bought
     * @param realised the margin of what each bought in whole periods of age
     * @param expected what was expected of that
     * @param z how many standard errors realised is above expected; empty of fewer than two customers, or where all
     *     differ alike
     * @param ages from 0 on
     */
    public record Line(
            String name,
            int customers,
            Optional<Money> cost,
            Money toDate,
            Money realised,
            Money expected,
            Optional<Double> z,
            List<Age> ages) {

        /** Two standard errors: one campaign in twenty that is as expected is further off. */
        private static final double NOISE = 2;

        /**
         * Copies the ages.
         *
         * @param name the group's label
         * @param customers who came by it
         * @param cost what winning them cost
         * @param toDate the margin of all they have bought
         * @param realised the margin in whole periods of age
         * @param expected what was expected of that
         * @param z standard errors
         * @param ages from 0 on
         */
        public Line {
            ages = List.copyOf(ages);
        }

        /**
         * The return so far: (margin to date - cost) / cost.
         *
         * @return below zero until the cost is earned; empty without a cost
         */
        public Optional<Ratio> roiToDate() {
            return cost.filter(money -> !money.isZero())
                    .map(money -> Ratio.of((toDate.toDouble() - money.toDouble()) / money.toDouble()));
        }

        /**
         * Realised / expected.
         *
         * @return empty where nothing was expected
         */
        public Optional<Ratio> realisedShare() {
            return expected.isZero() || expected.isNegative()
                    ? Optional.empty()
                    : Optional.of(Ratio.of(realised.toDouble() / expected.toDouble()));
        }

        /**
         * Whether realised and expected are further apart than chance would explain.
         *
         * @return true beyond two standard errors
         */
        public boolean isMoreThanNoise() {
            return z.filter(value -> Math.abs(value) > NOISE).isPresent();
        }
    }

    private final List<Line> lines;
    private final Ratio margin;

    private CampaignTracking(List<Line> lines, Ratio margin) {
        this.lines = List.copyOf(lines);
        this.margin = margin;
    }

    /**
     * Starts the tracking of campaigns.
     *
     * @param days what each customer bought when, from {@code ledger.periods(date, CalendarGrid.days(), refunds)}
     * @param campaigns the campaign of each customer, in the same rows
     * @return a builder
     * @throws IllegalArgumentException if the table is not by day, or the groups have other rows
     */
    public static Builder builder(PeriodTable days, Groups campaigns) {
        return new Builder(days, campaigns);
    }

    /**
     * The campaigns that have customers.
     *
     * @return in the order of the groups, immutable
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * The tracking in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.name())
                    .append(": ")
                    .append(Wording.count(line.customers(), "customer"))
                    .append(line.customers() == 1 ? " has brought " : " have brought ")
                    .append(line.toDate());
            line.cost().ifPresent(cost -> text.append(" for ").append(cost));
            line.roiToDate().ifPresent(roi -> text.append(", return so far ").append(Wording.percent(roi.value())));
            text.append("; at equal age ")
                    .append(line.realisedShare()
                            .map(share -> Wording.percent(share.value()) + " of the " + line.expected() + " expected")
                            .orElse(line.realised() + " where " + line.expected() + " was expected"))
                    .append(line.isMoreThanNoise() ? ", more than noise\n" : ", within noise\n");
        }
        return text.append("margin ")
                .append(margin)
                .append(" of what was bought, from the first purchase on\n")
                .toString();
    }

    @Override
    public String toString() {
        return Wording.count(lines.size(), "campaign") + " tracked at a margin of " + margin;
    }

    /** Collects margin, curves and costs. Not safe to share between threads. */
    public static final class Builder {

        private final PeriodTable days;
        private final Groups campaigns;
        private final Map<String, MarginCurve> curves = new HashMap<>();
        private final Map<String, Money> costs = new HashMap<>();
        private @Nullable MarginCurve any;
        private @Nullable Ratio margin;

        private Builder(PeriodTable days, Groups campaigns) {
            if (days.grid().unit() != ChronoUnit.DAYS) {
                throw new IllegalArgumentException("tracking needs what was bought by day, as "
                        + "periods(date, CalendarGrid.days(), refunds) gives it, but the table was by "
                        + Wording.singular(days.grid().unit()));
            }
            if (campaigns.size() != days.customers()) {
                throw new IllegalArgumentException("campaigns must be of the table's " + days.customers()
                        + " customers, but were of " + campaigns.size());
            }
            this.days = days;
            this.campaigns = campaigns;
        }

        /**
         * Says what is left of an amount.
         *
         * @param ratio the gross margin
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder grossMargin(Ratio ratio) {
            requireUnset("gross margin", margin);
            margin = ratio;
            return this;
        }

        /**
         * Says what is expected of customers of whose campaign nothing else is said.
         *
         * @param curve the expected margin
         * @return this builder
         * @throws IllegalArgumentException if it is of another currency, or was set already
         */
        public Builder expected(MarginCurve curve) {
            requireUnset("expected margin of all campaigns", any);
            any = inCurrency(curve);
            return this;
        }

        /**
         * Says what is expected of a campaign's customers.
         *
         * @param campaign the group's label
         * @param curve the expected margin
         * @return this builder
         * @throws IllegalArgumentException if there is no such campaign, it is of another currency, or was set already
         */
        public Builder expected(String campaign, MarginCurve curve) {
            requireKnown(campaign);
            requireUnset("expected margin of " + campaign, curves.putIfAbsent(campaign, inCurrency(curve)));
            return this;
        }

        /**
         * Says what winning a campaign's customers cost.
         *
         * @param campaign the group's label
         * @param loaded all that was spent on it
         * @return this builder
         * @throws IllegalArgumentException if there is no such campaign, it is of another currency, or was set already
         */
        public Builder cost(String campaign, Money loaded) {
            requireKnown(campaign);
            Money.zero(days.currency()).plus(loaded);
            requireUnset("cost of " + campaign, costs.putIfAbsent(campaign, loaded));
            return this;
        }

        private MarginCurve inCurrency(MarginCurve curve) {
            Money.zero(days.currency()).plus(Money.zero(curve.currency()));
            return curve;
        }

        private void requireKnown(String campaign) {
            if (!campaigns.labels().contains(campaign)) {
                throw new IllegalArgumentException("there is no campaign '" + campaign + "'; campaigns are "
                        + String.join(", ", campaigns.labels()));
            }
        }

        private static void requireUnset(String name, @Nullable Object previous) {
            if (previous != null) {
                throw new IllegalArgumentException(name + " was already set");
            }
        }

        /**
         * Lays realised and expected beside each other.
         *
         * @return the tracking
         * @throws IllegalArgumentException if the gross margin, or the expected margin of a campaign with customers,
         *     was not set
         */
        public CampaignTracking build() {
            Ratio ratio = margin;
            if (ratio == null) {
                throw new IllegalArgumentException("tracking still needs: the gross margin");
            }
            List<Line> lines = new ArrayList<>();
            for (int code = 0; code < campaigns.labels().size(); code++) {
                String label = campaigns.labels().get(code);
                if (campaigns.count(code) > 0) {
                    AgedCampaign aged = new AgedCampaign(days, campaigns, code, ratio.value(), curve(label));
                    lines.add(aged.line(label, Optional.ofNullable(costs.get(label))));
                }
            }
            return new CampaignTracking(lines, ratio);
        }

        private MarginCurve curve(String label) {
            MarginCurve curve = curves.getOrDefault(label, any);
            if (curve == null) {
                throw new IllegalArgumentException("tracking still needs: the expected margin of " + label);
            }
            return curve;
        }
    }
}
