package io.clv.economics;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.JoinedAttributes;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many customers came by each campaign, over the time for which the spend is known. Immutable.
 *
 * <p>Who came without any spend, as by word of mouth, belongs to a channel as well, such as "organic": a channel is
 * paid for if there is spend on it.
 */
public final class Newcomers {

    /** The channel of customers of whom it is not known how they came. */
    public static final String UNKNOWN = "(unknown)";

    static final Comparator<Campaign> ORDER =
            Comparator.comparing(Campaign::channel).thenComparing(Campaign::name);

    private final Map<Campaign, Long> counts;
    private final long total;

    private Newcomers(Map<Campaign, Long> counts) {
        this.counts = Collections.unmodifiableMap(counts);
        total = counts.values().stream().reduce(0L, Math::addExact);
    }

    /**
     * Customers counted elsewhere.
     *
     * @param counts how many came by each campaign
     * @return the newcomers
     * @throws IllegalArgumentException if a count is negative
     */
    public static Newcomers of(Map<Campaign, Long> counts) {
        Map<Campaign, Long> sorted = new TreeMap<>(ORDER);
        counts.forEach((campaign, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "newcomers of " + campaign + " must not be negative, but were " + count);
            }
            sorted.put(campaign, count);
        });
        return new Newcomers(sorted);
    }

    /**
     * Customers of a base whose first purchase lies between two dates.
     *
     * @param customers the base with what is known of each customer
     * @param channel the column with the channel; who has none is {@value #UNKNOWN}
     * @param campaign the column with the campaign, which may be blank
     * @param from the first day that counts
     * @param through the last day that counts
     * @return the newcomers
     * @throws IllegalArgumentException if a column is not there or holds no categories, or the days are out of order
     */
    public static Newcomers of(
            JoinedAttributes customers, String channel, String campaign, LocalDate from, LocalDate through) {
        return count(
                customers,
                from,
                through,
                row -> new Campaign(
                        customers.category(channel, row).orElse(UNKNOWN),
                        customers.category(campaign, row).orElse("")));
    }

    /**
     * As {@link #of(JoinedAttributes, String, String, LocalDate, LocalDate)}, where campaigns are not told apart.
     *
     * @param customers the base with what is known of each customer
     * @param channel the column with the channel; who has none is {@value #UNKNOWN}
     * @param from the first day that counts
     * @param through the last day that counts
     * @return the newcomers
     * @throws IllegalArgumentException if the column is not there or holds no categories, or the days are out of order
     */
    public static Newcomers of(JoinedAttributes customers, String channel, LocalDate from, LocalDate through) {
        return count(
                customers,
                from,
                through,
                row -> Campaign.of(customers.category(channel, row).orElse(UNKNOWN)));
    }

    private interface CampaignOfRow {
        Campaign of(int row);
    }

    private static Newcomers count(
            JoinedAttributes joined, LocalDate from, LocalDate through, CampaignOfRow campaigns) {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException(
                    "the last day of acquisition must not be before the first, " + from + ", but was " + through);
        }
        CustomerTable customers = joined.customers();
        Map<Campaign, Long> counts = new TreeMap<>(ORDER);
        for (int row = 0; row < customers.size(); row++) {
            LocalDate came = customers.firstPurchase(row);
            if (!came.isBefore(from) && !came.isAfter(through)) {
                counts.merge(campaigns.of(row), 1L, Long::sum);
            }
        }
        return new Newcomers(counts);
    }

    /**
     * The counts, by channel and campaign in the order of their names.
     *
     * @return immutable
     */
    public Map<Campaign, Long> counts() {
        return counts;
    }

    /**
     * How many came in all.
     *
     * @return 0 or more
     */
    public long total() {
        return total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Newcomers newcomers && counts.equals(newcomers.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return Wording.count(total, "newcomer") + " by " + Wording.count(counts.size(), "campaign");
    }
}
