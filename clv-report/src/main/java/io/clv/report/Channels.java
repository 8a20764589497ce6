package io.clv.report;

import io.clv.economics.AcquisitionCost;
import io.clv.economics.AcquisitionCosts;
import io.clv.economics.CampaignEconomics;
import io.clv.quantity.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What customers cost and are worth by channel. */
final class Channels {

    private final AcquisitionCosts costs;
    private final Optional<CampaignEconomics> economics;

    Channels(AcquisitionCosts costs, Optional<CampaignEconomics> economics) {
        this.costs = costs;
        this.economics = economics;
    }

    List<ChannelRow> rows() {
        return costs.channels().stream().map(this::row).toList();
    }

    private ChannelRow row(AcquisitionCost cost) {
        OptionalDouble worth = worth(cost.name());
        OptionalDouble cac = cost.cacAmount();
        boolean known = worth.isPresent() && cac.isPresent() && cac.getAsDouble() > 0;
        return new ChannelRow(
                cost.name(),
                cost.customers(),
                cost.loaded(),
                cost.cac(),
                worth.isPresent()
                        ? Optional.of(Money.ofRounded(worth.getAsDouble(), costs.currency()))
                        : Optional.empty(),
                known ? OptionalDouble.of(worth.getAsDouble() / cac.getAsDouble()) : OptionalDouble.empty());
    }

    /** The mean over those who came by its campaigns; of a channel by which nobody came the value is not known. */
    private OptionalDouble worth(String channel) {
        double sum = 0;
        long customers = 0;
        for (CampaignEconomics.Line line :
                economics.map(CampaignEconomics::lines).orElse(List.of())) {
            if (line.campaign().channel().equals(channel)) {
                sum += line.ltv().toDouble() * line.cost().customers();
                customers += line.cost().customers();
            }
        }
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / customers);
    }

    /** One value for all makes the cheapest channel the best, which a reader has to know. */
    List<Sentence> notes() {
        List<Money> values = economics.map(CampaignEconomics::lines).orElse(List.of()).stream()
                .map(CampaignEconomics.Line::ltv)
                .distinct()
                .toList();
        return values.size() == 1 && costs.channels().size() > 1
                ? List.of(Sentence.of("channels.one-value", values.get(0)))
                : List.of();
    }
}
