package io.clv.lifecycle;

import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What it is worth in a year if more customers come back for service: {@code customers x (share then - share now) x
 * visits a year x margin of a visit}, 2,000 x (85% - 60%) x 1.5 x USD 120 = USD 90,000. Money is computed in decimals
 * and rounded once, half to even. Immutable.
 *
 * <p>Those who are won back are taken to visit as often, and to bring as much a visit, as those who come already; whom
 * it takes a discount to win brings less, which belongs into the margin or the cost.
 */
public final class ServiceReturn {

    private final long customers;
    private final Ratio now;
    private final Optional<ReturnShare> measured;
    private final Ratio target;
    private final Pace visits;
    private final Money margin;
    private final Optional<Money> cost;
    private final Ratio level;

    private ServiceReturn(
            long customers,
            Ratio now,
            Optional<ReturnShare> measured,
            Ratio target,
            Pace visits,
            Money margin,
            Optional<Money> cost,
            Ratio level) {
        this.customers = customers;
        this.now = now;
        this.measured = measured;
        this.target = target;
        this.visits = visits;
        this.margin = margin;
        this.cost = cost;
        this.level = level;
        perPoint();
        worth();
        cost.ifPresent(each -> worth().minus(each));
    }

    /**
     * Starts the sum.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many customers more would come back.
     *
     * @return below 0 where the target is below the share of today
     */
    public double moreCustomers() {
        return more(now).doubleValue();
    }

    private BigDecimal more(Ratio from) {
        return decimal(target.value()).subtract(decimal(from.value())).multiply(BigDecimal.valueOf(customers));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    /** The margin of one customer in a year. */
    private BigDecimal ofOne() {
        return decimal(visits.per(ChronoUnit.YEARS).count()).multiply(margin.amount());
    }

    private Money money(BigDecimal amount) {
        Currency currency = margin.currency();
        return Money.of(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
    }

    /**
     * What it is worth in a year, before its cost.
     *
     * @return customers x (share then - share now) x visits a year x margin
     */
    public Money worth() {
        return money(more(now).multiply(ofOne()));
    }

    /**
     * What one point of the share is worth in a year.
     *
     * @return customers x 1% x visits a year x margin
     */
    public Money perPoint() {
        return money(ofOne().multiply(BigDecimal.valueOf(customers)).movePointLeft(2));
    }

    /**
     * What is left in a year after the cost.
     *
     * @return empty where no cost was given
     */
    public Optional<Money> net() {
        return cost.map(worth()::minus);
    }

    /**
     * The share at which the cost is earned back: {@code share now + cost / (customers x visits x margin)}.
     *
     * @return empty where no cost was given, a visit brings nothing, or even everybody would not earn it
     */
    public Optional<Ratio> breakEven() {
        double all = customers * ofOne().doubleValue();
        return cost.map(each -> now.value() + each.toDouble() / all)
                .filter(share -> all > 0 && share <= 1)
                .map(Ratio::of);
    }

    /**
     * How sure the worth is, where the share of today was measured and could be a little higher or lower. That the
     * target is met is taken for granted.
     *
     * @return of the mean, in major units; empty where the share was stated
     */
    public Optional<Interval> interval() {
        return measured.map(share -> {
            Interval shares = share.interval(level);
            double one = more(Ratio.of(shares.high())).multiply(ofOne()).doubleValue();
            double other = more(Ratio.of(shares.low())).multiply(ofOne()).doubleValue();
            return new Interval(Math.min(one, other), Math.max(one, other), level, Interval.Of.MEAN);
        });
    }

    /**
     * The sum, line by line.
     *
     * @return a few lines of English
     */
    public String explain() {
        String more = TriggerWording.number(moreCustomers(), 2);
        StringBuilder text = new StringBuilder();
        measured.ifPresent(share -> {
            text.append(share)
                    .append(" (")
                    .append(level)
                    .append(" interval ")
                    .append(TriggerWording.percent(share.interval(level).low()))
                    .append(" to ")
                    .append(TriggerWording.percent(share.interval(level).high()))
                    .append(")");
            if (share.tooNew() > 0) {
                text.append("; ")
                        .append(TriggerWording.count(share.tooNew(), "customer"))
                        .append(" too new to tell");
            }
            if (share.strangers() > 0) {
                text.append("; ")
                        .append(TriggerWording.count(share.strangers()))
                        .append(" came who did not buy here");
            }
            text.append('\n');
        });
        text.append(TriggerWording.count(customers, "customer"))
                .append(" x (")
                .append(target)
                .append(" - ")
                .append(TriggerWording.percent(now.value()))
                .append(") = ")
                .append(more)
                .append(" more who come back\n")
                .append(more)
                .append(" x ")
                .append(visits)
                .append(" x ")
                .append(margin)
                .append(" a visit = ")
                .append(worth())
                .append(" a year; each point is worth ")
                .append(perPoint())
                .append('\n');
        interval()
                .ifPresent(each -> text.append(level)
                        .append(" interval: ")
                        .append(TriggerWording.money(each, margin.currency()))
                        .append(", for the share of today is measured\n"));
        cost.ifPresent(each -> text.append("less ")
                .append(each)
                .append(" a year of cost: ")
                .append(worth().minus(each))
                .append(breakEven()
                        .map(share -> "; the cost is earned from " + TriggerWording.percent(share.value()) + " on")
                        .orElse("; not even everybody would earn the cost"))
                .append('\n'));
        return text.append("assumes that those won back come as often, and bring as much a visit, as the others\n")
                .toString();
    }

    @Override
    public String toString() {
        return worth() + " a year, from " + TriggerWording.percent(now.value()) + " to " + target + " of "
                + TriggerWording.count(customers, "customer");
    }

    /** Collects shares, visits and margin. Not safe to share between threads. */
    public static final class Builder {

        private @Nullable Long customers;
        private @Nullable Ratio now;
        private @Nullable ReturnShare measured;
        private @Nullable Ratio target;
        private @Nullable Pace visits;
        private @Nullable Money margin;
        private @Nullable Money cost;
        private @Nullable Ratio level;

        private Builder() {}

        /**
         * Says how many customers could come back; where the share is measured and nothing is said, all who bought.
         *
         * @param number at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder customers(long number) {
            TriggerWording.requireUnset("customers", customers);
            if (number < 1) {
                throw new IllegalArgumentException("customers must be at least 1, but were " + number);
            }
            customers = number;
            return this;
        }

        /**
         * Says what share comes back today.
         *
         * @param share from 0% to 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or a share was set already
         */
        public Builder share(Ratio share) {
            requireNoShare();
            now = TriggerWording.requireShare("share that comes back", share);
            return this;
        }

        /**
         * Says what share comes back today, as measured.
         *
         * @param share the counts
         * @return this builder
         * @throws IllegalArgumentException if a share was set already
         */
        public Builder share(ReturnShare share) {
            requireNoShare();
            measured = share;
            now = share.share();
            return this;
        }

        private void requireNoShare() {
            TriggerWording.requireUnset("share that comes back", now);
        }

        /**
         * Says what share is to come back.
         *
         * @param share from 0% to 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder target(Ratio share) {
            TriggerWording.requireUnset("target", target);
            target = TriggerWording.requireShare("target", share);
            return this;
        }

        /**
         * Says how often a customer comes who does.
         *
         * @param pace such as {@code Pace.perYear(1.5)}
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder visits(Pace pace) {
            TriggerWording.requireUnset("visits", visits);
            visits = pace;
            return this;
        }

        /**
         * Says what a visit brings, after its own costs.
         *
         * @param money not negative
         * @return this builder
         * @throws IllegalArgumentException if it is negative, in another currency than the cost, or was set already
         */
        public Builder marginPerVisit(Money money) {
            TriggerWording.requireUnset("margin per visit", margin);
            margin = requireMoney("margin per visit", money, cost);
            return this;
        }

        /**
         * Says what it costs a year to win them back.
         *
         * @param money not negative
         * @return this builder
         * @throws IllegalArgumentException if it is negative, in another currency than the margin, or was set already
         */
        public Builder costPerYear(Money money) {
            TriggerWording.requireUnset("cost per year", cost);
            cost = requireMoney("cost per year", money, margin);
            return this;
        }

        private static Money requireMoney(String name, Money money, @Nullable Money other) {
            if (money.isNegative()) {
                throw new IllegalArgumentException(name + " must not be negative, but was " + money);
            }
            if (other != null) {
                money.compareTo(other);
            }
            return money;
        }

        /**
         * Says how sure the interval is to be; 90% if nothing is said.
         *
         * @param ratio above 0% and below 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder level(Ratio ratio) {
            TriggerWording.requireUnset("level", level);
            level = TriggerWording.requireLevel(ratio);
            return this;
        }

        /**
         * Does the sum.
         *
         * @return what it is worth
         * @throws IllegalArgumentException if an input is missing
         * @throws ArithmeticException if the result is beyond the range of money
         */
        public ServiceReturn build() {
            Long number = customers;
            if (number == null && measured != null) {
                number = measured.of() + measured.tooNew();
            }
            if (number == null || now == null || target == null || visits == null || margin == null) {
                throw new IllegalArgumentException("service return still needs: "
                        + TriggerWording.missing(
                                        "customers",
                                        number,
                                        "share",
                                        now,
                                        "target",
                                        target,
                                        "visits",
                                        visits,
                                        "margin per visit",
                                        margin)
                                .orElse(""));
            }
            return new ServiceReturn(
                    number,
                    now,
                    Optional.ofNullable(measured),
                    target,
                    visits,
                    margin,
                    Optional.ofNullable(cost),
                    level == null ? Ratio.percent(90) : level);
        }
    }
}
