package io.clv.economics;

/**
 * Where customers come from: a channel, such as search, and as it may be a campaign in it. Text form: {@code "search /
 * brand"}, or {@code "search"} where no campaign is told apart.
 *
 * @param channel the channel's name, not blank
 * @param name the campaign's name; empty where the channel has none
 */
public record Campaign(String channel, String name) {

    /**
     * Checks the channel, and takes off the blanks around both names.
     *
     * @param channel the channel's name
     * @param name the campaign's name, or an empty text
     * @throws IllegalArgumentException if the channel is blank
     */
    public Campaign {
        channel = channel.strip();
        name = name.strip();
        if (channel.isEmpty()) {
            throw new IllegalArgumentException("channel of a campaign must not be blank");
        }
    }

    /**
     * A campaign of a channel.
     *
     * @param channel the channel's name
     * @param name the campaign's name
     * @return the campaign
     * @throws IllegalArgumentException if the channel is blank
     */
    public static Campaign of(String channel, String name) {
        return new Campaign(channel, name);
    }

    /**
     * A channel without campaigns.
     *
     * @param channel the channel's name
     * @return the channel as a campaign without a name
     * @throws IllegalArgumentException if the channel is blank
     */
    public static Campaign of(String channel) {
        return new Campaign(channel, "");
    }

    @Override
    public String toString() {
        return name.isEmpty() ? channel : channel + " / " + name;
    }
}
