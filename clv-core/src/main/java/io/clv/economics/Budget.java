package io.clv.economics;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money to be spread over channels whose returns diminish, so that what the customers won are worth, less what they
 * cost at the hurdle, is as much as can be:
 *
 * <pre>{@code
 * maximise  sum of v_i f_i(x_i) - hurdle x sum of x_i    with  floor_i <= x_i <= cap_i,  sum of x_i <= budget
 * }</pre>
 *
 * <p>At the optimum the last unit of money returns the same, {@code v_i f_i'(x_i)}, in every channel between its floor
 * and its cap; where that would be less than the hurdle, money stays unspent. A hurdle of 100%, the default, spends
 * nothing that brings less than itself over a customer's life; 0% spends all that does not lose customers.
 *
 * <p>Spend is in whole minor units, so that spent + unspent = budget to the cent. With curves of diminishing returns
 * throughout no other spread of whole minor units is better by more than the rounding of doubles; with S-shaped curves
 * the search begins at the best of a grid of some {@value BudgetSearch#STEPS} steps of the budget and finds the best
 * spread near it.
 *
 * <pre>{@code
 * BudgetPlan plan = Budget.builder(Money.of(100_000, "USD"))
 *         .channel(BudgetChannel.of("search", ResponseCurve.power(4.2, 0.6), newcomer))
 *         .channel(BudgetChannel.of("video", ResponseCurve.hill(900, 60_000, 1.4), newcomer))
 *         .build()
 *         .allocate();
 * }</pre>
 */
public final class Budget {

    private final Money total;
    private final Ratio hurdle;
    private final List<BudgetChannel> channels;

    private Budget(Money total, Ratio hurdle, List<BudgetChannel> channels) {
        this.total = total;
        this.hurdle = hurdle;
        this.channels = List.copyOf(channels);
    }

    /**
     * Starts a budget.
     *
     * @param total the most to be spent
     * @return a builder
     * @throws IllegalArgumentException if it is negative
     */
    public static Builder builder(Money total) {
        return new Builder(total);
    }

    /**
     * Finds the best spread.
     *
     * @return the plan
     * @throws IllegalArgumentException if a response is not finite or negative somewhere
     */
    public BudgetPlan allocate() {
        return BudgetPlan.of(this, new BudgetSearch(this).best());
    }

    /**
     * A spread made elsewhere, such as last year's, to be held against the best one.
     *
     * @param spend of each channel by its name
     * @return the plan
     * @throws IllegalArgumentException if a channel is missing or unknown, a spend is below its floor or above its cap,
     *     all spend is above the budget, or the currencies differ
     */
    public BudgetPlan plan(Map<String, Money> spend) {
        long[] minor = new long[channels.size()];
        Money sum = Money.zero(currency());
        for (int i = 0; i < minor.length; i++) {
            BudgetChannel channel = channels.get(i);
            Money own = spend.get(channel.name());
            if (own == null) {
                throw new IllegalArgumentException("spend of channel '" + channel.name() + "' is missing; channels are "
                        + String.join(", ", names()));
            }
            requireWithin(channel, own);
            minor[i] = own.minorUnits();
            sum = sum.plus(own);
        }
        for (String name : spend.keySet()) {
            if (!names().contains(name)) {
                throw new IllegalArgumentException(
                        "there is no channel '" + name + "'; channels are " + String.join(", ", names()));
            }
        }
        if (sum.compareTo(total) > 0) {
            throw new IllegalArgumentException(
                    "spend in all must not be above the budget, " + total + ", but was " + sum);
        }
        return BudgetPlan.of(this, minor);
    }

    private static void requireWithin(BudgetChannel channel, Money own) {
        if (own.compareTo(channel.floor()) < 0) {
            throw new IllegalArgumentException("spend of " + channel.name() + " must not be below its floor, "
                    + channel.floor() + ", but was " + own);
        }
        if (channel.cap().isPresent() && own.compareTo(channel.cap().get()) > 0) {
            throw new IllegalArgumentException("spend of " + channel.name() + " must not be above its cap, "
                    + channel.cap().get() + ", but was " + own);
        }
    }

    /**
     * The most to be spent.
     *
     * @return the budget
     */
    public Money total() {
        return total;
    }

    /**
     * What the last unit of money must return at least.
     *
     * @return 100% to bring itself back
     */
    public Ratio hurdle() {
        return hurdle;
    }

    /**
     * The channels, in the order in which they were given.
     *
     * @return immutable
     */
    public List<BudgetChannel> channels() {
        return channels;
    }

    /**
     * The currency of all money.
     *
     * @return the currency
     */
    public Currency currency() {
        return total.currency();
    }

    List<String> names() {
        return channels.stream().map(BudgetChannel::name).toList();
    }

    /** The same budget with other curves, by channel; who is not named keeps his. */
    Budget respondingBy(Map<String, ResponseCurve> curves) {
        List<BudgetChannel> others = new ArrayList<>();
        for (BudgetChannel channel : channels) {
            others.add(channel.respondingBy(curves.getOrDefault(channel.name(), channel.response())));
        }
        return new Budget(total, hurdle, others);
    }

    @Override
    public String toString() {
        return total + " for " + Wording.count(channels.size(), "channel") + ", hurdle " + hurdle;
    }

    /** Collects what a budget is for. Not safe to share between threads. */
    public static final class Builder {

        private final Money total;
        private final Map<String, BudgetChannel> channels = new LinkedHashMap<>();
        private @Nullable Ratio hurdle;

        private Builder(Money total) {
            if (total.isNegative()) {
                throw new IllegalArgumentException("budget must not be negative, but was " + total);
            }
            this.total = total;
        }

        /**
         * Adds a channel.
         *
         * @param channel with a name that no other has
         * @return this builder
         * @throws IllegalArgumentException if the name is taken, or the currency is not the budget's
         */
        public Builder channel(BudgetChannel channel) {
            channel.floor().plus(Money.zero(total.currency()));
            if (channels.putIfAbsent(channel.name(), channel) != null) {
                throw new IllegalArgumentException("channel '" + channel.name() + "' was already added");
            }
            return this;
        }

        /**
         * Says what the last unit of money must return at least, over a customer's life.
         *
         * @param ratio 100%, which is taken if none is set, for itself
         * @return this builder
         * @throws IllegalArgumentException if it is negative, or was set already
         */
        public Builder hurdle(Ratio ratio) {
            if (hurdle != null) {
                throw new IllegalArgumentException("hurdle was already set to " + hurdle);
            }
            if (ratio.value() < 0) {
                throw new IllegalArgumentException("hurdle must not be negative, but was " + ratio);
            }
            hurdle = ratio;
            return this;
        }

        /**
         * Makes the budget.
         *
         * @return the budget
         * @throws IllegalArgumentException if there is no channel, or the floors are above the budget
         */
        public Budget build() {
            if (channels.isEmpty()) {
                throw new IllegalArgumentException("a budget still needs: a channel");
            }
            Money floors = channels.values().stream()
                    .map(BudgetChannel::floor)
                    .reduce(Money.zero(total.currency()), Money::plus);
            if (floors.compareTo(total) > 0) {
                throw new IllegalArgumentException(
                        "floors in all must not be above the budget, " + total + ", but were " + floors);
            }
            return new Budget(total, hurdle == null ? Ratio.ONE : hurdle, List.copyOf(channels.values()));
        }
    }
}
