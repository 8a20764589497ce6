package io.clv.economics;

import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gives every campaign what was spent on it, then its share of what it shares with others. */
final class CostSharing {

    private final Currency currency;
    private final Newcomers newcomers;
    private final Map<Campaign, Map<SpendKind, Money>> spend = new TreeMap<>(Newcomers.ORDER);
    private final Set<String> paid = new TreeSet<>();

    private CostSharing(Currency currency, Newcomers newcomers) {
        this.currency = currency;
        this.newcomers = newcomers;
        newcomers.counts().keySet().forEach(campaign -> spend.put(campaign, new EnumMap<>(SpendKind.class)));
    }

    static CostSharing of(List<SpendItem> items, Newcomers newcomers) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a cost of acquisition needs spend, but there was none");
        }
        CostSharing sharing = new CostSharing(items.get(0).amount().currency(), newcomers);
        sharing.add(items);
        return sharing;
    }

    private void add(List<SpendItem> items) {
        List<SpendItem> ofChannels = new ArrayList<>();
        List<SpendItem> ofAll = new ArrayList<>();
        for (SpendItem item : items) {
            if (item.isShared()) {
                ofAll.add(item);
                continue;
            }
            paid.add(item.channel());
            if (item.campaign().isEmpty()) {
                ofChannels.add(item);
            } else {
                book(Campaign.of(item.channel(), item.campaign()), item.kind(), item.amount());
            }
        }
        shareInChannels(ofChannels);
        shareAmongAll(ofAll);
    }

    private void book(Campaign campaign, SpendKind kind, Money amount) {
        spend.computeIfAbsent(campaign, none -> new EnumMap<>(SpendKind.class)).merge(kind, amount, Money::plus);
    }

    private void shareInChannels(List<SpendItem> items) {
        Map<String, List<SpendItem>> byChannel =
                items.stream().collect(Collectors.groupingBy(SpendItem::channel, TreeMap::new, Collectors.toList()));
        byChannel.forEach((channel, own) -> {
            List<Campaign> campaigns = spend.keySet().stream()
                    .filter(campaign -> campaign.channel().equals(channel))
                    .toList();
            share(own, campaigns.isEmpty() ? List.of(Campaign.of(channel)) : campaigns);
        });
    }

    private void shareAmongAll(List<SpendItem> items) {
        if (items.isEmpty()) {
            return;
        }
        if (paid.isEmpty()) {
            throw new IllegalArgumentException(
                    "spend that all channels share must go to channels with spend of their own, but there is none");
        }
        share(
                items,
                spend.keySet().stream()
                        .filter(campaign -> isPaid(campaign.channel()))
                        .toList());
    }

    /** The weights are taken once, so that the order of the items makes no difference. */
    private void share(List<SpendItem> items, List<Campaign> campaigns) {
        long[] weights = weights(campaigns);
        for (SpendItem item : items) {
            List<Money> shares = item.amount().allocate(weights);
            for (int i = 0; i < weights.length; i++) {
                if (!shares.get(i).isZero()) {
                    book(campaigns.get(i), item.kind(), shares.get(i));
                }
            }
        }
    }

    private long[] weights(List<Campaign> campaigns) {
        long[] bySpend = campaigns.stream()
                .mapToLong(campaign -> total(campaign).minorUnits())
                .toArray();
        if (positive(bySpend)) {
            return bySpend;
        }
        long[] byCustomers = campaigns.stream().mapToLong(this::customers).toArray();
        if (positive(byCustomers)) {
            return byCustomers;
        }
        return campaigns.stream().mapToLong(campaign -> 1).toArray();
    }

    private static boolean positive(long[] weights) {
        for (long weight : weights) {
            if (weight > 0) {
                return true;
            }
        }
        return false;
    }

    private Money total(Campaign campaign) {
        return spend.getOrDefault(campaign, Map.of()).values().stream().reduce(Money.zero(currency), Money::plus);
    }

    private long customers(Campaign campaign) {
        return newcomers.counts().getOrDefault(campaign, 0L);
    }

    Currency currency() {
        return currency;
    }

    boolean isPaid(String channel) {
        return paid.contains(channel);
    }

    List<String> channels() {
        return spend.keySet().stream().map(Campaign::channel).distinct().toList();
    }

    Map<Campaign, AcquisitionCost> campaigns() {
        Map<Campaign, AcquisitionCost> costs = new LinkedHashMap<>();
        spend.forEach((campaign, kinds) ->
                costs.put(campaign, new AcquisitionCost(campaign.toString(), currency, kinds, customers(campaign))));
        return Collections.unmodifiableMap(costs);
    }

    AcquisitionCost sum(String name, Predicate<Campaign> which) {
        Map<SpendKind, Money> sums = new EnumMap<>(SpendKind.class);
        long customers = 0;
        for (Map.Entry<Campaign, Map<SpendKind, Money>> each : spend.entrySet()) {
            if (which.test(each.getKey())) {
                each.getValue().forEach((kind, amount) -> sums.merge(kind, amount, Money::plus));
                customers += customers(each.getKey());
            }
        }
        return new AcquisitionCost(name, currency, sums, customers);
    }
}
