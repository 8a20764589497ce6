package io.clv.economics;

import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The loaded cost of acquisition, CAC = all that was spent to win customers / customers won, by campaign and by
 * channel, and twice for all: <em>paid</em>, the customers of channels on which money was spent, and <em>blended</em>,
 * everybody who came. Blended is always the lower one and says nothing about what the next paid customer costs.
 *
 * <p>What a channel's campaigns share goes to them in proportion to what was spent on each; what all channels share, to
 * the campaigns of paid channels in proportion to what each then bears. Campaigns of a channel on which nothing was
 * spent but what they share bear it by the customers that they brought, and equally where none came. All is shared out
 * to the minor unit: the campaigns' spend sums to the total exactly.
 *
 * <pre>{@code
 * AcquisitionCosts costs = AcquisitionCosts.of(spend, newcomers);
 * System.out.print(costs.explain());
 * }</pre>
 */
public final class AcquisitionCosts {

    private final Currency currency;
    private final Map<Campaign, AcquisitionCost> campaigns;
    private final List<AcquisitionCost> channels;
    private final AcquisitionCost paid;
    private final AcquisitionCost blended;

    private AcquisitionCosts(
            Currency currency,
            Map<Campaign, AcquisitionCost> campaigns,
            List<AcquisitionCost> channels,
            AcquisitionCost paid,
            AcquisitionCost blended) {
        this.currency = currency;
        this.campaigns = campaigns;
        this.channels = List.copyOf(channels);
        this.paid = paid;
        this.blended = blended;
    }

    /**
     * Brings spend and newcomers of the same time together.
     *
     * @param spend what was spent
     * @param newcomers who came
     * @return the costs
     * @throws IllegalArgumentException if there is no spend, it is in two currencies, or there is spend that all
     *     channels share and no channel has any of its own
     */
    public static AcquisitionCosts of(List<SpendItem> spend, Newcomers newcomers) {
        CostSharing sharing = CostSharing.of(spend, newcomers);
        List<AcquisitionCost> channels = new ArrayList<>();
        for (String channel : sharing.channels()) {
            channels.add(sharing.sum(channel, campaign -> campaign.channel().equals(channel)));
        }
        return new AcquisitionCosts(
                sharing.currency(),
                sharing.campaigns(),
                channels,
                sharing.sum("paid", campaign -> sharing.isPaid(campaign.channel())),
                sharing.sum("blended", campaign -> true));
    }

    /**
     * The currency of all money.
     *
     * @return the currency
     */
    public Currency currency() {
        return currency;
    }

    /**
     * The campaigns, in the order of their channels' and their own names.
     *
     * @return campaign to cost, immutable
     */
    public Map<Campaign, AcquisitionCost> campaigns() {
        return campaigns;
    }

    /**
     * One campaign.
     *
     * @param campaign which
     * @return its cost
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public AcquisitionCost campaign(Campaign campaign) {
        AcquisitionCost cost = campaigns.get(campaign);
        if (cost == null) {
            throw new IllegalArgumentException("there is no campaign '" + campaign + "'; campaigns are "
                    + campaigns.keySet().stream().map(Campaign::toString).collect(Collectors.joining(", ")));
        }
        return cost;
    }

    /**
     * The channels, in the order of their names.
     *
     * @return immutable
     */
    public List<AcquisitionCost> channels() {
        return channels;
    }

    /**
     * One channel.
     *
     * @param channel its name
     * @return its cost
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public AcquisitionCost channel(String channel) {
        return channels.stream()
                .filter(cost -> cost.name().equals(channel))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no channel '" + channel + "'; channels are "
                        + channels.stream().map(AcquisitionCost::name).collect(Collectors.joining(", "))));
    }

    /**
     * All spend, and the customers of the channels that had any.
     *
     * @return the paid cost
     */
    public AcquisitionCost paid() {
        return paid;
    }

    /**
     * All spend, and everybody who came.
     *
     * @return the blended cost
     */
    public AcquisitionCost blended() {
        return blended;
    }

    /**
     * The costs in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        line(text, "paid: ", paid);
        line(text, "blended, with " + unpaid() + " who came without spend: ", blended);
        Optional<Money> media = paid.mediaCac();
        if (media.isPresent() && !media.equals(paid.cac())) {
            text.append("media alone would say ").append(media.get()).append(" a paid customer: the rest is ");
            text.append(paid.spend().keySet().stream()
                            .filter(kind -> kind != SpendKind.MEDIA)
                            .map(kind -> kind.label() + " " + paid.spend(kind))
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        for (AcquisitionCost channel : channels) {
            line(text, channel.name() + ": ", channel);
        }
        return text.toString();
    }

    private String unpaid() {
        return Wording.count(blended.customers() - paid.customers(), "customer");
    }

    private static void line(StringBuilder text, String head, AcquisitionCost cost) {
        text.append(head)
                .append(cost.loaded())
                .append(" for ")
                .append(Wording.count(cost.customers(), "customer"))
                .append(cost.cac().map(money -> ", " + money + " each").orElse(""))
                .append('\n');
    }

    @Override
    public String toString() {
        return "paid " + paid + ", blended " + blended;
    }
}
