package io.clv.economics;

import io.clv.quantity.Money;

/**
 * Money spent to win customers: on a campaign, on a channel as a whole, or on all of acquisition.
 *
 * @param channel the channel, or an empty text for what all channels share
 * @param campaign the campaign, or an empty text for what the channel's campaigns share
 * @param kind what it went to
 * @param amount how much, not negative
 */
public record SpendItem(String channel, String campaign, SpendKind kind, Money amount) {

    /**
     * Checks the amount, and takes off the blanks around the names.
     *
     * @param channel the channel, or an empty text
     * @param campaign the campaign, or an empty text
     * @param kind what it went to
     * @param amount how much
     * @throws IllegalArgumentException if the amount is negative, or there is a campaign without a channel
     */
    public SpendItem {
        channel = channel.strip();
        campaign = campaign.strip();
        if (channel.isEmpty() && !campaign.isEmpty()) {
            throw new IllegalArgumentException("spend on campaign '" + campaign + "' must name its channel");
        }
        if (amount.isNegative()) {
            throw new IllegalArgumentException("spend must not be negative, but was " + amount);
        }
    }

    /**
     * Spend on a campaign.
     *
     * @param campaign the campaign; one without a name is its channel
     * @param kind what it went to
     * @param amount how much
     * @return the item
     * @throws IllegalArgumentException if the amount is negative
     */
    public static SpendItem of(Campaign campaign, SpendKind kind, Money amount) {
        return new SpendItem(campaign.channel(), campaign.name(), kind, amount);
    }

    /**
     * Spend that all channels share, such as the salary of whoever runs them all.
     *
     * @param kind what it went to
     * @param amount how much
     * @return the item
     * @throws IllegalArgumentException if the amount is negative
     */
    public static SpendItem shared(SpendKind kind, Money amount) {
        return new SpendItem("", "", kind, amount);
    }

    /** Whether it belongs to no channel. */
    boolean isShared() {
        return channel.isEmpty();
    }
}
