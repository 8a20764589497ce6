package io.clv.economics;

import io.clv.ledger.Groups;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a loyalty programme costs against the change of its members' value: {@code uplift = mean change of members -
 * mean change of the others}, with the interval of Welch's two means of unequal variance (Biometrika 1947),
 * {@code uplift +- t sqrt(s_m^2/n_m + s_o^2/n_o)}, t of Student with Satterthwaite's degrees of freedom.
 *
 * <p>Who joins a programme differs from who does not, so that the same difference may mean three things, and the words
 * follow: an effect where a control was kept out by chance; an association where the others are those who did not join;
 * and where there are no others, a change that might have come anyway. Immutable.
 */
public final class LoyaltyUplift {

    /** What the members are held against, and so what may be said of them. */
    public enum Evidence {
        /** Customers kept out of the programme by chance: the difference is its effect. */
        CONTROL,
        /** Customers who are not members, whatever the reason: the difference is an association. */
        COMPARISON,
        /** The members themselves before they joined: the change is an association. */
        BEFORE_AND_AFTER
    }

    /**
     * The customers of a group.
     *
     * @param name the group's label
     * @param customers how many
     * @param meanChange of a customer's value, after less before
     */
    public record Arm(String name, int customers, Money meanChange) {}

    private final Evidence evidence;
    private final Arm members;
    private final Optional<Arm> others;
    private final double uplift;
    private final double halfWidth;
    private final Ratio level;
    private final Money cost;

    private LoyaltyUplift(Evidence evidence, MeanChange members, @Nullable MeanChange others, Ratio level, Money cost) {
        this.evidence = evidence;
        this.members = arm(members, cost.currency());
        this.others = Optional.ofNullable(others).map(sample -> arm(sample, cost.currency()));
        this.level = level;
        this.cost = cost;
        uplift = members.mean() - (others == null ? 0 : others.mean());
        halfWidth = members.halfWidth(others, level);
        Money.ofRounded((Math.abs(uplift) + halfWidth) * members.size(), cost.currency());
    }

    private static Arm arm(MeanChange change, Currency currency) {
        return new Arm(change.name(), change.size(), Money.ofRounded(change.mean(), currency));
    }

    /**
     * Starts an uplift.
     *
     * @param groups the group of each customer, as it was before the programme began
     * @param currency of values and cost
     * @return a builder
     */
    public static Builder builder(Groups groups, Currency currency) {
        return new Builder(groups, currency);
    }

    /**
     * What the members are held against.
     *
     * @return the kind of evidence
     */
    public Evidence evidence() {
        return evidence;
    }

    /**
     * The members.
     *
     * @return the group
     */
    public Arm members() {
        return members;
    }

    /**
     * Those whom the members are held against.
     *
     * @return empty where there is nobody
     */
    public Optional<Arm> others() {
        return others;
    }

    /**
     * The uplift of one member.
     *
     * @return the mean change of members less that of the others
     */
    public Money uplift() {
        return money(uplift);
    }

    /**
     * The interval of the mean uplift of one member, in major units.
     *
     * @return the interval
     */
    public Interval interval() {
        return new Interval(uplift - halfWidth, uplift + halfWidth, level, Interval.Of.MEAN);
    }

    /**
     * What the programme cost.
     *
     * @return over the time in which the values changed
     */
    public Money cost() {
        return cost;
    }

    /**
     * The uplift of all members less the cost.
     *
     * @return negative where the programme costs more than it goes with
     */
    public Money net() {
        return money(uplift * members.customers() - cost.toDouble());
    }

    /**
     * The interval of the net, in major units; the cost is known.
     *
     * @return the interval
     */
    public Interval netInterval() {
        double known = cost.toDouble();
        double n = members.customers();
        return new Interval(
                (uplift - halfWidth) * n - known, (uplift + halfWidth) * n - known, level, Interval.Of.MEAN);
    }

    /**
     * The uplift of a member at which the programme pays for itself.
     *
     * @return cost / members
     */
    public Money breakEven() {
        return money(cost.toDouble() / members.customers());
    }

    private Money money(double amount) {
        return Money.ofRounded(amount, cost.currency());
    }

    /**
     * The uplift in words, causal ones only where a control was kept out by chance.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        line(text, members);
        others.ifPresent(arm -> line(text, arm));
        Interval each = interval();
        Interval all = netInterval();
        return text.append(claim())
                .append("; ")
                .append(level)
                .append(" interval ")
                .append(money(each.low()))
                .append(" to ")
                .append(money(each.high()))
                .append('\n')
                .append("cost ")
                .append(cost)
                .append(", ")
                .append(breakEven())
                .append(" a member; net ")
                .append(net())
                .append(", ")
                .append(level)
                .append(" interval ")
                .append(money(all.low()))
                .append(" to ")
                .append(money(all.high()))
                .append('\n')
                .append(verdict(all))
                .append('\n')
                .append(caveat())
                .append('\n')
                .toString();
    }

    private static void line(StringBuilder text, Arm arm) {
        text.append(arm.name())
                .append(": ")
                .append(Wording.count(arm.customers(), "customer"))
                .append(", value changed by ")
                .append(arm.meanChange())
                .append(" on average\n");
    }

    private String claim() {
        return switch (evidence) {
            case CONTROL -> "the programme changed the value of a member by " + uplift();
            case COMPARISON ->
                "association: the value of a member changed by " + uplift() + " more than that of others";
            case BEFORE_AND_AFTER -> "association: the value of a member changed by " + uplift() + " since before";
        };
    }

    private String verdict(Interval all) {
        if (evidence == Evidence.CONTROL) {
            return all.low() > 0
                    ? "it pays for itself: the whole interval of the net is above zero"
                    : all.high() < 0
                            ? "it does not pay for itself: the whole interval of the net is below zero"
                            : "whether it pays for itself is open: the interval of the net holds zero";
        }
        return all.low() > 0
                ? "the difference is above the cost; whether the programme made it is not shown"
                : all.high() < 0
                        ? "even if the programme had made all of the difference, it would not pay for itself"
                        : "the difference is not clearly above or below the cost";
    }

    private String caveat() {
        return switch (evidence) {
            case CONTROL -> "rests on the control having been kept out by chance";
            case COMPARISON -> "who joins differs from who does not: keep a control out by chance to learn the effect";
            case BEFORE_AND_AFTER ->
                "nobody shows what would have happened anyway: keep a control out by chance to" + " learn the effect";
        };
    }

    @Override
    public String toString() {
        return uplift() + " a member, net " + net() + (evidence == Evidence.CONTROL ? "" : " (association)");
    }

    /** Collects changes, groups and cost. Not safe to share between threads. */
    public static final class Builder {

        private final Groups groups;
        private final Currency currency;
        private double @Nullable [] changes;
        private @Nullable String members;
        private @Nullable String others;
        private Evidence evidence = Evidence.BEFORE_AND_AFTER;
        private @Nullable Money cost;
        private @Nullable Ratio level;

        private Builder(Groups groups, Currency currency) {
            this.groups = groups;
            this.currency = currency;
        }

        /**
         * Gives the change of each customer's value, such as the margin of the year after less that of the year before.
         *
         * @param amounts in major units, one a row of the groups; copied
         * @return this builder
         * @throws IllegalArgumentException if there are more or fewer than rows, one is not finite, or they were set
         *     already
         */
        public Builder change(double[] amounts) {
            if (changes != null) {
                throw new IllegalArgumentException("change was already set");
            }
            requireRows("changes", amounts.length);
            for (int row = 0; row < amounts.length; row++) {
                if (!Double.isFinite(amounts[row])) {
                    throw new IllegalArgumentException(
                            "change of row " + row + " must be finite, but was " + amounts[row]);
                }
            }
            changes = amounts.clone();
            return this;
        }

        /**
         * Gives the change as values at two dates. Customers who came in between have no value before and do not count.
         *
         * @param before the values when the programme began, in the rows of the groups
         * @param after the values of the same customers later, by the same kind of model
         * @return this builder
         * @throws IllegalArgumentException if they are not of one currency, basis and of profit, a customer is missing
         *     later, or the change was set already
         */
        public Builder change(CustomerValues before, CustomerValues after) {
            requireRows("values before", before.size());
            requireProfit("before", before);
            requireProfit("after", after);
            if (before.basis() != after.basis()) {
                throw new IllegalArgumentException("values before and after must be of one basis, but were "
                        + before.basis().label() + " and " + after.basis().label());
            }
            double[] amounts = new double[before.size()];
            for (int row = 0; row < amounts.length; row++) {
                int later = after.customers().indexOf(before.id(row));
                if (later < 0) {
                    throw new IllegalArgumentException(
                            "customer '" + before.id(row) + "' has a value before and none after");
                }
                amounts[row] = after.amount(later) - before.amount(row);
            }
            return change(amounts);
        }

        private void requireProfit(String when, CustomerValues values) {
            Money.zero(currency).plus(Money.zero(values.currency()));
            if (values.measure() != Measure.PROFIT) {
                throw new IllegalArgumentException("the cost of a programme must be held against profit, but the value "
                        + when + " is " + values.measure().label() + ": give a gross margin");
            }
        }

        private void requireRows(String what, int rows) {
            if (rows != groups.size()) {
                throw new IllegalArgumentException(
                        what + " must be of the " + groups.size() + " rows of the groups, but were of " + rows);
            }
        }

        /**
         * Says who is in the programme.
         *
         * @param label of the group
         * @return this builder
         * @throws IllegalArgumentException if there is no such group, or it was set already
         */
        public Builder members(String label) {
            requireUnset("members", members);
            members = known(label);
            return this;
        }

        /**
         * Says who was kept out by chance before the programme began, which alone allows to speak of an effect.
         *
         * @param label of the group
         * @return this builder
         * @throws IllegalArgumentException if there is no such group, or the others were set already
         */
        public Builder control(String label) {
            return others(label, Evidence.CONTROL);
        }

        /**
         * Says who is not a member for whatever reason.
         *
         * @param label of the group
         * @return this builder
         * @throws IllegalArgumentException if there is no such group, or the others were set already
         */
        public Builder comparison(String label) {
            return others(label, Evidence.COMPARISON);
        }

        private Builder others(String label, Evidence kind) {
            requireUnset("control or comparison", others);
            others = known(label);
            evidence = kind;
            return this;
        }

        private String known(String label) {
            if (!groups.labels().contains(label)) {
                throw new IllegalArgumentException(
                        "there is no group '" + label + "'; groups are " + String.join(", ", groups.labels()));
            }
            return label;
        }

        /**
         * Says what the programme cost in all, over the time in which the values changed.
         *
         * @param money rewards, systems and people
         * @return this builder
         * @throws IllegalArgumentException if it is negative, of another currency, or was set already
         */
        public Builder cost(Money money) {
            requireUnset("cost", cost);
            Money.zero(currency).plus(money);
            if (money.isNegative()) {
                throw new IllegalArgumentException("cost of a programme must not be negative, but was " + money);
            }
            cost = money;
            return this;
        }

        /**
         * Says how sure the interval is to be; 90% if nothing is said.
         *
         * @param ratio above 0% and below 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder level(Ratio ratio) {
            requireUnset("level", level);
            new Interval(0, 0, ratio, Interval.Of.MEAN);
            level = ratio;
            return this;
        }

        private static void requireUnset(String name, @Nullable Object previous) {
            if (previous != null) {
                throw new IllegalArgumentException(name + " was already set");
            }
        }

        /**
         * Holds the members against the others.
         *
         * @return the uplift
         * @throws IllegalArgumentException if the change, the members or the cost was not set, members and others are
         *     one group, or one has fewer than two customers
         */
        public LoyaltyUplift build() {
            double[] amounts = changes;
            String in = members;
            Money spent = cost;
            if (amounts == null || in == null || spent == null) {
                throw new IllegalArgumentException("loyalty uplift still needs: "
                        + Wording.missing("change", amounts, "members", in, "cost", spent));
            }
            if (in.equals(others)) {
                throw new IllegalArgumentException(
                        "members and those they are held against must be two groups, but" + " both were '" + in + "'");
            }
            return new LoyaltyUplift(
                    evidence,
                    MeanChange.of(in, groups, amounts),
                    others == null ? null : MeanChange.of(others, groups, amounts),
                    level == null ? Ratio.percent(90) : level,
                    spent);
        }
    }
}
