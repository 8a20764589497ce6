package io.clv.segment;

import io.clv.ledger.Groups;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule that puts customers into tiers by what they are worth, from low to high: by quantile, by the share of the
 * whole value, or by thresholds. Customers with equal amounts are always in the same tier, so that quantiles may come
 * out uneven, and a tier without anybody.
 *
 * <pre>{@code
 * Groups tiers = ValueTiers.byQuantile(percent(50), percent(80))
 *         .named("bronze", "silver", "gold")
 *         .groups(CustomerAmounts.of(values));
 * }</pre>
 *
 * <p>Quantiles and shares are relative: a customer may change tier because others did better. For moves between two
 * dates that are not of this kind, use thresholds.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class ValueTiers {

    private final String rule;
    private final List<String> labels;
    private final Optional<Currency> currency;
    private final Function<CustomerAmounts, Floors> floors;

    private ValueTiers(
            String rule, List<String> labels, Optional<Currency> currency, Function<CustomerAmounts, Floors> floors) {
        this.rule = rule;
        this.labels = labels;
        this.currency = currency;
        this.floors = floors;
    }

    /**
     * Tiers of as many customers each, as far as equal amounts allow.
     *
     * @param tiers how many: 4 for quartiles, 10 for deciles
     * @return the rule
     * @throws IllegalArgumentException unless there are 2 to 100 tiers
     */
    public static ValueTiers byQuantile(int tiers) {
        if (tiers < 2 || tiers > 100) {
            throw new IllegalArgumentException("tiers must be 2 to 100, but were " + tiers);
        }
        Ratio[] cuts = new Ratio[tiers - 1];
        Arrays.setAll(cuts, i -> Ratio.of((i + 1.0) / tiers));
        List<String> labels = new ArrayList<>();
        for (int tier = 1; tier <= tiers; tier++) {
            labels.add("tier " + tier + " of " + tiers);
        }
        return byQuantile(cuts).named(labels.toArray(String[]::new));
    }

    /**
     * Tiers by the share of customers. A customer is above a cut c if at least the share c of all customers is worth
     * strictly less.
     *
     * @param cuts shares of customers from the bottom, ascending: 50% and 80% for the lower half, the next 30% and the
     *     top 20%
     * @return the rule
     * @throws IllegalArgumentException if there is no cut, or they are not ascending between 0% and 100%
     */
    public static ValueTiers byQuantile(Ratio... cuts) {
        double[] shares = ascendingShares(cuts);
        List<String> labels = new ArrayList<>();
        labels.add("lowest " + cuts[0]);
        for (int i = 1; i < cuts.length; i++) {
            labels.add(cuts[i - 1] + " to " + cuts[i]);
        }
        labels.add("top " + Wording.rest(cuts[cuts.length - 1]));
        return new ValueTiers(
                "by quantile", labels, Optional.empty(), amounts -> Floors.aboveShares(amounts.ascending(), shares));
    }

    /**
     * Tiers by the cumulative share of the total, from the best customer down (ABC analysis): the fewest customers who
     * together hold the first share, those who bring it up to the next, and so on. Who crosses a share still belongs to
     * it. Customers worth nothing or less are in the lowest tier.
     *
     * @param cuts shares of the total from the top, ascending: 50% and 80% for those with the first half of the value,
     *     those who bring it to 80%, and the rest
     * @return the rule
     * @throws IllegalArgumentException if there is no cut, or they are not ascending between 0% and 100%
     */
    public static ValueTiers byShareOfValue(Ratio... cuts) {
        double[] shares = ascendingShares(cuts);
        List<String> labels = new ArrayList<>();
        labels.add("last " + Wording.rest(cuts[cuts.length - 1]) + " of value");
        for (int i = cuts.length - 1; i > 0; i--) {
            labels.add(cuts[i - 1] + " to " + cuts[i] + " of value");
        }
        labels.add("first " + cuts[0] + " of value");
        return new ValueTiers("by share of value", labels, Optional.empty(), amounts -> holding(amounts, shares));
    }

    private static Floors holding(CustomerAmounts amounts, double[] shares) {
        amounts.requireTotalAboveZero("tiers by share of value");
        Concentration concentration = Concentration.of(amounts);
        double[] floors = new double[shares.length];
        for (int i = 0; i < floors.length; i++) {
            floors[floors.length - 1 - i] = concentration.leastAmountOfThoseHolding(shares[i]);
        }
        return Floors.at(floors);
    }

    /**
     * Tiers by amounts that the business sets.
     *
     * @param floors the least amount of each tier but the lowest, ascending
     * @return the rule
     * @throws IllegalArgumentException if there is no amount, or they are not ascending amounts of one currency
     */
    public static ValueTiers byThreshold(Money... floors) {
        if (floors.length == 0) {
            throw new IllegalArgumentException("thresholds must be at least one, but there was none");
        }
        for (int i = 1; i < floors.length; i++) {
            if (floors[i].compareTo(floors[i - 1]) <= 0) {
                throw new IllegalArgumentException(
                        "thresholds must ascend, but " + floors[i] + " came after " + floors[i - 1]);
            }
        }
        Floors at = Floors.at(Arrays.stream(floors).mapToDouble(Money::toDouble).toArray());
        return new ValueTiers(
                "by threshold",
                labels(Arrays.stream(floors).map(Money::toString).toList()),
                Optional.of(floors[0].currency()),
                amounts -> at);
    }

    /** The labels of classes between floors, the first of which has none. */
    static List<String> labels(List<String> floors) {
        List<String> labels = new ArrayList<>();
        labels.add("below " + floors.get(0));
        for (int i = 1; i < floors.size(); i++) {
            labels.add(floors.get(i - 1) + " to below " + floors.get(i));
        }
        labels.add(floors.get(floors.size() - 1) + " or more");
        return labels;
    }

    private static double[] ascendingShares(Ratio[] cuts) {
        if (cuts.length == 0) {
            throw new IllegalArgumentException("cuts must be at least one, but there was none");
        }
        double before = 0;
        for (Ratio cut : cuts) {
            if (!(cut.value() > before && cut.value() < 1)) {
                throw new IllegalArgumentException(
                        "cuts must ascend between 0% and 100%, but were " + Arrays.toString(cuts));
            }
            before = cut.value();
        }
        return Arrays.stream(cuts).mapToDouble(Ratio::value).toArray();
    }

    /**
     * These tiers under other names.
     *
     * @param names from the lowest tier to the highest
     * @return the rule
     * @throws IllegalArgumentException if there are more or fewer names than tiers, or a name is blank or comes twice
     */
    public ValueTiers named(String... names) {
        if (names.length != labels.size()) {
            throw new IllegalArgumentException(
                    "names must be as many as tiers, " + labels.size() + ", but were " + names.length);
        }
        Groups.of(new int[0], List.of(names));
        return new ValueTiers(rule, List.of(names), currency, floors);
    }

    /**
     * The names of the tiers.
     *
     * @return from the lowest to the highest
     */
    public List<String> labels() {
        return List.copyOf(labels);
    }

    /**
     * Puts customers into tiers.
     *
     * @param amounts what they are worth
     * @return one tier for each row, the labels from the lowest tier to the highest
     * @throws IllegalArgumentException if the thresholds are in another currency, or tiers are by share of value and
     *     the total is not above 0
     */
    public Groups groups(CustomerAmounts amounts) {
        currency.filter(own -> !own.equals(amounts.currency())).ifPresent(own -> {
            throw new IllegalArgumentException(
                    "thresholds are in " + own + ", but the amounts are in " + amounts.currency());
        });
        Floors least = floors.apply(amounts);
        int[] codes = new int[amounts.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = least.classOf(amounts.amount(row));
        }
        return Groups.of(codes, labels);
    }

    @Override
    public String toString() {
        return "tiers " + rule + ": " + String.join(", ", labels);
    }
}
